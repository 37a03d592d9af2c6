using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;
using static DistrictUnion.IntegrationTests.Votes.VotedSchool;

namespace DistrictUnion.IntegrationTests.Votes;

/// <summary>Secret votes from the first link to the score.</summary>
public sealed class VoteTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_voter_sees_the_ballot_casts_it_once_and_can_check_the_receipt()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(6);
        var voter = service.Anonymous();

        var ballot = (await voter.GetAsync($"public/ballots/{tokens[0]}")).Expect(200);
        Assert.Equal(("p学校", "职工满意度测评", true), (ballot.Text("school"), ballot.Text("name"), ballot.At("takesBallots").GetBoolean()));
        Assert.Equal(["very", "mostly", "basically", "not"], ballot.At("options").EnumerateArray().Select(o => o.GetString()));
        Assert.True(ballot.Headers.CacheControl!.NoStore);
        var receipt = (await school.CastAsync(tokens[0], "mostly")).Expect(200).Text("receipt");

        Assert.Equal(1, (await voter.GetAsync($"public/receipts/{receipt}")).Expect(200).At("counted").GetInt32());
        Assert.Equal(1, (await voter.GetAsync($"public/receipts/{receipt.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}")).Expect(200).At("counted").GetInt32());
        (await voter.GetAsync($"public/receipts/{receipt[..^1]}{(receipt[^1] == 'A' ? 'B' : 'A')}")).ExpectProblem(404, "receipt-unknown");
        (await voter.GetAsync("public/receipts/x")).ExpectProblem(404, "receipt-unknown");
        (await school.CastAsync(tokens[0], "very")).ExpectProblem(404, "ballot-refused");
        (await voter.GetAsync($"public/ballots/{tokens[0]}")).ExpectProblem(404, "ballot-refused");
        (await school.CastAsync("nobody-has-this", "very")).ExpectProblem(404, "ballot-refused");
    }

    [Fact]
    public async Task A_hundred_uses_of_one_link_at_once_are_one_vote()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(6);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => school.CastAsync(tokens[0], i % 2 == 0 ? "very" : "not")));

        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.ExpectProblem(404, "ballot-refused"));
        var turnout = (await (await school.District.As("officer")).GetAsync($"{VotesPath}/ballots/turnout")).Expect(200);
        Assert.Equal((1, 5), (turnout.At("cast").GetInt32(), turnout.At("unusedLinks").GetInt32()));
    }

    [Fact]
    public async Task Different_links_at_once_all_count()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(40);

        var answers = await Task.WhenAll(tokens.Select((t, i) => school.CastAsync(t, i % 4 == 0 ? null : "very")));

        Assert.Equal(40, answers.Select(a => a.Expect(200).Text("receipt")).Distinct().Count());
        var result = (await school.CloseAsync()).At("result");
        Assert.Equal((40, 40, 10), (result.GetProperty("returned").GetInt32(), result.GetProperty("receipts").GetInt32(), result.GetProperty("abstained").GetInt32()));
        Assert.Equal(30, result.GetProperty("counts").GetProperty("very").GetInt32());
    }

    [Fact]
    public async Task A_ballot_chooses_exactly_one_option_of_the_fact_and_a_refused_one_keeps_the_link()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(6);
        var voter = service.Anonymous();

        (await school.CastAsync(tokens[0], "perfect")).ExpectInvalid("option");
        (await voter.PostAsync($"public/ballots/{tokens[0]}", new { })).ExpectInvalid("option");
        (await voter.PostAsync($"public/ballots/{tokens[0]}", new { option = "very", abstain = true })).ExpectInvalid("option");

        (await school.CastAsync(tokens[0], "very")).Expect(200);
    }

    [Fact]
    public async Task Links_never_exceed_the_voters_and_replacing_the_unused_ones_ends_them()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(6, links: 4);
        var officer = await school.District.As("officer");
        (await school.CastAsync(tokens[0], "very")).Expect(200);

        (await officer.DoAsync($"{VotesPath}/ballots/links", new { count = 3 })).ExpectInvalid("count");
        (await officer.PostAsync($"{VotesPath}/ballots/links", new { count = 1 })).ExpectProblem(428, "precondition-required");
        var renewed = (await officer.DoAsync($"{VotesPath}/ballots/links", new { count = 5, replaceUnused = true })).Expect(200);

        (await school.CastAsync(tokens[1], "very")).ExpectProblem(404, "ballot-refused");
        (await school.CastAsync(renewed.At("tokens")[0].GetString()!, "very")).Expect(200);
        (await officer.DoAsync($"{VotesPath}/ballots/links", new { count = 1 })).ExpectInvalid("count");
    }

    [Fact]
    public async Task A_repeated_request_for_links_is_never_answered_from_a_store()
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.OpenAsync(6, links: 1);
        var officer = await school.District.As("officer");

        var first = (await officer.PostAsync($"{VotesPath}/ballots/links", new { count = 1 }, ("If-Match", "*"), ("Idempotency-Key", "links-again"))).Expect(200);
        var second = (await officer.PostAsync($"{VotesPath}/ballots/links", new { count = 1 }, ("If-Match", "*"), ("Idempotency-Key", "links-again"))).Expect(200);

        Assert.NotEqual(first.At("tokens")[0].GetString(), second.At("tokens")[0].GetString());
        Assert.Equal(0, await service.ReadAsync<long>("SELECT count(*) FROM idempotency_records WHERE key = 'links-again'"));
    }

    [Fact]
    public async Task Ballots_are_taken_from_the_opening_to_before_the_closing_instant()
    {
        var school = await VotedSchool.MakeAsync(service);
        var officer = await school.District.As("officer");
        (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 6, opensAt = "2025-11-04T08:00:00+08:00", closesAt = "2025-11-04T18:00:00+08:00" })).Expect(201);
        var tokens = await school.LinksAsync(6);
        (await school.CastAsync(tokens[0], "very")).ExpectProblem(409, "ballot-not-now");
        (await officer.DoAsync($"{VotesPath}/ballots/open")).Expect(200);

        foreach (var (instant, status) in new[] { ("2025-11-04T07:59:59+08:00", 409), ("2025-11-04T08:00:00+08:00", 200), ("2025-11-04T17:59:59+08:00", 200), ("2025-11-04T18:00:00+08:00", 409) })
        {
            service.Clock.Set(instant);
            Assert.Equal(status, (await school.CastAsync(tokens[1], "very")).Status);
            tokens = [.. status == 200 ? tokens.Skip(1) : tokens];
        }

        (await service.Anonymous().GetAsync($"public/ballots/{tokens[1]}")).ExpectProblem(404, "ballot-refused");
    }

    [Fact]
    public async Task Nobody_sees_a_running_result_and_the_school_not_the_districts_before_publication()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(6);
        await school.CastAsync(tokens, ("very", 6));
        var (officer, chair) = (await school.District.As("officer"), await school.District.As("chair.p"));

        Assert.Equal(JsonValueKind.Null, (await officer.GetAsync($"{VotesPath}/ballots")).Expect(200).At("result").ValueKind);
        Assert.Equal(6, (await chair.GetAsync($"{VotesPath}/ballots/turnout")).Expect(200).At("cast").GetInt32());
        (await chair.DoAsync($"{VotesPath}/ballots/close")).ExpectProblem(403, "vote-of-district");
        await school.CloseAsync();

        Assert.Equal(6, (await officer.GetAsync($"{VotesPath}/ballots")).At("result").GetProperty("counts").GetProperty("very").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await chair.GetAsync($"{VotesPath}/ballots")).At("result").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await chair.GetAsync(VotesPath)).At("items")[0].GetProperty("result").ValueKind);
        await school.District.CloseRound();
        await school.District.PublishRound();
        Assert.Equal(6, (await chair.GetAsync($"{VotesPath}/ballots")).At("result").GetProperty("returned").GetInt32());
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(6, 4)]
    public async Task Under_five_voters_or_ballots_there_is_no_result_anywhere(int eligible, int cast)
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.CastAsync(await school.OpenAsync(eligible), ("very", cast));

        var closed = await school.CloseAsync();

        Assert.Equal("tooSmall", closed.At("result").GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, closed.At("result").GetProperty("counts").ValueKind);
        Assert.Contains("voteTooSmall", (await school.District.Scorecard("p")).Find("nodes", "code", "RATE").GetProperty("flags").ToString(), StringComparison.Ordinal);
        Assert.Equal("{}", await service.ReadAsync<string>("SELECT counts FROM ballot_boxes WHERE district_id = (SELECT id FROM districts WHERE code = $1)", school.District.Code));
        Assert.DoesNotContain("very", await service.ReadAsync<string>("SELECT value FROM school_facts WHERE district_id = (SELECT id FROM districts WHERE code = $1)", school.District.Code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_or_void_vote_stays_visible_and_can_be_repeated_a_valid_one_not()
    {
        var school = await VotedSchool.MakeAsync(service);
        var officer = await school.District.As("officer");
        var called = await school.OpenAsync(6);
        (await officer.DoAsync($"{VotesPath}/ballots/cancel", new { })).ExpectInvalid("reason");
        (await officer.DoAsync($"{VotesPath}/ballots/cancel", new { reason = "名单有误" })).Expect(200);
        (await school.CastAsync(called[0], "very")).ExpectProblem(404, "ballot-refused");
        (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 60 })).ExpectProblem(428, "precondition-required");

        (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 60 }, ("If-Match", "*"))).Expect(201);
        var tokens = await school.LinksAsync(60);
        (await officer.DoAsync($"{VotesPath}/ballots/open")).Expect(200);
        await school.CastAsync(tokens, ("very", 39));
        Assert.Equal("noQuorum", (await school.CloseAsync()).At("result").GetProperty("verdict").GetString());
        Assert.Contains("voteVoid", (await school.District.Scorecard("p")).Find("nodes", "code", "RATE").GetProperty("flags").ToString(), StringComparison.Ordinal);
        (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 5 }, ("If-Match", "*"))).Expect(201);
        tokens = await school.LinksAsync(5);
        (await officer.DoAsync($"{VotesPath}/ballots/open")).Expect(200);
        await school.CastAsync(tokens, ("very", 5));
        await school.CloseAsync();

        (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 9 }, ("If-Match", "*"))).ExpectProblem(409, "vote-not-draft");
        var all = (await officer.GetAsync(VotesPath)).Expect(200).At("items").EnumerateArray().Select(v => (v.GetProperty("number").GetInt32(), v.GetProperty("state").GetString()));
        Assert.Equal([(3, "closed"), (2, "closed"), (1, "cancelled")], all);
    }

    [Fact]
    public async Task A_step_out_of_order_names_the_state_and_what_it_allows()
    {
        var school = await VotedSchool.MakeAsync(service);
        var chair = await school.District.As("chair.p");
        (await chair.PutAsync($"{VotesPath}/ballots", new { eligible = 6 })).ExpectProblem(403, "vote-of-district");
        (await chair.PutAsync($"{VotesPath}/consent", new { eligible = 0 })).ExpectInvalid("eligible");
        var draft = (await chair.PutAsync($"{VotesPath}/consent", new { eligible = 6 })).Expect(201);
        Assert.Equal("2/3", draft.Text("quorum"));

        var refused = (await chair.DoAsync($"{VotesPath}/consent/close")).ExpectProblem(409, "vote-not-open");

        Assert.Equal(("draft", "open"), (refused.Text("state"), refused.At("allowed")[0].GetString()));
        (await chair.PostAsync($"{VotesPath}/consent/open", null, ("If-Match", "\"9\""))).ExpectProblem(412, "precondition-failed");
        (await chair.GetAsync($"{VotesPath}/nothing")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task A_round_is_not_closed_over_an_open_vote()
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.OpenAsync(6);
        var admin = await school.District.Admin;

        (await admin.DoAsync("rounds/r1/close")).ExpectProblem(409, "round-vote-open");

        (await admin.DoAsync($"{VotesPath}/ballots/cancel", new { reason = "改期" })).Expect(200);
        (await admin.DoAsync("rounds/r1/close")).Expect(200);
    }

    [Fact]
    public async Task Who_types_in_the_fact_of_an_open_vote_is_refused()
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.OpenAsync(6);
        var officer = await school.District.As("officer");

        (await officer.DoAsync("rounds/r1/schools/p/review", new { level = "district", facts = new { ballots = new { eligible = 6, returned = 6, invalid = 0, counts = new { very = 6 } } } }))
            .ExpectProblem(409, "vote-runs");
    }
}
