using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Rounds;

/// <summary>Rounds go planned → open → closed → published; whatever doesn't fit the state is refused with what does.</summary>
public sealed class RoundStateTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private const string Report = "rounds/r1/schools/p/branches/p-1/report";

    [Fact]
    public async Task A_planned_round_can_only_be_opened()
    {
        var district = await PlannedAsync();
        foreach (var answer in await StepsAsync(district, "close", "publish", "reopen"))
            answer.ExpectConflict("planned", "open");
        foreach (var answer in await WritesAsync(district))
            answer.ExpectConflict("planned", "open");
    }

    [Fact]
    public async Task An_open_round_can_only_be_closed_and_not_planned_anew()
    {
        var district = await PlannedAsync();
        await district.OpenRound();
        foreach (var answer in await StepsAsync(district, "open", "publish", "reopen"))
            answer.ExpectConflict("open", "close");
        var replanned = new { name = "改期", scheme = "annual", window = new { from = "2025-09-01", to = "2025-11-10" }, dueAt = "2025-11-20", kind = "annual" };
        (await (await district.Admin).PutAsync("rounds/r1", replanned, ("If-Match", "*"))).ExpectConflict("open", "close");
    }

    [Fact]
    public async Task A_closed_round_takes_nothing_and_can_be_published_or_reopened()
    {
        var district = await PlannedAsync();
        await district.OpenRound();
        await FillAsync(district);
        await district.CloseRound();
        var before = (await district.Scorecard("p")).Body;
        foreach (var answer in await StepsAsync(district, "open", "close"))
            answer.ExpectConflict("closed", "publish", "reopen");
        foreach (var answer in await WritesAsync(district))
            answer.ExpectConflict("closed", "publish", "reopen");
        Assert.Equal(before, (await district.Scorecard("p")).Body);
        Assert.Equal("locked", (await (await district.As("chair.p")).GetAsync(Evaluation)).Text("state"));
    }

    [Fact]
    public async Task A_published_round_can_only_be_reopened_and_then_takes_writes_again()
    {
        var district = await PlannedAsync();
        await district.OpenRound();
        await FillAsync(district);
        await district.CloseRound();
        await district.PublishRound();
        Assert.Equal("published", (await (await district.As("chair.p")).GetAsync(Evaluation)).Text("state"));
        foreach (var answer in await StepsAsync(district, "open", "close", "publish"))
            answer.ExpectConflict("published", "reopen");
        foreach (var answer in await WritesAsync(district))
            answer.ExpectConflict("published", "reopen");

        var admin = await district.Admin;
        (await admin.DoAsync("rounds/r1/reopen", new { reason = " " })).ExpectInvalid("reason");
        Assert.Equal("open", (await admin.DoAsync("rounds/r1/reopen", new { reason = "学校申诉" })).Expect(200).Text("state"));
        await district.Review("officer", "p", "district", [("B1", 12.5m)]);
        Assert.Equal(12.5m, await district.Final("p", "B1"));
    }

    [Fact]
    public async Task Only_a_scheme_of_schools_can_be_opened_so_far()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchool("p", "north");
        await district.PublishScheme(TestSchemes.Claim.Replace("\"missing\"", "\"subject\": \"branch\", \"missing\"", StringComparison.Ordinal));
        await district.PlanRound(scheme: "claim");
        (await (await district.Admin).DoAsync("rounds/r1/open")).ExpectProblem(409, "subject-not-supported");
    }

    [Fact]
    public async Task A_round_of_a_scheme_that_nobody_published_stays_planned()
    {
        var district = await service.FoundDistrictAsync();
        var admin = await district.Admin;
        (await admin.PostTextAsync("schemes/import", TestSchemes.Claim, "application/json")).Expect(200);
        await district.PlanRound(scheme: "claim");
        (await admin.DoAsync("rounds/r1/open")).ExpectProblem(409, "round-scheme-not-published");
        Assert.Equal("planned", (await admin.GetAsync("rounds/r1")).Text("state"));
    }

    private static async Task FillAsync(TestDistrict district)
    {
        await district.Report("p", "p-1", new { members = 10, insured = 9 });
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
    }

    private static async Task<IReadOnlyList<Answer>> StepsAsync(TestDistrict district, params string[] steps)
    {
        List<Answer> answers = [];
        foreach (var step in steps)
        {
            object? body = step switch { "reopen" => new { reason = "申诉" }, "publish" => new { visibility = "full" }, _ => null };
            answers.Add(await (await district.Admin).DoAsync($"rounds/r1/{step}", body));
        }

        return answers;
    }

    /// <summary>Everything that a school or the district may send into an open round.</summary>
    private static async Task<IReadOnlyList<Answer>> WritesAsync(TestDistrict district)
    {
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        return
        [
            await chair.SaveAsync(Report, new { facts = new { members = 10 } }),
            await chair.SaveAsync(Evaluation, new { facts = new { congressHeld = true } }),
            await officer.DoAsync("rounds/r1/schools/p/review", new { level = "district", scores = new[] { new { node = "B1", score = 1, reason = "核实" } } }),
            await officer.PostAsync("rounds/r1/facts/import", new[] { new { school = "p", branch = "p-1", fact = "members", value = 10 } }),
            await officer.DoAsync("rounds/r1/amendments", new { reason = "更正", scope = new { } }),
            await officer.SaveAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-20", reason = "停电" }),
            await officer.PostAsync("rounds/r1/rollups"),
        ];
    }

    private async Task<TestDistrict> PlannedAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        return district;
    }
}
