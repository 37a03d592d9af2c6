using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Imports;

/// <summary>
/// Makes the error workbook of an import: the rows as they were sent, what became of each and why. The headings stand in the
/// first row, so that the corrected file can be sent again as it is.
/// </summary>
public static class ImportResultWorkbook
{
    private const int Width = 16;
    private const int MessageWidth = 60;

    /// <summary>The workbook of an import that was carried out, or tried.</summary>
    public static ExportedWorkbook Of<T>(string name, SentImport<T> sent, ImportReport report, IMessages messages)
        where T : class
    {
        var rows = report.Rows.Select(r => (
            r.Row,
            r.Status == ImportRowStatus.Rejected,
            StatusOf(r.Status, report.Stored, messages),
            r.Code is { } code ? messages.Format(code, r.Arguments ?? new Dictionary<string, object?>()) : null));
        (string, string)[] counts =
        [
            (messages.Word("importStatus", ImportRowStatus.Created), Text(report.Created)),
            (messages.Word("importStatus", ImportRowStatus.Updated), Text(report.Updated)),
            (messages.Word("importStatus", ImportRowStatus.Unchanged), Text(report.Unchanged)),
            (messages.Word("importStatus", ImportRowStatus.Rejected), Text(report.Rejected)),
            (messages.Of("import.stored"), messages.Of(report.Stored ? "template.yes" : "template.no")),
        ];
        return Of(name, sent, rows, counts, messages);
    }

    /// <summary>The workbook of an import that was refused as a whole because of some rows; null when it wasn't because of rows.</summary>
    public static ExportedWorkbook? Of<T>(string name, SentImport<T> sent, ValidationError refusal, IMessages messages)
        where T : class
    {
        var problems = sent.Lines.ToDictionary(l => l.Number, l => refusal.Fields.Where(f => f.Path.StartsWith(l.PathOf(""), StringComparison.Ordinal)).ToList());
        if (problems.Values.Sum(p => p.Count) != refusal.Fields.Count)
            return null;
        var rows = sent.Lines.Select(l => (
            l.Number,
            problems[l.Number].Count > 0,
            messages.Of(problems[l.Number].Count > 0 ? "word.importStatus.rejected" : "import.notTaken"),
            problems[l.Number].Count > 0 ? string.Join('\n', problems[l.Number].Select(f => messages.Format(f.Code, f.Arguments))) : null));
        (string, string)[] counts =
        [
            (messages.Word("importStatus", ImportRowStatus.Rejected), Text(problems.Values.Count(p => p.Count > 0))),
            (messages.Of("import.stored"), messages.Of("template.no")),
        ];
        return Of(name, sent, rows, counts, messages);
    }

    private static ExportedWorkbook Of<T>(
        string name,
        SentImport<T> sent,
        IEnumerable<(int Number, bool IsRefused, string Status, string? Message)> rows,
        IReadOnlyList<(string Name, string Value)> counts,
        IMessages messages)
        where T : class
    {
        // Columns that an earlier error workbook added don't come back a second time.
        var kept = sent.Headings.Select((heading, i) => (heading, i)).Where(h => !ImportResultColumns.Are(h.heading.Trim())).ToList();
        string[] added = messages.AreChinese
            ? [ImportResultColumns.StatusHeading, ImportResultColumns.MessageHeading]
            : [ImportResultColumns.Status, ImportResultColumns.Message];
        IEnumerable<ContentRow> Rows()
        {
            yield return new ContentRow([.. kept.Select(h => SheetCell.Of(h.heading)), .. added.Select(SheetCell.Of)], RowTone.Heading);
            foreach (var (number, isRefused, status, message) in rows)
            {
                var cells = sent.Cells(number);
                yield return new ContentRow(
                    [.. kept.Select(h => h.i < cells.Count ? AsSent(cells[h.i]) : SheetCell.Empty), SheetCell.Of(status), SheetCell.Of(message)],
                    isRefused ? RowTone.Refused : RowTone.Plain);
            }
        }

        return new ExportedWorkbook(
            messages.Of("file.importResult", ("import", messages.Of($"import.{name}"))),
            $"{name}-import-result",
            new WorkbookContent(
            [
                new SheetContent(
                    messages.Of("sheet.importResult"),
                    [.. kept.Select(_ => new SheetColumn(Width)), new SheetColumn(Width, IsText: true), new SheetColumn(MessageWidth, IsText: true, Wraps: true)],
                    Rows()),
                new SheetContent(
                    messages.Of("sheet.importSummary"),
                    [new SheetColumn(Width, IsText: true), new SheetColumn(Width, IsText: true)],
                    counts.Select(c => new ContentRow([SheetCell.Of(c.Name), SheetCell.Of(c.Value)])),
                    FrozenRows: 0),
            ]));
    }

    /// <summary>A cell as it was sent; of what can't be taken, such as a formula, what it showed.</summary>
    private static SheetCell AsSent(SheetCell cell) => cell.Kind == SheetCellKind.Refused ? SheetCell.Of(cell.Shown) : cell with { IsMerged = false };

    private static string StatusOf(ImportRowStatus status, bool stored, IMessages messages)
    {
        var word = messages.Word("importStatus", status);
        return stored || status is ImportRowStatus.Rejected or ImportRowStatus.Unchanged ? word : messages.Of("import.wouldBe", ("status", word));
    }

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
