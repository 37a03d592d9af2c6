using System.Security.Cryptography;

namespace DistrictUnion.Build.Tools;

/// <summary>The keys by which the service encrypts care records, beside the database but never in it: whoever loses the file loses what was encrypted.</summary>
internal static class FieldKeyFile
{
    private const int KeyBytes = 32;

    /// <summary>Path of the file in a folder, made with one key when it is absent.</summary>
    public static string Ensure(string folder)
    {
        var file = Path.Combine(folder, "care.keys");
        if (!File.Exists(file)) PrivateFile.WriteText(file, $"first {Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))}\n");
        return file;
    }
}
