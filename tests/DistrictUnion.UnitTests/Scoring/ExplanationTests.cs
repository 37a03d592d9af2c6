using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Cases;
using Xunit;

namespace DistrictUnion.UnitTests.Scoring;

/// <summary>Every published number can be explained (scoring semantics, section 3).</summary>
public sealed class ExplanationTests
{
    private static readonly CompiledScheme Scheme = TestScheme.Compile(Case01LeafRulesTests.Json("floor"));

    [Fact]
    public void An_explanation_gives_the_same_result_as_scoring()
    {
        var scored = ScoringEngine.Score(Scheme, Case01LeafRulesTests.Input());
        var explained = ScoringEngine.Explain(Scheme, Case01LeafRulesTests.Input()).Result;
        Assert.Equal(scored.Nodes, explained.Nodes);
        Assert.Equal(scored.Total, explained.Total);
    }

    [Fact]
    public void The_arithmetic_of_a_leaf_carries_exact_numbers()
    {
        var steps = Node("A3").Arithmetic;
        Assert.Equal(["explain.rate", "explain.rateStep", "explain.final.self"], steps.Select(step => step.Code));
        Assert.Equal(Fraction.From(305, 4), steps[0].Arguments["percent"]);
        Assert.Equal((Fraction.From(35, 4), Fraction.One), (steps[1].Arguments["short"], steps[1].Arguments["steps"]));
    }

    [Fact]
    public void A_fact_names_the_branches_events_and_people_it_comes_from()
    {
        var scheme = TestScheme.OneLeaf(
            "100",
            """{ "type": "count", "count": "n", "points": 1 }""",
            """{ "code": "n", "name": "活动", "type": "integer", "level": "branch", "rollup": "sum" }""");
        var input = new TestInput().With(
            TestInput.Branch("b2", [("n", 1)]), TestInput.Branch("b1", [("n", 2)], [TestInput.Event("games", "n", "2025-09-20", 4)])).Build();
        var fact = Assert.Single(ScoringEngine.Explain(scheme, input).Nodes[scheme.IndexOf("L")].Facts);
        Assert.Equal(Fraction.From(7), fact.Number);
        Assert.Equal([("b1", (string?)null), ("b2", null), ("b1", "games")], fact.Parts.Select(part => (part.Branch!, part.Event)));
        Assert.Equal((new DateOnly(2025, 9, 20), "chair", FactRoute.Report), (fact.Parts[2].Date!.Value, fact.Parts[2].Source.Actor, fact.Parts[2].Source.Route));
    }

    [Fact]
    public void Reviewers_changes_are_listed_zone_first()
    {
        var scheme = TestScheme.OneLeaf("4", """{ "type": "manual" }""", "");
        var input = new TestInput().Claim("L", 4m).ZoneReview([("L", 3m)], null).DistrictReview([("L", 2.5m)], null).Build();
        var node = ScoringEngine.Explain(scheme, input).Nodes[scheme.IndexOf("L")];
        Assert.Equal([(ReviewLevel.Zone, 3m), (ReviewLevel.District, 2.5m)], node.Reviews.Select(review => (review.Level, review.Score)));
        Assert.Equal("explain.final.byDistrict", node.Arithmetic[^1].Code);
    }

    [Fact]
    public void A_vote_too_small_shows_no_counts()
    {
        var scheme = TestScheme.OneLeaf(
            "10",
            """{ "type": "surveyRate", "ballots": "vote", "satisfied": ["yes"] }""",
            """{ "code": "vote", "name": "测评", "type": "ballots", "level": "district", "options": ["yes"] }""");
        var input = new TestInput().Fact("vote", TestInput.Ballots(4, 4, 0, ("yes", 3))).Build();
        var node = ScoringEngine.Explain(scheme, input).Nodes[scheme.IndexOf("L")];
        Assert.Empty(Assert.Single(node.Facts).Parts);
        Assert.Equal(["explain.vote.tooSmall"], node.Arithmetic.Select(step => step.Code));
    }

    [Fact]
    public void A_missing_fact_is_named()
    {
        var scheme = TestScheme.OneLeaf(
            "4",
            """{ "type": "boolean", "fact": "held" }""",
            """{ "code": "held", "name": "召开教代会", "type": "boolean", "level": "school" }""");
        var steps = ScoringEngine.Explain(scheme, new TestInput().Build()).Nodes[scheme.IndexOf("L")].Arithmetic;
        Assert.Equal(["召开教代会"], Assert.IsType<List<string>>(steps[0].Arguments["facts"]));
    }

    private static Explanation Node(string code) => ScoringEngine.Explain(Scheme, Case01LeafRulesTests.Input()).Nodes[Scheme.IndexOf(code)];
}
