using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Schemes;

/// <summary>A scheme as a workbook says it.</summary>
/// <param name="Json">The same in the shape of a scheme file.</param>
/// <param name="Places">Sheet and row of parts of the file, by their paths.</param>
public sealed record SchemeWorkbook(string Json, IReadOnlyDictionary<string, string> Places)
{
    /// <summary>Where in the workbook a path of the scheme file stands: <c>指标!7.max</c>; the path itself where that isn't known.</summary>
    public string PlaceOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (Places.TryGetValue(path[..end], out var place))
                return place + path[end..];
        }

        return path;
    }
}

/// <summary>
/// Makes a scheme file of a workbook's sheets. Only what the sheets can't say is refused here, with sheet and cell; whether the
/// scheme is one is judged where every scheme file is.
/// </summary>
public sealed class SchemeWorkbookReader
{
    private readonly List<FieldError> problems = [];
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    private SchemeWorkbookReader()
    {
    }

    /// <summary>Reads the sheets of a workbook.</summary>
    public static Result<SchemeWorkbook> Read(IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var reader = new SchemeWorkbookReader();
        var scheme = reader.ReadScheme(sheets);
        return reader.problems.Count > 0
            ? new ValidationError(reader.problems)
            : new SchemeWorkbook(scheme.ToJsonString(Json.Stored), reader.places);
    }

    private JsonObject ReadScheme(IReadOnlyList<Sheet> sheets)
    {
        foreach (var unknown in sheets.Where(s => !SchemeSheets.Choices.Contains(s.Name) && !SchemeSheets.All.Any(known => known.IsCalled(s.Name))))
            Report(unknown.Name, "scheme.sheet.unknown", ("sheet", unknown.Name), ("known", SchemeSheets.All.Select(s => s.ChineseName).ToList()));
        Sheet? Find(SchemeSheet wanted) => sheets.FirstOrDefault(s => wanted.IsCalled(s.Name));

        JsonObject scheme = [];
        if (Find(SchemeSheets.Scheme) is { } head)
            ReadHead(head, scheme);
        else
            Report("$", "scheme.sheet.missing", ("sheet", SchemeSheets.Scheme.ChineseName), ("name", SchemeSheets.Scheme.Name));
        if (Find(SchemeSheets.Facts) is { } facts)
            AddList(scheme, SchemeSheets.Facts, facts, ReadFact);
        if (Find(SchemeSheets.Indicators) is { } indicators)
            ReadIndicators(scheme, indicators);
        else
            Report("$", "scheme.sheet.missing", ("sheet", SchemeSheets.Indicators.ChineseName), ("name", SchemeSheets.Indicators.Name));
        foreach (var list in SchemeSheets.Lists)
        {
            if (Find(list) is { } sheet)
                AddList(scheme, list, sheet, ReadItem);
        }

        return scheme;
    }

    /// <summary>Property and value in a row each; headings over them are passed over.</summary>
    private void ReadHead(Sheet sheet, JsonObject scheme)
    {
        HashSet<SchemeColumn> read = [];
        foreach (var row in sheet.Rows)
        {
            var name = row.Cells[0].Text.Trim();
            if (SchemeSheets.Scheme.Columns.FirstOrDefault(c => c.IsHeadedBy(name)) is not { } column)
            {
                if (row.Number != sheet.Rows[0].Number)
                    Report(PlaceOf(sheet, 0, row), "columns.unknown", ("column", name), ("known", SchemeSheets.Scheme.Columns.Select(c => c.Heading).ToList()));
                continue;
            }

            if (!read.Add(column))
                Report(PlaceOf(sheet, 0, row), "columns.twice", ("column", name));
            else if (ValueOf(sheet, row, 1, column) is { } value)
                Set(scheme, column.Property, value);
            places[column.Property] = RowPlace(sheet, row);
        }
    }

    private void AddList(JsonObject scheme, SchemeSheet layout, Sheet sheet, Func<Sheet, SheetRow, IReadOnlyDictionary<SchemeColumn, int>, JsonObject> read)
    {
        var columns = ColumnsOf(layout, sheet);
        JsonArray items = [];
        foreach (var row in sheet.Rows.Skip(1))
        {
            places[string.Create(CultureInfo.InvariantCulture, $"{layout.Name}[{items.Count}]")] = RowPlace(sheet, row);
            items.Add(read(sheet, row, columns));
        }

        if (items.Count > 0)
            scheme[layout.Name] = items;
    }

    private JsonObject ReadItem(Sheet sheet, SheetRow row, IReadOnlyDictionary<SchemeColumn, int> columns)
    {
        JsonObject item = [];
        foreach (var (column, place) in columns)
        {
            if (ValueOf(sheet, row, place, column) is { } value)
                item[column.Property] = value;
        }

        return item;
    }

    private JsonObject ReadFact(Sheet sheet, SheetRow row, IReadOnlyDictionary<SchemeColumn, int> columns)
    {
        var fact = ReadItem(sheet, row, columns);
        fact.Remove(SchemeSheets.RangeFrom, out var from);
        fact.Remove(SchemeSheets.RangeTo, out var to);

        // Half a range is none that the scheme file knows; it is refused there.
        if (from is not null || to is not null)
            fact["range"] = new JsonArray([.. new[] { from, to }.OfType<JsonNode>()]);
        return fact;
    }

    private void ReadIndicators(JsonObject scheme, Sheet sheet)
    {
        var columns = ColumnsOf(SchemeSheets.Indicators, sheet);
        JsonArray sections = [];
        List<TreeRow> above = [];
        foreach (var row in sheet.Rows.Skip(1))
        {
            var node = ReadItem(sheet, row, columns);
            node.Remove(SchemeSheets.Level, out var level);
            node.Remove(SchemeSheets.Parent, out var parent);
            if (!TryPlace(above, TextOf(level), TextOf(parent), out var parentRow))
            {
                Report(RowPlace(sheet, row), "scheme.indicator.place", ("level", TextOf(level) ?? ""), ("parent", TextOf(parent) ?? ""));
                continue;
            }

            var siblings = parentRow is { } at ? at.Items() : sections;
            var path = string.Create(CultureInfo.InvariantCulture, $"{(parentRow is { } p ? $"{p.Path}.items" : "sections")}[{siblings.Count}]");
            siblings.Add(node);
            places[path] = RowPlace(sheet, row);
            above.Add(new TreeRow(node, TextOf(node["code"]) ?? "", (parentRow?.Level ?? 0) + 1, path));
        }

        scheme["sections"] = sections;
    }

    /// <summary>
    /// The node above a row: the last one so far with the code it names, at the level above where the row tells its own; where it
    /// names none, the last one at that level. Level 1 has none.
    /// </summary>
    private static bool TryPlace(List<TreeRow> above, string? levelText, string? parent, out TreeRow? found)
    {
        found = null;
        int? level = null;
        if (levelText is not null)
        {
            if (!int.TryParse(levelText, NumberStyles.None, CultureInfo.InvariantCulture, out var given) || given < 1)
                return false;
            level = given;
        }

        if (parent is null && level is null or 1)
            return true;
        found = above.FindLast(a => (parent is null || a.Code == parent) && (level is null || a.Level == level - 1));
        return found is not null;
    }

    private Dictionary<SchemeColumn, int> ColumnsOf(SchemeSheet layout, Sheet sheet)
    {
        Dictionary<SchemeColumn, int> columns = [];
        var heading = sheet.Rows.Count == 0 ? null : sheet.Rows[0];
        for (var i = 0; i < (heading?.Cells.Count ?? 0); i++)
        {
            var text = heading!.Cells[i].Text.Trim();
            if (text.Length == 0)
                continue;
            if (layout.Columns.FirstOrDefault(c => c.IsHeadedBy(text)) is not { } column)
                Report(PlaceOf(sheet, i, heading), "columns.unknown", ("column", text), ("known", layout.Columns.Select(c => c.Heading).ToList()));
            else if (!columns.TryAdd(column, i))
                Report(PlaceOf(sheet, i, heading), "columns.twice", ("column", text));
        }

        return columns;
    }

    private JsonNode? ValueOf(Sheet sheet, SheetRow row, int place, SchemeColumn column)
    {
        var cell = place < row.Cells.Count ? row.Cells[place] : SheetCell.Empty;
        var code = row.IsHidden ? "sheet.hiddenRow" : cell.IsMerged ? "sheet.merged" : cell.Kind == SheetCellKind.Refused ? cell.Text : null;
        if (code is not null)
        {
            Report(PlaceOf(sheet, place, row), code, ("cell", CellNames.Of(place, row.Number)), ("row", row.Number), ("column", column.Heading));
            return null;
        }

        if (string.IsNullOrWhiteSpace(cell.Text))
            return null;
        try
        {
            return column.Kind switch
            {
                SchemeCellKind.Number => NumberOf(cell.Text.Trim()),
                SchemeCellKind.List => SchemeLists.Read(cell.Text) is { } texts ? new JsonArray([.. texts.Select(t => JsonValue.Create(t))]) : throw new JsonException(),
                SchemeCellKind.Json => JsonNode.Parse(cell.Text) ?? throw new JsonException(),
                _ => JsonValue.Create(cell.Text),
            };
        }
        catch (JsonException)
        {
            Report(PlaceOf(sheet, place, row), "scheme.cell.json", ("cell", CellNames.Of(place, row.Number)), ("column", column.Heading));
            return null;
        }
    }

    /// <summary>A number keeps the text it was written in; any other text stays text, to be refused where the scheme is judged.</summary>
    private static JsonValue NumberOf(string text)
    {
        if (text is "不限" or "无")
            return JsonValue.Create("none");
        try
        {
            return JsonNode.Parse(text) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : JsonValue.Create(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static void Set(JsonObject target, string property, JsonNode value)
    {
        var steps = property.Split('.');
        foreach (var step in steps[..^1])
        {
            if (target[step] is not JsonObject inner)
                target[step] = inner = [];
            target = inner;
        }

        target[steps[^1]] = value;
    }

    private static string? TextOf(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.TryGetValue<string>(out var given) => given,
        _ => value.ToJsonString(),
    };

    private static string RowPlace(Sheet sheet, SheetRow row) => string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{row.Number}");

    private static string PlaceOf(Sheet sheet, int column, SheetRow row) => $"{sheet.Name}!{CellNames.Of(column, row.Number)}";

    private void Report(string path, string code, params (string Name, object? Value)[] arguments) => problems.Add(FieldError.Of(path, code, arguments));

    /// <summary>A row that is already in the tree.</summary>
    private sealed record TreeRow(JsonObject Node, string Code, int Level, string Path)
    {
        public JsonArray Items()
        {
            if (Node["items"] is not JsonArray items)
                Node["items"] = items = [];
            return items;
        }
    }
}
