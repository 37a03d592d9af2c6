using System.IO.Compression;
using System.Xml;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>
/// Goes through a workbook's package once before anything else reads it: how much it unpacks to, whether it has anything that
/// runs or reaches outside, and what of each sheet the values don't tell.
/// </summary>
internal sealed class WorkbookGuard
{
    /// <summary>100 MiB.</summary>
    public const long MaxUnpacked = 100L << 20;

    /// <summary>Parts of a package.</summary>
    public const int MaxParts = 2_000;

    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static readonly string[] Running = ["macroEnabled", "vbaProject", "macrosheet", "intlMacrosheet", "activeX", "oleObject", "ctrlProps"];
    private static readonly string[] Outside = ["externalLink", "connections", "queryTable", "customDataProperty"];

    private readonly Dictionary<string, SheetFacts> sheets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (bool From1904, List<string> Sheets)> workbooks = new(StringComparer.OrdinalIgnoreCase);
    private string? mainPart;

    /// <summary>What is to be known of a workbook.</summary>
    /// <exception cref="WorkbookRefusedException">The workbook is refused.</exception>
    public static WorkbookFacts Inspect(Stream stream)
    {
        FileKind.RequirePackage(stream, MaxParts);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new WorkbookGuard().Inspect(archive);
        }
        catch (InvalidDataException)
        {
            throw new WorkbookRefusedException("workbook.malformed");
        }
        catch (XmlException e)
        {
            throw new WorkbookRefusedException(e.Message.Contains("DTD", StringComparison.Ordinal) ? "workbook.dtd" : "workbook.malformed");
        }
    }

    private WorkbookFacts Inspect(ZipArchive archive)
    {
        var budget = new UnpackingBudget(MaxUnpacked);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (!names.Add(entry.FullName))
                throw new WorkbookRefusedException("workbook.malformed");
            RefuseByName(entry.FullName);
            using var content = new CountedStream(entry.Open(), budget);
            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                InspectXml(entry.FullName, content);
            else
                content.CopyTo(Stream.Null);
        }

        if (mainPart is null || !workbooks.TryGetValue(mainPart, out var main))
            throw new WorkbookRefusedException("workbook.notOne");
        var relations = targets.GetValueOrDefault(RelationsOf(mainPart)) ?? [];
        return new WorkbookFacts(main.From1904, [.. main.Sheets.Select(id => Find(relations.GetValueOrDefault(id)))]);
    }

    private static void RefuseByName(string name)
    {
        if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
            || name.Contains("embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("activeX/", StringComparison.OrdinalIgnoreCase))
            throw new WorkbookRefusedException("workbook.macros");
        if (name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase) || name.EndsWith("connections.xml", StringComparison.OrdinalIgnoreCase)
            || name.Contains("queryTables/", StringComparison.OrdinalIgnoreCase))
            throw new WorkbookRefusedException("workbook.externalLinks");
    }

    private void InspectXml(string name, Stream content)
    {
        // No resolver: nothing is ever fetched, even if a document type got through.
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true });
        reader.MoveToContent();
        switch (reader.LocalName)
        {
            case "Types":
                InspectTypes(reader);
                break;
            case "Relationships":
                InspectRelations(name, reader);
                break;
            case "workbook":
                InspectWorkbook(name, reader);
                break;
            case "worksheet":
                sheets[name] = SheetScan.Of(reader);
                break;
            default:
                while (reader.Read())
                {
                    // Read to its end, so that it is counted and well-formed.
                }

                break;
        }
    }

    private void InspectTypes(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
                continue;
            if (Running.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)))
                throw new WorkbookRefusedException("workbook.macros");
            if (Outside.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)))
                throw new WorkbookRefusedException("workbook.externalLinks");
            if (type == MainType)
                mainPart = (reader.GetAttribute("PartName") ?? "xl/workbook.xml").TrimStart('/');
        }
    }

    private void InspectRelations(string name, XmlReader reader)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            var type = reader.GetAttribute("Type") ?? "";
            var external = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if ((external && !type.EndsWith("/hyperlink", StringComparison.Ordinal)) || Outside.Any(word => type.EndsWith($"/{word}", StringComparison.OrdinalIgnoreCase)))
                throw new WorkbookRefusedException("workbook.externalLinks");
            if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                found[id] = PathOf(name, target);
        }

        targets[name] = found;
    }

    private void InspectWorkbook(string name, XmlReader reader)
    {
        var from1904 = false;
        List<string> ids = [];
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet")
                ids.Add(IdOf(reader));
            else if (reader.LocalName is "ddeLink" or "oleLink" or "externalReference")
                throw new WorkbookRefusedException("workbook.externalLinks");
        }

        workbooks[name] = (from1904, ids);
    }

    private static string IdOf(XmlReader reader)
    {
        var id = "";
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                id = reader.Value;
        }

        reader.MoveToElement();
        return id;
    }

    private SheetFacts Find(string? path) => path is not null && sheets.TryGetValue(path, out var found) ? found : new SheetFacts();

    private static string RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <summary>The part that a relation of another part points to.</summary>
    private static string PathOf(string relations, string target)
    {
        if (target.StartsWith('/'))
            return target.TrimStart('/');
        var folder = relations[..Math.Max(relations.IndexOf("_rels/", StringComparison.OrdinalIgnoreCase), 0)];
        return folder + target;
    }
}
