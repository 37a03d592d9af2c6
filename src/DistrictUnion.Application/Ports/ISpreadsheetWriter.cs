namespace DistrictUnion.Application.Ports;

/// <summary>How a row looks.</summary>
public enum RowTone
{
    /// <summary>As usual.</summary>
    Plain,

    /// <summary>Column headings.</summary>
    Heading,

    /// <summary>A title over the whole width; only its first cell is written.</summary>
    Title,

    /// <summary>A line of text over the whole width; only its first cell is written.</summary>
    Line,

    /// <summary>Refused: coloured.</summary>
    Refused,
}

/// <summary>A column to write.</summary>
/// <param name="Width">Width in characters.</param>
/// <param name="IsText">Whether what people type into it stays text, as codes with leading zeros must.</param>
/// <param name="Wraps">Whether long text is wrapped.</param>
/// <param name="Choices">Name of the list, among <see cref="WorkbookContent.Choices"/>, that people choose from below the headings; null: anything.</param>
public sealed record SheetColumn(int Width, bool IsText = false, bool Wraps = false, string? Choices = null);

/// <summary>A row to write.</summary>
/// <param name="Cells">Cells from the first column on.</param>
/// <param name="Tone">How it looks.</param>
/// <param name="Height">Height in points; null: as its text needs.</param>
public sealed record ContentRow(IReadOnlyList<SheetCell> Cells, RowTone Tone = RowTone.Plain, int? Height = null);

/// <summary>A sheet to write; its rows are asked for one by one, and none is kept.</summary>
/// <param name="Name">Name.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows.</param>
/// <param name="FrozenRows">Rows that stay in sight, and are repeated on every printed page.</param>
/// <param name="HasGrid">Whether cells have borders.</param>
public sealed record SheetContent(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<ContentRow> Rows, int FrozenRows = 1, bool HasGrid = false)
{
    /// <summary>Whether only the cells that are for input (<see cref="SheetCell.IsInput"/>) can be changed. There is no password: it keeps from mistakes, not from people.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Who sees the sheet.</summary>
    public SheetVisibility Visibility { get; init; }

    /// <summary>Cells that are shown as one; only the first of each is written with content.</summary>
    public IReadOnlyList<CellRange> Merged { get; init; } = [];

    /// <summary>What may be typed into cells.</summary>
    public IReadOnlyList<CellRule> Rules { get; init; } = [];
}

/// <summary>Who sees a sheet.</summary>
public enum SheetVisibility
{
    /// <summary>Everybody.</summary>
    Visible,

    /// <summary>Whoever asks the program to show hidden sheets.</summary>
    Hidden,

    /// <summary>Nobody; the program doesn't offer to show it.</summary>
    VeryHidden,
}

/// <summary>A rectangle of cells; all ends inclusive, columns from 0, rows from 1.</summary>
public readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    /// <summary>One cell.</summary>
    public static CellRange Of(int column, int row) => new(row, column, row, column);
}

/// <summary>What may be typed into cells; spreadsheet programs refuse anything else.</summary>
/// <param name="Ranges">The cells.</param>
public abstract record CellRule(IReadOnlyList<CellRange> Ranges);

/// <summary>One of a list among <see cref="WorkbookContent.Choices"/>.</summary>
public sealed record ChoiceRule(IReadOnlyList<CellRange> Ranges, string Choices) : CellRule(Ranges);

/// <summary>A number within inclusive bounds.</summary>
public sealed record NumberRule(IReadOnlyList<CellRange> Ranges, decimal From, decimal To, bool IsWhole) : CellRule(Ranges);

/// <summary>A day, from the first on that every program counts alike.</summary>
public sealed record DayRule(IReadOnlyList<CellRange> Ranges) : CellRule(Ranges);

/// <summary>A list that people choose from.</summary>
/// <param name="Name">Name, which stands over the list.</param>
/// <param name="Values">Values.</param>
public sealed record ChoiceList(string Name, IReadOnlyList<string> Values);

/// <summary>A workbook to write.</summary>
/// <param name="Sheets">Sheets, at least one.</param>
/// <param name="Choices">Lists that columns refer to; they stand in a sheet of their own.</param>
/// <param name="ChoicesName">Name of that sheet.</param>
/// <param name="ChoicesVisibility">Who sees that sheet.</param>
public sealed record WorkbookContent(
    IReadOnlyList<SheetContent> Sheets, IReadOnlyList<ChoiceList>? Choices = null, string ChoicesName = "选项", SheetVisibility ChoicesVisibility = SheetVisibility.Visible);

/// <summary>Writes workbooks (.xlsx). Every text is written as text, never as a formula.</summary>
public interface ISpreadsheetWriter
{
    /// <summary>Writes a workbook, row by row.</summary>
    /// <param name="content">What to write.</param>
    /// <param name="stream">Where to; it must be able to seek.</param>
    void Write(WorkbookContent content, Stream stream);
}
