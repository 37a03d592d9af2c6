using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Scoring;

public sealed class ScorecardTests
{
    private static readonly School School = School.Create(
        DistrictId.New(),
        "p",
        new SchoolProfile("p", ZoneId.New(), SchoolStage.Primary, SchoolOwnership.Public, SchoolSetting.Urban, 30, BranchKind.UnionGroup, [], null, null));

    [Fact]
    public void A_decided_place_inside_a_tie_stays_while_the_tie_stays()
    {
        var card = CardOf(93.10m);
        card.PlaceInTie(2);

        Assert.False(card.Take(Result(93.10m), "k", School));
        Assert.Equal(2, card.TiePosition);
    }

    [Fact]
    public void A_decided_place_ends_with_the_total_it_was_decided_for()
    {
        var card = CardOf(93.10m);
        card.PlaceInTie(2);

        Assert.True(card.Take(Result(92.00m), "k", School));
        Assert.Null(card.TiePosition);
    }

    [Fact]
    public void A_decided_place_ends_with_the_tie_values_it_was_decided_for()
    {
        var card = CardOf(93.10m);
        card.PlaceInTie(1);

        Assert.True(card.Take(Result(93.10m), "other", School));
        Assert.Null(card.TiePosition);
    }

    private static Scorecard CardOf(decimal total)
    {
        var card = Scorecard.For(School.DistrictId, RoundId.New(), School.Id);
        card.Take(Result(total), "k", School);
        return card;
    }

    private static ScoreResult Result(decimal total) => new()
    {
        Nodes = [],
        Base = total,
        Bonus = 0,
        Late = 0,
        Total = total,
        SelfTotal = total,
        Outcome = Outcome.Qualified,
        Grade = null,
        Vetoes = [],
        TieValues = [],
    };
}
