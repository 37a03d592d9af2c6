using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using DistrictUnion.IntegrationTests.Panels;
using DistrictUnion.IntegrationTests.Titles;
using Xunit;

namespace DistrictUnion.IntegrationTests.Http;

/// <summary>P6: lists use a fixed number of statements, at most six, whatever the page size. The driver itself is asked.</summary>
[LongRunning]
public sealed class StatementCountTests(TestService service) : IClassFixture<TestService>
{
    private const int Most = 6;

    [Fact]
    public async Task Every_list_uses_the_same_few_statements_at_any_page_size()
    {
        var district = await CrowdedAsync();
        var trial = (await (await district.Admin).PostAsync("lab/runs", new { name = "试算", round = "r2", campaign = new { campaign = "home1" } })).Expect(201).Text("id");
        (await (await district.Admin).PutAsync("webhooks/sys", new { name = "市局平台", url = "https://systems.example.cn/hook", events = new[] { "round.opened" } })).Expect(201);
        using var statements = new StatementLog();
        foreach (var (person, list) in new[]
        {
            ("admin", "zones"), ("admin", "schools"), ("admin", "schools?search=s0&sort=name"), ("chair.p", "schools"), ("zone.north", "schools"),
            ("admin", "communities"), ("chair.p", "communities"), ("admin", "schools/p/branches"), ("chair.p", "schools/p/branches"), ("admin", "users"), ("admin", "schemes"), ("chair.p", "schemes"), ("admin", "rounds"),
            ("admin", "rounds/r1/amendments"), ("admin", "rounds/r1/tie-resolutions"), ("admin", "rounds/r1/ranking"), ("zone.north", "rounds/r1/ranking"),
            ("admin", "rounds/r2/ranking"), ("chair.p", "rounds/r2/ranking"), ("admin", "rounds/r1/completeness"), ("admin", "rounds/r1/summary"),
            ("admin", "rounds/r1/statistics"), ("admin", "rounds/r1/open-work"), ("chair.p", "me/work"), ("zone.north", "me/work"), ("chair.p", "rounds/r1/schools/p/reports"),
            ("admin", "rounds/r1/scorecards?school=p&school=s001"), ("admin", "rounds/r2/publications"), ("admin", "rounds/r1/schools/p/evidence"), ("chair.p", "rounds/r1/schools/p/evidence"), ("admin", "rounds/r1/self-evaluations/decisions"), ("chair.p", "rounds/r1/schools/p/self-evaluation/earlier"), ("admin", "jobs"), ("admin", "api-keys"), ("admin", "invitations"), ("admin", "schemes/annual/versions"),
            ("admin", "rounds/r1/schools/p/votes"), ("admin", "rounds/r1/visits"), ("zone.north", "rounds/r1/visits"), ("admin", "rounds/r3/panels"), ("admin", "rounds/r3/panels/p1"), ("admin", "rounds/r3/panels/p1/progress"), ("j1", "me/panel-work"),
            ("admin", "title-programmes"), ("admin", "title-programmes/home/campaigns"), ("admin", "title-programmes/home/applications"), ("chair.p", "title-programmes/home/applications"),
            ("admin", "title-programmes/home/campaigns/home1/selection"), ("admin", "title-programmes/home/campaigns/home1/notices"), ("admin", "title-programmes/home/campaigns/home1/objections"), ("admin", "titles"), ("admin", "document-templates"),
            ("admin", "title-campaigns"), ("chair.p", "title-campaigns"), ("admin", "title-applications"), ("chair.p", "title-applications"), ("zone.north", "title-applications"), ("zone.north", "titles"),
            ("admin", "inbox"), ("admin", "deliveries"), ("admin", "robots"), ("admin", "webhooks"), ("admin", "webhooks/sys/deliveries"), ("admin", "job-definitions"),
            ("admin", "obligation-templates"), ("admin", "obligations"), ("chair.p", "obligations"), ("zone.north", "obligations"), ("admin", "obligations/board"), ("admin", "obligations/late-list"), ("admin", "rounds/r1/nudges"), ("zone.north", "obligations/board"), ("admin", "obligations/board?state=inProgress"),
            ("admin", "activities"), ("chair.p", "activities"), ("zone.north", "activities"), ("admin", "plan-items?year=2025&school=p"), ("chair.p", "plan-items?year=2025"), ("admin", "plan-items/progress?year=2025"), ("zone.north", "plan-items/progress?year=2025"), ("chair.p", "calendar/feeds"), ("chair.p", "care-records/views"), ("chair.p", "care-records/keepers"), ("admin", "care-records/overview"), ("zone.north", "care-records/overview"),
            ("admin", "congresses/overview?year=2025"), ("zone.north", "congresses/overview?year=2025"), ("chair.p", "congresses"), ("chair.p", "proposals"), ("chair.p", "disclosures"), ("admin", "disclosures"),
            ("admin", "obligation-templates/OB20/differences"), ("chair.p", "calendar/days"), ("admin", "calendar/years"), ("admin", "lab/runs"), ("admin", $"lab/runs/{trial}/schools"), ("admin", $"lab/runs/{trial}/applications"),
        })
        {
            var client = await district.As(person);
            (await client.GetAsync(list)).Expect(200);
            var counts = new List<int>();
            foreach (var size in new[] { 1, 50, 200 })
                counts.Add(await statements.CountAsync(client, $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageSize={size}"));
            Assert.True(counts.Distinct().Count() == 1 && counts[0] is > 1 and <= Most, $"{person} {list}: {string.Join(", ", counts)} statements\n{statements.Last}");
        }
    }

    private async Task<TestDistrict> CrowdedAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(12, "p");
        var admin = await district.Admin;
        var rows = Enumerable.Range(0, 210).Select(i => new { code = $"s{i:000}", name = $"第{i}学校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = i });
        (await admin.PostAsync("schools/import", rows)).Expect(200);
        for (var i = 0; i < 12; i++)
        {
            await district.PutZone($"z{i}");
            (await admin.PutAsync($"communities/c{i}", new { name = "共同体", type = "merged", members = new[] { new { school = $"s{i:000}", role = "core", from = "2020-01-01" } } })).Expect(201);
            await district.Appoint($"chair.{i}", "schoolChair", school: $"s{i:000}");
            await district.Appoint($"zone.{i}", "zoneLead", zone: $"z{i}");
            await district.Appoint($"lead.{i}", "branchLead", branch: $"p-{i + 1}");
            (await admin.PostTextAsync("schemes/import", TestSchemes.Claim.Replace("\"claim\"", $"\"claim{i}\"", StringComparison.Ordinal), "application/json")).Expect(200);
        }

        await district.PlanRound("r2");
        await district.OpenRound();
        await district.OpenRound("r2");
        foreach (var reason in new[] { "一", "二", "三" })
        {
            (await admin.DoAsync("rounds/r1/amendments", new { reason, scope = new { } })).Expect(200);
            (await admin.DoAsync("rounds/r1/tie-resolutions", new { schools = new[] { "s000", "s001" }, reason })).Expect(200);
        }

        await WorkAsync(district);
        await AskAsync(district);
        await JudgeAsync(district);
        var titles = new TestTitles(district);
        await district.HandIn("p", claims: new { B1 = 30 }, round: "r2");
        await district.CloseRound("r2");
        await district.PublishRound("full", round: "r2");
        await titles.OpenAsync("r2", TestTitles.Definition(new { places = 1 }));
        await titles.ApplyAsync("p");
        await titles.RankAsync();
        await titles.DecideAsync();
        await titles.ObjectAsync((await titles.PublishAsync("2025-11-03")).Text("id"), "p");
        return district;
    }

    private static async Task WorkAsync(TestDistrict district)
    {
        var chair = await district.As("chair.p");
        for (var i = 1; i <= 5; i++)
        {
            var item = (await chair.PostAsync("plan-items", new { month = $"2025-0{i}", title = "活动" })).Expect(201).Text("id");
            (await chair.PostAsync("activities", new { title = "活动", kind = "sport", from = $"2025-10-0{i}", branches = new[] { $"p-{i}" }, planItem = item })).Expect(201);
            (await chair.PostAsync("calendar/feeds", new { scope = "school" })).Expect(201);
            (await chair.PostAsync("congresses", new { term = 1, session = i, kind = "congress", plannedOn = $"2025-12-0{i}", delegates = 30 })).Expect(201);
            var proposal = (await chair.PostAsync(
                "proposals", new { title = "提案", grounds = "x", suggestion = "x", proposer = new { name = "王" }, coSigners = new[] { new { name = "李" }, new { name = "赵" } } })).Expect(201).Text("id");
            (await chair.DoAsync($"proposals/{proposal}/submit")).Expect(200);
            (await chair.PostAsync("disclosures", new { category = "finance", postedOn = $"2025-10-0{i}", title = "经费", link = "https://school.example.cn" })).Expect(201);
        }
    }

    private static async Task AskAsync(TestDistrict district)
    {
        var duties = new TestObligations(district);
        foreach (var (template, level, role) in new[] { ("OB20", "school", "schoolChair"), ("OB21", "school", "schoolChair"), ("OB22", "branch", "branchLead"), ("OB23", "zone", "zoneLead"), ("OB24", "district", "districtOfficer") })
            await duties.AskAsync(template, TestObligations.Definition(owner: new { level, role }));
        (await (await district.Admin).SaveAsync("obligation-templates/OB20", TestObligations.Definition(new { kind = "monthDay", month = 12, day = 1 }))).Expect(200);
    }

    private static async Task JudgeAsync(TestDistrict district)
    {
        var admin = await district.Admin;
        await district.PublishScheme(TestPanels.Scheme);
        await district.PlanRound("r3", "judged");
        await district.OpenRound("r3");
        for (var i = 1; i <= 3; i++)
            await district.Appoint($"j{i}", "expertReviewer");
        (await admin.PutAsync("rounds/r3/panels/p1", TestPanels.Body(district, 3, 3))).Expect(201);
        (await admin.DoAsync("rounds/r3/panels/p1/assign")).Expect(200);
        (await admin.DoAsync("rounds/r3/panels/p1/start")).Expect(200);
    }
}
