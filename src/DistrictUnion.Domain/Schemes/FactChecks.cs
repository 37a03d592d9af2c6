using System.Globalization;
using DistrictUnion.Domain.Scoring;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Checks the data items of a scheme: roll-up, weight, range, options and levels fit type and level.</summary>
internal static class FactChecks
{
    public static void Check(SchemeCheckContext context)
    {
        foreach (var (index, fact) in context.Scheme.Facts.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"facts[{index}]");
            context.ClaimCode(fact.Code, $"{path}.code");
            CheckRollup(context, fact, path);
            CheckWeight(context, fact, path);
            CheckShape(context, fact, path);
            CheckLedger(context, fact, path);
        }
    }

    // A ledger is a school's: nobody else may say the number that it makes, and one ledger makes it.
    private static void CheckLedger(SchemeCheckContext context, FactDefinition fact, string path)
    {
        if (fact.CountedBy is not { } route) return;
        var property = route == FactRoute.Activity ? "activities" : "congress";
        if (fact.Type is not (FactType.Integer or FactType.Decimal)) Unfit(context, fact, path, property);
        if (fact.Level != FactLevel.School) context.Report($"{path}.{property}", Codes.UnfitFactLevel, ("fact", fact.Code), ("level", "school"));
        if (fact is { Activities: not null, Congress: not null }) Unfit(context, fact, path, "congress");
        context.CheckDistinct([.. (fact.Activities?.Kinds ?? []).Select(SchemeCheckContext.Word)], index => Entry($"{path}.activities.kinds", index));
    }

    private static void CheckRollup(SchemeCheckContext context, FactDefinition fact, string path)
    {
        if (fact.Level != FactLevel.Branch)
        {
            if (fact.Rollup is not null) context.Report($"{path}.rollup", Codes.RollupWithoutBranches, ("fact", fact.Code));
            return;
        }

        // Ballots have one way to roll up, option by option; saying it ("sum") is optional.
        if (fact.Rollup is not { } rollup)
        {
            if (fact.Type != FactType.Ballots) context.Report($"{path}.rollup", Codes.RollupMissing, ("fact", fact.Code));
            return;
        }

        var fits = fact.Type switch
        {
            FactType.Boolean => rollup is FactRollup.Any or FactRollup.All,
            FactType.Integer or FactType.Decimal =>
                rollup is FactRollup.Sum or FactRollup.Mean or FactRollup.WeightedMean or FactRollup.Min or FactRollup.Max,
            FactType.Ballots => rollup is FactRollup.Sum,
            _ => rollup is FactRollup.Concat,
        };
        if (!fits)
        {
            context.Report(
                $"{path}.rollup", Codes.UnfitRollup, ("rollup", SchemeCheckContext.Word(rollup)), ("type", SchemeCheckContext.Word(fact.Type)));
        }
    }

    private static void CheckWeight(SchemeCheckContext context, FactDefinition fact, string path)
    {
        if (fact.Weight is not { } weight)
        {
            if (fact.Rollup == FactRollup.WeightedMean) context.Report($"{path}.weight", Codes.WeightMissing, ("fact", fact.Code));
            return;
        }

        if (fact.Rollup != FactRollup.WeightedMean) context.Report($"{path}.weight", Codes.WeightWithoutMean, ("fact", fact.Code));
        context.RequireCount(weight, $"{path}.weight");
        if (context.FactOf(weight) is { Level: not FactLevel.Branch })
            context.Report($"{path}.weight", Codes.UnfitFactLevel, ("fact", weight), ("level", "branch"));
    }

    private static void CheckShape(SchemeCheckContext context, FactDefinition fact, string path)
    {
        var isNumber = fact.Type is FactType.Integer or FactType.Decimal;
        if (fact.Counts != FactCounts.Unspecified && !isNumber) Unfit(context, fact, path, "counts");
        if (fact.Range is { } range)
        {
            if (!isNumber && fact.Type != FactType.Scores) Unfit(context, fact, path, "range");
            if (range.From > range.To) context.Report($"{path}.range", Codes.RangeReversed, ("from", range.From), ("to", range.To));
        }

        CheckWords(context, fact, $"{path}.options", "options", fact.Options, belongs: fact.Type == FactType.Ballots);
        CheckWords(context, fact, $"{path}.levels", "levels", fact.Levels, belongs: fact.Type == FactType.Awards);
        foreach (var (index, option) in fact.Options.Index())
        {
            if (option.Contains('/', StringComparison.Ordinal) || TieExpression.BallotWords.Contains(option, StringComparer.Ordinal))
                context.Report(Entry($"{path}.options", index), Codes.ReservedOption, ("option", option));
        }
    }

    private static void CheckWords(
        SchemeCheckContext context, FactDefinition fact, string path, string name, IReadOnlyList<string> words, bool belongs)
    {
        if (belongs && words.Count == 0) context.Report(path, Codes.EmptyList, ("name", name));
        if (!belongs && words.Count > 0) context.Report(path, Codes.UnfitProperty, ("name", name), ("type", SchemeCheckContext.Word(fact.Type)));
        context.CheckDistinct(words, index => Entry(path, index));
    }

    private static void Unfit(SchemeCheckContext context, FactDefinition fact, string path, string name) =>
        context.Report($"{path}.{name}", Codes.UnfitProperty, ("name", name), ("type", SchemeCheckContext.Word(fact.Type)));

    private static string Entry(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
