using System.IO.Compression;
using System.Net.Http.Headers;
using System.Xml.Linq;
using DistrictUnion.IntegrationTests.Hosting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>A file that the service handed out, read without the product's own reader: by its parts, and by the schema of its format.</summary>
public sealed class OfficeFile
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    private OfficeFile(byte[] bytes)
    {
        Bytes = bytes;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            parts[entry.FullName] = reader.ReadToEnd();
        }
    }

    public byte[] Bytes { get; }

    /// <summary>What the file is called.</summary>
    public ContentDispositionHeaderValue Disposition { get; private init; } = new("attachment");

    /// <summary>The file of an answer; it must be valid by its schema.</summary>
    public static OfficeFile Of(Answer answer, int status = 200)
    {
        answer.Expect(status);
        Assert.Equal("attachment", answer.Disposition?.DispositionType);
        var file = new OfficeFile(answer.Bytes) { Disposition = answer.Disposition! };
        using var stream = new MemoryStream(answer.Bytes);
        using OpenXmlPackage package = file.parts.ContainsKey("xl/workbook.xml") ? SpreadsheetDocument.Open(stream, false) : WordprocessingDocument.Open(stream, false);
        Assert.Equal(package is SpreadsheetDocument ? TestWorkbook.MediaType : "application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.ContentType);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        return file;
    }

    /// <summary>Names of the sheets.</summary>
    public IReadOnlyList<string> Sheets => [.. Sheet("xl/workbook.xml").Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value)];

    /// <summary>Who sees the sheets; null: everybody.</summary>
    public IReadOnlyList<string?> SheetStates => [.. Sheet("xl/workbook.xml").Descendants(Main + "sheet").Select(s => s.Attribute("state")?.Value)];

    /// <summary>All text of a document, a line for each paragraph.</summary>
    public string Text => string.Join(
        '\n', Sheet("word/document.xml").Descendants(Word + "p").Select(p => string.Concat(p.Descendants(Word + "t").Select(t => t.Value))));

    /// <summary>Rows of a sheet as texts.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string? sheet = null) =>
        [.. Xml(sheet).Descendants(Main + "row").Select(r => (IReadOnlyList<string>)[.. r.Elements(Main + "c").Select(c => string.Concat(c.Descendants(Main + "t").Concat(c.Elements(Main + "v")).Select(t => t.Value)))])];

    /// <summary>XML of a sheet, the first by default.</summary>
    public XElement Xml(string? sheet = null)
    {
        var id = Sheet("xl/workbook.xml").Descendants(Main + "sheet").First(s => sheet is null || s.Attribute("name")!.Value == sheet).Attribute(Relations + "id")!.Value;
        var target = Sheet("xl/_rels/workbook.xml.rels").Elements().First(r => r.Attribute("Id")!.Value == id).Attribute("Target")!.Value;
        return Sheet(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    /// <summary>The style of a cell.</summary>
    public XElement Style(XElement cell) =>
        Sheet("xl/styles.xml").Element(Main + "cellXfs")!.Elements().ElementAt((int?)cell.Attribute("s") ?? 0);

    /// <summary>The cell of a reference such as A1.</summary>
    public XElement Cell(string reference, string? sheet = null) => Xml(sheet).Descendants(Main + "c").First(c => c.Attribute("r")!.Value == reference);

    /// <summary>Whether any cell of any sheet is a formula.</summary>
    public bool HasFormulas => parts.Where(p => p.Key.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Any(p => XElement.Parse(p.Value).Descendants(Main + "f").Any());

    private XElement Sheet(string path) => XElement.Parse(parts[path]);
}
