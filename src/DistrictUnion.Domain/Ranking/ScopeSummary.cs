using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Ranking;

/// <summary>What the means of a scope read of a school.</summary>
/// <param name="Total">Published total; 0 when nothing was handed in.</param>
/// <param name="IsSubmitted">Whether an evaluation was handed in.</param>
/// <param name="Members">Number of members, the weight of the weighted mean.</param>
public sealed record ScopeSchool(decimal Total, bool IsSubmitted, long Members);

/// <summary>Figures of a zone or the district over all its schools in scope, two decimals (scoring semantics, section 3.6).</summary>
/// <param name="Mean">Simple mean, schools that handed in nothing as 0; null without schools.</param>
/// <param name="Coverage">Share of schools that handed in, in percent; null without schools.</param>
/// <param name="MeanOfSubmitted">Simple mean of those that handed in; null when none did.</param>
/// <param name="MemberWeightedMean">Mean of those that handed in, weighted by members; null when they have none.</param>
public sealed record ScopeSummary(decimal? Mean, decimal? Coverage, decimal? MeanOfSubmitted, decimal? MemberWeightedMean)
{
    /// <summary>The figures of the given schools. The district's are taken over its schools, never over zone means.</summary>
    public static ScopeSummary Of(IEnumerable<ScopeSchool> schools)
    {
        ArgumentNullException.ThrowIfNull(schools);
        var (count, submitted) = (0L, 0L);
        var (sum, sumOfSubmitted) = (0m, 0m);
        var (weighted, members) = (Fraction.Zero, Fraction.Zero);
        foreach (var school in schools)
        {
            count++;
            sum += school.Total;
            if (!school.IsSubmitted) continue;
            submitted++;
            sumOfSubmitted += school.Total;
            members += school.Members;
            weighted += Fraction.From(school.Total) * school.Members;
        }

        return new(
            Quotient(sum, count),
            Quotient(Fraction.Hundred * submitted, count),
            Quotient(sumOfSubmitted, submitted),
            Quotient(weighted, members));
    }

    private static decimal? Quotient(Fraction part, Fraction whole) => whole.IsZero ? null : (part / whole).RoundHalfAwayFromZero(2);
}
