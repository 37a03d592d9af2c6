using System.Text.Json;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Properties;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Lab;

/// <summary>Forks of schemes and their replay.</summary>
public sealed class LabReplayTests
{
    private const string Scheme =
        """
        { "code": "lab", "name": "试算方案", "missing": "zero", "bonus": { "cap": 10 }, "late": { "perDay": 1 },
          "facts": [
            { "code": "n", "name": "次数", "type": "integer", "level": "school" },
            { "code": "vote", "name": "测评", "type": "ballots", "level": "school", "options": ["very", "very.much"] } ],
          "sections": [
            { "code": "A", "name": "组织", "max": 10, "items": [
              { "code": "A1", "name": "工作", "max": 6, "rule": { "type": "manual" } },
              { "code": "A2", "name": "活动", "max": 4, "rule": { "type": "tiers", "value": "n", "bands": [ { "atLeast": 8, "points": 4 }, { "atLeast": 4, "points": 1 } ] } } ] },
            { "code": "B", "name": "测评", "max": 5, "rule": { "type": "surveyIndex", "ballots": "vote", "weights": { "very": 100, "very.much": 80 } } } ],
          "grades": [ { "code": "good", "name": "合格", "min": 9 } ] }
        """;

    private static readonly SchemeDefinition Definition = TestScheme.Parse(Scheme).Definition!;

    [Fact]
    public void Replaying_without_a_change_gives_the_same_results_and_tau_one() => Seeds.Hold(
        draw =>
        {
            var ledger = new Ledger(draw, SchemeDraw.Scheme(draw));
            for (var step = 0; step < 40; step++)
                ledger.Change(draw);
            var fork = SchemeFork.Change(SchemeDocument.Write(ledger.Scheme.Definition), []).Definition!;
            var replay = new LabReplay(ledger.Scheme, CompiledScheme.Compile(SchemeFork.FollowMaxima(ledger.Scheme.Definition, fork)), pointsFollow: true);
            List<LabScored> scored = [];
            foreach (var school in Ledger.Schools)
            {
                var (before, after) = replay.Score(ledger.Input(school));
                Assert.Equal(before.Nodes, after.Nodes);
                scored.Add(new(new(school, school, "", "", null), LabScore.Of(before), LabScore.Of(after), replay.MoverOf(before, after)));
            }

            var rows = LabComparison.Rows(scored, ledger.Scheme.Definition.Grades, fork.Grades);
            var summary = LabComparison.Sum(rows, [], ledger.Scheme.Definition.Grades, fork.Grades);
            Assert.All(rows, row => Assert.Equal(row.Before, row.After));
            Assert.All(rows, row => Assert.Null(row.Mover));
            Assert.True(summary.Tau is null or 1, $"τ is {summary.Tau}.");
            Assert.Equal((0L, 0, 0, 0), (summary.SwappedPairs, summary.Moved, summary.Rescored, summary.Crossing));
        },
        runs: 100);

    [Theory]
    [InlineData("sections[0].items[1].rule.bands[0].atLeast", "9")]
    [InlineData("sections[1].rule.weights.very.much", "70")]
    [InlineData("sections[1].rule.quorum", "\"1/2\"")]
    [InlineData("late.perDay", "2")]
    [InlineData("bonus.cap", "\"none\"")]
    [InlineData("grades[0].min", "8.5")]
    public void A_number_is_changed_by_the_path_that_problems_name(string path, string value)
    {
        var text = SchemeDocument.Write(Definition);
        var forked = SchemeFork.Change(text, [Change(path, value)]);
        Assert.Empty(forked.Problems);
        Assert.NotEqual(text, SchemeDocument.Write(forked.Definition!));
        Assert.Contains(value, SchemeDocument.Write(forked.Definition!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sections[2].max", SchemeFork.UnknownPath)]
    [InlineData("sections[0].min", SchemeFork.UnknownPath)]
    [InlineData("sections", SchemeFork.UnknownPath)]
    [InlineData("", SchemeFork.UnknownPath)]
    [InlineData("sections[0]max[", SchemeFork.UnknownPath)]
    [InlineData("sections[-1].max", SchemeFork.UnknownPath)]
    [InlineData("sections[0].code", SchemeFork.NotANumber)]
    [InlineData("missing", SchemeFork.NotANumber)]
    public void What_is_no_number_of_the_scheme_is_refused_by_its_path(string path, string code)
    {
        var problem = Assert.Single(SchemeFork.Change(SchemeDocument.Write(Definition), [Change(path, "1")]).Problems);
        Assert.Equal((path, code), (problem.Path, problem.Message.Code));
    }

    [Fact]
    public void The_same_number_cannot_be_changed_twice() => Assert.Equal(
        SchemeFork.RepeatedPath, Assert.Single(SchemeFork.Change(SchemeDocument.Write(Definition), [Change("grades[0].min", "1"), Change("grades[0].min", "2")]).Problems).Message.Code);

    [Fact]
    public void A_number_that_the_format_refuses_is_refused_where_it_stands() =>
        Assert.Equal("grades[0].min", Assert.Single(SchemeFork.Change(SchemeDocument.Write(Definition), [Change("grades[0].min", "1e3")]).Problems).Path);

    [Fact]
    public void Points_of_rules_claims_and_reviews_follow_the_maximum()
    {
        // A 10 → 15: A1 6 → 9 with a claim of 5 → 7.5; A2 4 → 6 with a band of 1 → 1.5.
        var (before, after) = Replay(pointsFollow: true).Score(new TestInput().Claim("A1", 5).Fact("n", 5).Build());
        Assert.Equal((5m, 1m, 6m), (Final(before, 1), Final(before, 2), Final(before, 0)));
        Assert.Equal((7.5m, 1.5m, 9m), (Final(after, 1), Final(after, 2), Final(after, 0)));
    }

    [Fact]
    public void Or_they_stay_as_they_are()
    {
        var (_, after) = Replay(pointsFollow: false).Score(new TestInput().Claim("A1", 5).Fact("n", 5).Build());
        Assert.Equal((5m, 1m), (Final(after, 1), Final(after, 2)));
    }

    [Fact]
    public void A_rule_that_was_changed_itself_is_taken_as_it_is()
    {
        var fork = SchemeFork.Change(SchemeDocument.Write(Definition), [.. Heavier, Change("sections[0].items[1].rule.bands[1].points", "3")]).Definition!;
        var bands = ((TiersRule)SchemeFork.FollowMaxima(Definition, fork).Sections[0].Items[1].Rule!).Bands;
        Assert.Equal([4m, 3m], bands.Select(b => b.Points));
    }

    [Fact]
    public void The_indicator_that_moves_a_total_most_is_named()
    {
        var replay = Replay(pointsFollow: true);
        var (before, after) = replay.Score(new TestInput().Claim("A1", 5).Fact("n", 5).Build());
        Assert.Equal(new LabMover(LabMoverKind.Node, "A1", "工作", 2.5m), replay.MoverOf(before, after));

        // Two halves: neither makes more than half of the section's change, so the section is named.
        (before, after) = replay.Score(new TestInput().Claim("A1", 4).Fact("n", 8).Build());
        Assert.Equal(new LabMover(LabMoverKind.Node, "A", "组织", 4), replay.MoverOf(before, after));
    }

    private static SchemeChange[] Heavier => [Change("sections[0].max", "15"), Change("sections[0].items[0].max", "9"), Change("sections[0].items[1].max", "6")];

    private static LabReplay Replay(bool pointsFollow)
    {
        var fork = SchemeFork.Change(SchemeDocument.Write(Definition), Heavier).Definition!;
        Assert.Empty(SchemeChecks.Check(fork));
        return new(CompiledScheme.Compile(Definition), CompiledScheme.Compile(pointsFollow ? SchemeFork.FollowMaxima(Definition, fork) : fork), pointsFollow);
    }

    private static SchemeChange Change(string path, string value) => new(path, JsonElement.Parse(value));

    private static decimal? Final(ScoreResult result, int node) => result.Nodes[node].Final;
}
