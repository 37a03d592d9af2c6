using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.UnitTests.Cases;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Schemes;

/// <summary>Reading scheme files strictly, and writing their canonical text (scoring semantics, section 2 and N5).</summary>
public sealed class SchemeDocumentTests
{
    private const string Minimal =
        """
        { "code": "minimal", "name": "最小", "missing": "zero", "bonus": { "cap": "none" },
          "sections": [{ "code": "S", "name": "S", "max": 10, "rule": { "type": "manual" } }] }
        """;

    [Fact]
    public void What_a_file_leaves_out_has_the_documented_default()
    {
        var scheme = TestScheme.Parse(Minimal).Definition!;
        Assert.Equal(SchemeSubject.School, scheme.Subject);
        Assert.Equal(UnreviewedPolicy.Self, scheme.Unreviewed);
        Assert.Equal(new BonusPolicy(null, BonusStacking.HighestPerMatter), scheme.Bonus);
        Assert.Null(scheme.Late);
        Assert.Equal((EvidencePolicy.None, ReviewPolicy.Optional), (scheme.Sections[0].Evidence, scheme.Sections[0].Review));
        Assert.Equal(RankingGroup.None, scheme.Ranking.GroupBy);
    }

    [Fact]
    public void Rules_have_the_documented_defaults()
    {
        Assert.Equal(
            new RateStepRule(new("a", "b"), 85, 5, 1, StepRounding.Floor),
            Rule("""{ "type": "rateStep", "rate": { "of": "a", "to": "b" }, "target": 85, "step": 5, "points": 1 }"""));
        Assert.Equal(new RateLinearRule(new("a", "b"), 0, 100), Rule("""{ "type": "rateLinear", "rate": { "of": "a", "to": "b" } }"""));
        Assert.Equal(new PanelRule("a", 100, 5, 3), Rule("""{ "type": "panel", "scores": "a", "outOf": 100 }"""));
        var survey = Assert.IsType<SurveyRateRule>(Rule("""{ "type": "surveyRate", "ballots": "a", "satisfied": ["x"] }"""));
        Assert.Equal((SurveyBase.Valid, new Quorum(2, 3), (object?)null), (survey.Base, survey.Quorum, survey.Bands));
    }

    [Theory]
    [InlineData("\"4/6\"", 2, 3)]
    [InlineData("0.6", 3, 5)]
    [InlineData("1", 1, 1)]
    public void A_quorum_is_a_fraction_or_a_number(string quorum, long numerator, long denominator) =>
        Assert.Equal(
            new Quorum(numerator, denominator),
            Assert.IsType<SurveyRateRule>(Rule($$"""{ "type": "surveyRate", "ballots": "a", "satisfied": ["x"], "quorum": {{quorum}} }""")).Quorum);

    [Theory]
    [InlineData("\"name\": \"最小\"", "\"name\": \"最小\", \"colour\": \"red\"", "colour", SchemeProblemCodes.UnknownProperty)]
    [InlineData("\"name\": \"最小\"", "\"name\": \"最小\", \"name\": \"又\"", "name", SchemeProblemCodes.DuplicateProperty)]
    [InlineData("\"missing\": \"zero\", ", "", "missing", SchemeProblemCodes.MissingProperty)]
    [InlineData("\"missing\": \"zero\"", "\"missing\": \"skip\"", "missing", SchemeProblemCodes.UnknownWord)]
    [InlineData("{ \"cap\": \"none\" }", "{ }", "bonus.cap", SchemeProblemCodes.MissingProperty)]
    [InlineData("\"cap\": \"none\"", "\"cap\": \"all\"", "bonus.cap", SchemeProblemCodes.NotANumber)]
    [InlineData("\"minimal\"", "\"Minimal\"", "code", SchemeProblemCodes.InvalidCode)]
    [InlineData("\"minimal\"", "\"minimal\\n\"", "code", SchemeProblemCodes.InvalidCode)]
    [InlineData("\"minimal\"", "7", "code", SchemeProblemCodes.NotText)]
    [InlineData("\"code\": \"S\"", "\"code\": \"1S\"", "sections[0].code", SchemeProblemCodes.InvalidCode)]
    [InlineData("\"name\": \"S\"", "\"name\": \"  \"", "sections[0].name", SchemeProblemCodes.InvalidText)]
    [InlineData("\"name\": \"S\"", "\"name\": \"\\ud800\"", "sections[0].name", SchemeProblemCodes.InvalidText)]
    [InlineData("\"max\": 10", "\"max\": 1e1", "sections[0].max", SchemeProblemCodes.InvalidNumber)]
    [InlineData("\"max\": 10", "\"max\": -10", "sections[0].max", SchemeProblemCodes.InvalidNumber)]
    [InlineData("\"max\": 10", "\"max\": 1234567890123", "sections[0].max", SchemeProblemCodes.InvalidNumber)]
    [InlineData("\"max\": 10", "\"max\": 1.0000000", "sections[0].max", SchemeProblemCodes.InvalidNumber)]
    [InlineData("\"max\": 10", "\"max\": \"10\"", "sections[0].max", SchemeProblemCodes.NotANumber)]
    [InlineData("\"sections\"", "\"facts\": [{ \"code\": \"f\", \"name\": \"f\", \"type\": \"integer\", \"level\": \"school\", \"counts\": \"unspecified\" }], \"sections\"", "facts[0].counts", SchemeProblemCodes.UnknownWord)]
    [InlineData("\"sections\"", "\"facts\": [{ \"code\": \"f\", \"name\": \"f\", \"type\": \"integer\", \"level\": \"school\", \"range\": [1] }], \"sections\"", "facts[0].range", SchemeProblemCodes.NotARange)]
    [InlineData("\"sections\"", "\"facts\": [{ \"code\": \"f\", \"name\": \"f\", \"type\": \"integer\", \"level\": \"school\", \"congress\": \"everything\" }], \"sections\"", "facts[0].congress", SchemeProblemCodes.UnknownWord)]
    [InlineData("\"sections\"", "\"facts\": {}, \"sections\"", "facts", SchemeProblemCodes.NotAList)]
    [InlineData("{ \"type\": \"manual\" }", "{ \"type\": \"magic\" }", "sections[0].rule.type", SchemeProblemCodes.UnknownWord)]
    [InlineData("{ \"type\": \"manual\" }", "{ }", "sections[0].rule.type", SchemeProblemCodes.MissingProperty)]
    [InlineData("{ \"type\": \"manual\" }", "[]", "sections[0].rule", SchemeProblemCodes.NotAnObject)]
    [InlineData("{ \"type\": \"manual\" }", "{ \"type\": \"manual\", \"points\": 1 }", "sections[0].rule.points", SchemeProblemCodes.UnknownProperty)]
    [InlineData("{ \"type\": \"manual\" }", "{ \"type\": \"tiers\", \"bands\": [] }", "sections[0].rule.value", SchemeProblemCodes.ValueOrRate)]
    [InlineData("{ \"type\": \"manual\" }", "{ \"type\": \"surveyRate\", \"ballots\": \"a\", \"satisfied\": [], \"quorum\": \"2:3\" }", "sections[0].rule.quorum", SchemeProblemCodes.InvalidQuorum)]
    public void A_file_is_read_strictly(string given, string instead, string path, string code)
    {
        var result = TestScheme.Parse(Minimal.Replace(given, instead, StringComparison.Ordinal));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((path, code), (problem.Path, problem.Message.Code));
        Assert.Null(result.Definition);
    }

    [Fact]
    public void All_problems_are_listed_at_once() =>
        Assert.Equal(
            ["colour", "missing", "sections[0].max"],
            TestScheme.Parse(Minimal.Replace("\"missing\": \"zero\"", "\"colour\": 1, \"missing\": 1", StringComparison.Ordinal)
                .Replace("10", "1e1", StringComparison.Ordinal)).Problems.Select(problem => problem.Path));

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Nodes_stand_at_most_five_deep(int depth, bool isRead) => Assert.Equal(isRead, TestScheme.Parse(Nested(depth)).Definition is not null);

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void A_scheme_has_at_most_two_thousand_leaves(int leaves, bool isRead)
    {
        var sections = string.Join(',', Enumerable.Range(1, leaves).Select(n => $$"""{ "code": "L{{n}}", "name": "L", "max": 1, "rule": { "type": "manual" } }"""));
        var result = TestScheme.Parse($$"""{ "code": "wide", "name": "宽", "missing": "zero", "bonus": { "cap": 1 }, "sections": [{{sections}}] }""");
        Assert.Equal(isRead, result.Definition is not null);
    }

    [Fact]
    public void Something_that_is_no_object_is_refused_as_a_whole() => Assert.Equal("$", TestScheme.Parse("[]").Problems[0].Path);

    [Fact]
    public void The_canonical_text_is_read_back_to_itself()
    {
        var text = SchemeDocument.Write(TestScheme.Parse(Case01LeafRulesTests.Json("ceil")).Definition!);
        Assert.Equal(text, SchemeDocument.Write(TestScheme.Parse(text).Definition!));
    }

    [Fact]
    public void What_a_number_counts_of_congresses_is_read_and_written()
    {
        const string fact = "\"facts\": [{ \"code\": \"f\", \"name\": \"f\", \"type\": \"integer\", \"level\": \"school\", \"congress\": \"proposalsReplied\" }], \"sections\"";
        var scheme = TestScheme.Parse(Minimal.Replace("\"sections\"", fact, StringComparison.Ordinal)).Definition!;
        Assert.Equal(CongressFigure.ProposalsReplied, scheme.Facts[0].Congress);
        Assert.Contains("\"congress\":\"proposalsReplied\"", SchemeDocument.Write(scheme).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_schemes_have_equal_text_however_they_were_written()
    {
        var other = """
            { "sections": [{ "max": 10.00, "rule": { "type": "manual" }, "name": "S", "code": "S", "evidence": "none" }], "missing": "zero",
              "bonus": { "stacking": "highestPerMatter", "cap": "none" }, "name": "最小", "code": "minimal", "ranking": { "ties": [] } }
            """;
        Assert.Equal(SchemeDocument.Write(TestScheme.Parse(Minimal).Definition!), SchemeDocument.Write(TestScheme.Parse(other).Definition!));
    }

    private static RuleDefinition? Rule(string rule) =>
        TestScheme.Parse(Minimal.Replace("""{ "type": "manual" }""", rule, StringComparison.Ordinal)).Definition!.Sections[0].Rule;

    private static string Nested(int depth)
    {
        var node = """{ "code": "L", "name": "L", "max": 1, "rule": { "type": "manual" } }""";
        for (var level = depth - 1; level >= 1; level--) node = $$"""{ "code": "N{{level}}", "name": "N", "max": 1, "items": [{{node}}] }""";
        return $$"""{ "code": "deep", "name": "深", "missing": "zero", "bonus": { "cap": 1 }, "sections": [{{node}}] }""";
    }
}
