using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 5: vetoes, section minimum, grade caps.</summary>
public sealed class Case05OutcomeTests
{
    private static readonly CompiledScheme FiveParts = TestScheme.Compile(
        """
        { "code": "five-parts", "name": "五部分", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "massDispute", "name": "集体劳动争议", "type": "boolean", "level": "district" },
            { "code": "criminalCase", "name": "刑事案件", "type": "boolean", "level": "district" } ],
          "sections": [
            { "code": "P1", "name": "一", "max": 100, "rule": { "type": "manual" } }, { "code": "P2", "name": "二", "max": 100, "rule": { "type": "manual" } },
            { "code": "P3", "name": "三", "max": 100, "rule": { "type": "manual" } }, { "code": "P4", "name": "四", "max": 100, "rule": { "type": "manual" } },
            { "code": "P5", "name": "五", "max": 100, "rule": { "type": "manual" } } ],
          "vetoes": [
            { "code": "V1", "name": "集体劳动争议", "fact": "massDispute" },
            { "code": "V2", "name": "刑事案件", "fact": "criminalCase", "caps": "qualified" } ],
          "gates": [{ "type": "sectionMinimum", "percent": 70 }],
          "grades": [{ "code": "advanced", "name": "先进", "min": 400 }, { "code": "qualified", "name": "合格", "min": 400 }] }
        """);

    private static readonly CompiledScheme ThreeGrades = TestScheme.Compile(Graded(
        """
        [{ "code": "model", "name": "模范", "min": 95, "holds": "advanced" }, { "code": "advanced", "name": "先进", "min": 90, "holds": "qualified" },
         { "code": "qualified", "name": "合格", "min": 85 }]
        """));

    private static readonly CompiledScheme TwoGrades = TestScheme.Compile(Graded(
        """[{ "code": "model", "name": "模范", "min": 90, "holds": "qualified" }, { "code": "qualified", "name": "合格", "min": 75 }]"""));

    [Fact]
    public void V1_a_veto_disqualifies_and_keeps_the_stored_score()
    {
        var result = ScoringEngine.Score(ThreeGrades, new TestInput().Claim("S1", 96.50m).Claim("S2", 0m).Fact("massDispute", true).Build());
        Assert.Equal((96.50m, Outcome.Disqualified, (string?)null), (result.Total, result.Outcome, result.Grade));
        Assert.Equal(["V1"], result.Vetoes);
    }

    [Fact]
    public void V2_a_node_of_zero_fails_the_grade()
    {
        var scheme = TestScheme.Compile(Graded("""[{ "code": "qualified", "name": "合格", "min": 85 }]""", """[{ "type": "zeroNodeFails", "depth": 1 }]"""));
        var result = ScoringEngine.Score(scheme, new TestInput().Claim("S1", 91.20m).Claim("S2", 0m).Build());
        Assert.Equal((91.20m, Outcome.NotQualified), (result.Total, result.Outcome));
    }

    [Theory]
    [InlineData("95 90 88 70 69", "412.00", Outcome.NotQualified)]
    [InlineData("80 80 80 80 79.5", "399.50", Outcome.NotQualified)]
    [InlineData("80 80 80 80 80", "400.00", Outcome.Qualified)]
    public void V3_V5_V6_every_part_and_the_sum_must_reach_their_minimum(string parts, string total, Outcome outcome)
    {
        var result = ScoringEngine.Score(FiveParts, Parts(parts).Build());
        Assert.Equal((total, outcome), (TestScheme.Text(result.Total), result.Outcome));
    }

    [Fact]
    public void V4_a_veto_with_a_cap_limits_the_grade_instead()
    {
        var result = ScoringEngine.Score(FiveParts, Parts("82 80 81 79 83").Fact("criminalCase", true).Build());
        Assert.Equal((405m, Outcome.Qualified, "qualified"), (result.Total, result.Outcome, result.Grade));
        Assert.Equal("advanced", ScoringEngine.Score(FiveParts, Parts("82 80 81 79 83").Build()).Grade);
    }

    [Fact]
    public void V7_a_school_that_holds_only_the_lowest_grade_may_take_the_next() =>
        Assert.Equal("advanced", ScoringEngine.Score(ThreeGrades, new TestInput().Claim("S1", 96m).Holding("qualified").Build()).Grade);

    [Theory]
    [InlineData("89.99", "qualified", Outcome.Qualified)]
    [InlineData("90.00", "model", Outcome.Qualified)]
    [InlineData("75.00", "qualified", Outcome.Qualified)]
    [InlineData("74.99", null, Outcome.NotQualified)]
    public void V8_grades_compare_the_published_total(string points, string? grade, Outcome outcome)
    {
        var result = ScoringEngine.Score(TwoGrades, new TestInput().Claim("S1", TestScheme.Number(points)).Holding("qualified").Build());
        Assert.Equal((grade, outcome), (result.Grade, result.Outcome));
    }

    private static TestInput Parts(string parts)
    {
        var input = new TestInput();
        foreach (var (index, points) in parts.Split(' ').Index())
            input.Claim($"P{index + 1}", TestScheme.Number(points));
        return input;
    }

    private static string Graded(string grades, string gates = "[]") =>
        $$"""
        { "code": "graded", "name": "分等", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [{ "code": "massDispute", "name": "集体劳动争议", "type": "boolean", "level": "district" }],
          "sections": [{ "code": "S1", "name": "一", "max": 97, "rule": { "type": "manual" } }, { "code": "S2", "name": "二", "max": 3, "rule": { "type": "manual" } }],
          "vetoes": [{ "code": "V1", "name": "集体劳动争议", "fact": "massDispute" }], "gates": {{gates}}, "grades": {{grades}} }
        """;
}
