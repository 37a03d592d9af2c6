using System.Globalization;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Checks the rule of one leaf: its facts exist and fit, its numbers make a rule that can be computed.</summary>
internal static class RuleChecks
{
    /// <summary>Fewest scores of which one highest and one lowest can be dropped with something left.</summary>
    private const int SmallestTrimmedPanel = 3;

    private const decimal FullPercent = 100;

    public static void Check(SchemeCheckContext context, RuleDefinition rule, string path)
    {
        switch (rule)
        {
            case BooleanRule boolean:
                context.RequireFact(boolean.Fact, $"{path}.fact", FactType.Boolean);
                break;
            case ChecklistRule checklist:
                CheckParts(context, checklist, $"{path}.parts");
                break;
            case DeductRule deduct:
                context.RequireCount(deduct.Misses, $"{path}.misses");
                context.RequirePositive(deduct.Points, $"{path}.points");
                if (deduct.Gate is { } gate) context.RequireFact(gate, $"{path}.gate", FactType.Boolean);
                break;
            case CountRule count:
                context.RequireCount(count.Count, $"{path}.count");
                context.RequirePositive(count.Points, $"{path}.points");
                break;
            case TiersRule tiers:
                if (tiers.Value is { } number) context.RequireFact(number, $"{path}.value", FactType.Integer, FactType.Decimal);
                if (tiers.Rate is { } rate) CheckRate(context, rate, path);
                CheckBands(context, tiers.Bands, $"{path}.bands");
                break;
            case RateStepRule step:
                CheckRate(context, step.Rate, path);
                context.RequirePositive(step.Target, $"{path}.target");
                context.RequireAtMost(step.Target, FullPercent, $"{path}.target");
                context.RequirePositive(step.Step, $"{path}.step");
                context.RequirePositive(step.Points, $"{path}.points");
                break;
            case RateLinearRule line:
                CheckRate(context, line.Rate, path);
                context.RequireAtMost(line.FullAt, FullPercent, $"{path}.fullAt");
                if (line.ZeroAt >= line.FullAt)
                    context.Report($"{path}.zeroAt", Codes.LineReversed, ("zeroAt", line.ZeroAt), ("fullAt", line.FullAt));
                break;
            case ValueRule value:
                context.RequireFact(value.Fact, $"{path}.fact", FactType.Integer, FactType.Decimal);
                context.RequirePositive(value.OutOf, $"{path}.outOf");
                break;
            case PanelRule panel:
                CheckPanel(context, panel, path);
                break;
            case SurveyIndexRule index:
                CheckWeights(context, index, path);
                break;
            case SurveyRateRule survey:
                CheckSurveyRate(context, survey, path);
                break;
        }
    }

    private static void CheckRate(SchemeCheckContext context, RateDefinition rate, string path)
    {
        context.RequireCount(rate.Of, $"{path}.rate.of");
        context.RequireCount(rate.To, $"{path}.rate.to");
    }

    private static void CheckParts(SchemeCheckContext context, ChecklistRule checklist, string path)
    {
        if (checklist.Parts.Count == 0) context.Report(path, Codes.EmptyList, ("name", "parts"));
        foreach (var (index, part) in checklist.Parts.Index())
        {
            context.RequireFact(part.Fact, $"{Entry(path, index)}.fact", FactType.Boolean);
            context.RequirePositive(part.Points, $"{Entry(path, index)}.points");
        }

        context.CheckDistinct(checklist.Parts.Select(part => part.Fact), index => $"{Entry(path, index)}.fact");
    }

    /// <summary>Bands descend, and a better one never has fewer points: more must not be worth less.</summary>
    private static void CheckBands(SchemeCheckContext context, IReadOnlyList<BandDefinition> bands, string path)
    {
        if (bands.Count == 0) context.Report(path, Codes.EmptyList, ("name", "bands"));
        for (var index = 1; index < bands.Count; index++)
        {
            var (better, band) = (bands[index - 1], bands[index]);
            if (band.AtLeast >= better.AtLeast)
                context.Report($"{Entry(path, index)}.atLeast", Codes.BandsAscend, ("value", band.AtLeast), ("above", better.AtLeast));
            if (band.Points > better.Points)
                context.Report($"{Entry(path, index)}.points", Codes.BandPointsAscend, ("value", band.Points), ("above", better.Points));
        }
    }

    private static void CheckPanel(SchemeCheckContext context, PanelRule panel, string path)
    {
        context.RequireFact(panel.Scores, $"{path}.scores", FactType.Scores);
        context.RequirePositive(panel.OutOf, $"{path}.outOf");
        context.RequirePositive(panel.Minimum, $"{path}.minimum");
        if (panel.TrimFrom < SmallestTrimmedPanel)
            context.Report($"{path}.trimFrom", Codes.OutOfRange, ("value", panel.TrimFrom), ("bounds", $"≥ {SmallestTrimmedPanel}"));
    }

    private static void CheckWeights(SchemeCheckContext context, SurveyIndexRule index, string path)
    {
        var ballots = context.RequireFact(index.Ballots, $"{path}.ballots", FactType.Ballots);
        if (index.Weights.Count == 0) context.Report($"{path}.weights", Codes.EmptyList, ("name", "weights"));
        foreach (var (option, weight) in index.Weights)
        {
            var weightPath = $"{path}.weights.{option}";
            if (weight is < 0 or > FullPercent) context.Report(weightPath, Codes.OutOfRange, ("value", weight), ("bounds", "0…100"));
            CheckOption(context, ballots, option, weightPath);
        }

        CheckQuorum(context, index.Quorum, $"{path}.quorum");
    }

    private static void CheckSurveyRate(SchemeCheckContext context, SurveyRateRule survey, string path)
    {
        var ballots = context.RequireFact(survey.Ballots, $"{path}.ballots", FactType.Ballots);
        if (survey.Satisfied.Count == 0) context.Report($"{path}.satisfied", Codes.EmptyList, ("name", "satisfied"));
        foreach (var (index, option) in survey.Satisfied.Index()) CheckOption(context, ballots, option, Entry($"{path}.satisfied", index));
        context.CheckDistinct(survey.Satisfied, index => Entry($"{path}.satisfied", index));
        CheckQuorum(context, survey.Quorum, $"{path}.quorum");
        if (survey.Bands is { } bands) CheckBands(context, bands, $"{path}.bands");
    }

    private static void CheckOption(SchemeCheckContext context, FactDefinition? ballots, string option, string path)
    {
        if (ballots is not null && !ballots.Options.Contains(option, StringComparer.Ordinal))
            context.Report(path, Codes.UnknownOption, ("option", option), ("allowed", ballots.Options));
    }

    private static void CheckQuorum(SchemeCheckContext context, Quorum quorum, string path)
    {
        if (quorum.Numerator <= 0 || quorum.Numerator > quorum.Denominator)
            context.Report(path, Codes.QuorumOutOfRange, ("quorum", SchemeWriter.QuorumText(quorum)));
    }

    private static string Entry(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
