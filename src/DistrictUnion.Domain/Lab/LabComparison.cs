using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Lab;

/// <summary>Ranks by both scores and lays the two orders side by side.</summary>
public static class LabComparison
{
    private const int MostDecisive = int.MaxValue;

    /// <summary>The schools, those that move most first.</summary>
    /// <param name="schools">Schools scored by both schemes.</param>
    /// <param name="before">Grades of the scheme that the round pins, the best first.</param>
    /// <param name="after">Grades of the changed one.</param>
    public static IReadOnlyList<LabSchool> Rows(IReadOnlyCollection<LabScored> schools, IReadOnlyList<GradeDefinition> before, IReadOnlyList<GradeDefinition> after)
    {
        ArgumentNullException.ThrowIfNull(schools);
        var then = Ranks(schools.Select(s => Ranked(s.Unit, s.Before, s.Unit.TiePosition)));

        // A decided place holds among the schools it was decided among; another total or tie value is another tie.
        var now = Ranks(schools.Select(s => Ranked(s.Unit, s.After, s.Before.Total == s.After.Total && s.Before.TieValues.SequenceEqual(s.After.TieValues) ? s.Unit.TiePosition : null)));
        return
        [
            .. schools.Select(s =>
                {
                    var (from, to) = (Standing(s.Before, before, then[s.Unit.Code]), Standing(s.After, after, now[s.Unit.Code]));
                    return new LabSchool(s.Unit.Code, s.Unit.Name, s.Unit.Zone, s.Unit.Group, from, to, Crossings(from, to, before, after), s.Mover);
                })
                .OrderByDescending(MovementOf)
                .ThenByDescending(r => Math.Abs(r.After.Total - r.Before.Total))
                .ThenBy(r => r.School, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rows in numbers.</summary>
    /// <param name="rows">Rows of schools.</param>
    /// <param name="applications">Applicants of a campaign; empty without one.</param>
    /// <param name="before">Grades of the scheme that the round pins, the best first.</param>
    /// <param name="after">Grades of the changed one.</param>
    public static LabSummary Sum(IReadOnlyList<LabSchool> rows, IReadOnlyList<LabApplication> applications, IReadOnlyList<GradeDefinition> before, IReadOnlyList<GradeDefinition> after)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(applications);
        var compared = rows.Where(r => r.Climb is not null).ToList();
        var tau = compared.GroupBy(r => r.Group, StringComparer.Ordinal).Select(g => KendallTau.Of(g.Select(r => (r.Before.Total, r.After.Total)))).Aggregate(KendallTau.None, (sum, one) => sum + one);
        var climber = compared.Where(r => r.Climb != 0).MaxBy(r => Math.Abs(r.Climb!.Value));
        List<LabLine> lines = [.. after.Select((grade, i) => GradeLine(rows, grade, IndexOf(before, grade.Code), i, before, after))];
        if (after.Count == 0)
            lines.Add(Line(rows, LabLineKind.Outcome, "qualified", s => s.Outcome == Outcome.Qualified));
        else if (rows.Any(r => (r.Before.Rank is null) != (r.After.Rank is null)))
            lines.Add(Line(rows, LabLineKind.Outcome, "ranked", s => s.Rank is not null));
        if (applications.Count > 0)
            lines.Add(SelectionLine(applications));
        return new LabSummary(
            rows.Count,
            compared.Count,
            tau.Value,
            tau.Pairs,
            tau.Discordant,
            rows.Count(r => r.Before.Rank != r.After.Rank),
            rows.Count(r => r.Before.Total != r.After.Total),
            rows.Where(r => r.Crossings.Count > 0).Select(r => r.School).Concat(applications.Where(a => a.Crossing is not null).Select(a => a.School)).Distinct(StringComparer.Ordinal).Count(),
            climber is null ? 0 : Math.Abs(climber.Climb!.Value),
            climber?.Name,
            lines);
    }

    private static Dictionary<string, int?> Ranks(IEnumerable<RankedSchool> schools) =>
        RankingRules.Rank(schools).ToDictionary(line => line.School.Code, line => line.Rank, StringComparer.Ordinal);

    private static RankedSchool Ranked(LabUnit unit, LabScore score, int? position) => new(unit.Code, score.Total, score.Outcome, score.TieValues, unit.Group, position);

    private static LabStanding Standing(LabScore score, IReadOnlyList<GradeDefinition> grades, int? rank) =>
        new(score.Total, score.Outcome, score.Grade, grades.FirstOrDefault(g => g.Code == score.Grade)?.Name, rank);

    /// <summary>Whoever gets or loses a rank altogether moves most.</summary>
    private static int MovementOf(LabSchool row) => row.Climb is { } climb ? Math.Abs(climb) : (row.Before.Rank is null) == (row.After.Rank is null) ? 0 : MostDecisive;

    private static IReadOnlyList<LabCrossing> Crossings(LabStanding from, LabStanding to, IReadOnlyList<GradeDefinition> before, IReadOnlyList<GradeDefinition> after)
    {
        if (from.Outcome != to.Outcome && !(RankingRules.IsRanked(from.Outcome) && RankingRules.IsRanked(to.Outcome) && from.Grade != to.Grade))
            return [new(LabLineKind.Outcome, Common.Words.Camel(from.Outcome), Common.Words.Camel(to.Outcome), to.Outcome > from.Outcome)];
        return from.Grade == to.Grade ? [] : [new(LabLineKind.Grade, from.GradeName, to.GradeName, PlaceOf(after, to.Grade) < PlaceOf(before, from.Grade))];
    }

    private static LabLine GradeLine(IReadOnlyList<LabSchool> rows, GradeDefinition grade, int placeBefore, int placeAfter, IReadOnlyList<GradeDefinition> before, IReadOnlyList<GradeDefinition> after)
    {
        bool Was(LabSchool row) => PlaceOf(before, row.Before.Grade) <= placeBefore;
        bool Is(LabSchool row) => PlaceOf(after, row.After.Grade) <= placeAfter;
        return new(LabLineKind.Grade, grade.Code, grade.Name, rows.Count(Was), rows.Count(Is), rows.Count(r => Is(r) && !Was(r)), rows.Count(r => Was(r) && !Is(r)));
    }

    private static LabLine Line(IReadOnlyList<LabSchool> rows, LabLineKind kind, string code, Func<LabStanding, bool> isAbove) => new(
        kind, code, null, rows.Count(r => isAbove(r.Before)), rows.Count(r => isAbove(r.After)), rows.Count(r => isAbove(r.After) && !isAbove(r.Before)), rows.Count(r => isAbove(r.Before) && !isAbove(r.After)));

    private static LabLine SelectionLine(IReadOnlyList<LabApplication> applications) => new(
        LabLineKind.Selection,
        null,
        null,
        applications.Count(a => LabSelection.HasPlace(a.Before)),
        applications.Count(a => LabSelection.HasPlace(a.After)),
        applications.Count(a => LabSelection.HasPlace(a.After) && !LabSelection.HasPlace(a.Before)),
        applications.Count(a => LabSelection.HasPlace(a.Before) && !LabSelection.HasPlace(a.After)));

    private static int PlaceOf(IReadOnlyList<GradeDefinition> grades, string? code) => code is null || IndexOf(grades, code) is var i && i < 0 ? int.MaxValue : i;

    private static int IndexOf(IReadOnlyList<GradeDefinition> grades, string code)
    {
        for (var i = 0; i < grades.Count; i++)
        {
            if (grades[i].Code == code)
                return i;
        }

        return -1;
    }
}
