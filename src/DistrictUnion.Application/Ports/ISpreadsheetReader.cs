using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>What a cell holds.</summary>
public enum SheetCellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Characters of a file without types (CSV); they may stand for anything.</summary>
    Untyped,

    /// <summary>Text, whatever it looks like.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Something that must not be taken; the text is the code of the reason.</summary>
    Refused,
}

/// <summary>A cell of a sheet, read or to be written.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The content as text: numbers with a point, days as ISO 8601, <c>true</c> or <c>false</c>.</param>
/// <param name="Indent">Steps by which the text is indented, 0…4; only written.</param>
/// <param name="IsMerged">Whether it is shown as one with other cells; only read.</param>
/// <param name="Shown">What a refused cell shows, to hand it back.</param>
/// <param name="IsInput">Whether people may change it on a protected sheet; only written. A day without text is an empty cell for one.</param>
public readonly record struct SheetCell(SheetCellKind Kind, string Text, byte Indent = 0, bool IsMerged = false, string? Shown = null, bool IsInput = false)
{
    /// <summary>A cell that must not be taken, for a reason, and what it shows.</summary>
    public static SheetCell Refused(string code, string? shown) => new(SheetCellKind.Refused, code, Shown: shown);

    /// <summary>A cell without content.</summary>
    public static SheetCell Empty { get; } = new(SheetCellKind.Empty, "");

    /// <summary>A cell with text; nothing for null.</summary>
    public static SheetCell Of(string? text) => text is null ? Empty : new(SheetCellKind.Text, text);

    /// <summary>A cell with a number; nothing for null.</summary>
    public static SheetCell Of(decimal? number) =>
        number is { } value ? new(SheetCellKind.Number, value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture)) : Empty;

    /// <summary>A cell with a day; nothing for null.</summary>
    public static SheetCell Of(DateOnly? day) =>
        day is { } value ? new(SheetCellKind.Date, value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : Empty;
}

/// <summary>A row that was read.</summary>
/// <param name="Number">Number in the sheet, from 1.</param>
/// <param name="Cells">Cells from the first column on, without empty ones at the end.</param>
/// <param name="IsHidden">Whether people who look at the sheet don't see it.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false);

/// <summary>A sheet that was read: its rows that hold anything.</summary>
/// <param name="Name">Name.</param>
/// <param name="Rows">Rows.</param>
/// <param name="IsHidden">Whether people don't see it.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, bool IsHidden = false);

/// <summary>
/// Reads workbooks (.xlsx). Nothing in them is executed, followed or looked up elsewhere; a file that wants any of that is
/// refused, and so is one that unpacks to more than it may.
/// </summary>
public interface ISpreadsheetReader
{
    /// <summary>The first sheet that people see.</summary>
    Result<Sheet> ReadFirst(Stream stream);

    /// <summary>Every sheet that people see.</summary>
    Result<IReadOnlyList<Sheet>> ReadAll(Stream stream);

    /// <summary>Every sheet, those that people don't see included.</summary>
    Result<IReadOnlyList<Sheet>> ReadWhole(Stream stream);
}
