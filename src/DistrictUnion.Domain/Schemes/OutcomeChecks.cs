using System.Globalization;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Checks what decides outcome and order: bonuses, lateness, vetoes, gates, grades, ties.</summary>
internal static class OutcomeChecks
{
    private const decimal FullPercent = 100;

    public static void Check(SchemeCheckContext context)
    {
        var scheme = context.Scheme;
        context.RequirePublishable(scheme.Bonus.Cap, "bonus.cap");
        context.RequirePublishable(scheme.Late?.PerDay, "late.perDay");
        context.RequirePublishable(scheme.Late?.Max, "late.max");
        foreach (var (index, bonus) in scheme.Bonuses.Index()) CheckBonus(context, bonus, Entry("bonuses", index));
        foreach (var (index, veto) in scheme.Vetoes.Index())
        {
            context.RequireFact(veto.Fact, $"{Entry("vetoes", index)}.fact", FactType.Boolean);
            RequireGrade(context, veto.Caps, $"{Entry("vetoes", index)}.caps");
        }

        context.CheckDistinct(scheme.Vetoes.Select(veto => veto.Code), index => $"{Entry("vetoes", index)}.code", Codes.DuplicateCode);
        foreach (var (index, gate) in scheme.Gates.Index()) CheckGate(context, gate, Entry("gates", index));
        CheckGrades(context);
        CheckTies(context);
    }

    private static void CheckBonus(SchemeCheckContext context, BonusDefinition bonus, string path)
    {
        context.ClaimCode(bonus.Code, $"{path}.code");
        context.RequirePublishable(bonus.Cap, $"{path}.cap");
        if (bonus.Levels.Count == 0) context.Report($"{path}.levels", Codes.EmptyList, ("name", "levels"));
        if (context.RequireFact(bonus.Awards, $"{path}.awards", FactType.Awards) is not { } awards) return;

        foreach (var level in bonus.Levels.Keys.Where(level => !awards.Levels.Contains(level, StringComparer.Ordinal)))
            context.Report($"{path}.levels.{level}", Codes.UnknownLevel, ("level", level), ("allowed", awards.Levels));

        var lower = 0m;
        foreach (var level in awards.Levels.Where(bonus.Levels.ContainsKey))
        {
            var points = bonus.Levels[level];
            if (points < lower) context.Report($"{path}.levels.{level}", Codes.LevelsDescend, ("level", level), ("value", points), ("below", lower));
            lower = Math.Max(lower, points);
        }
    }

    private static void CheckGate(SchemeCheckContext context, GateDefinition gate, string path)
    {
        switch (gate)
        {
            case SectionMinimumGate minimum:
                context.RequirePositive(minimum.Percent, $"{path}.percent");
                context.RequireAtMost(minimum.Percent, FullPercent, $"{path}.percent");
                break;
            case ZeroNodeGate zero when !HasDepth(context.Scheme.Sections, zero.Depth):
                context.Report($"{path}.depth", Codes.NoNodeAtDepth, ("depth", zero.Depth));
                break;
        }
    }

    private static bool HasDepth(IReadOnlyList<IndicatorDefinition> nodes, int depth) =>
        depth >= 1 && (depth == 1 ? nodes.Count > 0 : nodes.Any(node => HasDepth(node.Items, depth - 1)));

    private static void CheckGrades(SchemeCheckContext context)
    {
        var grades = context.Scheme.Grades;
        context.CheckDistinct(grades.Select(grade => grade.Code), index => $"{Entry("grades", index)}.code", Codes.DuplicateCode);
        foreach (var (index, grade) in grades.Index())
        {
            var path = Entry("grades", index);
            RequireGrade(context, grade.Holds, $"{path}.holds");
            if (index > 0 && grade.Min > grades[index - 1].Min)
                context.Report($"{path}.min", Codes.GradesAscend, ("value", grade.Min), ("above", grades[index - 1].Min));
        }
    }

    private static void RequireGrade(SchemeCheckContext context, string? grade, string path)
    {
        if (grade is not null && !context.Scheme.Grades.Any(other => other.Code == grade)) context.Report(path, Codes.UnknownGrade, ("grade", grade));
    }

    private static void CheckTies(SchemeCheckContext context)
    {
        var ties = context.Scheme.Ranking.Ties;
        foreach (var (index, tie) in ties.Index())
        {
            var path = Entry("ranking.ties", index);
            if (!TieExpression.IsWellFormed(tie)) context.Report(path, Codes.InvalidTie, ("text", tie));
            else if (TieExpression.Resolve(tie, context.Scheme) is null) context.Report(path, Codes.UnknownTie, ("text", tie));
        }

        context.CheckDistinct(ties, index => Entry("ranking.ties", index));
    }

    private static string Entry(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
