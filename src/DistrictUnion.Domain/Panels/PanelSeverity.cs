using System.Numerics;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Panels;

/// <summary>A score that counts.</summary>
public sealed record PanelScore(string Judge, string School, decimal Score);

/// <summary>How severe a judge was. Numbers are rounded to two decimals once, from exact fractions.</summary>
/// <param name="Judge">User name.</param>
/// <param name="Count">Scores given.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation (of the population).</param>
/// <param name="Difference">Mean of the differences between each score and the mean of its school's panel; below 0: stricter than the others.</param>
/// <param name="Z">The difference in standard deviations from the mean difference of the panel's judges; null when they don't differ at all.</param>
/// <param name="Flagged">Whether |z| is at least 2.</param>
public sealed record JudgeSeverity(string Judge, int Count, decimal Mean, decimal Deviation, decimal Difference, decimal? Z, bool Flagged);

/// <summary>
/// Compares the judges of a panel. A judge is measured against the colleagues at the same schools, so that one who got the better
/// schools doesn't look lenient.
/// </summary>
public static class PanelSeverity
{
    private const int FlaggedFrom = 2;

    /// <summary>The judges by user name.</summary>
    public static IReadOnlyList<JudgeSeverity> Of(IReadOnlyCollection<PanelScore> scores)
    {
        var schoolMeans = scores.GroupBy(s => s.School, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Mean([.. g.Select(s => Fraction.From(s.Score))]), StringComparer.Ordinal);
        var judges = scores.GroupBy(s => s.Judge, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (
                Judge: g.Key,
                Scores: (IReadOnlyList<Fraction>)[.. g.Select(s => Fraction.From(s.Score))],
                Difference: Mean([.. g.Select(s => Fraction.From(s.Score) - schoolMeans[s.School])])))
            .ToList();
        if (judges.Count == 0)
            return [];
        IReadOnlyList<Fraction> differences = [.. judges.Select(j => j.Difference)];
        var (centre, spread) = (Mean(differences), Variance(differences));
        return [.. judges.Select(j =>
        {
            var away = j.Difference - centre;
            var squared = spread.IsZero ? Fraction.Zero : away * away / spread;
            return new JudgeSeverity(
                j.Judge,
                j.Scores.Count,
                Mean(j.Scores).RoundHalfAwayFromZero(2),
                RootOf(Variance(j.Scores)),
                j.Difference.RoundHalfAwayFromZero(2),
                spread.IsZero ? null : away.Sign * RootOf(squared),
                squared >= Fraction.From(FlaggedFrom * FlaggedFrom));
        })];
    }

    private static Fraction Mean(IReadOnlyList<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value) / Fraction.From(values.Count);

    private static Fraction Variance(IReadOnlyList<Fraction> values)
    {
        var mean = Mean(values);
        return Mean([.. values.Select(value => (value - mean) * (value - mean))]);
    }

    /// <summary>The square root to two decimals, half up, without any floating point: the greatest n with (2n − 1)² ≤ 4 · 10⁴ · square.</summary>
    private static decimal RootOf(Fraction square)
    {
        var scaled = 40_000 * square.Numerator / square.Denominator;
        return (decimal)((RootOf(scaled) + 1) / 2) / 100;
    }

    /// <summary>The whole part of a square root, by Newton's method from above.</summary>
    private static BigInteger RootOf(BigInteger square)
    {
        if (square < 2)
            return square;
        var root = BigInteger.One << (int)((square.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
