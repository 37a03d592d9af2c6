using System.Text.Json;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Application.Schemes;

/// <summary>Lays the canonical text of a scheme out in sheets; <see cref="SchemeWorkbookReader"/> makes the same scheme of them again.</summary>
internal static class SchemeWorkbookWriter
{
    private const int MaxIndent = 4;

    /// <summary>The workbook of a scheme.</summary>
    public static WorkbookContent Write(JsonElement scheme, IMessages messages)
    {
        var lists = SchemeSheets.All.SelectMany(s => s.Columns.Where(c => c.Words is not null).Select(c => new ChoiceList(ListNameOf(s, c, messages), c.Words!))).ToList();
        return new WorkbookContent(
            [
                SchemeSheet(scheme, messages),
                Sheet(SchemeSheets.Facts, ItemsOf(scheme, "facts").Select(f => RowOf(SchemeSheets.Facts, c => FactCell(f, c))), messages),
                Sheet(SchemeSheets.Indicators, Indicators(ItemsOf(scheme, "sections"), null, 1), messages),
                .. SchemeSheets.Lists.Select(l => Sheet(l, ItemsOf(scheme, l.Name).Select(item => RowOf(l, c => CellOf(item, c))), messages)),
            ],
            lists,
            SchemeSheets.Choices[messages.AreChinese ? 0 : 1]);
    }

    private static SheetContent SchemeSheet(JsonElement scheme, IMessages messages) => new(
        NameOf(SchemeSheets.Scheme, messages),
        [new SheetColumn(24, IsText: true), new SheetColumn(60, Wraps: true)],
        [
            new ContentRow([SheetCell.Of(messages.Of("template.explain.column")), SheetCell.Of(messages.Of("template.content"))], RowTone.Heading),
            .. SchemeSheets.Scheme.Columns.Select(c => new ContentRow([SheetCell.Of(messages.AreChinese ? c.Heading : c.Property), CellOf(scheme, c)])),
        ],
        HasGrid: true);

    private static SheetContent Sheet(SchemeSheet sheet, IEnumerable<ContentRow> rows, IMessages messages) => new(
        NameOf(sheet, messages),
        [.. sheet.Columns.Select(c => new SheetColumn(
            c.Width, c.Kind is not SchemeCellKind.Number, c.Kind is SchemeCellKind.Json or SchemeCellKind.List, c.Words is null ? null : ListNameOf(sheet, c, messages)))],
        rows.Prepend(new ContentRow([.. sheet.Columns.Select(c => SheetCell.Of(messages.AreChinese ? c.Heading : c.Property))], RowTone.Heading)),
        HasGrid: true);

    private static IEnumerable<ContentRow> Indicators(IEnumerable<JsonElement> nodes, string? parent, int level)
    {
        foreach (var node in nodes)
        {
            yield return RowOf(SchemeSheets.Indicators, column => column.Property switch
            {
                SchemeSheets.Level => SheetCell.Of((decimal)level),
                SchemeSheets.Parent => SheetCell.Of(parent),
                "name" => CellOf(node, column) with { Indent = (byte)Math.Min(level - 1, MaxIndent) },
                _ => CellOf(node, column),
            });
            foreach (var row in Indicators(ItemsOf(node, "items"), node.GetProperty("code").GetString(), level + 1))
                yield return row;
        }
    }

    private static ContentRow RowOf(SchemeSheet sheet, Func<SchemeColumn, SheetCell> cellOf) => new([.. sheet.Columns.Select(cellOf)]);

    private static SheetCell FactCell(JsonElement fact, SchemeColumn column) => column.Property switch
    {
        SchemeSheets.RangeFrom or SchemeSheets.RangeTo => fact.TryGetProperty("range", out var range)
            ? new SheetCell(SheetCellKind.Number, range[column.Property == SchemeSheets.RangeFrom ? 0 : 1].GetRawText())
            : SheetCell.Empty,
        _ => CellOf(fact, column),
    };

    private static SheetCell CellOf(JsonElement item, SchemeColumn column)
    {
        foreach (var step in column.Property.Split('.'))
        {
            if (!item.TryGetProperty(step, out item))
                return SheetCell.Empty;
        }

        return item.ValueKind switch
        {
            JsonValueKind.String => SheetCell.Of(item.GetString()),
            JsonValueKind.Number => new SheetCell(SheetCellKind.Number, item.GetRawText()),
            JsonValueKind.Array when column.Kind == SchemeCellKind.List => SheetCell.Of(SchemeLists.Write([.. item.EnumerateArray().Select(i => i.GetString()!)])),
            _ => SheetCell.Of(item.GetRawText()),
        };
    }

    private static JsonElement.ArrayEnumerator ItemsOf(JsonElement item, string list) => item.TryGetProperty(list, out var items) ? items.EnumerateArray() : default;

    private static string NameOf(SchemeSheet sheet, IMessages messages) => messages.AreChinese ? sheet.ChineseName : sheet.Name;

    private static string ListNameOf(SchemeSheet sheet, SchemeColumn column, IMessages messages) =>
        messages.AreChinese ? $"{sheet.ChineseName}·{column.Heading}" : $"{sheet.Name}.{column.Property}";
}

/// <summary>Lists of texts in one cell.</summary>
internal static class SchemeLists
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Texts separated by semicolons, nothing for none; as JSON where one of them holds what would be taken for something else.</summary>
    public static string? Write(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : texts.All(IsPlain) ? string.Join("; ", texts) : JsonSerializer.Serialize(texts, Readable);

    /// <summary>Reads what <see cref="Write"/> writes, and what people type.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        if (!text.TrimStart().StartsWith('['))
            return text.Split([';', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return JsonSerializer.Deserialize<List<string>>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && text == text.Trim() && text[0] != '[' && !text.AsSpan().ContainsAny(";；\n\r");
}
