using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>A workbook that the service handed out and somebody edits: cell by cell, as spreadsheet programs do.</summary>
public sealed class EditedWorkbook(byte[] bytes)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly byte[] original = bytes;
    private readonly List<(string Part, Action<XElement> Edit)> edits = [];

    /// <summary>Types text into a cell of the first sheet, or of another.</summary>
    public EditedWorkbook Text(string cell, string text, int sheet = 1) => Edit(sheet, root =>
    {
        var found = CellOf(root, cell);
        found.RemoveNodes();
        found.SetAttributeValue("t", "inlineStr");
        found.Add(new XElement(Main + "is", new XElement(Main + "t", text)));
    });

    /// <summary>Types a number.</summary>
    public EditedWorkbook Number(string cell, decimal number, int sheet = 1) => Edit(sheet, root =>
    {
        var found = CellOf(root, cell);
        found.RemoveNodes();
        found.SetAttributeValue("t", null);
        found.Add(new XElement(Main + "v", number.ToString(CultureInfo.InvariantCulture)));
    });

    /// <summary>Types a day.</summary>
    public EditedWorkbook Day(string cell, DateOnly day, int sheet = 1) => Number(cell, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, sheet);

    /// <summary>Types a formula.</summary>
    public EditedWorkbook Formula(string cell, string formula) => Edit(1, root =>
    {
        var found = CellOf(root, cell);
        found.RemoveNodes();
        found.SetAttributeValue("t", null);
        found.Add(new XElement(Main + "f", formula), new XElement(Main + "v", "1"));
    });

    /// <summary>Empties a cell.</summary>
    public EditedWorkbook Clear(string cell) => Edit(1, root =>
    {
        var found = CellOf(root, cell);
        found.RemoveNodes();
        found.SetAttributeValue("t", null);
    });

    /// <summary>Types text into a cell that the file doesn't have.</summary>
    public EditedWorkbook Add(string cell, string text) => Edit(1, root =>
    {
        var number = int.Parse(cell.AsSpan(1), CultureInfo.InvariantCulture);
        var row = root.Descendants(Main + "row").FirstOrDefault(r => (int)r.Attribute("r")! == number);
        if (row is null)
            root.Element(Main + "sheetData")!.Add(row = new XElement(Main + "row", new XAttribute("r", number)));
        row.Add(new XElement(Main + "c", new XAttribute("r", cell), new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", text))));
    });

    /// <summary>Replaces text of a part.</summary>
    public EditedWorkbook Replace(string part, string text, string by)
    {
        edits.Add((part, root =>
        {
            var changed = XElement.Parse(root.ToString(SaveOptions.DisableFormatting).Replace(text, by, StringComparison.Ordinal), LoadOptions.PreserveWhitespace);
            root.ReplaceAll(changed.Attributes(), changed.Nodes());
        }));
        return this;
    }

    /// <summary>Deletes a row: those below move up.</summary>
    public EditedWorkbook DeleteRow(int row) => Edit(1, root =>
    {
        foreach (var found in root.Descendants(Main + "row").ToList())
        {
            var number = (int)found.Attribute("r")!;
            if (number == row)
                found.Remove();
            else if (number > row)
                Renumber(found, number - 1);
        }
    });

    /// <summary>Exchanges two rows.</summary>
    public EditedWorkbook SwapRows(int one, int other) => Edit(1, root =>
    {
        var (first, second) = (RowOf(root, one), RowOf(root, other));
        Renumber(first, other);
        Renumber(second, one);
        first.AddBeforeSelf(new XElement("mark"));
        var mark = first.PreviousNode!;
        first.Remove();
        second.AddAfterSelf(first);
        second.Remove();
        mark.ReplaceWith(second);
    });

    /// <summary>Shows cells as one.</summary>
    public EditedWorkbook Merge(string range) => Edit(1, root => root.Element(Main + "mergeCells")!.Add(new XElement(Main + "mergeCell", new XAttribute("ref", range))));

    /// <summary>Hides a row.</summary>
    public EditedWorkbook Hide(int row) => Edit(1, root => RowOf(root, row).SetAttributeValue("hidden", "1"));

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        file.Write(original);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in edits.GroupBy(e => e.Part))
            {
                var entry = archive.GetEntry(part.Key)!;
                XElement root;
                using (var read = entry.Open())
                    root = XElement.Load(read);
                foreach (var (_, edit) in part)
                    edit(root);
                entry.Delete();
                using var write = archive.CreateEntry(part.Key).Open();
                root.Save(write, SaveOptions.DisableFormatting);
            }
        }

        return file.ToArray();
    }

    private EditedWorkbook Edit(int sheet, Action<XElement> edit)
    {
        edits.Add(($"xl/worksheets/sheet{sheet.ToString(CultureInfo.InvariantCulture)}.xml", edit));
        return this;
    }

    private static XElement RowOf(XElement root, int row) => root.Descendants(Main + "row").First(r => (int)r.Attribute("r")! == row);

    private static XElement CellOf(XElement root, string cell) => root.Descendants(Main + "c").First(c => c.Attribute("r")!.Value == cell);

    private static void Renumber(XElement row, int number)
    {
        row.SetAttributeValue("r", number);
        foreach (var cell in row.Elements(Main + "c"))
            cell.SetAttributeValue("r", $"{cell.Attribute("r")!.Value.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')}{number.ToString(CultureInfo.InvariantCulture)}");
    }
}
