using DistrictUnion.Application.Ports;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>A school that closes or is merged while it applies, after it was chosen, in public, and while it holds a title.</summary>
public sealed class EndedUnitTests(JobRunningService service) : IClassFixture<JobRunningService>
{
    [Fact]
    public async Task Before_the_ranking_a_unit_that_ended_cant_apply_and_what_it_sent_counts_as_given_up()
    {
        var (district, titles) = await FoundAsync(places: 1, "p", "q", "r", "s");
        var admin = await district.Admin;
        await CloseAsync(district, "r", "2025-11-03");
        var late = await (await district.As("chair.r")).PutAsync(titles.Of("r"), new { report = "汇报" });
        late.ExpectProblem(422, "application-not-eligible");
        Assert.Equal(["单位自2025-11-03起已撤销、并入其他单位或离开原学校，不再参评"], late.Texts("problems", "message"));

        await titles.ApplyAsync("p");
        await titles.ApplyAsync("q");
        (await (await district.As("chair.s")).PutAsync(titles.Of("s"), new { report = "汇报" })).Expect(201);
        (await (await district.As("chair.s")).DoAsync($"{titles.Of("s")}/recommend", new { })).Expect(200);
        await CloseAsync(district, "p", "2025-11-03");
        await CloseAsync(district, "s", "2025-11-03");
        (await admin.DoAsync($"{titles.Of("s")}/accept", new { })).ExpectConflict("schoolRecommended", "forfeit");
        await titles.RankAsync();

        Assert.Equal(("forfeited", "forfeited", "ranked"), (await StateAsync(district, titles, "p"), await StateAsync(district, titles, "s"), await StateAsync(district, titles, "q")));
        Assert.Contains("2025-11-03", (await admin.GetAsync(titles.Of("p"))).At("trail").EnumerateArray().Last().GetProperty("reason").GetString(), StringComparison.Ordinal);

        // It was a slip of the pen: taken back, the ranking brings back what it refused.
        await CloseAsync(district, "p", null);
        (await admin.DoAsync($"{titles.Path}/unrank", new { reason = "日期有误" })).Expect(200);
        Assert.Equal("districtAccepted", await StateAsync(district, titles, "p"));
    }

    [Fact]
    public async Task Between_ranking_and_decision_the_next_one_moves_up()
    {
        var (district, titles) = await RankedAsync("p", "q");
        await CloseAsync(district, "p", "2025-11-03");
        await titles.DecideAsync();
        Assert.Equal(("forfeited", "shortlisted"), (await StateAsync(district, titles, "p"), await StateAsync(district, titles, "q")));
    }

    [Fact]
    public async Task After_the_decision_the_reserve_gets_the_place_before_or_after_the_publicity_and_nobody_is_awarded_unseen()
    {
        var (district, titles) = await RankedAsync("p", "q", "r");
        var (admin, approver) = (await district.Admin, await district.As("approver"));
        await titles.DecideAsync();
        await CloseAsync(district, "p", "2025-11-03");
        var notice = await titles.PublishAsync("2025-11-03");
        Assert.Equal(["q学校"], notice.Texts("units", "unit"));

        district.MoveClockTo("2025-11-10T09:00:00+08:00");
        admin = await district.Admin;
        approver = await district.As("approver");
        await CloseAsync(district, "q", "2025-12-01");
        var award = new { on = "2025-12-31", document = "区工发〔2025〕30号" };
        (await approver.DoAsync($"{titles.Path}/award", award)).ExpectConflict("decided", "fillPlaces");
        await CloseAsync(district, "q", "2025-11-10");
        (await admin.DoAsync($"{titles.Path}/fill-places", new { reason = "单位已撤并" })).Expect(200);
        Assert.Equal(("forfeited", "shortlisted"), (await StateAsync(district, titles, "q"), await StateAsync(district, titles, "r")));
        await titles.PublishAsync("2025-11-10");
        district.MoveClockTo("2025-12-31T09:00:00+08:00");
        var conferred = await (await district.As("approver")).DoAsync($"{titles.Path}/award", award);
        Assert.Equal(["r"], conferred.Expect(200).Texts("titles", "unit"));
    }

    [Fact]
    public async Task A_title_lapses_with_its_unit_and_passes_to_a_successor_only_by_decision()
    {
        var (district, titles) = await RankedAsync("p", "q");
        await titles.DecideAsync();
        await titles.PublishAsync("2025-11-03");
        district.MoveClockTo("2025-12-31T09:00:00+08:00");
        var approver = await district.As("approver");
        var number = (await approver.DoAsync($"{titles.Path}/award", new { on = "2025-12-31", document = "区工发〔2025〕30号" })).Expect(200).Text("titles[0].number");
        var succession = new { school = "q", on = "2026-03-01", reason = "p学校并入q学校，区工发〔2026〕3号" };
        district.MoveClockTo("2026-03-01T09:00:00+08:00");
        approver = await district.As("approver");
        (await approver.DoAsync($"titles/{number}/successor", succession)).ExpectConflict("valid", "end");

        await CloseAsync(district, "p", "2026-03-01");
        await service.Services.GetRequiredService<IJobRunner>().RunRecurringAsync("titles.lapse", service.Clock.GetUtcNow(), CancellationToken.None);
        var lapsed = (await approver.GetAsync($"titles/{number}")).Expect(200);
        Assert.Equal(("endedByTerm", "2026-02-28", "unitEnded"), (lapsed.Text("state"), lapsed.Text("endedOn"), lapsed.Text("trail[0].step")));
        Assert.Equal(0, (await approver.GetAsync("schools/p")).At("titles").GetArrayLength());
        Assert.Equal(0, (await approver.GetAsync("schools/q")).At("titles").GetArrayLength());

        (await approver.DoAsync($"titles/{number}/successor", new { school = "p", on = "2026-03-01", reason = "误选" })).ExpectInvalid("school");
        (await approver.DoAsync($"titles/{number}/successor", new { school = "q", on = "2026-03-01", reason = "" })).ExpectInvalid("reason");
        var passed = (await approver.DoAsync($"titles/{number}/successor", succession)).Expect(200);
        Assert.Equal(("q", "valid", "2026-03-01", "takeOver"), (passed.Text("unit"), passed.Text("state"), passed.Text("awardedOn"), passed.Text("trail[0].step")));
        Assert.Equal("passedOn", (await approver.GetAsync($"titles/{number}")).Text("state"));
        Assert.Equal("model", (await approver.GetAsync("schools/q")).At("titles[0]").GetString());
        (await approver.DoAsync($"titles/{number}/successor", succession)).Expect(409);
    }

    private static async Task CloseAsync(TestDistrict district, string school, string? to) => (await (await district.Admin).PutAsync(
        $"schools/{school}", new { name = $"{school}学校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 50, to }, ("If-Match", "*"))).Expect(200);

    private static async Task<string> StateAsync(TestDistrict district, TestTitles titles, string school) => (await (await district.Admin).GetAsync(titles.Of(school))).Expect(200).Text("state");

    private async Task<(TestDistrict District, TestTitles Titles)> RankedAsync(params string[] schools)
    {
        var (district, titles) = await FoundAsync(1, schools);
        foreach (var school in schools)
            await titles.ApplyAsync(school);
        await titles.RankAsync();
        return (district, titles);
    }

    /// <summary>Schools whose points fall in their order; the clock stands on 3 November 2025.</summary>
    private async Task<(TestDistrict District, TestTitles Titles)> FoundAsync(int places, params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("approver", "districtApprover");
        foreach (var school in schools)
            await district.PutSchoolWithChair(school, "north");
        var titles = new TestTitles(district);
        await titles.PrepareAsync("claim", "r1", schools.Index().ToDictionary(s => s.Item, s => 95m - s.Index), new { places });
        return (district, titles);
    }
}
