using System.Security.Cryptography;
using System.Text;

namespace DistrictUnion.Build.Tools;

/// <summary>The built service.</summary>
/// <param name="Assembly">Path of <c>districtunion.dll</c>.</param>
/// <param name="Fingerprint">Hash of the sources it was built from.</param>
internal sealed record BuiltApi(string Assembly, string Fingerprint);

/// <summary>Builds the service, unless its sources are those of the last build.</summary>
internal static class ApiBuild
{
    private static readonly string[] MadeFolders = ["bin", "obj", "node_modules", "dist"];

    /// <summary>Builds <c>src/DistrictUnion.Api</c> in Release.</summary>
    /// <exception cref="Failure">It doesn't build.</exception>
    public static async Task<BuiltApi> EnsureAsync(Checkout checkout, CancellationToken cancellationToken)
    {
        var output = checkout.PathOf("src", "DistrictUnion.Api", "bin", "Release");
        var assembly = Path.Combine(output, "net10.0", "districtunion.dll");
        var stamp = Path.Combine(output, "sources");

        // Contents, not times: a checkout of the same commit needs no build, a restored old file does.
        var sources = Fingerprint.Of(SourcesOf(checkout), checkout.Root);
        if (File.Exists(assembly) && File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == sources)
            return new(assembly, sources);

        Console.WriteLine("Building the service …");
        Directory.CreateDirectory(output);
        File.Delete(stamp);
        var result = await DotNetBuild.RunAsync(checkout, checkout.PathOf("src", "DistrictUnion.Api"), ["-c", "Release"], cancellationToken);
        if (result.ExitCode != 0 || !File.Exists(assembly))
            throw new Failure($"The service doesn't build ({result.FirstError}): mend it, or check that the NuGet registry can be reached.");
        await File.WriteAllTextAsync(stamp, sources, cancellationToken);
        return new(assembly, sources);
    }

    private static IEnumerable<string> SourcesOf(Checkout checkout) =>
        FilesBelow(checkout.PathOf("src"))
            .Concat([checkout.PathOf("build", "Packages.props"), checkout.PathOf("Directory.Build.props"), checkout.PathOf("global.json")]);

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(child => !MadeFolders.Contains(Path.GetFileName(child))).SelectMany(FilesBelow));
}

/// <summary>One hash over names and contents of files.</summary>
internal static class Fingerprint
{
    /// <summary>The hash; the order in which files are given doesn't matter.</summary>
    /// <param name="files">Paths of files.</param>
    /// <param name="root">Folder the names are relative to, so that the place of the checkout doesn't matter.</param>
    public static string Of(IEnumerable<string> files, string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(File.Exists).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
