using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Congresses;

/// <summary>A proposal has co-signers and a deadline, is screened, answered, rated, and given back once.</summary>
public sealed class ProposalTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task The_deadline_is_the_whole_fifteenth_day_before_and_what_comes_later_waits_for_the_next_congress()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var chair = await district.As("chair.p");
        await district.PlanAsync();
        Assert.Equal("2025-11-05", (await chair.GetAsync("congresses/p.5-1")).Text("proposalsUntil"));
        district.MoveClockTo("2025-11-05T23:59:59+08:00");
        var inTime = await district.ProposeAsync();
        district.MoveClockTo("2025-11-06T00:00:00+08:00");
        var late = await district.ProposeAsync(TestCongresses.Proposal("停车"));
        chair = await district.As("chair.p");

        Assert.Equal(("p.5-1", 1m), ((await chair.GetAsync(inTime)).Text("congress"), (await chair.GetAsync(inTime)).Number("number")));
        Assert.Equal(("submitted", null), ((await chair.GetAsync(late)).Text("state"), (await chair.GetAsync(late)).Text("congress")));
        Assert.Equal(1, (await chair.GetAsync("proposals?waiting=true")).At("total").GetInt32());
        await district.PlanAsync(TestCongresses.Plan("2025-12-20", session: 2));
        Assert.Equal(("p.5-2", 1m), ((await chair.GetAsync(late)).Text("congress"), (await chair.GetAsync(late)).Number("number")));

        // What is called off gives its proposals to the next one that still takes them.
        (await chair.DoAsync("congresses/p.5-1/cancel", new { reason = "延期" })).Expect(200);
        Assert.Equal(("p.5-2", 2m), ((await chair.GetAsync(inTime)).Text("congress"), (await chair.GetAsync(inTime)).Number("number")));
    }

    [Fact]
    public async Task Two_others_of_the_own_school_sign_and_nobody_signs_twice()
    {
        var district = await TestCongresses.PrepareAsync(service, "p", "q");
        var chair = await district.As("chair.p");
        (await chair.PostAsync("proposals", TestCongresses.Proposal(branch: "q-1"))).ExpectInvalid("proposer.branch");
        (await chair.PostAsync("proposals", new { title = "x", grounds = "x", suggestion = "x", proposer = new { name = "王老师" }, coSigners = new[] { new { name = "外校老师", branch = "q-1" } } })).ExpectInvalid("coSigners[0].branch");
        (await chair.PostAsync("proposals", TestCongresses.Proposal(branch: null, coSigners: ["李老师", "王老师"]))).ExpectInvalid("coSigners[1].name");
        var alone = $"proposals/{(await chair.PostAsync("proposals", TestCongresses.Proposal(coSigners: ["李老师"]))).Expect(201).Text("id")}";
        (await chair.DoAsync($"{alone}/submit")).ExpectInvalid("coSigners");
        (await chair.SaveAsync(alone, TestCongresses.Proposal())).Expect(200);
        (await chair.DoAsync($"{alone}/submit")).Expect(200);
        (await chair.SaveAsync(alone, TestCongresses.Proposal("改题"))).ExpectConflict("submitted", "screen", "withdraw");
        (await (await district.As("chair.q")).GetAsync(alone)).ExpectProblem(404, "not-found");
        (await (await district.As("chair.q")).DoAsync($"{alone}/withdraw")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task A_reply_that_dissatisfies_is_given_once_more_and_not_twice()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        await district.PlanAsync();
        var chair = await district.As("chair.p");
        var proposal = await district.ProposeAsync();
        await district.ReplyAsync(proposal, "mostly");
        Assert.Equal("/problems/proposal-not-dissatisfied", (await chair.DoAsync($"{proposal}/reopen")).Expect(409).Text("type"));
        (await chair.DoAsync($"{proposal}/unrate")).Expect(200);
        (await chair.DoAsync($"{proposal}/rate", new { rating = "dissatisfied", remark = "没有时间表" })).Expect(200);
        (await (await district.As("clerk.p")).DoAsync($"{proposal}/reopen")).ExpectProblem(403, "forbidden");
        Assert.Equal("assigned", (await chair.DoAsync($"{proposal}/reopen")).Expect(200).Text("state"));

        (await chair.DoAsync($"{proposal}/unassign")).ExpectConflict("assigned", "reply", "assign", "close");
        Assert.Equal("dissatisfied", (await chair.DoAsync($"{proposal}/close")).Expect(200).Text("rating"));
        (await chair.DoAsync($"{proposal}/reopen")).Expect(200);
        (await chair.DoAsync($"{proposal}/reply", new { text = "12 月 1 日前完成" })).Expect(200);
        (await chair.DoAsync($"{proposal}/rate", new { rating = "dissatisfied" })).Expect(200);
        Assert.Equal("/problems/proposal-reopened-once", (await chair.DoAsync($"{proposal}/reopen")).Expect(409).Text("type"));
        Assert.Equal(2, (await chair.GetAsync(proposal)).At("replies").GetArrayLength());
    }

    [Fact]
    public async Task Screening_merges_into_an_accepted_one_of_the_same_congress_and_can_be_taken_back()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        await district.PlanAsync();
        var chair = await district.As("chair.p");
        var (first, second, third) = (await district.ProposeAsync(), await district.ProposeAsync(TestCongresses.Proposal("阅览室座位")), await district.ProposeAsync(TestCongresses.Proposal("停车")));
        var into = first["proposals/".Length..];
        (await chair.DoAsync($"{second}/screen", new { decision = "merged", into })).ExpectInvalid("into");
        (await chair.DoAsync($"{second}/screen", new { decision = "merged" })).ExpectInvalid("into");
        (await chair.DoAsync($"{first}/screen", new { decision = "accepted" })).Expect(200);
        Assert.Equal(1m, (await chair.DoAsync($"{second}/screen", new { decision = "merged", into })).Expect(200).Number("mergedNumber"));
        (await chair.DoAsync($"{first}/unscreen")).ExpectProblem(409, "proposal-has-merged");
        (await chair.DoAsync($"{third}/screen", new { decision = "notAccepted" })).ExpectInvalid("opinion");
        (await chair.DoAsync($"{third}/screen", new { decision = "notAccepted", opinion = "不属学校权限" })).Expect(200);
        (await chair.DoAsync($"{third}/assign", new { department = "总务处", dueOn = "2025-12-01" })).ExpectConflict("notAccepted", "unscreen");
        (await chair.DoAsync($"{second}/unscreen")).Expect(200);
        (await chair.DoAsync($"{first}/unscreen")).Expect(200);
        Assert.Equal("submitted", (await chair.DoAsync($"{third}/unscreen")).Expect(200).Text("state"));
        (await chair.DoAsync($"{third}/withdraw")).Expect(200);
        (await chair.SendAsync(HttpMethod.Delete, third, null, ("If-Match", "*"))).Expect(204);
        (await chair.GetAsync(third)).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task All_proposals_answered_fulfil_the_obligation_and_one_given_back_opens_it_again()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        await district.LetProposeAtOnceAsync();
        var duties = new TestObligations(district);
        await duties.AskAsync("OB02", TestObligations.Definition(new { kind = "daysAfterEvent", trigger = "congressPlanned", days = 30, opensBefore = 15 }, "onEvent", evidence: "proposalsReplied", effectiveFrom: "2025-01-01"));
        var congress = await district.PlanAsync(TestCongresses.Plan("2025-11-03"));
        const string collection = "OB02.p.5-1.p";
        var (first, second) = (await district.ProposeAsync(), await district.ProposeAsync(TestCongresses.Proposal("停车")));
        var chair = await district.As("chair.p");
        await district.ReplyAsync(first, "dissatisfied");
        (await chair.DoAsync($"{congress}/hold", new { heldOn = "2025-11-03", delegates = 60, present = 45 })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(collection));
        (await chair.DoAsync($"{second}/screen", new { decision = "suggestion", opinion = "转总务处参考" })).Expect(200);
        Assert.Equal("fulfilled", await duties.StateAsync(collection));
        (await chair.DoAsync($"{first}/reopen")).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(collection));
        district.MoveClockTo("2025-11-05T09:00:00+08:00");
        (await (await district.As("chair.p")).DoAsync($"{first}/reply", new { text = "已完成" })).Expect(200);
        Assert.Equal("2025-11-05", (await duties.GetAsync(collection)).Text("fulfilment.on"));
    }

    [Fact]
    public async Task A_branch_lead_writes_for_the_own_branch_and_decides_nothing()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        await district.PlanAsync();
        var lead = await district.As("lead.p");
        var own = await district.ProposeAsync(TestCongresses.Proposal(branch: null), "lead.p");
        Assert.Equal("p-1", (await lead.GetAsync(own)).Text("proposer.branch"));
        (await lead.PostAsync("proposals", TestCongresses.Proposal(branch: "p-2"))).ExpectProblem(403, "proposal-other-branch");
        var other = await district.ProposeAsync(TestCongresses.Proposal("停车", branch: "p-2"));
        (await lead.DoAsync($"{other}/withdraw")).ExpectProblem(403, "proposal-other-branch");
        (await lead.DoAsync($"{own}/screen", new { decision = "accepted" })).ExpectProblem(403, "forbidden");
        (await (await district.As("clerk.p")).DoAsync($"{own}/screen", new { decision = "accepted" })).ExpectProblem(403, "forbidden");
    }
}
