using DistrictUnion.Domain.Care;
using Xunit;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>
/// Suppression against a reader who knows its rules and has time: every table with the same total is tried, and no number that is hidden may be
/// the same in all of them that look alike.
/// </summary>
public sealed class SmallCellTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_hidden_number_can_be_worked_out_from_its_total_and_its_neighbours(int size)
    {
        for (var total = SmallCells.Least; total <= 42; total++)
            AssertNothingIsTold(Tables(total, size).Select(counts => (counts, Published: Shown(SmallCells.Of(CellsOf(counts), isTotalShown: true)))));
    }

    [Fact]
    public void No_hidden_number_can_be_worked_out_from_zones_and_their_schools()
    {
        for (var total = SmallCells.Least; total <= 24; total++)
            AssertNothingIsTold(Tables(total, 5).Select(counts => (counts, Published: ShownOfZones(counts[..2], counts[2..]))));
        AssertNothingIsTold(Enumerable.Range(0, SmallCells.Least).SelectMany(total => Tables(total, 4)).Select(counts => (counts, Published: ShownOfZones(counts[..2], counts[2..]))));
    }

    [Theory]
    [InlineData(new[] { 4, 5, 30 }, new[] { -1, -1, 30 })]
    [InlineData(new[] { 5, 6, 30 }, new[] { 5, 6, 30 })]
    [InlineData(new[] { 1, 30, 40 }, new[] { -1, -1, -1 })]
    [InlineData(new[] { 4, 4, 30 }, new[] { -1, -1, 30 })]
    [InlineData(new[] { 4, 4, 9 }, new[] { -1, -1, -1 })]
    [InlineData(new[] { 3, 4, 30 }, new[] { -1, -1, 30 })]
    [InlineData(new[] { 0, 0, 30, 12 }, new[] { -1, -1, 30, -1 })]
    [InlineData(new[] { 0, 0, 30, 31 }, new[] { -1, -1, -1, -1 })]
    public void Numbers_under_five_are_hidden_with_as_many_others_as_it_takes(int[] counts, int[] shown) => Assert.Equal(shown, SmallCells.Of(CellsOf(counts), isTotalShown: true).Select(c => c.Count ?? -1));

    [Fact]
    public void A_total_under_five_is_hidden_with_everything_below_it()
    {
        Assert.Null(SmallCells.Total(4));
        Assert.Equal(5, SmallCells.Total(5));
        Assert.All(SmallCells.Of(CellsOf([1, 3]), isTotalShown: false), c => Assert.Null(c.Count));
    }

    [Fact]
    public void What_is_shown_is_true_and_never_small_and_what_is_hidden_is_never_one_number_or_less_than_five_people() => Seeds.Hold(draw =>
    {
        int[] counts = [.. Enumerable.Range(0, draw.Int(2, 30)).Select(_ => draw.Chance(50) ? draw.Int(0, 6) : draw.Int(0, 80))];
        if (counts.Sum() < SmallCells.Least)
            return;
        var cells = SmallCells.Of(CellsOf(counts), isTotalShown: true);
        var hidden = cells.Where(c => c.Count is null).ToList();
        Assert.All(cells.Where(c => c.Count is not null), c => Assert.True(c.Count >= SmallCells.Least && c.Count == counts[c.Key]));
        Assert.True(hidden.Count != 1, "One hidden number is the total without the others.");
        Assert.True(hidden.Count == 0 || hidden.Sum(c => counts[c.Key]) >= SmallCells.Least);
    });

    private static List<Cell<int>> CellsOf(IEnumerable<int> counts) => [.. counts.Select((count, i) => new Cell<int>(i, count))];

    private static string Shown(IEnumerable<Cell<int>> cells) => string.Join(' ', cells.Select(c => c.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"));

    /// <summary>What is published of two zones and their schools, as the overview does it.</summary>
    private static string ShownOfZones(int[] first, int[] second)
    {
        var total = SmallCells.Total(first.Sum() + second.Sum());
        var zones = SmallCells.Of(CellsOf([first.Sum(), second.Sum()]), total is not null);
        return $"{total} | {Shown(zones)} | {Shown(SmallCells.Of(CellsOf(first), zones[0].Count is not null))} | {Shown(SmallCells.Of(CellsOf(second), zones[1].Count is not null))}";
    }

    /// <summary>Every hidden number takes two values at least among the tables that are published alike. A published table is told from its hidden cells by their mark.</summary>
    private static void AssertNothingIsTold(IEnumerable<(int[] Counts, string Published)> tables)
    {
        foreach (var alike in tables.GroupBy(t => t.Published, StringComparer.Ordinal))
        {
            var marks = alike.Key.Split(" | ")[^1] == alike.Key ? alike.Key.Split(' ') : [.. alike.Key.Split(" | ").Skip(2).SelectMany(part => part.Split(' '))];
            for (var i = 0; i < marks.Length; i++)
            {
                if (marks[i] == "-")
                    Assert.True(alike.Select(t => t.Counts[i]).Distinct().Count() >= 2, $"“{alike.Key}” tells that number {i} is {alike.First().Counts[i]}.");
            }
        }
    }

    /// <summary>All tables of a size with a total.</summary>
    private static IEnumerable<int[]> Tables(int total, int size)
    {
        if (size == 1)
            return [[total]];
        return Enumerable.Range(0, total + 1).SelectMany(first => Tables(total - first, size - 1).Select(rest => (int[])[first, .. rest]));
    }
}
