using System.IO.Compression;
using System.Xml;
using DistrictUnion.Infrastructure.EvidenceFiles;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Goes through a template's package before anything else reads it: how much it unpacks to, whether it has anything that runs or reaches outside.</summary>
internal static class TemplateGuard
{
    /// <summary>20 MiB.</summary>
    private const long MaxUnpacked = 20L << 20;

    private const int MaxParts = 500;
    private static readonly string[] Outside = ["attachedTemplate", "aFChunk", "oleObject", "package", "control", "mailMergeSource", "subDocument", "frame"];
    private static readonly string[] Fetching = ["INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "RD"];

    /// <summary>The code of the refusal; null when it is harmless.</summary>
    public static string? Refuse(Stream file)
    {
        try
        {
            FileKind.RequirePackage(file, MaxParts);
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var budget = new UnpackingBudget(MaxUnpacked);
            HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

            // What the package says of its parts comes first: a part that runs is refused as that, whatever it is called.
            foreach (var entry in archive.Entries.OrderByDescending(e => e.FullName.StartsWith('[')))
            {
                if (!names.Add(entry.FullName))
                    return "template.damaged";
                if (entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("embeddings/", StringComparison.OrdinalIgnoreCase)
                    || entry.FullName.Contains("activeX/", StringComparison.OrdinalIgnoreCase))
                    return "template.macros";
                using var content = new CountedStream(entry.Open(), budget);
                if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                {
                    if (RefuseXml(content) is { } code)
                        return code;
                }
                else
                {
                    content.CopyTo(Stream.Null);
                }
            }

            return null;
        }
        catch (WorkbookRefusedException e)
        {
            return e.Code is "workbook.tooLarge" or "workbook.tooManyParts" ? "template.tooLargeUnpacked" : "template.damaged";
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return "template.damaged";
        }
    }

    /// <summary>Reads a part to its end, so that it is counted and well-formed. Nothing is resolved.</summary>
    private static string? RefuseXml(Stream content)
    {
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
        var isInstruction = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                isInstruction = reader.LocalName == "instrText";
                if (PackageTypes.Runs(reader.GetAttribute("ContentType")))
                    return "template.macros";
                if (reader.LocalName == "Relationship" && IsOutside(reader))
                    return "template.external";
                if (reader.LocalName == "fldSimple" && Fetches(AttributeOf(reader, "instr")))
                    return "template.external";
            }
            else if (reader.NodeType == XmlNodeType.Text && isInstruction && Fetches(reader.Value))
            {
                return "template.external";
            }
        }

        return null;
    }

    private static bool IsOutside(XmlReader reader) =>
        string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        || Outside.Any(w => reader.GetAttribute("Type")?.EndsWith($"/{w}", StringComparison.OrdinalIgnoreCase) == true);

    private static bool Fetches(string instruction) =>
        instruction.Split([' ', '\t', '\\', '"'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } first && Fetching.Contains(first, StringComparer.OrdinalIgnoreCase);

    private static string AttributeOf(XmlReader reader, string name)
    {
        var value = "";
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
                value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }
}
