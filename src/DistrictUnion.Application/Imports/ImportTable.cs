using System.Collections;
using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Imports;

/// <summary>A row of an import: what it says, or why it can't be read.</summary>
/// <typeparam name="T">Type of the row.</typeparam>
/// <param name="Number">Number of the row, from 1 (a header isn't counted).</param>
/// <param name="Row">What it says; null when it can't be read.</param>
/// <param name="Problem">Why it can't be read.</param>
/// <param name="Key">What it seems to name, where it can't be read.</param>
public sealed record ImportLine<T>(int Number, T? Row, FieldError? Problem = null, string Key = "")
    where T : class
{
    /// <summary>Path of a field of the row in problem details.</summary>
    public string PathOf(string field) => string.Create(CultureInfo.InvariantCulture, $"[{Number - 1}].{field}");
}

/// <summary>Rows of an import, and how they were sent.</summary>
/// <typeparam name="T">Type of the rows.</typeparam>
/// <param name="Lines">Rows.</param>
/// <param name="Headings">Headings as sent; names of fields where none were.</param>
/// <param name="Cells">Cells of each row as sent.</param>
public sealed record SentImport<T>(IReadOnlyList<ImportLine<T>> Lines, IReadOnlyList<string> Headings, Func<int, IReadOnlyList<SheetCell>> Cells)
    where T : class;

/// <summary>A list whose items are made anew each time one is asked for.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="count">Number of items.</param>
/// <param name="read">Makes the item of a place, from 0.</param>
internal sealed class ReadWhenAsked<T>(int count, Func<int, T> read) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public T this[int index] => read(index);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return read(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Lines of rows that need no reading.</summary>
public static class ImportLines
{
    /// <summary>The lines of rows.</summary>
    public static IReadOnlyList<ImportLine<T>> Of<T>(IEnumerable<T> rows)
        where T : class => [.. rows.Select((row, i) => new ImportLine<T>(i + 1, row))];
}

/// <summary>The columns of an import: the one place that says what a file's columns are, for reading it and for its template.</summary>
/// <typeparam name="T">Type of the rows.</typeparam>
/// <param name="Name">Name of the import.</param>
/// <param name="Columns">Columns; the first says what a row is about.</param>
/// <param name="Read">Makes a row of a file's row.</param>
/// <param name="Show">Cells of a row, in the order of the columns.</param>
public sealed record ImportTable<T>(
    string Name, IReadOnlyList<ImportColumn> Columns, Func<ImportCells, T> Read, Func<T, IReadOnlyList<SheetCell>> Show)
    where T : class
{
    /// <summary>How far down the headings may stand: below a title and a line of explanation.</summary>
    private const int MaxHeadingRow = 20;

    /// <summary>Rows that were sent without a file.</summary>
    public SentImport<T> OfRows(IReadOnlyList<T> rows) =>
        new(ImportLines.Of(rows), [.. Columns.Select(c => c.Name)], number => Show(rows[number - 1]));

    /// <summary>
    /// Reads the rows of a sheet, each when it is asked for: a large file weighs, and what its rows say is read again sooner than kept.
    /// What is wrong with a row is that row's problem; what is wrong with the headings is the file's.
    /// </summary>
    public Result<SentImport<T>> OfSheet(Sheet sheet)
    {
        if (sheet.Rows.Count == 0)
            return ValidationError.Of("$", "workbook.empty");
        var place = Math.Max(0, PlaceOfHeading(sheet.Rows));
        var heading = sheet.Rows[place];
        var places = PlacesOf(heading);
        if (!places.IsSuccess)
            return places.As<SentImport<T>>();
        var rows = new ReadWhenAsked<SheetRow>(sheet.Rows.Count - place - 1, i => sheet.Rows[place + 1 + i]);
        var byNumber = new Lazy<Dictionary<int, int>>(() => rows.Select((row, i) => (row.Number, i)).ToDictionary(r => r.Number - heading.Number, r => r.i));
        return new SentImport<T>(
            new ReadWhenAsked<ImportLine<T>>(rows.Count, i => LineOf(rows[i], heading.Number, places.Value)),
            [.. heading.Cells.Select(c => c.Text)],
            number => rows[byNumber.Value[number]].Cells);
    }

    private int PlaceOfHeading(IReadOnlyList<SheetRow> rows)
    {
        for (var i = 0; i < rows.Count && rows[i].Number <= MaxHeadingRow; i++)
        {
            if (IsHeading(rows[i]))
                return i;
        }

        return -1;
    }

    private ImportLine<T> LineOf(SheetRow row, int headingNumber, IReadOnlyDictionary<ImportColumn, int> places)
    {
        var number = row.Number - headingNumber;
        var cells = new ImportCells(row, places);
        var read = Read(cells);
        var problem = row.IsHidden ? FieldError.Of("$", "sheet.hiddenRow", ("row", row.Number)) : cells.Problem;
        return problem is null ? new ImportLine<T>(number, read) : new ImportLine<T>(number, null, problem, cells.TextOf(Columns[0]));
    }

    private bool IsHeading(SheetRow row) => Columns.Where(c => c.IsRequired).All(c => row.Cells.Any(cell => c.IsHeadedBy(Plain(cell.Text))));

    private Result<IReadOnlyDictionary<ImportColumn, int>> PlacesOf(SheetRow heading)
    {
        Dictionary<ImportColumn, int> places = [];
        List<FieldError> problems = [];
        for (var i = 0; i < heading.Cells.Count; i++)
        {
            var text = Plain(heading.Cells[i].Text);
            if (text.Length == 0 || ImportResultColumns.Are(text))
                continue;
            if (Columns.FirstOrDefault(c => c.IsHeadedBy(text)) is not { } column)
                problems.Add(FieldError.Of("$", "columns.unknown", ("column", text), ("known", Columns.Select(c => c.Heading).ToList())));
            else if (!places.TryAdd(column, i))
                problems.Add(FieldError.Of("$", "columns.twice", ("column", text)));
        }

        problems.AddRange(Columns.Where(c => c.IsRequired && !places.ContainsKey(c))
            .Select(c => FieldError.Of("$", "columns.missing", ("column", c.Name), ("heading", c.Heading))));
        return problems.Count > 0 ? new ValidationError(problems) : places;
    }

    private static string Plain(string heading) => heading.Trim().TrimEnd('*').TrimEnd();
}

/// <summary>The columns that an error workbook adds; a file that has them is taken in again without them.</summary>
internal static class ImportResultColumns
{
    public const string Status = "importStatus";
    public const string StatusHeading = "导入结果";
    public const string Message = "importMessage";
    public const string MessageHeading = "导入说明";

    public static bool Are(string heading) => heading is Status or StatusHeading or Message or MessageHeading;
}

/// <summary>The cells of one row while it is read; it remembers the first problem.</summary>
public sealed class ImportCells
{
    private readonly SheetRow row;
    private readonly IReadOnlyDictionary<ImportColumn, int> places;

    internal ImportCells(SheetRow row, IReadOnlyDictionary<ImportColumn, int> places) => (this.row, this.places) = (row, places);

    internal FieldError? Problem { get; private set; }

    /// <summary>The value of a column. Where there is none that will do, the default, and the row has a problem.</summary>
    public T Of<T>(ImportColumn<T> column)
    {
        var cell = CellOf(column);
        if (cell.IsMerged)
            return Refuse<T>(column, "sheet.merged");
        if (cell.Kind == SheetCellKind.Refused)
            return Refuse<T>(column, cell.Text);
        if (cell.Text.Length == 0)
            return column.IsRequired ? Refuse<T>(column, "csv.cellRequired") : default!;
        var read = column.Read(cell);
        return read.Problem is { } problem ? Refuse<T>(column, problem, read.Allowed) : read.Value!;
    }

    internal string TextOf(ImportColumn column) => CellOf(column) is { Kind: not SheetCellKind.Refused } cell ? cell.Text : "";

    private SheetCell CellOf(ImportColumn column) =>
        places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : SheetCell.Empty;

    private T Refuse<T>(ImportColumn column, string code, IReadOnlyList<string>? allowed = null)
    {
        Problem ??= FieldError.Of(
            column.Name, code, ("column", column.Heading), ("cell", CellNames.Of(places.GetValueOrDefault(column), row.Number)), ("allowed", allowed ?? []));
        return default!;
    }
}

/// <summary>Names of cells as spreadsheet programs show them.</summary>
internal static class CellNames
{
    /// <summary>For example C5 for the third column (counted from 0) of row 5.</summary>
    public static string Of(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
