using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Compares an indicator across scheme versions by its stable code (worked case 10).</summary>
public static class IndicatorTrend
{
    /// <summary>What was reached of the maximum, in percent with two decimals; null for a node that doesn't apply.</summary>
    /// <param name="points">Published points.</param>
    /// <param name="max">The node's maximum in that version, above 0.</param>
    public static decimal? PercentOfMax(decimal? points, decimal max) =>
        points is { } reached ? (Fraction.From(reached) * Fraction.Hundred / max).RoundHalfAwayFromZero(2) : null;
}
