using DistrictUnion.Application.Ports;

namespace DistrictUnion.Application.Imports;

/// <summary>Makes the template of an import: its headings and nothing else, lists to choose from, and a sheet that explains the columns.</summary>
public static class ImportTemplate
{
    private const int MinWidth = 12;
    private const int MaxWidth = 30;

    /// <summary>The template.</summary>
    /// <param name="table">Columns.</param>
    /// <param name="messages">Words.</param>
    /// <param name="more">Lists that only this template has, by column.</param>
    /// <param name="explained">Further sheets that explain.</param>
    public static ExportedWorkbook Of<T>(
        ImportTable<T> table,
        IMessages messages,
        IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>? more = null,
        IReadOnlyList<SheetContent>? explained = null)
        where T : class
    {
        var choices = table.Columns.Select(c => (Column: c, Values: ChoicesOf(c, messages, more))).Where(c => c.Values.Count > 0).ToList();
        var lists = choices.ToDictionary(c => c.Column, c => new ChoiceList(HeadingOf(c.Column, messages), c.Values));
        var rows = new SheetContent(
            messages.Of($"import.{table.Name}"),
            [.. table.Columns.Select(c => new SheetColumn(
                Math.Clamp((HeadingOf(c, messages).Length * 2) + 4, MinWidth, MaxWidth), c.IsText, Choices: lists.TryGetValue(c, out var list) ? list.Name : null))],
            [new ContentRow([.. table.Columns.Select(c => SheetCell.Of(HeadingOf(c, messages)))], RowTone.Heading)]);
        return new ExportedWorkbook(
            messages.Of("file.template", ("import", messages.Of($"import.{table.Name}"))),
            $"{table.Name}-template",
            new WorkbookContent([rows, Explanation(table, messages, lists), .. explained ?? []], [.. lists.Values], messages.Of("sheet.choices")));
    }

    private static SheetContent Explanation<T>(ImportTable<T> table, IMessages messages, Dictionary<ImportColumn, ChoiceList> lists)
        where T : class
    {
        string[] headings = ["explain.column", "explain.field", "explain.required", "explain.allowed", "explain.meaning"];
        return new SheetContent(
            messages.Of("sheet.explanation"),
            [new SheetColumn(16, IsText: true), new SheetColumn(16, IsText: true), new SheetColumn(10, IsText: true), new SheetColumn(36, IsText: true, Wraps: true), new SheetColumn(60, IsText: true, Wraps: true)],
            [
                new ContentRow([.. headings.Select(h => SheetCell.Of(messages.Of($"template.{h}")))], RowTone.Heading),
                .. table.Columns.Select(c => new ContentRow(
                [
                    SheetCell.Of(c.Heading),
                    SheetCell.Of(c.Name),
                    SheetCell.Of(messages.Of(c.IsRequired ? "template.yes" : "template.no")),
                    SheetCell.Of(lists.TryGetValue(c, out var list) ? string.Join(messages.AreChinese ? "、" : ", ", list.Values) : null),
                    SheetCell.Of(messages.Of($"column.{table.Name}.{c.Name}")),
                ])),
            ]);
    }

    private static IReadOnlyList<string> ChoicesOf(ImportColumn column, IMessages messages, IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>? more) =>
        more is not null && more.TryGetValue(column, out var values) ? values : [.. column.Words.Select(w => messages.AreChinese ? w.Label : w.Word)];

    private static string HeadingOf(ImportColumn column, IMessages messages) => messages.AreChinese ? column.Heading : column.Name;
}
