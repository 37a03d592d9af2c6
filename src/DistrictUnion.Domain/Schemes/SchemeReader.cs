using System.Text.Json;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Reads the parts of a scheme file; the defaults are those of scoring semantics, section 2.</summary>
internal sealed class SchemeReader(List<SchemeProblem> problems)
{
    private int _leaves;

    public SchemeDefinition Read(JsonElement root)
    {
        var reader = Object(
            root, "", "code", "name", "sponsor", "basis", "subject", "missing", "unreviewed", "bonus", "late", "facts", "sections", "bonuses",
            "vetoes", "gates", "grades", "ranking");
        var definition = new SchemeDefinition
        {
            Code = reader.SchemeCode("code"),
            Name = reader.Text("name"),
            Sponsor = reader.OptionalText("sponsor"),
            Basis = reader.OptionalText("basis"),
            Subject = reader.OptionalWord<SchemeSubject>("subject") ?? SchemeSubject.School,
            Missing = reader.Word<MissingPolicy>("missing"),
            Unreviewed = reader.OptionalWord<UnreviewedPolicy>("unreviewed") ?? UnreviewedPolicy.Self,
            Bonus = reader.Element("bonus", required: true) is { } bonus ? BonusPolicy(bonus, "bonus") : new(Cap: null),
            Late = reader.Element("late") is { } late ? Late(late, "late") : null,
            Facts = reader.List("facts", Fact),
            Sections = reader.List("sections", (element, path) => Indicator(element, path, depth: 1), required: true),
            Bonuses = reader.List("bonuses", Bonus),
            Vetoes = reader.List("vetoes", Veto),
            Gates = reader.List("gates", Gate),
            Grades = reader.List("grades", Grade),
            Ranking = reader.Element("ranking") is { } ranking ? Ranking(ranking, "ranking") : new(),
        };
        if (_leaves > SchemeDocument.MaxLeaves) reader.Report("sections", Codes.TooManyLeaves, ("leaves", _leaves), ("most", SchemeDocument.MaxLeaves));
        return definition;
    }

    private BonusPolicy BonusPolicy(JsonElement element, string path)
    {
        var reader = Object(element, path, "cap", "stacking");
        return new(
            reader.NumberOrNone("cap", required: true),
            reader.OptionalWord<BonusStacking>("stacking") ?? BonusStacking.HighestPerMatter);
    }

    private LatePolicy Late(JsonElement element, string path)
    {
        var reader = Object(element, path, "perDay", "max", "forfeitAfterDays");
        return new(reader.Number("perDay"), reader.OptionalNumber("max"), reader.OptionalWhole("forfeitAfterDays"));
    }

    private FactDefinition Fact(JsonElement element, string path)
    {
        var reader = Object(element, path, "code", "name", "type", "level", "rollup", "weight", "counts", "range", "options", "levels", "activities", "congress");
        return new()
        {
            Code = reader.Code("code"),
            Name = reader.Text("name"),
            Type = reader.Word<FactType>("type"),
            Level = reader.Word<FactLevel>("level"),
            Rollup = reader.OptionalWord<FactRollup>("rollup"),
            Weight = reader.OptionalCode("weight"),
            Counts = Counts(reader),
            Range = reader.Element("range") is { } range ? Range(reader, range) : null,
            Options = reader.List("options", reader.TextOf),
            Levels = reader.List("levels", reader.TextOf),
            Activities = reader.Element("activities") is { } activities ? Activities(activities, reader.PathOf("activities")) : null,
            Congress = reader.OptionalWord<CongressFigure>("congress"),
        };
    }

    private ActivityCount Activities(JsonElement element, string path)
    {
        var reader = Object(element, path, "kinds", "measure");
        return new(reader.List("kinds", reader.WordOf<ActivityKind>), reader.OptionalWord<ActivityMeasure>("measure") ?? ActivityMeasure.Count);
    }

    // Saying nothing is how a file says that a number counts nothing in particular; there is no word for it.
    private static FactCounts Counts(SchemeObjectReader reader)
    {
        string[] words = [EnumWords<FactCounts>.Of(FactCounts.People), EnumWords<FactCounts>.Of(FactCounts.Times)];
        var word = reader.OptionalText("counts");
        if (string.IsNullOrEmpty(word)) return FactCounts.Unspecified;
        if (words.Contains(word, StringComparer.Ordinal) && EnumWords<FactCounts>.TryParse(word, out var counts)) return counts;
        reader.Report(reader.PathOf("counts"), Codes.UnknownWord, ("word", word), ("allowed", words));
        return FactCounts.Unspecified;
    }

    private static FactRange? Range(SchemeObjectReader reader, JsonElement element)
    {
        var path = reader.PathOf("range");
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2)
            return new(reader.NumberOf(element[0], $"{path}[0]", mayBeNegative: true), reader.NumberOf(element[1], $"{path}[1]", mayBeNegative: true));
        reader.Report(path, Codes.NotARange);
        return null;
    }

    private IndicatorDefinition Indicator(JsonElement element, string path, int depth)
    {
        var reader = Object(element, path, "code", "name", "max", "evidence", "review", "rule", "items");
        var rule = reader.Element("rule");
        if (rule is not null) _leaves++;
        var tooDeep = reader.Has("items") && depth == SchemeDocument.MaxDepth;
        if (tooDeep) reader.Report(reader.PathOf("items"), Codes.TooDeep, ("most", SchemeDocument.MaxDepth));
        return new()
        {
            Code = reader.Code("code"),
            Name = reader.Text("name"),
            Max = reader.Number("max"),
            Evidence = reader.OptionalWord<EvidencePolicy>("evidence") ?? EvidencePolicy.None,
            Review = reader.OptionalWord<ReviewPolicy>("review") ?? ReviewPolicy.Optional,
            Rule = rule is { } given ? SchemeRuleReader.Read(given, reader.PathOf("rule"), problems) : null,
            Items = tooDeep ? [] : reader.List("items", (item, itemPath) => Indicator(item, itemPath, depth + 1)),
        };
    }

    private BonusDefinition Bonus(JsonElement element, string path)
    {
        var reader = Object(element, path, "code", "name", "awards", "cap", "levels");
        return new()
        {
            Code = reader.Code("code"),
            Name = reader.Text("name"),
            Awards = reader.Code("awards"),
            Cap = reader.NumberOrNone("cap"),
            Levels = reader.NumbersByName("levels"),
        };
    }

    private VetoDefinition Veto(JsonElement element, string path)
    {
        var reader = Object(element, path, "code", "name", "fact", "caps");
        return new(reader.Code("code"), reader.Text("name"), reader.Code("fact"), reader.OptionalCode("caps"));
    }

    private GateDefinition Gate(JsonElement element, string path)
    {
        var reader = Object(element, path, "type", "percent", "depth");
        switch (reader.Text("type"))
        {
            case "sectionMinimum":
                Refuse(reader, "depth");
                return new SectionMinimumGate(reader.Number("percent"));
            case "zeroNodeFails":
                Refuse(reader, "percent");
                return new ZeroNodeGate(reader.OptionalWhole("depth", required: true) ?? 0);
            case { Length: > 0 } word:
                reader.Report(reader.PathOf("type"), Codes.UnknownWord, ("word", word), ("allowed", new[] { "sectionMinimum", "zeroNodeFails" }));
                break;
        }

        return new ZeroNodeGate(0);
    }

    private static void Refuse(SchemeObjectReader reader, string name)
    {
        if (reader.Has(name)) reader.Report(reader.PathOf(name), Codes.UnknownProperty, ("name", name));
    }

    private GradeDefinition Grade(JsonElement element, string path)
    {
        var reader = Object(element, path, "code", "name", "min", "holds");
        return new(reader.Code("code"), reader.Text("name"), reader.Number("min"), reader.OptionalCode("holds"));
    }

    private RankingPolicy Ranking(JsonElement element, string path)
    {
        var reader = Object(element, path, "groupBy", "ties");
        return new()
        {
            GroupBy = reader.OptionalWord<RankingGroup>("groupBy") ?? RankingGroup.None,
            Ties = reader.List("ties", reader.TextOf),
        };
    }

    private SchemeObjectReader Object(JsonElement element, string path, params ReadOnlySpan<string> known) => new(element, path, problems, known);
}
