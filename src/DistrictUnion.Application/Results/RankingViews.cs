using System.Text.Json.Serialization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Results;

/// <summary>One row of a ranking as others see it; what the publication doesn't show is null.</summary>
/// <param name="Rank">Rank; null for unranked outcomes.</param>
/// <param name="School">School code.</param>
/// <param name="Name">School name.</param>
/// <param name="Zone">Zone code.</param>
/// <param name="Group">Group that the rank counts in; null when nothing is grouped.</param>
/// <param name="Total">Total.</param>
/// <param name="Grade">Grade code.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Ties">Number of schools that share the rank.</param>
/// <param name="Adjusted">Total evened out between zones, by which the rank counts; null where a publication ranks by totals.</param>
public sealed record RankingRow(
    long? Rank, string School, string Name, string Zone, string? Group, decimal? Total, string? Grade, Outcome? Outcome, int? Ties, decimal? Adjusted = null)
{
    /// <summary>Name of the grade; not kept with a publication, whose scheme has it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GradeName { get; init; }

    internal static RankingRow Of(RankedRow row) => new(
        row.Rank, row.School, row.Name, row.Zone, row.Group.Length == 0 ? null : row.Group, Scorecard.Points(row.Total), row.Grade, row.Outcome, row.Ties);

    /// <summary>The row with what its scheme calls the grade.</summary>
    internal RankingRow Named(CompiledScheme scheme) => this with { GradeName = scheme.GradeName(Grade) };
}

/// <summary>Means of a zone or of the district. Published values: two decimals, from the published totals of the schools.</summary>
/// <param name="InScope">Schools in scope.</param>
/// <param name="Submitted">Of them handed in.</param>
/// <param name="Mean">Simple mean of all totals, those that handed in nothing as 0; null without schools.</param>
/// <param name="Coverage">Handed in ÷ in scope, percent.</param>
/// <param name="MeanOfSubmitted">Simple mean of those that handed in.</param>
/// <param name="MemberWeightedMean">Mean of those that handed in, weighed by members.</param>
public sealed record MeansView(
    int InScope, int Submitted, decimal? Mean, decimal? Coverage, decimal? MeanOfSubmitted, decimal? MemberWeightedMean)
{
    internal static MeansView Of(IReadOnlyCollection<ZoneSums> sums)
    {
        var (inScope, submitted) = (sums.Sum(s => s.InScope), sums.Sum(s => s.Submitted));
        var (total, members, weighted) = (sums.Sum(s => s.Total), sums.Sum(s => s.MembersOfSubmitted), sums.Sum(s => s.WeightedTotal));

        // A school that handed in nothing has the total 0, so the sum over all is the sum over those that did.
        return new MeansView(
            inScope,
            submitted,
            MeanOf(total, inScope),
            inScope == 0 ? null : (Fraction.From((long)submitted) * Fraction.Hundred / Fraction.From((long)inScope)).RoundHalfAwayFromZero(2),
            MeanOf(total, submitted),
            MeanOf(weighted, members));
    }

    private static decimal? MeanOf(decimal hundredths, decimal count) => count == 0
        ? null
        : (Fraction.From(hundredths) / Fraction.From(count) / Fraction.Hundred).RoundHalfAwayFromZero(2);
}

/// <summary>Means of one zone.</summary>
public sealed record ZoneMeansView(
    string Zone, int InScope, int Submitted, decimal? Mean, decimal? Coverage, decimal? MeanOfSubmitted, decimal? MemberWeightedMean);

/// <summary>Means of the district and its zones. The district's is over all schools, not over zones.</summary>
public sealed record SummaryView(MeansView? District, IReadOnlyList<ZoneMeansView> Zones)
{
    internal static SummaryView Of(IReadOnlyList<ZoneSums> sums) => new(
        MeansView.Of(sums),
        [.. sums.Select(s =>
        {
            var means = MeansView.Of([s]);
            return new ZoneMeansView(
                s.Zone, means.InScope, means.Submitted, means.Mean, means.Coverage, means.MeanOfSubmitted, means.MemberWeightedMean);
        })]);
}
