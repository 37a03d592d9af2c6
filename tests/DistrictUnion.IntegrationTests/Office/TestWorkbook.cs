using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>Makes workbooks part by part, so that a test decides every byte of what it sends.</summary>
public sealed class TestWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Xml, string State)> sheets = [];

    /// <summary>Attributes of the workbook's properties.</summary>
    public string Properties { get; init; } = "";

    /// <summary>Content type of the main part.</summary>
    public string MainType { get; init; } = $"{Types}.sheet.main+xml";

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Of(params object?[][] rows) => new TestWorkbook().Sheet("Sheet1", rows).ToBytes();

    /// <summary>Adds a sheet of values: text, numbers, days, truth, or cells of raw XML.</summary>
    public TestWorkbook Sheet(string name, object?[][] rows, string after = "", Func<int, string>? rowAttributes = null, string state = "visible")
    {
        var xml = new StringBuilder();
        for (var r = 1; r <= rows.Length; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r}\" {rowAttributes?.Invoke(r)}>");
            for (var c = 0; c < rows[r - 1].Length; c++)
                xml.Append(CellOf($"{(char)('A' + c)}{r}", rows[r - 1][c]));
            xml.Append("</row>");
        }

        sheets.Add((name, $"<worksheet xmlns=\"{Main}\"><sheetData>{xml}</sheetData>{after}</worksheet>", state));
        return this;
    }

    /// <summary>Adds a part of any kind.</summary>
    public TestWorkbook Part(string path, string content)
    {
        parts[path] = content;
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var overrides = string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"));
        Default("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{MainType}\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>{overrides}</Types>");
        Default("_rels/.rels", RelationsOf(("rId1", "officeDocument", "xl/workbook.xml")));
        Default("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><workbookPr {Properties}/><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
        Default("xl/_rels/workbook.xml.rels", RelationsOf([.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("rIdS", "styles", "styles.xml")]));
        Default("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        for (var i = 0; i < sheets.Count; i++)
            Default($"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var entry = archive.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A cell of raw XML.</summary>
    public static RawCell Raw(string xml) => new(xml);

    private void Default(string path, string content) => parts.TryAdd(path, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{content}");

    private static string RelationsOf(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relations}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    private static string CellOf(string reference, object? value) => value switch
    {
        null => "",
        string text => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        bool yes => $"<c r=\"{reference}\" t=\"b\"><v>{(yes ? 1 : 0)}</v></c>",
        DateOnly day => $"<c r=\"{reference}\" s=\"1\"><v>{(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)}</v></c>",
        RawCell raw => raw.Xml.Replace("{r}", reference, StringComparison.Ordinal),
        IFormattable number => $"<c r=\"{reference}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>XML of a cell; <c>{r}</c> is its reference.</summary>
    public sealed record RawCell(string Xml);
}
