using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DistrictUnion.Application.Bundles;

/// <summary>What a bundle is of.</summary>
public enum BundleKind
{
    /// <summary>A published round.</summary>
    Round,

    /// <summary>A decided title campaign.</summary>
    Campaign,
}

/// <summary>What a bundle says of itself before its files.</summary>
/// <param name="Format">Version of the format.</param>
/// <param name="Kind">What it is of.</param>
/// <param name="Product">Version of the product that published the result; null for a campaign, whose steps may be of several.</param>
/// <param name="District">Code of the district.</param>
/// <param name="Code">Code of the round or the campaign.</param>
/// <param name="Number">Number of the publication; null for a campaign.</param>
/// <param name="Created">When the result was published, so that the same result is the same file; RFC 3339, UTC.</param>
public sealed record BundleHeader(int Format, BundleKind Kind, string? Product, string District, string Code, int? Number, string Created)
{
    /// <summary>The header of a result.</summary>
    public static BundleHeader Of(BundleKind kind, string? product, string district, string code, int? number, DateTimeOffset created) =>
        new(BundleFormat.Version, kind, product, district, code, number, created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
}

/// <summary>A file of a bundle in the chain.</summary>
/// <param name="Name">Name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, hexadecimal.</param>
/// <param name="Link">SHA-256 over the link before and this file's name, size and hash.</param>
public sealed record BundleFile(string Name, long Size, string Sha256, string Link);

/// <summary>The table of contents of a bundle. Its head hash stands for every byte of it.</summary>
/// <param name="Header">What the bundle is.</param>
/// <param name="Files">Files in their order.</param>
/// <param name="Head">The last link: the hash of the whole bundle.</param>
public sealed record BundleManifest(BundleHeader Header, IReadOnlyList<BundleFile> Files, string Head)
{
    /// <summary>Chains files behind a header.</summary>
    public static BundleManifest Of(BundleHeader header, IEnumerable<(string Name, long Size, string Sha256)> files)
    {
        var link = HashOf($"districtunion-bundle\n{Encoding.UTF8.GetString(CanonicalJson.Of(header).Span)}\n");
        List<BundleFile> chained = [];
        foreach (var (name, size, sha256) in files)
        {
            link = HashOf(string.Create(CultureInfo.InvariantCulture, $"{link}\n{name}\n{size}\n{sha256}\n"));
            chained.Add(new BundleFile(name, size, sha256, link));
        }

        return new BundleManifest(header, chained, link);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Names and limits of the format.</summary>
public static class BundleFormat
{
    /// <summary>Version of the format. What an older version wrote must stay readable and its hash the same.</summary>
    public const int Version = 1;

    /// <summary>The table of contents, last in the file because it names the hashes of the others.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The scheme that a round was scored by.</summary>
    public const string Scheme = "scheme.json";

    /// <summary>The programme that a campaign selected by.</summary>
    public const string Programme = "programme.json";

    /// <summary>Schools or units by code.</summary>
    public const string Organisation = "organisation.json";

    /// <summary>What people decided.</summary>
    public const string Decisions = "decisions.json";

    /// <summary>Means of zones and the district.</summary>
    public const string Summary = "summary.json";

    /// <summary>What results were computed from, one line a school or unit.</summary>
    public const string Inputs = "inputs.jsonl";

    /// <summary>What was published, one line a school or unit.</summary>
    public const string Results = "results.jsonl";

    /// <summary>Greatest file, so that sizes and offsets fit a plain zip file: 2 GiB.</summary>
    public const long MostBytes = int.MaxValue;

    /// <summary>Greatest file that is read as a whole: 64 MiB.</summary>
    public const int MostWhole = 64 << 20;

    /// <summary>Longest line: 8 MiB.</summary>
    public const int MostLine = 8 << 20;

    /// <summary>Files of a kind in their order, the manifest left out.</summary>
    public static IReadOnlyList<string> FilesOf(BundleKind kind) => kind == BundleKind.Round
        ? [Scheme, Organisation, Decisions, Summary, Inputs, Results]
        : [Programme, Organisation, Decisions, Inputs, Results];
}
