using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Points of a bonus node before its cap (scoring semantics, section 2).</summary>
internal static class BonusRules
{
    public static decimal Sum(CompiledBonus bonus, IReadOnlyList<Award> awards, BonusStacking stacking, List<Statement>? steps)
    {
        var sum = 0m;
        foreach (var matter in awards.GroupBy(award => award.Matter, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // A higher level never has fewer points (a publish check), so the most points are those of the highest level.
            var ordered = matter.OrderByDescending(award => bonus.Points.GetValueOrDefault(award.Level)).ThenBy(award => award.Date).ToList();
            var counted = stacking == BonusStacking.Sum ? ordered.Count : 1;
            for (var i = 0; i < ordered.Count; i++)
            {
                var points = bonus.Points.GetValueOrDefault(ordered[i].Level);
                if (i < counted) sum += points;
                steps?.Add(Statement.Of(
                    i < counted ? Codes.BonusAward : Codes.BonusSameMatter,
                    ("matter", matter.Key),
                    ("level", ordered[i].Level),
                    ("points", points)));
            }
        }

        return sum;
    }
}
