using System.Collections;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>
/// Rows of a sheet, each made when it is asked for. A table says the same again and again (codes of schools, names of data items,
/// small numbers), so equal cells are kept once and a row is the places of its cells: a few bytes instead of some hundred.
/// </summary>
internal sealed class PackedRows : IReadOnlyList<SheetRow>
{
    /// <summary>Different cells that are recognised again; beyond them a file isn't repetitive.</summary>
    private const int MostKnown = 50_000;

    /// <summary>Longer texts are hardly repeated.</summary>
    private const int LongestKnown = 64;

    private readonly Dictionary<SheetCell, int> known = [];
    private readonly List<SheetCell> cells = [];
    private readonly List<int> places = [];
    private readonly List<PackedRow> rows = [];

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public SheetRow this[int index]
    {
        get
        {
            var row = rows[index];
            var of = new SheetCell[(index + 1 < rows.Count ? rows[index + 1].First : places.Count) - row.First];
            for (var i = 0; i < of.Length; i++)
                of[i] = cells[places[row.First + i]];
            return new SheetRow(row.Number, of, row.IsHidden);
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(int number, ReadOnlySpan<SheetCell> content, bool isHidden = false)
    {
        rows.Add(new PackedRow(number, places.Count, isHidden));
        foreach (var cell in content)
            places.Add(PlaceOf(cell));
    }

    /// <inheritdoc/>
    public IEnumerator<SheetRow> GetEnumerator()
    {
        for (var i = 0; i < rows.Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(SheetCell cell)
    {
        if (cell.Text.Length > LongestKnown)
            return Keep(cell);
        if (known.TryGetValue(cell, out var place))
            return place;
        place = Keep(cell);
        if (known.Count < MostKnown)
            known.Add(cell, place);
        return place;
    }

    private int Keep(SheetCell cell)
    {
        cells.Add(cell);
        return cells.Count - 1;
    }

    /// <summary>Number of a row in the sheet, and where its places begin.</summary>
    private readonly record struct PackedRow(int Number, int First, bool IsHidden);
}
