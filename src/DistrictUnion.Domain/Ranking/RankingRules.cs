using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Ranking;

/// <summary>A school as the ranking sees it.</summary>
/// <param name="Code">Code of the school.</param>
/// <param name="Total">Published total, in points with two decimals.</param>
/// <param name="Outcome">Outcome; it decides whether the school has a rank.</param>
/// <param name="TieValues">Exact values of the tie chain, in its order; null where missing.</param>
/// <param name="Group">Group in which it is ranked (a stage, a zone); empty when all schools are ranked together.</param>
/// <param name="ResolvedPosition">Its place in a recorded tie resolution, 1 first; null when there is none.</param>
public sealed record RankedSchool(
    string Code, decimal Total, Outcome Outcome, IReadOnlyList<Fraction?> TieValues, string Group = "", int? ResolvedPosition = null);

/// <summary>A line of the ranking.</summary>
/// <param name="School">The school.</param>
/// <param name="Position">Place in the list of its group, 1 first, without gaps.</param>
/// <param name="Rank">Competition rank (1, 2, 2, 2, 5); null for outcomes that aren't ranked.</param>
/// <param name="Ties">Number of schools that share the rank, itself included; 0 without a rank.</param>
/// <param name="UnresolvedTie">
/// Number of the unresolved tie the school stands in, the same for all of it, unique in the list; null when its place follows from
/// the rules. Inside an unresolved tie the order by code is for display only and decides nothing.
/// </param>
public sealed record RankingLine(RankedSchool School, int Position, int? Rank, int Ties, int? UnresolvedTie);

/// <summary>Ranks schools by their published totals (scoring semantics, section 4).</summary>
public static class RankingRules
{
    /// <summary>Whether schools of this outcome have a rank; the others come last.</summary>
    public static bool IsRanked(Outcome outcome) => outcome is Outcome.Qualified or Outcome.NotQualified;

    /// <summary>
    /// The ranking, group by group (by name), inside a group ranked schools first. The order in which schools are given doesn't matter.
    /// </summary>
    public static IReadOnlyList<RankingLine> Rank(IEnumerable<RankedSchool> schools)
    {
        ArgumentNullException.ThrowIfNull(schools);
        var lines = new List<RankingLine>();
        var unresolvedTies = 0;
        foreach (var group in schools.GroupBy(school => school.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var position = 0;
            var ranked = group.Where(school => IsRanked(school.Outcome)).Order(ChainOrder.Instance).ToList();
            foreach (var tie in ranked.GroupBy(school => school.Total))
            {
                var rank = position + 1;
                var members = tie.ToList();
                var unresolved = UnresolvedTies(members, ref unresolvedTies);
                for (var i = 0; i < members.Count; i++) lines.Add(new(members[i], ++position, rank, members.Count, unresolved[i]));
            }

            foreach (var school in group.Where(school => !IsRanked(school.Outcome)).OrderBy(school => school.Code, StringComparer.Ordinal))
                lines.Add(new(school, ++position, Rank: null, Ties: 0, UnresolvedTie: null));
        }

        return lines;
    }

    // Neighbours that neither the chain nor a resolution tells apart are one unresolved tie.
    private static int?[] UnresolvedTies(List<RankedSchool> members, ref int count)
    {
        var ties = new int?[members.Count];
        for (var i = 1; i < members.Count; i++)
        {
            if (ChainOrder.CompareByRules(members[i - 1], members[i]) != 0) continue;
            ties[i - 1] ??= ++count;
            ties[i] = ties[i - 1];
        }

        return ties;
    }

    /// <summary>Total, tie chain (higher first, missing last), recorded resolution; the code only to have a stable list.</summary>
    private sealed class ChainOrder : IComparer<RankedSchool>
    {
        public static ChainOrder Instance { get; } = new();

        public int Compare(RankedSchool? x, RankedSchool? y)
        {
            var byRules = CompareByRules(x!, y!);
            return byRules != 0 ? byRules : string.CompareOrdinal(x!.Code, y!.Code);
        }

        public static int CompareByRules(RankedSchool left, RankedSchool right)
        {
            var order = right.Total.CompareTo(left.Total);
            for (var i = 0; order == 0 && i < Math.Min(left.TieValues.Count, right.TieValues.Count); i++)
                order = Nullable.Compare(right.TieValues[i], left.TieValues[i]);
            return order != 0 ? order : (left.ResolvedPosition ?? int.MaxValue).CompareTo(right.ResolvedPosition ?? int.MaxValue);
        }
    }
}
