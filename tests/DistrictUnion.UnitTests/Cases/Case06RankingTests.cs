using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 6: ranking, ties, quota, composition.</summary>
public sealed class Case06RankingTests
{
    private static readonly RankedSchool[] Schools =
    [
        School("a", 95.20m), School("b", 93.10m, (96, 100), 27.50m), School("c", 93.10m, (134, 140), 27.50m),
        School("d", 93.10m, (96, 100), 28.00m), School("e", 92.00m), School("f", 97.00m, outcome: Outcome.Disqualified),
        School("g", 90.50m), School("h", 89.00m), School("i", 88.00m, outcome: Outcome.Forfeited), School("j", 85.00m),
    ];

    private static readonly HashSet<string> Rural = ["e", "j"];

    [Fact]
    public void Ranks_share_and_skip_and_excluded_schools_come_last()
    {
        var lines = RankingRules.Rank(Schools);
        Assert.Equal(["a", "d", "b", "c", "e", "g", "h", "j", "f", "i"], lines.Select(line => line.School.Code));
        Assert.Equal([1, 2, 2, 2, 5, 6, 7, 8, null, null], lines.Select(line => line.Rank));
        Assert.Equal([1, 3, 3, 3, 1, 1, 1, 1, 0, 0], lines.Select(line => line.Ties));
        Assert.All(lines, line => Assert.Null(line.UnresolvedTie));
    }

    [Theory]
    [InlineData(QuotaBase.InScope, 3)]
    [InlineData(QuotaBase.Submitted, 2)]
    [InlineData(QuotaBase.Ranked, 2)]
    public void A_quota_is_a_share_of_its_base(QuotaBase quotaBase, int expected) =>
        Assert.Equal(expected, Quota.AtMost(30, Quota.Count(quotaBase, Schools.Select(school => school.Outcome))));

    [Fact]
    public void The_places_go_to_the_first_and_the_next_are_reserves()
    {
        var shortlist = ShortlistRules.Select(RankingRules.Rank(Schools), 3, []);
        Assert.Equal(["a", "d", "b"], shortlist.Selected);
        Assert.Equal("c", shortlist.Reserves[0]);
        Assert.False(shortlist.IsBlocked);
    }

    [Fact]
    public void A_minimum_share_replaces_the_lowest_school_outside_it()
    {
        var shortlist = ShortlistRules.Select(RankingRules.Rank(Schools), 3, [new("乡村学校", 30, Rural)]);
        Assert.Equal(["a", "d", "e"], shortlist.Selected);
        Assert.Equal(["b", "c", "g", "h", "j"], shortlist.Reserves);
    }

    [Theory]
    [InlineData(20, 3, 12, 4)]
    [InlineData(7, 1, 5, 2)]
    public void Composition_limits_floor_at_most_and_ceil_at_least(int seats, int heads, int frontLine, int women) =>
        Assert.Equal((heads, frontLine, women), (Quota.AtMost(15, seats), Quota.AtLeast(60, seats), Quota.AtLeast(20, seats)));

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    public void Nominations_take_the_better_band_at_its_boundary(int staff, int expected) =>
        Assert.Equal(expected, Quota.BySize(staff, [new BandDefinition(100, 2), new BandDefinition(0, 1)]));

    [Fact]
    public void A_tie_across_the_line_blocks_until_it_is_resolved()
    {
        RankedSchool[] tied = [School("x", 90m), School("y", 90m), School("z", 80m)];
        var blocked = ShortlistRules.Select(RankingRules.Rank(tied), 1, []);
        Assert.Equal(["x", "y"], Assert.Single(blocked.BlockingTies));

        var resolved = tied.Select(school => school with { ResolvedPosition = school.Code == "y" ? 1 : 2 });
        var shortlist = ShortlistRules.Select(RankingRules.Rank(resolved), 1, []);
        Assert.False(shortlist.IsBlocked);
        Assert.Equal(["y"], shortlist.Selected);
    }

    [Fact]
    public void A_tie_inside_the_places_blocks_nothing()
    {
        RankedSchool[] tied = [School("x", 90m), School("y", 90m), School("z", 80m)];
        Assert.False(ShortlistRules.Select(RankingRules.Rank(tied), 2, []).IsBlocked);
    }

    [Fact]
    public void Groups_are_ranked_on_their_own()
    {
        var lines = RankingRules.Rank([School("x", 90m) with { Group = "primary" }, School("y", 95m) with { Group = "junior" }]);
        Assert.Equal([("y", 1), ("x", 1)], lines.Select(line => (line.School.Code, line.Rank!.Value)));
    }

    [Fact]
    public void A_missing_tie_value_comes_after_every_given_one()
    {
        var lines = RankingRules.Rank([School("x", 90m), School("y", 90m, (0, 100), 0m)]);
        Assert.Equal(["y", "x"], lines.Select(line => line.School.Code));
    }

    private static RankedSchool School(
        string code, decimal total, (int Very, int Returned)? satisfaction = null, decimal? sectionB = null, Outcome outcome = Outcome.Qualified) =>
        new(
            code,
            total,
            outcome,
            [
                satisfaction is { } vote ? Fraction.From(vote.Very, vote.Returned) : null,
                sectionB is { } points ? Fraction.From(points) : null,
            ]);
}
