using System.Globalization;
using System.Text.Json;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Reads the rule of a leaf; every type has its own properties and defaults (scoring semantics, section 2, "Rules").</summary>
internal static class SchemeRuleReader
{
    private const int DefaultTrimFrom = 5;
    private const int DefaultPanelMinimum = 3;

    private static readonly Dictionary<string, string[]> PropertiesByType = new(StringComparer.Ordinal)
    {
        ["manual"] = ["type"],
        ["boolean"] = ["type", "fact"],
        ["checklist"] = ["type", "parts"],
        ["deduct"] = ["type", "misses", "points", "gate"],
        ["count"] = ["type", "count", "points"],
        ["tiers"] = ["type", "value", "rate", "bands"],
        ["rateStep"] = ["type", "rate", "target", "step", "points", "steps"],
        ["rateLinear"] = ["type", "rate", "zeroAt", "fullAt"],
        ["value"] = ["type", "fact", "outOf"],
        ["panel"] = ["type", "scores", "outOf", "trimFrom", "minimum"],
        ["surveyIndex"] = ["type", "ballots", "weights", "quorum"],
        ["surveyRate"] = ["type", "ballots", "satisfied", "base", "quorum", "bands"],
    };

    public static RuleDefinition? Read(JsonElement element, string path, List<SchemeProblem> problems)
    {
        var word = TypeOf(element);
        if (!PropertiesByType.TryGetValue(word, out var known))
        {
            ReportUnknownType(element, path, problems);
            return null;
        }

        var reader = new SchemeObjectReader(element, path, problems, known);
        return word switch
        {
            "boolean" => new BooleanRule(reader.Code("fact")),
            "checklist" => new ChecklistRule(reader.List("parts", (part, partPath) => Part(part, partPath, problems), required: true)),
            "deduct" => new DeductRule(reader.Code("misses"), reader.Number("points"), reader.OptionalCode("gate")),
            "count" => new CountRule(reader.Code("count"), reader.Number("points")),
            "tiers" => Tiers(reader, problems),
            "rateStep" => new RateStepRule(
                Rate(reader, problems), reader.Number("target"), reader.Number("step"), reader.Number("points"),
                reader.OptionalWord<StepRounding>("steps") ?? StepRounding.Floor),
            "rateLinear" => new RateLinearRule(
                Rate(reader, problems), reader.OptionalNumber("zeroAt") ?? 0, reader.OptionalNumber("fullAt") ?? 100),
            "value" => new ValueRule(reader.Code("fact"), reader.Number("outOf")),
            "panel" => new PanelRule(
                reader.Code("scores"), reader.Number("outOf"), reader.OptionalWhole("trimFrom") ?? DefaultTrimFrom,
                reader.OptionalWhole("minimum") ?? DefaultPanelMinimum),
            "surveyIndex" => new SurveyIndexRule(reader.Code("ballots"), reader.NumbersByName("weights"), QuorumOf(reader)),
            "surveyRate" => new SurveyRateRule(
                reader.Code("ballots"), reader.List("satisfied", reader.TextOf, required: true),
                reader.OptionalWord<SurveyBase>("base") ?? SurveyBase.Valid, QuorumOf(reader),
                reader.Has("bands") ? Bands(reader, problems) : null),
            _ => new ManualRule(),
        };
    }

    private static string TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? PropertiesByType.Keys.FirstOrDefault(type.ValueEquals) ?? ""
            : "";

    private static void ReportUnknownType(JsonElement element, string path, List<SchemeProblem> problems)
    {
        // Without a type nobody knows which properties belong here, so only the type is judged.
        var names = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(property => property.Name).ToArray() : [];
        var reader = new SchemeObjectReader(element, path, problems, names);
        if (element.ValueKind == JsonValueKind.Object && reader.OptionalText("type", required: true) is { Length: > 0 } given)
            reader.Report(reader.PathOf("type"), Codes.UnknownWord, ("word", given), ("allowed", PropertiesByType.Keys));
    }

    private static TiersRule Tiers(SchemeObjectReader reader, List<SchemeProblem> problems)
    {
        if (reader.Has("value") == reader.Has("rate")) reader.Report(reader.PathOf("value"), Codes.ValueOrRate);
        return new(reader.OptionalCode("value"), reader.Has("rate") ? Rate(reader, problems) : null, Bands(reader, problems));
    }

    private static IReadOnlyList<BandDefinition> Bands(SchemeObjectReader reader, List<SchemeProblem> problems) =>
        reader.List(
            "bands",
            (element, path) =>
            {
                var band = new SchemeObjectReader(element, path, problems, "atLeast", "points");
                return new BandDefinition(band.Number("atLeast"), band.Number("points"));
            },
            required: true);

    private static ChecklistPart Part(JsonElement element, string path, List<SchemeProblem> problems)
    {
        var part = new SchemeObjectReader(element, path, problems, "fact", "points");
        return new(part.Code("fact"), part.Number("points"));
    }

    private static RateDefinition Rate(SchemeObjectReader reader, List<SchemeProblem> problems)
    {
        if (reader.Element("rate", required: true) is not { } element) return new("", "");
        var rate = new SchemeObjectReader(element, reader.PathOf("rate"), problems, "of", "to");
        return new(rate.Code("of"), rate.Code("to"));
    }

    /// <summary>A quorum is the text of a fraction (<c>2/3</c>) or a number (0.6); both are kept in lowest terms.</summary>
    private static Quorum QuorumOf(SchemeObjectReader reader)
    {
        if (reader.Element("quorum") is not { } element) return Quorum.Default;
        if (element.ValueKind != JsonValueKind.String) return Quorum.From(reader.NumberOf(element, reader.PathOf("quorum")));
        var parts = reader.TextOf(element, reader.PathOf("quorum")).Split('/');
        if (parts is [var upper, var lower]
            && int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0)
        {
            return Quorum.From(numerator, denominator);
        }

        reader.Report(reader.PathOf("quorum"), Codes.InvalidQuorum);
        return Quorum.Default;
    }
}
