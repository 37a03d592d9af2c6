using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Communities;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 10: the scheme changes between two rounds; worked case 11: panels and zone normalisation.</summary>
public sealed class Case10And11Tests
{
    private static readonly CompiledScheme First = TestScheme.Compile(Sections("A:30", "B:30", "C:40"));
    private static readonly CompiledScheme Second = TestScheme.Compile(Sections("A:25", "B:35", "C:30", "D:10"));

    [Fact]
    public void Each_round_is_scored_under_its_own_version()
    {
        Assert.Equal(85.75m, ScoringEngine.Score(First, FirstRound()).Total);
        Assert.Equal(89.25m, ScoringEngine.Score(Second, SecondRound()).Total);
    }

    [Theory]
    [InlineData("85.75", "87.50")]
    [InlineData("84.75", "87.00")]
    public void The_annual_result_is_the_weighted_sum_of_the_rounds(string first, string expected) =>
        Assert.Equal(expected, TestScheme.Text(AnnualResult.Of([new(TestScheme.Number(first), 0.5m), new(89.25m, 0.5m)])));

    [Fact]
    public void Weights_of_an_annual_result_add_up_to_one() =>
        Assert.Throws<ArgumentException>(() => AnnualResult.Of([new(85.75m, 0.5m), new(89.25m, 0.4m)]));

    [Fact]
    public void Fixed_points_are_added_to_an_annual_result() => Assert.Equal(92.00m, AnnualResult.Of([new(87.50m, 1m)], 4.5m));

    [Theory]
    [InlineData("A", "88.33", "88.00")]
    [InlineData("B", "80.00", "90.00")]
    [InlineData("C", "88.13", "90.83")]
    public void An_indicator_is_followed_by_its_share_of_the_maximum(string node, string first, string second)
    {
        Assert.Equal(first, Share(First, FirstRound(), node));
        Assert.Equal(second, Share(Second, SecondRound(), node));
    }

    [Fact]
    public void An_award_above_an_amended_maximum_is_clamped_and_waits_for_confirmation()
    {
        var before = TestScheme.Compile(Corrected(b3: 6, b4: 4));
        var after = TestScheme.Compile(Corrected(b3: 5, b4: 5));
        var input = new TestInput().Claim("A", 26.50m).Claim("C", 35.25m).Claim("B1", 14m).ZoneReview([("B3", 6m), ("B4", 4m)]).Build();

        Assert.Equal(85.75m, ScoringEngine.Score(before, input).Total);
        var amended = ScoringEngine.Score(after, input);
        Assert.Equal(84.75m, amended.Total);
        Assert.Equal((5.00m, 4.00m), (after.Node(amended, "B3").Final, after.Node(amended, "B4").Final));
        Assert.True(after.Node(amended, "B3").Flags.HasFlag(NodeFlags.Clamped));
        Assert.False(after.Node(amended, "B4").Flags.HasFlag(NodeFlags.Clamped));
    }

    [Theory]
    [InlineData("96 91 91 88 70", "90.00")]
    [InlineData("95 95 90 85 80", "90.00")]
    [InlineData("90 88 86 70", "83.50")]
    public void A_panel_of_five_drops_one_highest_and_one_lowest(string scores, string expected) =>
        Assert.Equal(expected, TestScheme.Text(Panel(scores).Final));

    [Fact]
    public void A_panel_of_two_is_missing()
    {
        var node = Panel("90 88");
        Assert.Equal((0.00m, NodeFlags.Missing | NodeFlags.PanelTooSmall), (node.Final, node.Flags));
    }

    [Fact]
    public void Normalisation_evens_out_strict_and_lenient_zones()
    {
        var adjusted = ZoneNormalisation.Adjust(
            [
                new("n1", "north", 95m), new("n2", "north", 91m), new("n3", "north", 88m), new("s1", "south", 86m), new("s2", "south", 82m),
                new("s3", "south", 78m),
            ],
            cap: 100);
        Assert.Equal(
            [("n1", 90.15m), ("n2", 86.35m), ("n3", 83.50m), ("s1", 90.89m), ("s2", 86.67m), ("s3", 82.44m)],
            adjusted.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_normalised_total_stops_at_the_cap() =>
        Assert.Equal(100.00m, ZoneNormalisation.Adjust(92m, Fraction.From(1.144737m), Fraction.One, cap: 100));

    private static ScoringInput FirstRound() => new TestInput().Claim("A", 26.50m).Claim("B", 24.00m).Claim("C", 35.25m).Build();

    private static ScoringInput SecondRound() =>
        new TestInput().Claim("A", 22.00m).Claim("B", 31.50m).Claim("C", 27.25m).Claim("D", 8.50m).Build();

    private static string Share(CompiledScheme scheme, ScoringInput input, string code)
    {
        var node = scheme.Nodes[scheme.IndexOf(code)];
        return TestScheme.Text(IndicatorTrend.PercentOfMax(ScoringEngine.Score(scheme, input).Nodes[node.Index].Final, node.Max!.Value));
    }

    private static NodeScore Panel(string scores)
    {
        var scheme = TestScheme.OneLeaf(
            "100",
            """{ "type": "panel", "scores": "judges", "outOf": 100 }""",
            """{ "code": "judges", "name": "评委", "type": "scores", "level": "district", "range": [0, 100] }""");
        var given = scores.Split(' ').Select(TestScheme.Number).ToArray();
        return scheme.Node(ScoringEngine.Score(scheme, new TestInput().Fact("judges", given).Build()), "L");
    }

    private static string Sections(params string[] sections) =>
        $$"""
        { "code": "case-10", "name": "案例十", "missing": "zero", "bonus": { "cap": "none" }, "sections": [{{string.Join(", ", sections.Select(section =>
        {
            var parts = section.Split(':');
            return $$"""{ "code": "{{parts[0]}}", "name": "{{parts[0]}}", "max": {{parts[1]}}, "rule": { "type": "manual" } }""";
        }))}}] }
        """;

    private static string Corrected(int b3, int b4) =>
        $$"""
        { "code": "case-10", "name": "案例十", "missing": "zero", "bonus": { "cap": "none" }, "sections": [
          { "code": "A", "name": "甲", "max": 30, "rule": { "type": "manual" } },
          { "code": "B", "name": "乙", "max": 30, "items": [
            { "code": "B1", "name": "一", "max": 20, "rule": { "type": "manual" } },
            { "code": "B3", "name": "三", "max": {{b3}}, "rule": { "type": "manual" } },
            { "code": "B4", "name": "四", "max": {{b4}}, "rule": { "type": "manual" } } ] },
          { "code": "C", "name": "丙", "max": 40, "rule": { "type": "manual" } } ] }
        """;
}
