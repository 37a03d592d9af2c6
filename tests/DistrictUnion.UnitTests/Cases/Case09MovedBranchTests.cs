using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 9: branch B moves from school X to school Y on 15 October inside the window of 71 days.</summary>
public sealed class Case09MovedBranchTests
{
    private static readonly DateOnly Founded = new(2020, 1, 1);
    private static readonly DateOnly Moved = new(2025, 10, 15);

    private static readonly CompiledScheme Scheme = TestScheme.Compile(
        """
        { "code": "case-9", "name": "案例九", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "insured", "name": "参加互助", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "activities", "name": "活动", "type": "integer", "level": "branch", "rollup": "sum" },
            { "code": "quality", "name": "质量分", "type": "decimal", "level": "branch", "rollup": "weightedMean", "weight": "members", "range": [0, 100] } ],
          "sections": [
            { "code": "E", "name": "活动", "max": 6, "rule": { "type": "count", "count": "activities", "points": 1 } },
            { "code": "I", "name": "互助", "max": 100, "rule": { "type": "rateLinear", "rate": { "of": "insured", "to": "members" } } },
            { "code": "Q", "name": "质量", "max": 100, "rule": { "type": "value", "fact": "quality", "outOf": 100 } } ] }
        """);

    [Theory]
    [InlineData("E", "5.00")]
    [InlineData("I", "90.00")]
    [InlineData("Q", "87.08")]
    public void School_x_keeps_what_happened_before_the_move(string node, string expected)
    {
        var a = TestInput.Branch("a", [("members", 30), ("insured", 27), ("activities", 3), ("quality", 90m)]);
        Assert.Equal(expected, Final(node, a, MovedBranch(isX: true)));
    }

    [Theory]
    [InlineData("E", "4.00")]
    [InlineData("I", "93.33")]
    [InlineData("Q", "83.83")]
    public void School_y_has_what_is_and_happens_from_the_move_on(string node, string expected)
    {
        var c = TestInput.Branch("c", [("members", 25), ("insured", 24), ("activities", 2), ("quality", 85m)]);
        Assert.Equal(expected, Final(node, c, MovedBranch(isX: false)));
    }

    [Fact]
    public void A_move_touches_both_schools()
    {
        DatedAffiliation<string>[] before = [new("x", Founded, null)];
        DatedAffiliation<string>[] after = [new("x", Founded, Moved), new("y", Moved, null)];
        Assert.Equal(["x", "y"], AffectedSchools.OfMove(before, after, TestInput.From, TestInput.To).Order());
    }

    [Theory]
    [InlineData("2025-09-01", "2025-09-01", false)]
    [InlineData("2025-09-02", "2025-09-02", true)]
    public void A_report_touches_the_schools_of_the_window_only(string movedOn, string from, bool touchesFormer)
    {
        DatedAffiliation<string>[] affiliations = [new("x", Founded, TestInput.Day(movedOn)), new("y", TestInput.Day(from), null)];
        Assert.Equal(touchesFormer, AffectedSchools.OfReport(affiliations, TestInput.From, TestInput.To).Contains("x"));
    }

    private static string Final(string node, params BranchInput[] branches) =>
        TestScheme.Text(Scheme.Node(ScoringEngine.Score(Scheme, new TestInput().With(branches).Build()), node).Final);

    // One report: insured 18 of 20 and quality 80, four dated activities.
    private static BranchInput MovedBranch(bool isX) => TestInput.Branch(
        "b",
        [("members", 20), ("insured", 18), ("quality", 80m)],
        [
            TestInput.Event("e1", "activities", "2025-09-20"), TestInput.Event("e2", "activities", "2025-10-10"),
            TestInput.Event("e3", "activities", "2025-10-15"), TestInput.Event("e4", "activities", "2025-11-05"),
        ],
        affiliations: [new(Founded, Moved, isX), new(Moved, null, !isX)]);
}
