using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Ports;

/// <summary>Which part of a ranking is read.</summary>
/// <param name="DistrictId">District, named although the filters know it: the statement is written by hand.</param>
/// <param name="RoundId">Round.</param>
/// <param name="GroupBy">How schools are grouped before they are ranked.</param>
/// <param name="Group">Only this group: a zone's code or a stage's word; null: all.</param>
/// <param name="Zone">Only schools of this zone are shown (their ranks are those of the whole group); null: all.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page; null: all.</param>
public sealed record RankingSlice(
    DistrictId DistrictId, RoundId RoundId, RankingGroup GroupBy, string? Group, ZoneId? Zone, int Skip, int? Take);

/// <summary>One row of a ranking as it is computed.</summary>
/// <param name="Rank">1 + number of strictly higher totals in the group; null for unranked outcomes.</param>
/// <param name="School">School code.</param>
/// <param name="Name">School name.</param>
/// <param name="Zone">Zone code.</param>
/// <param name="Group">Group that the rank counts in; empty when nothing is grouped.</param>
/// <param name="Total">Total, hundredths.</param>
/// <param name="Grade">Grade code.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Ties">Number of schools that share the rank; 0 for unranked outcomes.</param>
public sealed record RankedRow(
    long? Rank, string School, string Name, string Zone, string Group, long Total, string? Grade, Outcome Outcome, int Ties);

/// <summary>Sums of one zone.</summary>
/// <param name="Zone">Zone code.</param>
/// <param name="InScope">Schools in scope.</param>
/// <param name="Submitted">Of them handed in.</param>
/// <param name="Total">Sum of totals, hundredths.</param>
/// <param name="MembersOfSubmitted">Members of the schools that handed in.</param>
/// <param name="WeightedTotal">Sum of members × total over the schools that handed in, hundredths.</param>
public sealed record ZoneSums(string Zone, int InScope, int Submitted, decimal Total, decimal MembersOfSubmitted, decimal WeightedTotal);

/// <summary>Reads ranks and sums; they are derived whenever they are read, never stored while a round is at work.</summary>
public interface IRankingReader
{
    /// <summary>One page of the ranking and the number of all rows.</summary>
    Task<(IReadOnlyList<RankedRow> Rows, int Total)> ReadAcrossSchoolsAsync(RankingSlice slice, CancellationToken cancellationToken);

    /// <summary>The row of one school; null: it is not in the round.</summary>
    /// <param name="district">District, named although the filters know it: the statement is written by hand.</param>
    /// <param name="round">Round.</param>
    /// <param name="groupBy">How schools are grouped before they are ranked.</param>
    /// <param name="school">School.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<RankedRow?> FindAcrossSchoolsAsync(DistrictId district, RoundId round, RankingGroup groupBy, SchoolId school, CancellationToken cancellationToken);

    /// <summary>Sums by zone, in the order of zone codes.</summary>
    Task<IReadOnlyList<ZoneSums>> SumAcrossSchoolsAsync(RoundId round, ZoneId? zone, CancellationToken cancellationToken);
}
