using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Congresses;

/// <summary>A congress is valid with two thirds present, decides by majority, and obliges and scores by itself.</summary>
public sealed class CongressTests(TestService service) : IClassFixture<TestService>
{
    [Theory]
    [InlineData(60, 40, "held")]
    [InlineData(60, 39, "inquorate")]
    [InlineData(61, 41, "held")]
    [InlineData(61, 40, "inquorate")]
    [InlineData(1, 1, "held")]
    public async Task Two_thirds_of_those_entitled_make_a_congress_valid_and_one_fewer_does_not(int delegates, int present, string state)
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-01"));
        var held = (await (await district.As("clerk.p")).DoAsync($"{congress}/hold", new { heldOn = "2025-11-01", delegates, present })).Expect(200);
        Assert.Equal(state, held.Text("state"));
    }

    [Fact]
    public async Task A_congress_with_too_few_people_decides_nothing_and_may_be_held_again()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-01"));
        var chair = await district.As("chair.p");
        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-01", delegates = 60, present = 39 })).Expect(200);
        (await chair.DoAsync($"{congress}/resolve", new { resolutions = Array.Empty<object>() })).ExpectConflict("inquorate", "change", "hold", "unhold", "cancel");
        (await chair.DoAsync($"{congress}/confirm")).ExpectConflict("inquorate", "change", "hold", "unhold", "cancel");
        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-04", delegates = 60, present = 40 })).ExpectInvalid("heldOn");
        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-03", delegates = 60, present = 61 })).ExpectInvalid("present");
        Assert.Equal("held", (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-03", delegates = 60, present = 40 })).Expect(200).Text("state"));
    }

    [Fact]
    public async Task A_resolution_passes_by_more_than_half_of_those_present_or_of_all_delegates_where_the_district_says_so()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var chair = await district.As("chair.p");
        var ofPresent = await district.PlanAsync(TestCongresses.Plan("2025-11-01"));
        Assert.Equal("True False", await PassedAsync(ofPresent));

        (await (await district.As("officer")).DoPutRuleAsync(new { coSigners = 2, deadlineDays = 15, majority = "delegates", allStaffBelow = 80 })).Expect(200);
        var ofAll = await district.PlanAsync(TestCongresses.Plan("2025-11-02", session: 2));
        Assert.Equal("False False", await PassedAsync(ofAll));

        // The one that was planned before keeps the rule that it was planned by.
        Assert.Equal("present", (await chair.GetAsync(ofPresent)).Text("terms.majority"));
        (await chair.DoAsync($"{ofAll}/resolve", new { resolutions = new[] { new { subject = "x", @for = 40, against = 1, abstained = 0, isSecret = false } } })).ExpectInvalid("resolutions[0].for");

        async Task<string> PassedAsync(string congress)
        {
            (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-01", delegates = 60, present = 40 })).Expect(200);
            var resolutions = new[] { 21, 20 }.Select(votes => new { subject = "通过绩效方案", @for = votes, against = 40 - votes, abstained = 0, isSecret = true });
            var resolved = (await chair.DoAsync($"{congress}/resolve", new { resolutions })).Expect(200);
            return string.Join(' ', resolved.At("resolutions").EnumerateArray().Select(r => r.GetProperty("passed").GetBoolean()));
        }
    }

    [Fact]
    public async Task Confirmed_minutes_are_locked_until_the_chair_opens_them_again_with_a_reason()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-01"));
        var (chair, clerk) = (await district.As("chair.p"), await district.As("clerk.p"));
        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-01", delegates = 60, present = 50 })).Expect(200);
        var file = (await SendAsync(clerk, $"{congress}/files?kind=minutes")).Expect(201);
        Assert.Equal("minutes", file.Text("files[0].kind"));
        var path = $"{congress}/files/{file.Text("files[0].id")}";
        (await clerk.DoAsync($"{congress}/confirm")).ExpectProblem(403, "forbidden");
        (await chair.PostAsync($"{congress}/confirm")).ExpectProblem(428, "precondition-required");
        Assert.Equal("confirmed", (await chair.DoAsync($"{congress}/confirm")).Expect(200).Text("state"));

        (await chair.DoAsync($"{congress}/unhold", new { reason = "x" })).ExpectConflict("confirmed", "reopen");
        (await chair.DoAsync($"{congress}/resolve", new { resolutions = Array.Empty<object>() })).ExpectConflict("confirmed", "reopen");
        (await clerk.DeleteAsync(path)).ExpectConflict("confirmed", "reopen");
        Assert.Equal(TestPictures.CleanJpeg(), (await clerk.GetAsync(path)).Bytes);
        (await chair.DoAsync($"{congress}/reopen", new { })).ExpectInvalid("reason");
        var reopened = (await chair.DoAsync($"{congress}/reopen", new { reason = "漏记一项决议" })).Expect(200);
        Assert.Equal(["plan", "hold", "confirm", "reopen"], reopened.Texts("trail", "step"));
        (await clerk.DeleteAsync(path)).Expect(204);
    }

    [Fact]
    public async Task Planning_opens_the_collection_of_proposals_holding_fulfils_and_taking_back_opens_again()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var duties = await AskAsync(district);
        const string year = "OB01.2025-2026.p";
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-01"));
        var code = congress["congresses/".Length..];
        var collection = $"OB02.{code}.p";
        Assert.Equal(("inProgress", "2025-12-01"), (await duties.StateAsync(collection), (await duties.GetAsync(collection)).Text("dueOn")));
        var chair = await district.As("chair.p");
        (await chair.SaveAsync(congress, TestCongresses.Plan("2025-10-31"))).Expect(200);
        Assert.Equal("2025-11-30", (await duties.GetAsync(collection)).Text("dueOn"));

        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-02", delegates = 60, present = 39 })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(year));
        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-03", delegates = 60, present = 40 })).Expect(200);
        Assert.Equal(("fulfilled", "2025-11-03"), (await duties.StateAsync(year), (await duties.GetAsync(year)).Text("fulfilment.on")));
        Assert.Equal("2025-12-03", (await duties.GetAsync(collection)).Text("dueOn"));

        // A second one in the same year takes over when the first is taken back.
        var second = await district.PlanAsync(TestCongresses.Plan("2025-11-02", session: 2));
        (await chair.DoAsync($"{second}/hold", new { heldOn = "2025-11-02", delegates = 60, present = 60 })).Expect(200);
        (await chair.DoAsync($"{congress}/unhold", new { reason = "登记错误" })).Expect(200);
        Assert.Equal(("fulfilled", "2025-11-02"), (await duties.StateAsync(year), (await duties.GetAsync(year)).Text("fulfilment.on")));
        (await chair.DoAsync($"{second}/unhold", new { reason = "登记错误" })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(year));
        (await chair.DoAsync($"{congress}/cancel", new { reason = "延期" })).Expect(200);
        (await (await district.Admin).GetAsync($"obligations/{collection}")).ExpectProblem(404, "not-found");
        (await chair.DoAsync($"{congress}/restore")).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(collection));
    }

    [Fact]
    public async Task What_a_scheme_counts_follows_each_step_and_a_closed_round_stays_as_it_was()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        await district.PublishScheme(TestCongresses.Scheme);
        await district.PlanRound(scheme: "democratic");
        await district.LetProposeAtOnceAsync();
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-03"));
        var proposals = new List<string>();
        foreach (var title in new[] { "食堂", "停车", "体检" })
            proposals.Add(await district.ProposeAsync(TestCongresses.Proposal(title)));
        await district.OpenRound();
        await district.HandIn("p", new { members = 100 });
        Assert.Equal(0m, await district.Final("p", "A1"));
        await district.ReplyAsync(proposals[0], "mostly");
        await district.ReplyAsync(proposals[1], "dissatisfied");
        var chair = await district.As("chair.p");
        (await chair.DoAsync($"{proposals[2]}/screen", new { decision = "accepted" })).Expect(200);
        Assert.Equal(0m, await district.Final("p", "A1"));

        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-03", delegates = 60, present = 41 })).Expect(200);

        // By hand: 41/60 × 10 = 6.8333; 2/3 × 10 = 6.6667; 1/3 × 10 = 3.3333.
        Assert.Equal((10m, 6.83m, 6.67m, 3.33m), (await district.Final("p", "A1"), await district.Final("p", "A2"), await district.Final("p", "A3"), await district.Final("p", "A4")));
        var part = (await district.Scorecard("p")).Find("nodes", "code", "A1").GetProperty("explanation").GetProperty("facts")[0].GetProperty("parts")[0];
        Assert.Equal(("congress", congress["congresses/".Length..]), (part.GetProperty("source").GetProperty("route").GetString(), part.GetProperty("note").GetString()));
        (await chair.DoAsync($"{proposals[1]}/reopen")).Expect(200);
        Assert.Equal(3.33m, await district.Final("p", "A3"));
        (await chair.SaveAsync("rounds/r1/schools/p/self-evaluation", new { facts = new { held = 3 } })).ExpectInvalid("facts.held");
        Assert.Equal("fact.fromCongress", (await district.Import([new { school = "p", fact = "held", value = 3 }], "?mode=perRow")).Expect(200).Text("rows[0].code"));

        await district.CloseRound();
        (await chair.DoAsync($"{congress}/unhold", new { reason = "登记错误" })).Expect(200);
        Assert.Equal(10m, await district.Final("p", "A1"));
        (await (await district.Admin).DoAsync("rounds/r1/reopen", new { reason = "更正" })).Expect(200);
        Assert.Equal(0m, await district.Final("p", "A1"));
    }

    [Fact]
    public async Task A_congress_outside_the_window_of_a_round_counts_nothing_there()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        await district.PublishScheme(TestCongresses.Scheme);
        await district.PlanRound(scheme: "democratic");
        await district.OpenRound();
        await district.HandIn("p", new { members = 100 });
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-08-31"));
        (await (await district.As("chair.p")).DoAsync($"{congress}/hold", new { heldOn = "2025-08-31", delegates = 60, present = 60 })).Expect(200);
        Assert.Equal(0m, await district.Final("p", "A1"));
    }

    [Fact]
    public async Task A_school_with_eighty_members_elects_delegates_and_a_number_is_given_once()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var chair = await district.As("chair.p");
        (await chair.PostAsync("congresses", TestCongresses.Plan(kind: "allStaffMeeting"))).ExpectInvalid("kind");
        (await (await district.As("officer")).DoPutRuleAsync(new { coSigners = 2, deadlineDays = 15, majority = "present", allStaffBelow = 101 })).Expect(200);
        (await chair.PostAsync("congresses", TestCongresses.Plan(kind: "allStaffMeeting"))).Expect(201);
        (await chair.PostAsync("congresses", TestCongresses.Plan())).ExpectInvalid("session");
        (await (await district.As("officer")).PostAsync("congresses", TestCongresses.Plan())).ExpectProblem(403, "forbidden");
        (await (await district.As("lead.p")).PostAsync("congresses", TestCongresses.Plan())).ExpectProblem(403, "forbidden");
    }

    [Fact]
    public async Task The_district_sees_numbers_by_school_and_neither_names_nor_texts()
    {
        var district = await TestCongresses.PrepareAsync(service, "p", "q");
        await district.LetProposeAtOnceAsync();
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-03"));
        await district.ReplyAsync(await district.ProposeAsync(), "satisfied");
        await district.ProposeAsync(TestCongresses.Proposal("停车"));
        (await (await district.As("chair.p")).DoAsync($"{congress}/hold", new { heldOn = "2025-11-03", delegates = 60, present = 45 })).Expect(200);
        foreach (var person in new[] { "admin", "officer", "zone.north" })
        {
            var client = await district.As(person);
            var overview = (await client.GetAsync("congresses/overview?year=2025")).Expect(200);
            Assert.Equal((2m, "p", "held", 45m), (overview.Number("total"), overview.Text("items[0].school"), overview.Text("items[0].state"), overview.Number("items[0].present")));
            Assert.Equal((2m, 1m, 1m, 1m, 1m), (
                overview.Number("items[0].proposals.submitted"), overview.Number("items[0].proposals.accepted"), overview.Number("items[0].proposals.replied"), overview.Number("items[0].proposals.rated"), overview.Number("items[0].proposals.satisfied")));
            Assert.DoesNotContain("老师", overview.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("阅览室", overview.Body, StringComparison.Ordinal);
            (await client.GetAsync("proposals")).ExpectProblem(403, "forbidden");
            (await client.GetAsync(congress)).ExpectProblem(403, "forbidden");
        }

        var audited = await service.ReadAsync<string>("SELECT string_agg(concat(a.changes::text, a.subject::text), ' ') FROM audit_entries a JOIN districts d ON d.id = a.district_id WHERE d.code = $1", district.Code);
        Assert.Contains("Proposal", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("老师", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("阅览室", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("寒假前完成", audited, StringComparison.Ordinal);
        (await (await district.As("chair.q")).GetAsync(congress)).ExpectProblem(404, "not-found");
    }

    private static async Task<TestObligations> AskAsync(TestDistrict district)
    {
        var duties = new TestObligations(district);
        await duties.AskAsync("OB01", TestObligations.Definition(new { kind = "periodEnd" }, "schoolYear", evidence: "congressHeld"));
        await duties.AskAsync("OB02", TestObligations.Definition(new { kind = "daysAfterEvent", trigger = "congressPlanned", days = 30, opensBefore = 15 }, "onEvent", evidence: "proposalsReplied", effectiveFrom: "2025-01-01"));
        return duties;
    }

    private static async Task<Answer> SendAsync(UnionClient client, string path)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Jpeg()), "file", "会议记录.jpg" } };
        return await client.SendAsync(HttpMethod.Post, path, form);
    }
}
