using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 2: branch → school → zone → district, with a missing school and a leaf that doesn't apply.</summary>
public sealed class Case02RollUpTests
{
    private static readonly CompiledScheme Scheme = TestScheme.Compile(
        """
        { "code": "case-2", "name": "案例二", "missing": "zero", "bonus": { "cap": 0 },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "participants", "name": "参加人数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "activities", "name": "活动", "type": "integer", "level": "branch", "rollup": "sum" },
            { "code": "quality", "name": "质量分", "type": "decimal", "level": "branch", "rollup": "weightedMean", "weight": "members", "range": [0, 100] }
          ],
          "sections": [
            { "code": "A", "name": "小组工作", "max": 20, "items": [
              { "code": "A1", "name": "参与率", "max": 5, "rule": { "type": "tiers", "rate": { "of": "participants", "to": "members" },
                "bands": [{ "atLeast": 85, "points": 5 }, { "atLeast": 75, "points": 3 }] } },
              { "code": "A2", "name": "活动次数", "max": 6, "rule": { "type": "count", "count": "activities", "points": 1 } },
              { "code": "A3", "name": "质量", "max": 9, "rule": { "type": "value", "fact": "quality", "outOf": 100 } }
            ] },
            { "code": "B", "name": "其他", "max": 80, "rule": { "type": "manual" } }
          ] }
        """);

    private static readonly CompiledScheme SectionOfThirty = TestScheme.Compile(
        """
        { "code": "case-2s", "name": "案例二", "missing": "zero", "bonus": { "cap": 0 },
          "sections": [
            { "code": "A", "name": "甲", "max": 30, "items": [
              { "code": "A1", "name": "甲一", "max": 24, "rule": { "type": "manual" } },
              { "code": "A2", "name": "甲二", "max": 6, "rule": { "type": "manual" } } ] },
            { "code": "B", "name": "乙", "max": 70, "rule": { "type": "manual" } } ] }
        """);

    [Theory]
    [InlineData("A1", "3.00")]
    [InlineData("A2", "6.00")]
    [InlineData("A3", "7.76")]
    [InlineData("A", "16.76")]
    public void Facts_are_summed_before_any_rule_runs(string node, string expected) =>
        Assert.Equal(expected, TestScheme.Text(Scheme.Node(ScoringEngine.Score(Scheme, SchoolP()), node).Final));

    [Fact]
    public void School_p_comes_to_its_total() => Assert.Equal(87.16m, ScoringEngine.Score(Scheme, SchoolP()).Total);

    [Fact]
    public void A_leaf_that_does_not_apply_rescales_its_section()
    {
        var input = new TestInput().Claim("A1", 20.5m).Claim("A2", 6).Claim("B", 60.10m).DistrictReview([], "A2").Build();
        var result = ScoringEngine.Score(SectionOfThirty, input);
        Assert.Equal(25.63m, SectionOfThirty.Node(result, "A").Final);
        Assert.Equal(85.73m, result.Total);
        Assert.Null(SectionOfThirty.Node(result, "A2").Final);
    }

    [Fact]
    public void A_school_without_an_evaluation_has_total_zero()
    {
        var result = ScoringEngine.Score(Scheme, new TestInput().NotSubmitted().Build());
        Assert.Equal((0.00m, Outcome.NotSubmitted), (result.Total, result.Outcome));
        Assert.Null(result.SelfTotal);
    }

    [Fact]
    public void Zone_means_count_a_missing_school_as_zero()
    {
        Assert.Equal(85.82m, ScopeSummary.Of([P, Q, T]).Mean);
        Assert.Equal(42.87m, ScopeSummary.Of([R, S]).Mean);
    }

    [Fact]
    public void District_figures_are_taken_over_all_schools()
    {
        var district = ScopeSummary.Of([P, Q, T, R, S]);
        Assert.Equal(new(68.64m, 80.00m, 85.80m, 87.59m), district);
    }

    private static ScopeSchool P => new(87.16m, true, 50);

    private static ScopeSchool Q => new(91.30m, true, 120);

    private static ScopeSchool T => new(79.00m, true, 30);

    private static ScopeSchool R => new(0.00m, false, 40);

    private static ScopeSchool S => new(85.73m, true, 90);

    private static ScoringInput SchoolP() => new TestInput()
        .With(
            TestInput.Branch("b1", [("members", 16), ("participants", 14), ("activities", 4), ("quality", 92.0m)]),
            TestInput.Branch("b2", [("members", 25), ("participants", 19), ("activities", 3), ("quality", 85.5m)]),
            TestInput.Branch("b3", [("members", 9), ("participants", 9), ("activities", 1), ("quality", 78.0m)]))
        .Claim("B", 70.40m)
        .Build();
}
