using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Communities;

/// <summary>A published total and its weight in the year.</summary>
/// <param name="Total">Published total, in points.</param>
/// <param name="Weight">Weight, 0…1.</param>
public sealed record WeightedTotal(decimal Total, decimal Weight);

/// <summary>Annual results: weighted sums of published totals plus fixed points (scoring semantics, section 3.9).</summary>
public static class AnnualResult
{
    /// <summary>The annual result, rounded once to two decimals.</summary>
    /// <exception cref="ArgumentException">The weights don't add up to 1.</exception>
    public static decimal Of(IReadOnlyCollection<WeightedTotal> rounds, params ReadOnlySpan<decimal> fixedPoints)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        if (rounds.Sum(round => round.Weight) != 1) throw new ArgumentException("The weights of the rounds add up to 1.", nameof(rounds));
        var sum = Fraction.Zero;
        foreach (var round in rounds) sum += Fraction.From(round.Total) * round.Weight;
        foreach (var points in fixedPoints) sum += points;
        return sum.RoundHalfAwayFromZero(2);
    }

    /// <summary>A school's own annual result with its community's included at a ratio (按一定比例): (1 − ratio)·own + ratio·community.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is outside 0…1.</exception>
    public static decimal IncludeCommunity(decimal own, decimal community, decimal ratio)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ratio);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ratio, 1m);
        return Of([new(own, 1 - ratio), new(community, ratio)]);
    }
}
