using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Work;

/// <summary>Everybody sees what lies before them, and the district who still has what to do.</summary>
public sealed class OwnWorkTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_chair_sees_the_own_evaluation_and_every_branch_of_the_school()
    {
        var district = await OpenAsync();
        await district.Report("p", "p-1", new { activities = 3 });

        var work = (await (await district.As("chair.p")).GetAsync("me/work")).Expect(200);

        Assert.Equal("p", work.Text("rounds[0].school"));
        Assert.Equal(JsonValueKind.Null, work.At("rounds[0].evaluation.state").ValueKind);
        Assert.Equal(["p-1", "p-2"], work.Texts("rounds[0].reports", "branch"));
        Assert.Equal(["submitted", null], work.Texts("rounds[0].reports", "state"));
        Assert.Equal(JsonValueKind.Null, work.At("rounds[0].reviews").ValueKind);
    }

    [Fact]
    public async Task A_branch_lead_sees_the_own_report_and_why_it_came_back()
    {
        var district = await OpenAsync();
        await district.Appoint("lead", "branchLead", branch: "p-2");
        await district.Report("p", "p-2", new { activities = 3 });
        (await (await district.As("chair.p")).DoAsync("rounds/r1/schools/p/branches/p-2/report/return", new { reason = "人数不符" })).Expect(200);

        var work = (await (await district.As("lead")).GetAsync("me/work")).Expect(200);

        Assert.Equal(["p-2"], work.Texts("rounds[0].reports", "branch"));
        Assert.Equal("returned", work.Text("rounds[0].reports[0].state"));
        Assert.Equal("人数不符", work.Text("rounds[0].reports[0].returnReason"));
        Assert.Equal(JsonValueKind.Null, work.At("rounds[0].evaluation").ValueKind);
    }

    [Fact]
    public async Task Reviewers_see_how_many_schools_wait_at_their_level()
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        await district.HandIn("q");
        await district.Review("zone.north", "p", "zone");

        var zone = (await (await district.As("zone.north")).GetAsync("me/work")).Expect(200);
        var officer = (await (await district.As("officer")).GetAsync("me/work")).Expect(200);

        Assert.Equal(3, zone.Number("rounds[0].reviews.expected"));
        Assert.Equal(2, zone.Number("rounds[0].reviews.handedIn"));
        Assert.Equal(1, zone.Number("rounds[0].reviews.missing"));
        Assert.Equal(1, zone.Number("rounds[0].reviews.toReview"));
        Assert.Equal(2, officer.Number("rounds[0].reviews.toReview"));
    }

    [Fact]
    public async Task Inspectors_see_the_visits_they_have_to_make_and_a_chair_the_day_and_what_is_to_be_confirmed()
    {
        var district = await OpenAsync();
        var (officer, zone, chair) = (await district.As("officer"), await district.As("zone.north"), await district.As("chair.p"));
        async Task<string> PlanAsync(string school, string day, params string[] people) => (await officer.PostAsync(
            $"rounds/r1/schools/{school}/visits", new { plannedOn = day, inspectors = people.Select(district.NameOf) })).Expect(201).Text("id")!;
        var later = await PlanAsync("p", "2025-11-06", "zone.north");
        var sooner = await PlanAsync("q", "2025-11-05", "zone.north", "officer");

        var waiting = (await zone.GetAsync("rounds/r1/completeness")).Expect(200);
        Assert.Equal([sooner, later], waiting.Texts("visits", "id"));
        Assert.Equal(["2025-11-05", "2025-11-06"], waiting.Texts("visits", "plannedOn"));
        Assert.Equal([sooner], (await officer.GetAsync("rounds/r1/completeness")).Texts("visits", "id"));
        var announced = (await chair.GetAsync("me/work")).Expect(200);
        Assert.Equal((null, "2025-11-06", "planned"), (announced.Text("rounds[0].visits[0].id"), announced.Text("rounds[0].visits[0].plannedOn"), announced.Text("rounds[0].visits[0].state")));

        using var written = System.Net.Http.Json.JsonContent.Create(new { changes = new[] { new { path = "note", value = "总体良好" } } });
        (await zone.SendAsync(HttpMethod.Patch, $"rounds/r1/schools/p/visits/{later}", written, ("If-Match", "*"))).Expect(200);
        Assert.Empty((await chair.GetAsync("me/work")).At("rounds[0].visits").EnumerateArray());
        (await zone.DoAsync($"rounds/r1/schools/p/visits/{later}/complete")).Expect(200);

        Assert.Equal([later], (await chair.GetAsync("me/work")).Texts("rounds[0].visits", "id"));
        Assert.Equal([null], (await (await district.As("chair.q")).GetAsync("me/work")).Texts("rounds[0].visits", "id"));
        Assert.Equal([sooner], (await zone.GetAsync("rounds/r1/completeness")).Texts("visits", "id"));
    }

    [Fact]
    public async Task The_deadline_is_that_of_the_own_school()
    {
        var district = await OpenAsync();
        (await (await district.Admin).PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-20", reason = "校舍搬迁" })).Expect(201);

        Assert.Equal("2025-11-21T00:00:00+08:00", (await (await district.As("chair.p")).GetAsync("me/work")).Text("rounds[0].dueAt"));
        Assert.Equal("2025-11-11T00:00:00+08:00", (await (await district.As("chair.q")).GetAsync("me/work")).Text("rounds[0].dueAt"));
    }

    [Fact]
    public async Task The_district_sees_who_still_has_what_to_do()
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        await district.Report("q", "q-1", new { activities = 1 });

        var open = (await (await district.Admin).GetAsync("rounds/r1/open-work")).Expect(200);

        Assert.Equal(["zone.north", "chair.q", "chair.r", "chair.p"], open.Texts("items", "userName").Select(n => n![(district.NameOf("").Length)..]));
    }

    [Fact]
    public async Task The_list_of_reports_hides_a_schools_drafts_from_the_district()
    {
        var district = await OpenAsync();
        await district.Report("p", "p-1", new { activities = 3 });
        (await (await district.As("chair.p")).SaveAsync("rounds/r1/schools/p/branches/p-2/report", new { facts = new { activities = 1 } })).Expect(201);

        var own = (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/reports")).Expect(200);
        var others = (await (await district.Admin).GetAsync("rounds/r1/schools/p/reports")).Expect(200);

        Assert.Equal(["submitted", "draft"], own.Texts("items", "state"));
        Assert.Equal(["submitted", null], others.Texts("items", "state"));
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(2, "p", "q", "r");
        await district.OpenRound();
        return district;
    }
}
