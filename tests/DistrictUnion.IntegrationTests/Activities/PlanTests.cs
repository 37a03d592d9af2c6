using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Activities;

/// <summary>Work plans of the district and its schools, and what was done about them.</summary>
public sealed class PlanTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_school_copies_the_districts_work_calendar_and_copied_again_only_what_is_new_comes()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        var (officer, chair) = (await district.As("officer"), await district.As("chair.p"));
        (await officer.PostAsync("plan-items", new { month = "2025-03", title = "三八节活动", kind = "women", date = "2025-03-08" })).Expect(201);
        (await officer.PostAsync("plan-items", new { month = "2025-10", title = "教职工运动会", kind = "sport" })).Expect(201);
        Assert.Equal(0, (await chair.GetAsync("plan-items?year=2025")).At("total").GetInt32());

        Assert.Equal(2m, (await chair.PostAsync("plan-items/copy", new { year = 2025 })).Expect(200).Number("copied"));
        (await officer.PostAsync("plan-items", new { month = "2025-12", title = "年度总结" })).Expect(201);
        var again = (await chair.PostAsync("plan-items/copy", new { year = 2025 })).Expect(200);

        Assert.Equal((1m, 2m), (again.Number("copied"), again.Number("known")));
        var own = (await chair.GetAsync("plan-items?year=2025")).Expect(200);
        Assert.Equal(["三八节活动", "教职工运动会", "年度总结"], own.Texts("items", "title"));
        Assert.Equal(["p", "p", "p"], own.Texts("items", "school"));
        Assert.Equal(("2025-03", "2025-03-08", "planned"), (own.Text("items[0].month"), own.Text("items[0].date"), own.Text("items[0].state")));
        Assert.Equal(3m, (await officer.PostAsync("plan-items/copy", new { year = 2026 })).Expect(200).Number("copied"));
        Assert.Equal("2026-03-08", (await officer.GetAsync("plan-items?year=2026")).Text("items[0].date"));
    }

    [Fact]
    public async Task An_item_is_done_by_the_activity_that_carries_it_out_and_open_again_once_that_is_called_off()
    {
        var district = await TestActivities.PrepareAsync(service, "p", "q");
        var chair = await district.As("chair.p");
        var id = (await chair.PostAsync("plan-items", new { month = "2025-10", title = "教职工运动会", kind = "sport" })).Expect(201).Text("id");
        (await chair.PostAsync("plan-items", new { month = "2025-12", title = "年度总结" })).Expect(201);
        (await (await district.As("chair.q")).PostAsync("activities", TestActivities.Of(planItem: id))).ExpectInvalid("planItem");

        var activity = await district.RecordAsync("clerk.p", TestActivities.Of(planItem: id));

        Assert.Equal(("done", "秋季运动会"), ((await chair.GetAsync($"plan-items/{id}")).Text("state"), (await chair.GetAsync($"plan-items/{id}")).Text("activities[0].title")));
        (await chair.SendAsync(HttpMethod.Delete, $"plan-items/{id}", null, ("If-Match", "*"))).ExpectConflict("done", "drop");
        var progress = (await (await district.As("officer")).GetAsync("plan-items/progress?year=2025")).Expect(200);
        Assert.Equal(["p", "q"], progress.Texts("items", "school"));
        Assert.Equal((10m, 0m, 1m, 1m), (progress.Number("items[0].months[0].month"), progress.Number("items[0].months[0].planned"), progress.Number("items[0].months[0].done"), progress.Number("items[0].months[0].activities")));
        Assert.Equal((12m, 1m), (progress.Number("items[0].months[1].month"), progress.Number("items[0].months[1].planned")));
        Assert.Equal(0, progress.At("items[1].months").GetArrayLength());

        (await chair.DoAsync($"{activity}/cancel", new { reason = "雨天取消" })).Expect(200);
        Assert.Equal("planned", (await chair.GetAsync($"plan-items/{id}")).Text("state"));
        (await chair.DoAsync($"plan-items/{id}/drop", new { })).ExpectInvalid("reason");
        (await chair.DoAsync($"plan-items/{id}/drop", new { reason = "改为明年" })).Expect(200);
        (await chair.DoAsync($"plan-items/{id}/done")).ExpectConflict("dropped", "reopen");
        (await chair.DoAsync($"plan-items/{id}/reopen")).Expect(200);
        Assert.Equal("2025-11-03", (await chair.DoAsync($"plan-items/{id}/done")).Expect(200).Text("doneOn"));
    }

    [Fact]
    public async Task Everybody_writes_the_own_units_plan_only()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        var (officer, zone, chair) = (await district.As("officer"), await district.As("zone.north"), await district.As("chair.p"));
        var own = (await chair.PostAsync("plan-items", new { month = "2025-10", title = "运动会" })).Expect(201).Text("id");
        var ofZone = (await zone.PostAsync("plan-items", new { month = "2025-09", title = "片区例会" })).Expect(201);
        Assert.Equal(("zone", "north"), (ofZone.Text("level"), ofZone.Text("zone")));

        (await zone.GetAsync($"plan-items/{own}")).Expect(200);
        (await zone.SaveAsync($"plan-items/{own}", new { month = "2025-10", title = "改" })).ExpectProblem(403, "plan-other-unit");
        (await officer.SaveAsync($"plan-items/{own}", new { month = "2025-10", title = "改" })).ExpectProblem(403, "plan-other-unit");
        (await chair.GetAsync($"plan-items/{ofZone.Text("id")}")).ExpectProblem(404, "not-found");
        Assert.Equal(["运动会"], (await officer.GetAsync("plan-items?year=2025&school=p")).Texts("items", "title"));
        (await chair.PostAsync("plan-items", new { month = "2025-13", title = "x" })).ExpectInvalid("month");
        (await chair.PostAsync("plan-items", new { month = "2025-10", date = "2025-11-01", title = "x" })).ExpectInvalid("date");
        (await chair.PostAsync("plan-items", new { month = "2025-10", title = "x", obligation = "OB99" })).ExpectInvalid("obligation");
    }

    [Fact]
    public async Task A_plan_that_is_handed_in_fulfils_what_asks_for_it_until_it_is_taken_back()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        var duties = new TestObligations(district);
        await duties.AskAsync("OB20", TestObligations.Definition(new { kind = "monthDay", month = 12, day = 20 }, evidence: "planSubmitted", needsProof: false));
        var chair = await district.As("chair.p");
        (await chair.PostAsync("plan-items/submit", new { year = 2025 })).ExpectConflict("empty", "post", "copy");
        (await chair.PostAsync("plan-items", new { month = "2025-12", title = "年度总结" })).Expect(201);

        Assert.Equal("OB20.2025.p", (await chair.PostAsync("plan-items/submit", new { year = 2025 })).Expect(200).Text("obligations[0]"));
        Assert.Equal("fulfilled", await duties.StateAsync("OB20.2025.p"));
        (await chair.PostAsync("plan-items/withdraw", new { year = 2025 })).Expect(200);
        Assert.NotEqual("fulfilled", await duties.StateAsync("OB20.2025.p"));
    }
}
