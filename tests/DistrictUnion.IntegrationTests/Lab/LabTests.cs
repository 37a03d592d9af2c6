using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Titles;
using Xunit;

namespace DistrictUnion.IntegrationTests.Lab;

/// <summary>The lab: a closed round replayed under other numbers, with results computed by hand.</summary>
[LongRunning]
public sealed class LabTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Other_weights_show_who_moves_who_crosses_which_line_and_how_alike_the_orders_are()
    {
        var district = await TestLab.ClosedAsync(service);
        var run = (await TestLab.RunAsync(district, TestLab.Weights)).Expect(201);
        var schools = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/schools")).Expect(200);

        Assert.Equal("s1 91 1 advanced; s2 91 1 advanced; s3 90 3 advanced; s4 89 4 qualified; s5 84 5 qualified; s6 70 6", TestLab.Side(schools, "before"));

        // Claims and bands follow the maxima: s1 30 + 29.4 + 28, s2 26.4 + 37.8 + 28, s3 24 + 42 + 28, s4 28.8 + 29.4 + 28, s5 30 + 33.6 + 14, s6 18 + 42 + 14.
        Assert.Equal("s1 87.4 3 qualified; s2 92.2 2 advanced; s3 94 1 advanced; s4 86.2 4 qualified; s5 77.6 5 qualified; s6 74 6", TestLab.Side(schools, "after"));

        // 15 pairs, one tied before, none after; (s1, s3) and (s2, s3) swap, 12 stay: (12 − 2) ÷ √(14 × 15).
        Assert.Equal((0.6901m, 15m, 2m, 3m, 6m, 1m, 2m), (
            run.Number("summary.tau")!.Value, run.Number("summary.pairs")!.Value, run.Number("summary.swappedPairs")!.Value, run.Number("summary.moved")!.Value,
            run.Number("summary.rescored")!.Value, run.Number("summary.crossing")!.Value, run.Number("summary.largestClimb")!.Value));
        Assert.Equal("s3学校", run.Text("summary.largestClimber"));
        Assert.Equal(("先进", 3m, 2m, 0m, 1m), (run.Text("summary.lines[0].name"), run.Number("summary.lines[0].before"), run.Number("summary.lines[0].after"), run.Number("summary.lines[0].in"), run.Number("summary.lines[0].out")));
        Assert.Equal(0, run.At("discrepancies").GetArrayLength());

        // Those that move most come first; what moves s3 most is 教代会 (+12 of +20 in 民主管理).
        Assert.Equal(["s3", "s1", "s2"], schools.Texts("items", "school").Take(3));
        Assert.Equal(("B1", 12m), (schools.Text("items[0].mover.code"), schools.Number("items[0].mover.points")));
        Assert.Equal(("A1", -20m), (schools.Text("items[1].mover.code"), schools.Number("items[1].mover.points")));
        var crossing = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/schools?crossing=true")).Expect(200);
        Assert.Equal(["s1"], crossing.Texts("items", "school"));
        Assert.Equal(("先进", "合格", false), (crossing.Text("items[0].crossings[0].from"), crossing.Text("items[0].crossings[0].to"), crossing.At("items[0].crossings[0].isUp").GetBoolean()));
        Assert.Equal(("组织建设", "50", "30"), (run.Text("changes[0].subject"), run.Text("changes[0].from"), run.Text("changes[0].to")));
    }

    [Fact]
    public async Task A_lower_line_lets_a_school_in_and_leaves_the_order_alone()
    {
        var district = await TestLab.ClosedAsync(service);
        var run = (await TestLab.RunAsync(district, [TestLab.Change("grades[0].min", 89)], person: "officer")).Expect(201);

        Assert.Equal((1m, 0m, 0m, 1m, 0m), (run.Number("summary.tau"), run.Number("summary.moved"), run.Number("summary.swappedPairs"), run.Number("summary.lines[0].in"), run.Number("summary.lines[0].out")));
        var crossing = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/schools?crossing=true")).Expect(200);
        Assert.Equal(["s4"], crossing.Texts("items", "school"));
        Assert.True(crossing.At("items[0].crossings[0].isUp").GetBoolean());
    }

    [Fact]
    public async Task Points_that_do_not_follow_are_cut_at_a_lower_maximum()
    {
        var district = await TestLab.ClosedAsync(service);
        var run = (await TestLab.RunAsync(district, TestLab.Weights, pointsFollow: false)).Expect(201);
        var schools = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/schools")).Expect(200);

        Assert.Equal("s1 71 3; s2 77 2 qualified; s3 80 1 qualified; s4 71 3; s5 64 6; s6 70 5", TestLab.Side(schools, "after"));
    }

    [Fact]
    public async Task A_whole_scheme_may_be_given_instead_and_is_handed_out_to_be_taken_over()
    {
        var district = await TestLab.ClosedAsync(service);
        var admin = await district.Admin;
        var scheme = System.Text.Json.JsonElement.Parse(TestLab.Scheme.Replace("\"min\": 90", "\"min\": 89", StringComparison.Ordinal));
        var run = (await admin.PostAsync("lab/runs", new { name = "整份方案", round = "r1", scheme })).Expect(201);
        Assert.Equal((1m, "grades[0].min"), (run.Number("summary.lines[0].in"), run.Text("changes[0].path")));

        var definition = (await admin.GetAsync($"lab/runs/{run.Text("id")}/definition")).Expect(200);
        var imported = (await admin.PostTextAsync("schemes/import", definition.At("scheme").GetRawText(), "application/json")).Expect(200);
        Assert.Equal((2m, "draft"), (imported.Number("version"), imported.Text("state")));
    }

    [Fact]
    public async Task Replaying_as_it_was_shows_no_difference_to_what_was_published()
    {
        var district = await TestLab.ClosedAsync(service);
        await district.PublishRound("full");
        var run = (await TestLab.RunAsync(district)).Expect(201);

        Assert.Equal((1m, 0m, 0m, 0m, 0), (run.Number("summary.tau"), run.Number("summary.moved"), run.Number("summary.rescored"), run.Number("summary.crossing"), run.At("discrepancies").GetArrayLength()));
    }

    [Fact]
    public async Task A_stored_figure_that_replaying_does_not_reproduce_is_told()
    {
        var district = await TestLab.ClosedAsync(service);
        await service.ExecuteAsync("UPDATE scorecards c SET total = 9999 FROM districts d WHERE d.id = c.district_id AND d.code = $1 AND c.school_code = 's5'", district.Code);
        var run = (await TestLab.RunAsync(district)).Expect(201);

        Assert.Equal(("s5", "total", "99.99", "84.00"), (run.Text("discrepancies[0].unit"), run.Text("discrepancies[0].field"), run.Text("discrepancies[0].stored"), run.Text("discrepancies[0].replayed")));
    }

    [Fact]
    public async Task Nothing_but_the_trial_itself_is_written()
    {
        var district = await TestLab.ClosedAsync(service);
        await OpenCampaignAsync(district, new { places = 2 });
        await district.PublishRound("full");
        var before = await TestLab.DigestAsync(district);

        var run = (await TestLab.RunAsync(district, TestLab.Weights, new { campaign = "home1", definition = Programme(new { places = 3 }) })).Expect(201);
        var admin = await district.Admin;
        (await admin.GetAsync($"lab/runs/{run.Text("id")}/applications")).Expect(200);
        Assert.Equal(before, await TestLab.DigestAsync(district));

        (await admin.SendAsync(HttpMethod.Delete, $"lab/runs/{run.Text("id")}", null)).ExpectProblem(428, "precondition-required");
        (await admin.SendAsync(HttpMethod.Delete, $"lab/runs/{run.Text("id")}", null, ("If-Match", run.ETag!))).Expect(204);
        (await admin.GetAsync($"lab/runs/{run.Text("id")}")).ExpectProblem(404, "not-found");
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT COUNT(*) FROM lab_results r JOIN districts d ON d.id = r.district_id WHERE d.code = $1", district.Code));
        Assert.Equal(before, await TestLab.DigestAsync(district));
    }

    [Fact]
    public async Task A_campaign_is_selected_again_by_the_new_scores_with_the_reason_for_each()
    {
        var district = await TestLab.ClosedAsync(service);
        await OpenCampaignAsync(district, new { places = 2 });
        var run = (await TestLab.RunAsync(district, TestLab.Weights, new { campaign = "home1" })).Expect(201);
        var rows = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/applications")).Expect(200);

        // Before: s1 and s2 (91 each) have the two places, s3 and s4 wait. After: s3 94 and s2 92.2; s1 87.4 and s4 86.2 miss the rule of 88 points.
        Assert.Equal("home1.s1 selected unranked; home1.s2 selected selected; home1.s3 reserve selected; home1.s4 reserve unranked", Verdicts(rows));
        Assert.Contains("不少于88分", rows.Find("items", "application", "home1.s1").GetProperty("after").GetProperty("reason").GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Equal((2m, 2m, 1m, 1m), (LineOf(run, "before"), LineOf(run, "after"), LineOf(run, "in"), LineOf(run, "out")));
        Assert.Equal(0, run.At("discrepancies").GetArrayLength());
        Assert.Equal(("home", "home1"), (run.Text("programme"), run.Text("campaign")));
    }

    [Fact]
    public async Task A_share_for_a_zone_brings_its_best_in_for_the_lowest_outside_it()
    {
        var district = await TestLab.ClosedAsync(service);
        await OpenCampaignAsync(district, new { places = 2 });
        (await (await district.Admin).DoAsync("title-programmes/home/campaigns/home1/tie-resolutions", new { applications = new[] { "home1.s2", "home1.s1" }, reason = "会议决定" })).Expect(200);
        var definition = Programme(new { places = 2, atLeast = new[] { new { name = "东片", percent = 50, mark = "zone:east" } } });
        var run = (await TestLab.RunAsync(district, campaign: new { campaign = "home1", definition })).Expect(201);
        var rows = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/applications?crossing=true")).Expect(200);

        Assert.Equal("home1.s1 selected reserve; home1.s3 reserve selected", Verdicts(rows));
        Assert.Equal(("programme", "places.atLeast"), (run.Text("changes[0].part"), run.Text("changes[0].path")[..14]));
    }

    [Fact]
    public async Task What_people_ruled_out_stays_out()
    {
        var district = await TestLab.ClosedAsync(service);
        await OpenCampaignAsync(district, new { places = 2 });
        (await (await district.Admin).DoAsync("title-programmes/home/applications/home1.s2/disqualify", new { reason = "材料不实" })).Expect(200);
        var run = (await TestLab.RunAsync(district, TestLab.Weights, new { campaign = "home1" })).Expect(201);
        var rows = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/applications")).Expect(200);

        Assert.Equal("home1.s1 selected unranked; home1.s2 unranked unranked; home1.s3 selected selected; home1.s4 reserve unranked", Verdicts(rows));
        Assert.Equal(0, run.At("discrepancies").GetArrayLength());
    }

    [Fact]
    public async Task Branches_are_selected_again_by_the_points_that_the_district_gave_them()
    {
        var district = await TestLab.ClosedAsync(service, branches: 1);
        var titles = new TestTitles(district, "small", "small1");
        await titles.OpenAsync("r1", TestTitles.Definition(new { places = 1 }, subject: "branch", examinations: ["documentReview"]));
        var officer = await district.As("officer");
        foreach (var (school, a1, b1) in new[] { ("s1", 48m, 21m), ("s2", 40m, 28m) })
        {
            var (chair, application) = (await district.As($"chair.{school}"), titles.Of($"{school}-1"));
            (await chair.PutAsync(application, new { report = "小家汇报" })).Expect(201);
            (await chair.DoAsync($"{application}/recommend", new { })).Expect(200);
            (await officer.DoAsync($"{application}/accept", new { })).Expect(200);
            var scores = new[] { ("A1", a1), ("B1", b1), ("B2", 20m) }.Select(s => new { node = s.Item1, score = s.Item2, reason = "评审会" });
            (await officer.DoAsync($"{application}/scores", new { scores })).Expect(200);
            (await officer.DoAsync($"{application}/review-documents", new { })).Expect(200);
        }

        await titles.RankAsync();
        var run = (await TestLab.RunAsync(district, TestLab.Weights, new { campaign = "small1" })).Expect(201);
        var rows = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/applications")).Expect(200);

        // s1-1 48 + 21 + 20 = 89 before s2-1 40 + 28 + 20 = 88; then 28.8 + 29.4 + 28 = 86.2 behind 24 + 39.2 + 28 = 91.2. Figures of their schools play no part.
        Assert.Equal("small1.s1-1 selected reserve; small1.s2-1 reserve selected", Verdicts(rows));
        var first = rows.Find("items", "application", "small1.s1-1");
        Assert.Equal((89m, 86.2m), (first.GetProperty("before").GetProperty("total").GetDecimal(), first.GetProperty("after").GetProperty("total").GetDecimal()));
        Assert.Equal(0, run.At("discrepancies").GetArrayLength());
    }

    [Fact]
    public async Task A_round_whose_zones_were_evened_out_is_replayed_by_its_own_totals_and_says_so()
    {
        var district = await TestLab.ClosedAsync(service);
        (await (await district.Admin).DoAsync("rounds/r1/publish", new { visibility = "full", normaliseZones = true })).Expect(200);
        var published = await district.Ranking("admin");
        var run = (await TestLab.RunAsync(district, [])).Expect(201);
        var schools = (await (await district.Admin).GetAsync($"lab/runs/{run.Text("id")}/schools")).Expect(200);

        // The east's s3 is the first once zones are evened out; by totals it comes after s1 and s2, and that isn't held against the publication.
        Assert.Equal("s3", published.Text("items[0].school"));
        Assert.Equal("s1 91 1 advanced; s2 91 1 advanced; s3 90 3 advanced; s4 89 4 qualified; s5 84 5 qualified; s6 70 6", TestLab.Side(schools, "before"));
        Assert.True(run.At("summary.isNormalised").GetBoolean());
        Assert.Equal(0, run.At("discrepancies").GetArrayLength());
    }

    [Fact]
    public async Task Refusals_name_the_place_and_the_remedy()
    {
        var district = await TestLab.ClosedAsync(service);
        var admin = await district.Admin;
        await district.PlanRound("r2", "lab");
        await district.OpenRound("r2");

        (await admin.PostAsync("lab/runs", new { name = "未关闭", round = "r2" })).ExpectConflict("open", "close");
        (await admin.PostAsync("lab/runs", new { name = "无此轮次", round = "r9" })).ExpectInvalid("round");
        (await admin.PostAsync("lab/runs", new { name = " ", round = "r1" })).ExpectInvalid("name");
        Assert.Equal(["sections[7].max"], (await TestLab.RunAsync(district, [TestLab.Change("sections[7].max", 1)])).ExpectProblem(422, "lab-unpublishable").Texts("problems", "path"));
        Assert.Equal(["sections[0].max", "grades[1].min"], (await TestLab.RunAsync(district, [TestLab.Change("sections[0].max", 40), TestLab.Change("grades[1].min", 95)])).ExpectProblem(422, "lab-unpublishable").Texts("problems", "path"));
        (await TestLab.RunAsync(district, campaign: new { campaign = "none" })).ExpectInvalid("campaign.campaign");
        (await TestLab.RunAsync(district, [], person: "chair.s1")).Expect(403);
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT COUNT(*) FROM lab_runs r JOIN districts d ON d.id = r.district_id WHERE d.code = $1", district.Code));

        await OpenCampaignAsync(district, new { places = 2 });
        var wrong = await TestLab.RunAsync(district, campaign: new { campaign = "home1", definition = Programme(new { percent = 120 }) });
        Assert.Equal(["campaign.definition.places"], wrong.ExpectProblem(422, "lab-programme").Texts("problems", "path"));
    }

    [Fact]
    public async Task A_trial_of_a_round_that_was_opened_again_says_so()
    {
        var district = await TestLab.ClosedAsync(service);
        var admin = await district.Admin;
        var run = (await TestLab.RunAsync(district, TestLab.Weights)).Expect(201);
        Assert.True(run.At("isCurrent").GetBoolean());

        (await admin.DoAsync("rounds/r1/reopen", new { reason = "申诉" })).Expect(200);
        Assert.False((await admin.GetAsync($"lab/runs/{run.Text("id")}")).Expect(200).At("isCurrent").GetBoolean());
    }

    [Fact]
    public async Task A_trial_takes_the_same_few_statements_however_many_schools_there_are()
    {
        var district = await TestLab.ClosedAsync(service);
        await OpenCampaignAsync(district, new { places = 2 });
        using var statements = new StatementLog();
        var few = await CountAsync();
        (await (await district.Admin).DoAsync("rounds/r1/reopen", new { reason = "扩大范围" })).Expect(200);
        (await (await district.Admin).PostAsync("schools/import", Enumerable.Range(0, 40).Select(i => new { code = $"n{i:00}", name = $"第{i}小学", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 10 }))).Expect(200);
        (await (await district.Admin).DoAsync("rounds/r1/amendments", new { reason = "扩大范围", scope = new { } })).Expect(200);
        await district.CloseRound();
        var many = await CountAsync();
        Assert.True(few == many && many <= 20, $"{few} statements for 6 schools, {many} for 46\n{statements.Last}");

        async Task<int> CountAsync()
        {
            var admin = await district.Admin;
            return await statements.CountAsync(
                trace => admin.PostAsync("lab/runs", new { name = "计数", round = "r1", changes = TestLab.Weights, campaign = new { campaign = "home1" } }, trace), 201);
        }
    }

    private static string Verdicts(Answer rows) => string.Join(
        "; ",
        rows.At("items").EnumerateArray().OrderBy(r => r.GetProperty("application").GetString(), StringComparer.Ordinal)
            .Select(r => $"{r.GetProperty("application")} {r.GetProperty("before").GetProperty("verdict")} {r.GetProperty("after").GetProperty("verdict")}"));

    private static decimal LineOf(Answer run, string side) => run.Find("summary.lines", "kind", "selection").GetProperty(side).GetDecimal();

    private static object Programme(object places) => TestTitles.Definition(
        places, [new { code = "min", kind = "minimumScore", minimum = 88, clause = new { document = "评选办法", article = "第五条", text = "考核得分不少于88分" } }]);

    private static async Task OpenCampaignAsync(TestDistrict district, object places)
    {
        var titles = new TestTitles(district);
        await titles.OpenAsync("r1", Programme(places));
        foreach (var school in new[] { "s1", "s2", "s3", "s4" })
            await titles.ApplyAsync(school);
        await titles.RankAsync();
    }
}
