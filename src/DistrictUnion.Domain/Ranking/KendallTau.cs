using System.Numerics;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Ranking;

/// <summary>
/// How alike two orders of the same schools are: Kendall's τ-b, which takes ties into account (M. G. Kendall, "The treatment of ties in ranking problems",
/// Biometrika 33, 1945, pages 239–251): (C − D) ÷ √((n₀ − n₁)(n₀ − n₂)), where C and D count the pairs in the same and in the opposite order, n₀ all pairs, n₁ and n₂
/// those that are tied in the one and in the other. Counts of several groups add up, so that only schools that are ranked together are compared.
/// </summary>
/// <param name="Pairs">All pairs (n₀).</param>
/// <param name="Discordant">Pairs in the opposite order (D): how many swap.</param>
/// <param name="TiedBefore">Pairs tied in the first order (n₁), those tied in both included.</param>
/// <param name="TiedAfter">Pairs tied in the second order (n₂), likewise.</param>
/// <param name="TiedBoth">Pairs tied in both.</param>
public sealed record KendallTau(long Pairs, long Discordant, long TiedBefore, long TiedAfter, long TiedBoth)
{
    private const int Decimals = 4;

    /// <summary>Nothing to compare.</summary>
    public static KendallTau None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Pairs in the same order (C).</summary>
    public long Concordant => Pairs - TiedBefore - TiedAfter + TiedBoth - Discordant;

    /// <summary>τ² with the sign of τ, exactly: τ itself has a root in it. Null where every pair of one order is tied, so that there is no order to compare.</summary>
    public Fraction? SignedSquare
    {
        get
        {
            var product = (BigInteger)(Pairs - TiedBefore) * (Pairs - TiedAfter);
            var difference = (BigInteger)Concordant - Discordant;
            return product.IsZero ? null : Fraction.From(difference * BigInteger.Abs(difference), product);
        }
    }

    /// <summary>τ-b from −1 to 1, rounded once to four decimals; null as <see cref="SignedSquare"/>.</summary>
    public decimal? Value => SignedSquare is not { } square ? null : square.Sign < 0 ? -RootOf(-square) : RootOf(square);

    /// <summary>The counts of two groups together.</summary>
    public static KendallTau operator +(KendallTau left, KendallTau right) => new(
        left.Pairs + right.Pairs,
        left.Discordant + right.Discordant,
        left.TiedBefore + right.TiedBefore,
        left.TiedAfter + right.TiedAfter,
        left.TiedBoth + right.TiedBoth);

    /// <summary>Compares two orders in O(n log n): sorted by the one, the exchanges that a merge sort by the other needs are the pairs that swap (Knight, JASA 61, 1966).</summary>
    /// <param name="values">For each school what it is ordered by before and after.</param>
    public static KendallTau Of(IEnumerable<(decimal Before, decimal After)> values)
    {
        var sorted = values.OrderBy(v => v.Before).ThenBy(v => v.After).ToArray();
        var (tiedBefore, tiedBoth) = (PairsOfRuns(sorted, (a, b) => a.Before == b.Before), PairsOfRuns(sorted, (a, b) => a == b));
        var after = Array.ConvertAll(sorted, v => v.After);
        var exchanges = Sort(after, new decimal[after.Length], 0, after.Length);
        return new((long)after.Length * (after.Length - 1) / 2, exchanges, tiedBefore, PairsOfRuns(after, (a, b) => a == b), tiedBoth);
    }

    private static long PairsOfRuns<T>(T[] sorted, Func<T, T, bool> isSame)
    {
        var (pairs, run) = (0L, 0L);
        for (var i = 1; i < sorted.Length; i++)
        {
            run = isSame(sorted[i - 1], sorted[i]) ? run + 1 : 0;
            pairs += run;
        }

        return pairs;
    }

    private static long Sort(decimal[] values, decimal[] spare, int from, int to)
    {
        if (to - from < 2)
            return 0;
        var middle = from + ((to - from) / 2);
        var exchanges = Sort(values, spare, from, middle) + Sort(values, spare, middle, to);
        var (left, right) = (from, middle);
        for (var i = from; i < to; i++)
        {
            if (right >= to || (left < middle && values[left] <= values[right]))
            {
                spare[i] = values[left++];
            }
            else
            {
                exchanges += middle - left;
                spare[i] = values[right++];
            }
        }

        Array.Copy(spare, from, values, from, to - from);
        return exchanges;
    }

    // Twice the scaled root, cut to a whole number and halved upwards, is the root rounded half away from zero, in whole numbers only.
    private static decimal RootOf(Fraction square)
    {
        var scale = BigInteger.Pow(10, Decimals);
        return (decimal)((FloorRoot(4 * scale * scale * square.Numerator / square.Denominator) + 1) / 2) / (decimal)scale;
    }

    private static BigInteger FloorRoot(BigInteger value)
    {
        if (value.IsZero)
            return value;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (var next = (root + (value / root)) >> 1; next < root; next = (root + (value / root)) >> 1)
            root = next;
        return root;
    }
}
