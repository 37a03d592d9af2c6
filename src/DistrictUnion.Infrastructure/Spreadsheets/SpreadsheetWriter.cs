using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>
/// Writes .xlsx part by part into the package: a row is written and forgotten, so a large workbook needs no more memory than a
/// small one. (The SDK's own package object opens for reading as well and keeps every part unpacked until the end.)
/// </summary>
internal sealed class SpreadsheetWriter : ISpreadsheetWriter
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly XNamespace PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace PackageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    public void Write(WorkbookContent content, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(content);
        var styles = new CellStyles();
        var lists = ChoiceLists.Of(content);
        var sheets = lists is null ? content.Sheets : [.. content.Sheets, lists.Sheet];
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        WriteXml(archive, "[Content_Types].xml", TypesOf(sheets.Count));
        WriteXml(archive, "_rels/.rels", RelationsOf(("rId1", "officeDocument", "xl/workbook.xml")));
        WriteXml(archive, "xl/_rels/workbook.xml.rels", RelationsOf([.. Enumerable.Range(0, sheets.Count).Select(i => ($"rId{NumberOf(i)}", "worksheet", SheetPath(i))), ("rIdStyles", "styles", "styles.xml")]));
        for (var i = 0; i < sheets.Count; i++)
            WritePart(archive, $"xl/{SheetPath(i)}", writer => new SheetPart(writer, styles, lists).Write(sheets[i]));
        WritePart(archive, "xl/styles.xml", writer => WriteWhole(writer, styles.ToStylesheet()));
        WritePart(archive, "xl/workbook.xml", writer => WriteWhole(writer, WorkbookOf(sheets)));
    }

    private static XElement TypesOf(int sheets) => new(
        PackageTypes + "Types",
        new XElement(PackageTypes + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        TypeOf("xl/workbook.xml", "sheet.main"),
        TypeOf("xl/styles.xml", "styles"),
        Enumerable.Range(0, sheets).Select(i => TypeOf($"xl/{SheetPath(i)}", "worksheet")));

    private static XElement TypeOf(string path, string type) =>
        new(PackageTypes + "Override", new XAttribute("PartName", $"/{path}"), new XAttribute("ContentType", $"{Types}.{type}+xml"));

    private static XElement RelationsOf(params (string Id, string Type, string Target)[] relations) => new(
        PackageRelations + "Relationships",
        relations.Select(r => new XElement(PackageRelations + "Relationship", new XAttribute("Id", r.Id), new XAttribute("Type", $"{Relations}/{r.Type}"), new XAttribute("Target", r.Target))));

    private static string SheetPath(int index) => $"worksheets/sheet{NumberOf(index)}.xml";

    private static void WriteXml(ZipArchive archive, string path, XElement content)
    {
        using var part = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        content.Save(part, SaveOptions.DisableFormatting);
    }

    /// <summary>A package that is only written takes one part at a time: each is closed before the next begins.</summary>
    private static void WritePart(ZipArchive archive, string path, Action<OpenXmlWriter> write)
    {
        using var part = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        using var writer = OpenXmlWriter.Create(part);
        write(writer);
    }

    private static void WriteWhole(OpenXmlWriter writer, OpenXmlElement root)
    {
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    }

    private static Workbook WorkbookOf(IReadOnlyList<SheetContent> sheets)
    {
        var names = SheetNames.Of(sheets.Select(s => s.Name));
        var workbook = new Workbook();

        // What is protected in a sheet hangs on the sheets around it: none is renamed, moved or deleted.
        if (sheets.Any(s => s.IsProtected))
            workbook.Append(new WorkbookProtection { LockStructure = true });
        workbook.Append(new Sheets(names.Select((name, i) => new DocumentFormat.OpenXml.Spreadsheet.Sheet
        {
            Name = name,
            SheetId = (uint)i + 1,
            Id = $"rId{NumberOf(i)}",
            State = sheets[i].Visibility switch
            {
                SheetVisibility.Hidden => SheetStateValues.Hidden,
                SheetVisibility.VeryHidden => SheetStateValues.VeryHidden,
                _ => null,
            },
        })));

        // Headings are repeated on every printed page.
        var titles = sheets.Select((sheet, i) => (sheet, i)).Where(s => s.sheet.FrozenRows > 0).Select(s => new DefinedName
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)s.i,
            Text = string.Create(CultureInfo.InvariantCulture, $"'{names[s.i].Replace("'", "''", StringComparison.Ordinal)}'!$1:${s.sheet.FrozenRows}"),
        }).ToList();
        if (titles.Count > 0)
            workbook.Append(new DefinedNames(titles));
        return workbook;
    }

    private static string NumberOf(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Names of sheets: at most 31 characters, none of <c>[]:*?/\</c>, each once.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    public static List<string> Of(IEnumerable<string> wanted)
    {
        List<string> names = [];
        foreach (var name in wanted)
        {
            var plain = string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' || char.IsControl(c) || char.IsSurrogate(c) ? '_' : c)).Trim();
            plain = plain.Length == 0 ? "Sheet" : plain.Length > MaxLength ? plain[..MaxLength] : plain;
            var unique = plain;
            for (var i = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); i++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{plain[..Math.Min(plain.Length, MaxLength - 4)]} {i}");
            names.Add(unique);
        }

        return names;
    }
}

/// <summary>The sheet of the lists that columns choose from, and where in it each list stands.</summary>
internal sealed class ChoiceLists
{
    private readonly Dictionary<string, string> ranges = new(StringComparer.Ordinal);

    private ChoiceLists(SheetContent sheet) => Sheet = sheet;

    public SheetContent Sheet { get; }

    public static ChoiceLists? Of(WorkbookContent content)
    {
        if (content.Choices is not { Count: > 0 } lists)
            return null;
        var longest = lists.Max(l => l.Values.Count);
        var rows = Enumerable.Range(-1, longest + 1).Select(i => new ContentRow(
            [.. lists.Select(l => SheetCell.Of(i < 0 ? l.Name : i < l.Values.Count ? l.Values[i] : null))], i < 0 ? RowTone.Heading : RowTone.Plain));
        var made = new ChoiceLists(new SheetContent(content.ChoicesName, [.. lists.Select(_ => new SheetColumn(18, IsText: true))], rows) { Visibility = content.ChoicesVisibility });
        var name = SheetNames.Of([.. content.Sheets.Select(s => s.Name), content.ChoicesName])[^1];
        for (var i = 0; i < lists.Count; i++)
        {
            var column = SheetPart.LettersOf(i);
            made.ranges[lists[i].Name] = string.Create(CultureInfo.InvariantCulture, $"'{name}'!${column}$2:${column}${lists[i].Values.Count + 1}");
        }

        return made;
    }

    public string RangeOf(string list) => ranges[list];
}
