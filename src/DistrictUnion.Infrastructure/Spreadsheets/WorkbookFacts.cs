namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>A range of cells that are shown as one; all ends inclusive, columns from 0, rows from 1.</summary>
internal readonly record struct MergedRange(int Top, int Left, int Bottom, int Right);

/// <summary>Finds the ranges that reach into a row, while a sheet is read from top to bottom.</summary>
internal sealed class MergedRows(IEnumerable<MergedRange> ranges, int columns)
{
    private readonly Queue<MergedRange> waiting = new(ranges.Where(r => r.Left < columns).OrderBy(r => r.Top));
    private readonly List<MergedRange> open = [];

    /// <summary>The ranges of a row; rows are asked for in their order.</summary>
    public IReadOnlyList<MergedRange> At(int row)
    {
        open.RemoveAll(r => r.Bottom < row);
        while (waiting.TryPeek(out var next) && next.Top <= row)
        {
            waiting.Dequeue();
            if (next.Bottom >= row)
                open.Add(next);
        }

        // Ranges don't overlap in a file that a program wrote, so a row has at most one for each column.
        return open.Count <= columns ? open : throw new WorkbookRefusedException("workbook.tooManyMerged");
    }
}

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
