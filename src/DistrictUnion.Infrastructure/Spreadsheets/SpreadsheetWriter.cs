using System.Globalization;
using System.IO.Packaging;
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
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public void Write(WorkbookContent content, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(content);
        var styles = new CellStyles();
        var lists = ChoiceLists.Of(content);
        var sheets = lists is null ? content.Sheets : [.. content.Sheets, lists.Sheet];
        using var package = Package.Open(stream, FileMode.Create, FileAccess.Write);
        var workbook = package.CreatePart(UriOf("/xl/workbook.xml"), $"{Types}.sheet.main+xml", CompressionOption.Normal);
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, $"{Office}/officeDocument", "rId1");
        for (var i = 0; i < sheets.Count; i++)
        {
            var part = package.CreatePart(UriOf($"/xl/worksheets/sheet{NumberOf(i)}.xml"), $"{Types}.worksheet+xml", CompressionOption.Normal);
            workbook.CreateRelationship(part.Uri, TargetMode.Internal, $"{Office}/worksheet", $"rId{NumberOf(i)}");
            using var writer = OpenXmlWriter.Create(part.GetStream(FileMode.Create, FileAccess.Write));
            new SheetPart(writer, styles, lists).Write(sheets[i]);
        }

        var styleSheet = package.CreatePart(UriOf("/xl/styles.xml"), $"{Types}.styles+xml", CompressionOption.Normal);
        workbook.CreateRelationship(styleSheet.Uri, TargetMode.Internal, $"{Office}/styles", "rIdStyles");
        WriteWhole(styleSheet, styles.ToStylesheet());
        WriteWhole(workbook, WorkbookOf(sheets));
    }

    private static Workbook WorkbookOf(IReadOnlyList<SheetContent> sheets)
    {
        var names = SheetNames.Of(sheets.Select(s => s.Name));
        var workbook = new Workbook(new Sheets(names.Select((name, i) => new DocumentFormat.OpenXml.Spreadsheet.Sheet
        {
            Name = name,
            SheetId = (uint)i + 1,
            Id = $"rId{NumberOf(i)}",
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

    private static void WriteWhole(PackagePart part, OpenXmlElement root)
    {
        using var writer = OpenXmlWriter.Create(part.GetStream(FileMode.Create, FileAccess.Write));
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    }

    private static Uri UriOf(string path) => new(path, UriKind.Relative);

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
        var made = new ChoiceLists(new SheetContent(content.ChoicesName, [.. lists.Select(_ => new SheetColumn(18, IsText: true))], rows));
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
