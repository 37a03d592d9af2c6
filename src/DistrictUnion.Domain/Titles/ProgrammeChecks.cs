using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>What is wrong with a programme, each with its path.</summary>
public static class ProgrammeChecks
{
    private const int MostPublicityDays = 60;
    private const int MostYears = 50;
    private const int MostDays = 3650;
    private const int MostNominated = 200;

    /// <summary>Every problem; empty: none.</summary>
    public static IReadOnlyList<FieldError> Check(ProgrammeDefinition programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var tiers = programme.Tiers.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. CheckTiers(programme),
            .. programme.Rules.SelectMany((rule, i) => CheckRule(rule, $"rules[{i}]", tiers)),
            .. Repeated(programme.Rules.Select(r => r.Code), "rules"),
            .. CheckPlaces(programme.Places),
            .. programme.PublicityDays is < 1 or > MostPublicityDays ? new[] { FieldError.Of("publicityDays", "programme.publicityDays", ("most", MostPublicityDays)) } : [],
            .. programme.ConsentPercent is < 0 or > 100 ? new[] { FieldError.Of("consentPercent", "programme.percent") } : [],
            .. CheckReinspection(programme.Reinspection, tiers),
            .. programme.Nomination?.Places is < 1 or > MostNominated ? new[] { FieldError.Of("nomination.places", "programme.nominationPlaces", ("most", MostNominated)) } : [],
            .. programme.Nomination?.To <= programme.Level ? new[] { FieldError.Of("nomination.to", "programme.nominationLevel") } : [],
            .. EligibilityRules.Contradicted(programme with { Rules = [.. programme.Rules.Where((rule, i) => !CheckRule(rule, "", tiers).Any())] })
                .Select(c => FieldError.Of("rules", "programme.exampleContradicted", ("rule", c.Rule.Code), ("example", c.Example.Name))),
        ];
    }

    private static IEnumerable<FieldError> CheckTiers(ProgrammeDefinition programme) =>
        programme.Tiers.Count == 0 ? [FieldError.Of("tiers", "programme.noTier")] : Repeated(programme.Tiers.Select(t => t.Code), "tiers");

    private static IEnumerable<FieldError> Repeated(IEnumerable<string> codes, string path) =>
        codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => FieldError.Of(path, "programme.codeRepeated", ("code", g.Key)));

    private static IEnumerable<FieldError> CheckRule(EligibilityRule rule, string path, HashSet<string> tiers)
    {
        foreach (var tier in rule.Tiers.Where(t => !tiers.Contains(t)))
            yield return FieldError.Of($"{path}.tiers", "programme.tierUnknown", ("tier", tier));
        if (rule.From > rule.To)
            yield return FieldError.Of($"{path}.to", "range.endBeforeStart");
        foreach (var field in MissingOf(rule))
            yield return FieldError.Of($"{path}.{field}", "programme.ruleField", ("rule", rule.Code));
        foreach (var example in rule.Examples.Where(e => !tiers.Contains(e.Tier)))
            yield return FieldError.Of($"{path}.examples", "programme.tierUnknown", ("tier", example.Tier));
    }

    private static IEnumerable<string> MissingOf(EligibilityRule rule)
    {
        if (rule.Kind is EligibilityKind.HoldsTitle or EligibilityKind.HeldForYears && string.IsNullOrEmpty(rule.Title))
            yield return "title";
        if ((rule.Kind == EligibilityKind.HeldForYears && rule.Years is null) || rule.Years is < 1 or > MostYears)
            yield return "years";
        if (rule.Kind is EligibilityKind.MinimumMembers or EligibilityKind.MinimumScore && rule.Minimum is null)
            yield return "minimum";
        if (rule.Kind is EligibilityKind.SectionMinimum or EligibilityKind.RateAtLeast && rule.Percent is not (>= 0 and <= 100))
            yield return "percent";
        if (rule.Kind == EligibilityKind.NoZeroNode && rule.Depth is not (>= 1 and <= 5))
            yield return "depth";
        if (rule.Kind == EligibilityKind.RateAtLeast && rule.Of.Count == 0)
            yield return "of";
        if (rule.Kind == EligibilityKind.RateAtLeast && string.IsNullOrEmpty(rule.Per))
            yield return "per";
    }

    private static IEnumerable<FieldError> CheckPlaces(PlaceRule places)
    {
        if (places.Places is null && places.Percent is null)
            yield return FieldError.Of("places", "programme.noPlaces");
        if (places.Places < 0)
            yield return FieldError.Of("places.places", "programme.noPlaces");
        if (places.Percent is < 0 or > 100 || places.AtLeast.Concat(places.AtMost).Any(s => s.Percent is < 0 or > 100))
            yield return FieldError.Of("places", "programme.percent");
        if (places.AtLeast.Sum(s => s.Percent) > 100)
            yield return FieldError.Of("places.atLeast", "programme.sharesTooLarge");
    }

    private static IEnumerable<FieldError> CheckReinspection(ReinspectionRule? rule, HashSet<string> tiers)
    {
        if (rule is null)
            yield break;
        if (rule.CycleYears is < 1 or > MostYears || rule.TermYears is < 1 or > MostYears || rule.RectificationDays is < 1 or > MostDays)
            yield return FieldError.Of("reinspection", "programme.reinspectionTimes", ("years", MostYears), ("days", MostDays));
        if (rule.DowngradeFrom >= rule.KeepFrom)
            yield return FieldError.Of("reinspection.downgradeFrom", "programme.downgradeAboveKeep");
        if (rule.DowngradeTo is { } tier && !tiers.Contains(tier))
            yield return FieldError.Of("reinspection.downgradeTo", "programme.tierUnknown", ("tier", tier));
    }
}
