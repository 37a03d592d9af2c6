namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>A range of cells that are shown as one; all ends inclusive, columns from 0, rows from 1.</summary>
internal readonly record struct MergedRange(int Top, int Left, int Bottom, int Right);

/// <summary>What the values of a sheet don't tell.</summary>
internal sealed class SheetFacts
{
    /// <summary>Cells that must not be taken, with the reason.</summary>
    public Dictionary<(int Row, int Column), string> Refused { get; } = [];

    /// <summary>Rows that people don't see.</summary>
    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>Cells that are shown as one.</summary>
    public List<MergedRange> Merged { get; } = [];

    /// <summary>Greatest row number, from 1.</summary>
    public int LastRow { get; set; }

    /// <summary>Greatest column number, from 1.</summary>
    public int LastColumn { get; set; }
}

/// <summary>What the values of a workbook don't tell.</summary>
/// <param name="CountsFrom1904">Whether days are counted from 1904.</param>
/// <param name="Sheets">Sheets in the order of the workbook.</param>
internal sealed record WorkbookFacts(bool CountsFrom1904, IReadOnlyList<SheetFacts> Sheets);

/// <summary>A workbook is refused as a whole.</summary>
internal sealed class WorkbookRefusedException(string code) : Exception(code)
{
    public string Code => Message;
}
