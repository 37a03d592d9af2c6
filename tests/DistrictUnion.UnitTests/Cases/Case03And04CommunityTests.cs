using DistrictUnion.Domain.Communities;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked cases 3 and 4: education communities.</summary>
public sealed class Case03And04CommunityTests
{
    private static readonly PairInput CoBuilt = new()
    {
        CoreRoutine = [92.50m, 95.00m],
        MemberRoutine = [86.00m, 90.50m],
        Project = PairMark.Joint(36.50m),
        Feature = PairMark.Joint(33.00m),
    };

    [Fact]
    public void Pair_values_are_means_of_both_schools()
    {
        var pair = CommunityScoring.Pair(CoBuilt);
        Assert.Equal([89.25m, 92.75m], pair.Core.Routine);
        Assert.Equal([89.25m, 92.75m], pair.Member.Routine);
    }

    [Fact]
    public void Complementary_shares_weigh_project_and_feature()
    {
        var pair = CommunityScoring.Pair(CoBuilt);
        Assert.Equal((35.45m, 34.05m), (pair.Core.YearEnd, pair.Member.YearEnd));
        Assert.Equal((90.05m, 88.65m), (pair.Core.Total, pair.Member.Total));
    }

    [Fact]
    public void A_weighted_bundle_gives_both_schools_the_same()
    {
        var pair = CommunityScoring.Pair(CoBuilt with
        {
            Sharing = SharingMode.WeightedBundle,
            Project = new(38m, 33m),
            Feature = new(30m, 34.5m),
        });
        Assert.Equal((34.83m, 34.83m), (pair.Core.YearEnd, pair.Member.YearEnd));
        Assert.Equal((89.43m, 89.43m), (pair.Core.Total, pair.Member.Total));
    }

    [Fact]
    public void Equal_shares_of_the_project_alone_give_both_the_whole_mark()
    {
        var pair = CommunityScoring.Pair(CoBuilt with { Sharing = SharingMode.EqualShare, Feature = null });
        Assert.Equal((91.10m, 91.10m), (pair.Core.Total, pair.Member.Total));
    }

    [Fact]
    public void A_split_pool_gives_each_school_only_its_part()
    {
        var pair = CommunityScoring.Pair(CoBuilt with { Sharing = SharingMode.PoolSplit, Feature = null });
        Assert.Equal((80.15m, 65.55m), (pair.Core.Total, pair.Member.Total));
    }

    [Fact]
    public void A_core_with_two_members_has_the_mean_of_its_pairs()
    {
        var first = CommunityScoring.Pair(FirstMember);
        var second = CommunityScoring.Pair(SecondMember);
        Assert.Equal([85.00m, 91.00m], first.Core.Routine);
        Assert.Equal([45.00m, 89.00m], second.Core.Routine);
        Assert.Equal((86.90m, 85.70m), (first.Core.Total, first.Member.Total));
        Assert.Equal((72.00m, 74.40m), (second.Core.Total, second.Member.Total));
        Assert.Equal(79.45m, CommunityScoring.Core([first.Core.Total, second.Core.Total]));
    }

    [Fact]
    public void A_core_may_keep_its_own_score_where_the_member_is_missing()
    {
        var second = CommunityScoring.Pair(SecondMember with { Missing = MissingMember.OwnScore });
        Assert.Equal((85.50m, 74.40m), (second.Core.Total, second.Member.Total));
        Assert.Equal(86.20m, CommunityScoring.Core([86.90m, second.Core.Total]));
    }

    [Theory]
    [InlineData("90", "87.10")]
    [InlineData("88", "86.80")]
    public void A_cooperative_pair_shares_routine_and_project(string secondOfMember, string expected)
    {
        var pair = CommunityScoring.Pair(new()
        {
            CoreRoutine = [88m, 91m],
            MemberRoutine = [85m, TestScheme.Number(secondOfMember)],
            Project = PairMark.Joint(34m),
            Sharing = SharingMode.EqualShare,
        });
        Assert.Equal((expected, expected), (TestScheme.Text(pair.Core.Total), TestScheme.Text(pair.Member.Total)));
    }

    [Fact]
    public void A_community_enters_the_annual_result_by_its_ratio() =>
        Assert.Equal(87.77m, AnnualResult.IncludeCommunity(88.00m, 85.70m, 0.1m));

    private static PairInput FirstMember => new()
    {
        CoreRoutine = [90m, 94m],
        MemberRoutine = [80m, 88m],
        Project = PairMark.Joint(35m),
        Feature = PairMark.Joint(32m),
    };

    private static PairInput SecondMember => new()
    {
        CoreRoutine = [90m, 94m],
        MemberRoutine = [null, 84m],
        Project = PairMark.Joint(30m),
        Feature = PairMark.Joint(36m),
    };
}
