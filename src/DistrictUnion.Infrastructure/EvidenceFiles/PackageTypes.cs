using System.IO.Compression;
using System.Xml;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>What an Office package says of its parts. A part that runs is known by its declared type, whatever its name is.</summary>
internal static class PackageTypes
{
    /// <summary>The part that declares the others' types.</summary>
    public const string Part = "[Content_Types].xml";

    private static readonly string[] Running = ["macroEnabled", "vbaProject", "activeX", "oleObject", "ctrlProps"];

    /// <summary>Whether a declared type is of something that runs: macros, ActiveX controls, embedded objects.</summary>
    public static bool Runs(string? contentType) => contentType is not null && Running.Any(w => contentType.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a package declares macros under any name. Objects and controls may stand in evidence, because nothing here opens them.</summary>
    /// <exception cref="XmlException">The declarations aren't well-formed.</exception>
    public static bool AnyMacro(ZipArchive archive)
    {
        foreach (var entry in archive.Entries.Where(e => string.Equals(e.FullName, Part, StringComparison.OrdinalIgnoreCase)))
        {
            using var content = entry.Open();
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 10_000_000 });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && IsMacro(reader.GetAttribute("ContentType")))
                    return true;
            }
        }

        return false;
    }

    private static bool IsMacro(string? contentType) =>
        contentType is not null && (contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || contentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase));
}
