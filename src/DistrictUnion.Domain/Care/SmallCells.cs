namespace DistrictUnion.Domain.Care;

/// <summary>A number as it may be published; null: it is hidden.</summary>
/// <typeparam name="TKey">What the number belongs to.</typeparam>
/// <param name="Key">What the number belongs to.</param>
/// <param name="Count">The number; null: it is hidden.</param>
public sealed record Cell<TKey>(TKey Key, int? Count);

/// <summary>
/// Suppresses small numbers so that they can't be worked out from what is shown, by somebody who knows these rules. A total under five is
/// hidden with everything below it. Below a total that is shown, numbers under a bound are hidden, and the bound is the first of a fixed
/// ladder at which what is hidden holds at least two numbers, five people in all, and isn't full to the bound; on the last rung everything
/// is hidden. Which numbers are hidden then depends on nothing but which stand below the bound: hidden numbers may change places without
/// changing what is shown, so none of them is told.
/// </summary>
public static class SmallCells
{
    /// <summary>The least number that is shown.</summary>
    public const int Least = 5;

    private static readonly int[] Ladder = [Least, 10, 20, 50, 100, 500, int.MaxValue];

    /// <summary>A total as it may be published.</summary>
    public static int? Total(int total) => total < Least ? null : total;

    /// <summary>The numbers below a total as they may be published.</summary>
    /// <typeparam name="TKey">What a number belongs to.</typeparam>
    /// <param name="cells">All numbers that make the total; whoever can have none isn't among them.</param>
    /// <param name="isTotalShown">Whether their total is shown; otherwise nothing below it is.</param>
    public static IReadOnlyList<Cell<TKey>> Of<TKey>(IReadOnlyList<Cell<TKey>> cells, bool isTotalShown)
    {
        var bound = isTotalShown ? BoundOf([.. cells.Select(c => c.Count ?? 0)]) : int.MaxValue;
        return [.. cells.Select(c => c.Count < bound ? c with { Count = null } : c)];
    }

    /// <summary>Numbers under the bound are hidden.</summary>
    private static int BoundOf(IReadOnlyList<int> counts)
    {
        if (counts.All(c => c >= Least))
            return 0;
        foreach (var bound in Ladder)
        {
            var hidden = counts.Where(c => c < bound).ToList();
            var sum = hidden.Sum();

            // As many as the bound allows would all be just below it.
            if (hidden.Count >= 2 && sum >= Least && sum < (long)(bound - 1) * hidden.Count)
                return bound;
        }

        return int.MaxValue;
    }
}
