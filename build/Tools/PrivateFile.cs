using System.Security.Cryptography;
using System.Text.Json;

namespace DistrictUnion.Build.Tools;

/// <summary>Small files that only their owner may read (mode 0600), written whole or not at all.</summary>
internal static class PrivateFile
{
    // No letters or digits that look alike: people type the printed ones.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A password of 24 random characters (139 bits).</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString(Alphabet, 24);

    /// <summary>Reads a value; null when the file does not exist.</summary>
    /// <exception cref="Failure">The file does not hold such a value.</exception>
    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path));
        }
        catch (JsonException broken)
        {
            throw new Failure($"{path} is damaged: run with --reset to start from nothing, or restore the file.", broken);
        }
    }

    /// <summary>Writes a value as JSON.</summary>
    public static void Write<T>(string path, T value) => WriteText(path, JsonSerializer.Serialize(value));

    /// <summary>Writes a text.</summary>
    public static void WriteText(string path, string text)
    {
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(draft);
        using (var writer = new StreamWriter(draft, options)) writer.Write(text);
        File.Move(draft, path, overwrite: true);
    }
}
