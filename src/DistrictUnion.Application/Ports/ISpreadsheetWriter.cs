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
/// <param name="Choices">Name of the list, among <see cref="WorkbookContent.Choices"/>, that people choose from; null: anything.</param>
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
public sealed record SheetContent(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<ContentRow> Rows, int FrozenRows = 1, bool HasGrid = false);

/// <summary>A list that people choose from.</summary>
/// <param name="Name">Name, which stands over the list.</param>
/// <param name="Values">Values.</param>
public sealed record ChoiceList(string Name, IReadOnlyList<string> Values);

/// <summary>A workbook to write.</summary>
/// <param name="Sheets">Sheets, at least one.</param>
/// <param name="Choices">Lists that columns refer to; they stand in a sheet of their own.</param>
/// <param name="ChoicesName">Name of that sheet.</param>
public sealed record WorkbookContent(IReadOnlyList<SheetContent> Sheets, IReadOnlyList<ChoiceList>? Choices = null, string ChoicesName = "选项");

/// <summary>Writes workbooks (.xlsx). Every text is written as text, never as a formula.</summary>
public interface ISpreadsheetWriter
{
    /// <summary>Writes a workbook, row by row.</summary>
    /// <param name="content">What to write.</param>
    /// <param name="stream">Where to; it must be able to seek.</param>
    void Write(WorkbookContent content, Stream stream);
}
