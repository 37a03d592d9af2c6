using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Results;

/// <summary>What orders schools inside an equal total, best last in ordinal order.</summary>
/// <param name="Key">Values of the scheme's tie chain.</param>
/// <param name="Position">Place that people decided, from 1; null: none.</param>
internal sealed record TieOrder(string Key, int? Position);

/// <summary>
/// Ranks by totals that are evened out between zones. Means are those of the schools that handed in: a school that handed in
/// nothing says nothing about how its zone judges. Total, grade and outcome stay as they are.
/// </summary>
internal static class NormalisedRanking
{
    /// <summary>The rows in their new order.</summary>
    /// <param name="rows">Rows as they were ranked by their totals, group by group.</param>
    /// <param name="ties">Tie order by school code.</param>
    /// <param name="cap">Most points that evening out may lead to: the scheme's own maximum.</param>
    public static List<RankingRow> Of(IReadOnlyList<RankedRow> rows, IReadOnlyDictionary<string, TieOrder> ties, decimal cap)
    {
        var adjusted = ZoneNormalisation.Adjust(
            [.. rows.Where(r => r.Outcome != Outcome.NotSubmitted).Select(r => new ZoneTotal(r.School, r.Zone, Scorecard.Points(r.Total)))], cap);
        return [.. rows.GroupBy(r => r.Group, StringComparer.Ordinal).SelectMany(group => RankedWithin([.. group], adjusted, ties))];
    }

    private static IEnumerable<RankingRow> RankedWithin(
        IReadOnlyList<RankedRow> group, IReadOnlyDictionary<string, decimal> adjusted, IReadOnlyDictionary<string, TieOrder> ties)
    {
        var ranked = group.Where(r => r.Rank is not null)
            .OrderByDescending(r => adjusted[r.School])
            .ThenByDescending(r => ties[r.School].Key, StringComparer.Ordinal)
            .ThenBy(r => ties[r.School].Position ?? int.MaxValue)
            .ThenBy(r => r.School, StringComparer.Ordinal).ToList();
        foreach (var row in ranked)
        {
            var points = adjusted[row.School];
            yield return RankingRow.Of(row) with
            {
                Rank = 1 + ranked.Count(r => adjusted[r.School] > points),
                Ties = ranked.Count(r => adjusted[r.School] == points),
                Adjusted = points,
            };
        }

        foreach (var row in group.Where(r => r.Rank is null))
            yield return RankingRow.Of(row);
    }
}
