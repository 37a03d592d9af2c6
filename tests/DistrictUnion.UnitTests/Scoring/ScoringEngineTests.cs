using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Scoring;

/// <summary>Edges of the rules, of missing data, reviews, bonuses and lateness (scoring semantics, sections 1–4).</summary>
public sealed class ScoringEngineTests
{
    private const string TwoNumbers =
        """
        { "code": "done", "name": "已办", "type": "integer", "level": "school" }, { "code": "due", "name": "应办", "type": "integer", "level": "school" }
        """;

    private const string Linear = """{ "type": "rateLinear", "rate": { "of": "done", "to": "due" } }""";

    [Fact]
    public void A_leaf_is_divided_once_at_its_rounding() => Assert.Equal("0.63", Rate("3", Linear, 5, 24));

    [Fact]
    public void Half_a_cent_rounds_away_from_zero() => Assert.Equal("0.13", Rate("1", Linear, 1, 8));

    [Fact]
    public void A_rate_threshold_compares_the_exact_fraction() =>
        Assert.Equal("0.00", Rate("10", """{ "type": "tiers", "rate": { "of": "done", "to": "due" }, "bands": [{ "atLeast": 90, "points": 10 }] }""", 134, 149));

    [Fact]
    public void A_boundary_value_takes_the_better_band() =>
        Assert.Equal("10.00", Rate("10", """{ "type": "tiers", "rate": { "of": "done", "to": "due" }, "bands": [{ "atLeast": 90, "points": 10 }, { "atLeast": 80, "points": 8 }] }""", 9, 10));

    [Theory]
    [InlineData(17, "5.00")]
    [InlineData(16, "4.00")]
    [InlineData(0, "0.00")]
    public void Complete_steps_below_the_target_cost_points(int done, string expected) =>
        Assert.Equal(expected, Rate("5", """{ "type": "rateStep", "rate": { "of": "done", "to": "due" }, "target": 85, "step": 5, "points": 1 }""", done, 20));

    [Theory]
    [InlineData(60, "0.00")]
    [InlineData(50, "0.00")]
    [InlineData(80, "5.00")]
    [InlineData(100, "10.00")]
    public void A_line_is_zero_up_to_its_start(int done, string expected) =>
        Assert.Equal(expected, Rate("10", """{ "type": "rateLinear", "rate": { "of": "done", "to": "due" }, "zeroAt": 60 }""", done, 100));

    [Fact]
    public void A_rate_above_the_whole_is_cut_and_flagged()
    {
        var node = Leaf("10", Linear, TwoNumbers, new TestInput().Fact("done", 12).Fact("due", 10));
        Assert.Equal((10.00m, NodeFlags.RateCapped), (node.Final, node.Flags));
    }

    [Fact]
    public void Something_out_of_nothing_counts_as_the_whole() => Assert.Equal("10.00", Rate("10", Linear, 3, 0));

    [Fact]
    public void A_missing_denominator_is_missing_even_if_the_numerator_is_zero()
    {
        var node = Leaf("10", Linear, TwoNumbers, new TestInput().Fact("done", 0));
        Assert.Equal((0.00m, NodeFlags.Missing), (node.Final, node.Flags));
    }

    [Fact]
    public void A_missing_count_of_misses_is_not_no_misses()
    {
        var node = Leaf("6", """{ "type": "deduct", "misses": "done", "points": 1 }""", TwoNumbers, new TestInput());
        Assert.Equal((0.00m, NodeFlags.Missing), (node.Final, node.Flags));
    }

    [Fact]
    public void A_closed_gate_gives_zero_even_if_misses_are_unknown()
    {
        var node = Leaf(
            "6",
            """{ "type": "deduct", "misses": "done", "points": 1, "gate": "open" }""",
            """{ "code": "open", "name": "门槛", "type": "boolean", "level": "school" }, """ + TwoNumbers,
            new TestInput().Fact("open", false));
        Assert.Equal((0.00m, NodeFlags.None), (node.Final, node.Flags));
    }

    [Fact]
    public void An_unreported_part_of_a_checklist_counts_as_false()
    {
        var node = Leaf(
            "4",
            """{ "type": "checklist", "parts": [{ "fact": "a", "points": 1.5 }, { "fact": "b", "points": 2.5 }] }""",
            """{ "code": "a", "name": "甲", "type": "boolean", "level": "school" }, { "code": "b", "name": "乙", "type": "boolean", "level": "school" }""",
            new TestInput().Fact("a", true));
        Assert.Equal((1.50m, NodeFlags.None), (node.Final, node.Flags));
    }

    [Fact]
    public void An_unclaimed_manual_leaf_is_missing() =>
        Assert.Equal(NodeFlags.Missing, Leaf("4", """{ "type": "manual" }""", "", new TestInput()).Flags);

    [Fact]
    public void A_claim_above_the_maximum_is_clamped()
    {
        var node = Leaf("4", """{ "type": "manual" }""", "", new TestInput().Claim("L", 5m));
        Assert.Equal((4.00m, NodeFlags.Clamped), (node.Self, node.Flags));
    }

    [Fact]
    public void The_district_review_goes_before_the_zones()
    {
        var node = Leaf("4", """{ "type": "manual" }""", "", new TestInput().Claim("L", 4m).ZoneReview([("L", 3m)], null).DistrictReview([("L", 2.5m)], null));
        Assert.Equal(new(4.00m, 2.50m, 2.50m, NodeFlags.None), node);
    }

    [Fact]
    public void A_district_fact_gives_a_review_score_and_no_self_score()
    {
        var node = Leaf("5", """{ "type": "value", "fact": "spot", "outOf": 10 }""", DistrictNumber, new TestInput().Fact("spot", 8));
        Assert.Equal(new(null, 4.00m, 4.00m, NodeFlags.None), node);
    }

    [Fact]
    public void A_reviewer_goes_before_the_computed_district_score()
    {
        var input = new TestInput().Fact("spot", 8).ZoneReview([("L", 3m)], null);
        Assert.Equal(3.00m, Leaf("5", """{ "type": "value", "fact": "spot", "outOf": 10 }""", DistrictNumber, input).Final);
    }

    [Theory]
    [InlineData("self", "4.00")]
    [InlineData("zero", "0.00")]
    public void The_unreviewed_policy_decides_without_a_reviewer(string policy, string expected)
    {
        var scheme = TestScheme.OneLeaf("4", """{ "type": "manual" }""", "", $"\"unreviewed\": \"{policy}\"");
        Assert.Equal(expected, TestScheme.Text(ScoringEngine.Score(scheme, new TestInput().Claim("L", 4m).Build()).Total));
    }

    [Fact]
    public void Unreviewed_zero_spares_leaves_computed_from_district_facts()
    {
        var scheme = TestScheme.OneLeaf("5", """{ "type": "value", "fact": "spot", "outOf": 10 }""", DistrictNumber, "\"unreviewed\": \"zero\"");
        Assert.Equal(4.00m, ScoringEngine.Score(scheme, new TestInput().Fact("spot", 8).Build()).Total);
    }

    [Fact]
    public void A_section_of_which_nothing_applies_does_not_apply()
    {
        var scheme = TestScheme.OneLeaf("4", """{ "type": "manual" }""", "", """ "gates": [{ "type": "sectionMinimum", "percent": 70 }] """);
        var result = ScoringEngine.Score(scheme, new TestInput().ZoneReview([], "L").Build());
        Assert.Null(scheme.Node(result, "S").Final);
        Assert.Equal(Outcome.Qualified, result.Outcome);
    }

    [Fact]
    public void An_empty_list_of_the_district_takes_back_what_the_zone_listed()
    {
        var scheme = TestScheme.OneLeaf("4", """{ "type": "manual" }""", "");
        var result = ScoringEngine.Score(scheme, new TestInput().Claim("L", 3m).ZoneReview([], "L").DistrictReview([]).Build());
        Assert.Equal(3.00m, scheme.Node(result, "L").Final);
    }

    [Theory]
    [InlineData(0, "4.00", Outcome.Qualified)]
    [InlineData(1, "3.00", Outcome.Qualified)]
    [InlineData(3, "2.00", Outcome.Qualified)]
    [InlineData(4, "2.00", Outcome.Forfeited)]
    public void Lateness_costs_points_up_to_a_limit_and_then_forfeits(int days, string total, Outcome outcome)
    {
        var scheme = TestScheme.OneLeaf("4", """{ "type": "manual" }""", "", """ "late": { "perDay": 1, "max": 2, "forfeitAfterDays": 3 } """);
        var result = ScoringEngine.Score(scheme, new TestInput().Claim("L", 4m).Late(days).Build());
        Assert.Equal((total, outcome), (TestScheme.Text(result.Total), result.Outcome));
    }

    [Theory]
    [InlineData("highestPerMatter", "none", "5.00")]
    [InlineData("sum", "none", "8.00")]
    [InlineData("sum", "6", "6.00")]
    public void Awards_stack_as_the_scheme_says(string stacking, string cap, string expected)
    {
        var scheme = TestScheme.Compile(
            $$"""
            { "code": "bonus", "name": "加分", "missing": "zero", "bonus": { "cap": {{(cap == "none" ? "\"none\"" : cap)}}, "stacking": "{{stacking}}" },
              "facts": [{ "code": "awards", "name": "获奖", "type": "awards", "level": "school", "levels": ["city", "province"] }],
              "sections": [{ "code": "L", "name": "L", "max": 1, "rule": { "type": "manual" } }],
              "bonuses": [{ "code": "Z", "name": "Z", "awards": "awards", "cap": "none", "levels": { "city": 3, "province": 5 } }] }
            """);
        Award[] awards = [new("同一事项", "city", new(2025, 9, 2)), new("同一事项", "province", new(2025, 10, 2))];
        Assert.Equal(expected, TestScheme.Text(ScoringEngine.Score(scheme, new TestInput().Fact("awards", awards).Build()).Bonus));
    }

    [Fact]
    public void Head_counts_come_only_from_branches_of_the_counting_kind()
    {
        var scheme = BranchScheme("\"type\": \"integer\", \"rollup\": \"sum\", \"counts\": \"people\"");
        var result = ScoringEngine.Score(scheme, new TestInput()
            .With(TestInput.Branch("u", [("n", 30)]), TestInput.Branch("g", [("n", 12)], kind: BranchKind.GradeGroup)).Build());
        Assert.Equal(30.00m, scheme.Node(result, "L").Final);
    }

    [Theory]
    [InlineData("sum", "42.00")]
    [InlineData("mean", "21.00")]
    [InlineData("min", "12.00")]
    [InlineData("max", "30.00")]
    public void Numbers_roll_up_as_the_scheme_says(string rollup, string expected)
    {
        var scheme = BranchScheme($"\"type\": \"integer\", \"rollup\": \"{rollup}\"");
        var result = ScoringEngine.Score(scheme, new TestInput().With(TestInput.Branch("u", [("n", 30)]), TestInput.Branch("g", [("n", 12)])).Build());
        Assert.Equal(expected, TestScheme.Text(scheme.Node(result, "L").Final));
    }

    [Fact]
    public void An_event_that_two_branches_report_counts_once_at_its_greatest_value()
    {
        var scheme = BranchScheme("\"type\": \"integer\", \"rollup\": \"sum\"");
        var result = ScoringEngine.Score(scheme, new TestInput().With(
            TestInput.Branch("u", [("n", 1)], [TestInput.Event("games", "n", "2025-09-20", 4)]),
            TestInput.Branch("g", [], [TestInput.Event("games", "n", "2025-09-20", 5), TestInput.Event("late", "n", "2025-11-11", 50)])).Build());
        Assert.Equal(6.00m, scheme.Node(result, "L").Final);
    }

    [Fact]
    public void Both_ends_of_the_window_are_inside()
    {
        var scheme = BranchScheme("\"type\": \"integer\", \"rollup\": \"sum\"");
        var result = ScoringEngine.Score(scheme, new TestInput().With(
            TestInput.Branch("u", [], [TestInput.Event("first", "n", "2025-09-01"), TestInput.Event("last", "n", "2025-11-10")])).Build());
        Assert.Equal(2.00m, scheme.Node(result, "L").Final);
    }

    [Fact]
    public void A_weight_sum_of_zero_is_missing()
    {
        var scheme = TestScheme.OneLeaf(
            "100",
            """{ "type": "value", "fact": "q", "outOf": 100 }""",
            """
            { "code": "w", "name": "权重", "type": "integer", "level": "branch", "rollup": "sum" },
            { "code": "q", "name": "质量", "type": "decimal", "level": "branch", "rollup": "weightedMean", "weight": "w" }
            """);
        var result = ScoringEngine.Score(scheme, new TestInput().With(TestInput.Branch("u", [("w", 0), ("q", 90)])).Build());
        Assert.Equal(NodeFlags.Missing, scheme.Node(result, "L").Flags);
    }

    [Fact]
    public void What_blocks_a_submission_is_what_the_school_left_out()
    {
        var scheme = TestScheme.OneLeaf("10", Linear, TwoNumbers);
        var missing = Assert.Single(SubmissionRules.MissingEntries(scheme, new TestInput().Fact("done", 1).Build()));
        Assert.Equal("L", missing.Node);
        Assert.Equal(["done", "due"], missing.Facts);
        Assert.Empty(SubmissionRules.MissingEntries(scheme, new TestInput().Fact("done", 1).Fact("due", 2).Build()));
    }

    private const string DistrictNumber = """{ "code": "spot", "name": "抽查", "type": "integer", "level": "district" }""";

    private static CompiledScheme BranchScheme(string properties) => TestScheme.OneLeaf(
        "100",
        """{ "type": "count", "count": "n", "points": 1 }""",
        $$"""{ "code": "n", "name": "数", "level": "branch", {{properties}} }""");

    private static string Rate(string max, string rule, int done, int due) =>
        TestScheme.Text(Leaf(max, rule, TwoNumbers, new TestInput().Fact("done", done).Fact("due", due)).Final);

    private static NodeScore Leaf(string max, string rule, string facts, TestInput input)
    {
        var scheme = TestScheme.OneLeaf(max, rule, facts);
        return scheme.Node(ScoringEngine.Score(scheme, input.Build()), "L");
    }
}
