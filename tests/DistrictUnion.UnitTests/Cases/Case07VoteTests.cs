using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 7: democratic evaluation. Leaves of 100 points, so that points read as percent.</summary>
public sealed class Case07VoteTests
{
    private const string Facts =
        """{ "code": "vote", "name": "测评", "type": "ballots", "level": "district", "options": ["satisfied", "basically", "dissatisfied"] }""";

    private static readonly FactValue CaseA = TestInput.Ballots(141, 137, 0, ("satisfied", 127), ("basically", 10), ("dissatisfied", 0));
    private static readonly FactValue CaseB = TestInput.Ballots(60, 52, 2, ("satisfied", 43), ("basically", 5), ("dissatisfied", 2));

    [Theory]
    [InlineData("valid", "92.70")]
    [InlineData("eligible", "90.07")]
    public void Case_a_satisfaction_by_base(string shareOf, string expected) => Assert.Equal(expected, Satisfied(CaseA, shareOf));

    [Fact]
    public void Case_a_counts_basically_satisfied_when_told_to() => Assert.Equal("100.00", Satisfied(CaseA, "valid", """["satisfied", "basically"]"""));

    [Fact]
    public void Case_a_index() => Assert.Equal("98.54", Index(CaseA));

    [Theory]
    [InlineData(90, "100.00")]
    [InlineData(93, "0.00")]
    public void Case_a_passes_ninety_percent(int threshold, string expected) => Assert.Equal(expected, Passes(CaseA, threshold));

    [Theory]
    [InlineData(85, "valid", "100.00")]
    [InlineData(90, "valid", "0.00")]
    [InlineData(85, "eligible", "0.00")]
    public void Case_b_passes_eighty_five_of_the_valid_ballots_only(int threshold, string shareOf, string expected) =>
        Assert.Equal(expected, Passes(CaseB, threshold, shareOf));

    [Theory]
    [InlineData("valid", """["satisfied"]""", "86.00")]
    [InlineData("eligible", """["satisfied"]""", "71.67")]
    [InlineData("valid", """["satisfied", "basically"]""", "96.00")]
    public void Case_b_shares(string shareOf, string options, string expected) => Assert.Equal(expected, Satisfied(CaseB, shareOf, options));

    [Fact]
    public void Case_b_index() => Assert.Equal("95.60", Index(CaseB));

    [Fact]
    public void Case_c_without_quorum_the_vote_is_void()
    {
        var node = Score(SurveyRate("valid", """["satisfied"]"""), TestInput.Ballots(60, 39, 0, ("satisfied", 39)));
        Assert.Equal((0.00m, NodeFlags.Missing | NodeFlags.VoteVoid), (node.Final, node.Flags));
    }

    [Fact]
    public void Forty_of_sixty_meets_the_quorum_of_two_thirds_exactly() =>
        Assert.Equal("100.00", Satisfied(TestInput.Ballots(60, 40, 0, ("satisfied", 40)), "valid"));

    [Fact]
    public void Case_d_eighty_nine_point_eight_nine_is_not_ninety()
    {
        var vote = TestInput.Ballots(188, 188, 0, ("satisfied", 169));
        Assert.Equal("89.89", Satisfied(vote, "valid"));
        Assert.Equal("0.00", Passes(vote, 90));
    }

    [Theory]
    [InlineData(40, 50, "100.00")]
    [InlineData(39, 49, "0.00")]
    public void Consent_of_eighty_percent(int consent, int valid, string expected) =>
        Assert.Equal(expected, Passes(TestInput.Ballots(valid, valid, 0, ("satisfied", consent)), 80));

    [Theory]
    [InlineData(4, 4, 0)]
    [InlineData(6, 6, 2)]
    public void A_vote_too_small_to_stay_secret_shows_no_result(int eligible, int returned, int invalid)
    {
        var node = Score(SurveyRate("valid", """["satisfied"]"""), TestInput.Ballots(eligible, returned, invalid, ("satisfied", 3)));
        Assert.Equal(new(null, null, null, NodeFlags.NotApplicable | NodeFlags.VoteTooSmall), node);
    }

    [Fact]
    public void A_vote_without_a_valid_ballot_is_void() =>
        Assert.Equal(
            NodeFlags.Missing | NodeFlags.VoteVoid, Score(SurveyRate("valid", """["satisfied"]"""), TestInput.Ballots(10, 10, 10)).Flags);

    private static string Satisfied(FactValue vote, string shareOf, string options = """["satisfied"]""") =>
        TestScheme.Text(Score(SurveyRate(shareOf, options), vote).Final);

    private static string Passes(FactValue vote, int threshold, string shareOf = "valid") =>
        TestScheme.Text(Score(
            $$"""
            { "type": "surveyRate", "ballots": "vote", "satisfied": ["satisfied"], "base": "{{shareOf}}",
              "bands": [{ "atLeast": {{threshold}}, "points": 100 }] }
            """,
            vote).Final);

    private static string Index(FactValue vote) =>
        TestScheme.Text(Score(
            """{ "type": "surveyIndex", "ballots": "vote", "weights": { "satisfied": 100, "basically": 80, "dissatisfied": 40 } }""", vote).Final);

    private static string SurveyRate(string shareOf, string options) =>
        $$"""{ "type": "surveyRate", "ballots": "vote", "satisfied": {{options}}, "base": "{{shareOf}}" }""";

    private static NodeScore Score(string rule, FactValue vote)
    {
        var scheme = TestScheme.OneLeaf("100", rule, Facts);
        return scheme.Node(ScoringEngine.Score(scheme, new TestInput().Fact("vote", vote).Build()), "L");
    }
}
