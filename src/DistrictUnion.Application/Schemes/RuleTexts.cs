using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Schemes;

/// <summary>Rules in words, for forms that people read (评分细则).</summary>
internal sealed class RuleTexts(CompiledScheme scheme, IMessages messages)
{
    /// <summary>The rule of a leaf.</summary>
    public string Of(RuleDefinition rule, decimal max) => rule switch
    {
        ManualRule => messages.Of("rule.manual", ("max", max)),
        BooleanRule r => messages.Of("rule.boolean", ("fact", NameOf(r.Fact)), ("max", max)),
        ChecklistRule r => Joined(r.Parts.Select(p => messages.Of("rule.part", ("fact", NameOf(p.Fact)), ("points", p.Points)))),
        DeductRule { Gate: { } gate } r => messages.Of("rule.deductGate", ("max", max), ("misses", NameOf(r.Misses)), ("points", r.Points), ("gate", NameOf(gate))),
        DeductRule r => messages.Of("rule.deduct", ("max", max), ("misses", NameOf(r.Misses)), ("points", r.Points)),
        CountRule r => messages.Of("rule.count", ("count", NameOf(r.Count)), ("points", r.Points), ("max", max)),
        TiersRule { Rate: { } rate } r => messages.Of("rule.tiers", ("value", RateOf(rate)), ("bands", BandsOf(r.Bands, "rule.bandPercent"))),
        TiersRule r => messages.Of("rule.tiers", ("value", NameOf(r.Value!)), ("bands", BandsOf(r.Bands, "rule.band"))),
        RateStepRule r => messages.Of(
            "rule.rateStep", ("rate", RateOf(r.Rate)), ("target", r.Target), ("max", max), ("step", r.Step), ("points", r.Points), ("steps", messages.Word("stepRounding", r.Steps))),
        RateLinearRule r => messages.Of("rule.rateLinear", ("rate", RateOf(r.Rate)), ("zeroAt", r.ZeroAt), ("fullAt", r.FullAt), ("max", max)),
        ValueRule r => messages.Of("rule.value", ("fact", NameOf(r.Fact)), ("outOf", r.OutOf), ("max", max)),
        PanelRule r => messages.Of("rule.panel", ("scores", NameOf(r.Scores)), ("outOf", r.OutOf), ("trimFrom", r.TrimFrom), ("minimum", r.Minimum), ("max", max)),
        SurveyIndexRule r => messages.Of(
            "rule.surveyIndex",
            ("ballots", NameOf(r.Ballots)),
            ("weights", Joined(r.Weights.Select(w => messages.Of("rule.weight", ("option", messages.OptionWord(w.Key)), ("weight", w.Value))))),
            ("max", max)),
        SurveyRateRule { Bands: { } bands } r => messages.Of("rule.tiers", ("value", SatisfiedOf(r)), ("bands", BandsOf(bands, "rule.bandPercent"))),
        SurveyRateRule r => messages.Of("rule.surveyRate", ("satisfied", SatisfiedOf(r)), ("max", max)),
        _ => SchemeRules.WordOf(rule),
    };

    /// <summary>Points of a bonus by level, the lowest first.</summary>
    public string Of(BonusDefinition bonus) =>
        Joined(bonus.Levels.OrderBy(l => l.Value).Select(l => messages.Of("rule.part", ("fact", messages.LevelWord(l.Key)), ("points", l.Value))));

    private string NameOf(string fact) => scheme.FactOf(fact)?.Name ?? fact;

    private string RateOf(RateDefinition rate) => $"{NameOf(rate.Of)} ÷ {NameOf(rate.To)}";

    private string SatisfiedOf(SurveyRateRule rule) =>
        messages.Of("rule.satisfied", ("ballots", NameOf(rule.Ballots)), ("options", rule.Satisfied.Select(messages.OptionWord).ToList()));

    private string BandsOf(IReadOnlyList<BandDefinition> bands, string code) =>
        Joined(bands.Select(b => messages.Of(code, ("atLeast", b.AtLeast), ("points", b.Points))));

    private string Joined(IEnumerable<string> parts) => string.Join(messages.AreChinese ? "；" : "; ", parts);
}

/// <summary>Words for codes that a scheme's author chose; the code itself where the product has none.</summary>
internal static class SchemeWords
{
    /// <summary>An option of a ballot.</summary>
    public static string OptionWord(this IMessages messages, string option) => Known(messages, $"word.option.{option}", option);

    /// <summary>A level of an award.</summary>
    public static string LevelWord(this IMessages messages, string level) => Known(messages, $"word.awardLevel.{level}", level);

    private static string Known(IMessages messages, string code, string otherwise) => messages.Of(code) is var words && words != code ? words : otherwise;
}
