using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>Worked cases 2, 9 and 10 through HTTP; the numbers are those of the cases.</summary>
public sealed class WorkedCaseTests(TestService service) : IClassFixture<TestService>
{
    private const string MovedBranch =
        """
        { "code": "case-9", "name": "案例九", "basis": "测试", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "insured", "name": "参加互助", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "activities", "name": "活动", "type": "integer", "level": "branch", "rollup": "sum" },
            { "code": "quality", "name": "质量分", "type": "decimal", "level": "branch", "rollup": "weightedMean", "weight": "members", "range": [0, 100] } ],
          "sections": [
            { "code": "E", "name": "活动", "max": 6, "rule": { "type": "count", "count": "activities", "points": 1 } },
            { "code": "I", "name": "互助", "max": 100, "rule": { "type": "rateLinear", "rate": { "of": "insured", "to": "members" } } },
            { "code": "Q", "name": "质量", "max": 100, "rule": { "type": "value", "fact": "quality", "outOf": 100 } } ] }
        """;

    [Fact]
    public async Task Case_2_zones_and_district_count_a_school_without_submission_as_zero()
    {
        var district = await service.FoundDistrictAsync();
        foreach (var zone in new[] { "north", "south" })
            await district.PutZone(zone);
        await district.Appoint("officer", "districtOfficer");
        (string School, string Zone, int Members)[] schools = [("p", "north", 50), ("q", "north", 120), ("t", "north", 30), ("r", "south", 40), ("s", "south", 90)];
        foreach (var (school, zone, members) in schools)
            await district.PutSchoolWithChair(school, zone, members: members);
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound(scheme: "claim");
        await district.OpenRound();

        foreach (var (school, total) in new[] { ("p", 87.16m), ("q", 91.30m), ("t", 79.00m), ("s", 85.73m) })
        {
            await district.HandIn(school, claims: new { M = 100 });
            await district.Review("officer", school, "district", [("M", total)]);
        }

        var summary = await district.Summary();
        Assert.Equal(85.82m, summary.Find("zones", "zone", "north").GetProperty("mean").GetDecimal());
        Assert.Equal(42.87m, summary.Find("zones", "zone", "south").GetProperty("mean").GetDecimal());
        Assert.Equal(68.64m, summary.Number("district.mean"));
        Assert.Equal(80.00m, summary.Number("district.coverage"));
        Assert.Equal(85.80m, summary.Number("district.meanOfSubmitted"));
        Assert.Equal(87.59m, summary.Number("district.memberWeightedMean"));
    }

    [Fact]
    public async Task Case_9_a_moved_branch_counts_for_each_school_by_its_days()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        foreach (var school in new[] { "x", "y" })
            await district.PutSchoolWithChair(school, "north");
        await district.PutBranch("x", "a");
        await district.PutBranch("x", "b");
        await district.PutBranch("y", "c");
        await district.PublishScheme(MovedBranch);
        await district.PlanRound(scheme: "case-9");
        await district.OpenRound();
        await district.Report("x", "a", new { members = 30, insured = 27, activities = 3, quality = 90 });
        await district.Report("y", "c", new { members = 25, insured = 24, activities = 2, quality = 85 });
        await district.Report(
            "x",
            "b",
            new { members = 20, insured = 18, quality = 80 },
            [.. new[] { "2025-09-20", "2025-10-10", "2025-10-15", "2025-11-05" }.Select((date, i) => new { code = $"e{i}", fact = "activities", date, value = 1 })]);
        await district.HandIn("x");
        await district.HandIn("y");
        Assert.Equal(6.00m, await district.Final("x", "E"));

        await district.PutBranch("y", "b", from: "2025-10-15");

        Assert.Equal(5.00m, await district.Final("x", "E"));
        Assert.Equal(90.00m, await district.Final("x", "I"));
        Assert.Equal(87.08m, await district.Final("x", "Q"));
        Assert.Equal(4.00m, await district.Final("y", "E"));
        Assert.Equal(93.33m, await district.Final("y", "I"));
        Assert.Equal(83.83m, await district.Final("y", "Q"));
        var underX = await (await district.As("chair.x")).GetAsync("rounds/r1/schools/x/branches/b/report");
        var underY = await (await district.As("chair.y")).GetAsync("rounds/r1/schools/y/branches/b/report");
        Assert.Equal(underX.Expect(200).Body, underY.Expect(200).Body);
        Assert.Equal(2, await service.ReadAsync<long>(
            "SELECT COUNT(*) FROM branch_affiliations a JOIN branches b ON b.id = a.branch_id JOIN districts d ON d.id = b.district_id WHERE b.code = 'b' AND d.code = $1",
            district.Code));
    }

    [Fact]
    public async Task Case_10_an_amendment_clamps_what_is_above_its_new_maximum_and_asks_for_confirmation()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("s", "north");
        await district.Appoint("officer", "districtOfficer");
        Assert.Equal(1, await district.PublishScheme(Pinned(b3: 6, b4: 4)));
        await district.PlanRound(scheme: "pinned");
        await district.OpenRound();
        await district.HandIn("s", claims: new { A1 = 26.5, B1 = 15, B3 = 6, B4 = 3, C1 = 35.25 });
        await district.Review("officer", "s", "district", [("B3", 6m)]);
        Assert.Equal(2, await district.PublishScheme(Pinned(b3: 5, b4: 5)));
        Assert.Equal(85.75m, (await district.Scorecard("s")).Number("total"));

        var admin = await district.Admin;
        var amended = await admin.DoAsync("rounds/r1/amendments", new { reason = "方案更正", version = 2 });
        Assert.Equal(2m, amended.Expect(200).Number("version"));

        var card = await district.Scorecard("s");
        Assert.Equal(84.75m, card.Number("total"));
        Assert.Equal(5.00m, card.Find("nodes", "code", "B3").GetProperty("finalScore").GetDecimal());
        Assert.Equal(["clamped"], card.Find("nodes", "code", "B3").GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(3.00m, card.Find("nodes", "code", "B4").GetProperty("finalScore").GetDecimal());
        var recorded = await admin.GetAsync("rounds/r1/amendments");
        Assert.Equal(["方案更正"], recorded.Texts("items", "reason"));

        Assert.Equal(1m, (await admin.GetAsync("rounds/r1/completeness")).Number("schools[0].toConfirm"));
        await district.CloseRound();
        var refused = (await admin.DoAsync("rounds/r1/publish", new { visibility = "ownCard" })).ExpectProblem(422, "round-unconfirmed");
        Assert.Equal(["s.B3"], refused.Texts("problems", "path"));
        (await admin.DoAsync("rounds/r1/reopen", new { reason = "确认更正后的得分" })).Expect(200);
        await district.Review("officer", "s", "district", [("B3", 5m)]);
        Assert.Empty((await district.Scorecard("s")).Find("nodes", "code", "B3").GetProperty("flags").EnumerateArray());
        Assert.Equal(84.75m, (await district.Scorecard("s")).Number("total"));
        await district.CloseRound();
        await district.PublishRound();
    }

    [Fact]
    public async Task Case_11_zones_are_evened_out_when_a_round_is_published_so()
    {
        var district = await service.FoundDistrictAsync();
        await district.PublishScheme(TestSchemes.Claim);
        var totals = new Dictionary<string, (string Zone, decimal Total)>
        {
            ["n1"] = ("north", 95),
            ["n2"] = ("north", 91),
            ["n3"] = ("north", 88),
            ["s1"] = ("south", 86),
            ["s2"] = ("south", 82),
            ["s3"] = ("south", 78),
        };
        foreach (var zone in new[] { "north", "south" })
            await district.PutZone(zone);
        foreach (var (school, (zone, _)) in totals)
            await district.PutSchoolWithChair(school, zone);
        await district.PlanRound(scheme: "claim");
        await district.OpenRound();
        foreach (var (school, (_, total)) in totals)
            await district.HandIn(school, claims: new { M = total });
        await district.CloseRound();

        (await (await district.Admin).DoAsync("rounds/r1/publish", new { visibility = "full", normaliseZones = true })).Expect(200);

        var ranking = await district.Ranking("chair.s1");
        Assert.Equal(["s1", "n1", "s2", "n2", "n3", "s3"], ranking.Texts("items", "school"));
        Assert.Equal([90.89m, 90.15m, 86.67m, 86.35m, 83.50m, 82.44m], ranking.Numbers("items", "adjusted"));
        Assert.Equal([86m, 95m, 82m, 91m, 88m, 78m], ranking.Numbers("items", "total"));
        Assert.Equal([1m, 2m, 3m, 4m, 5m, 6m], ranking.Numbers("items", "rank"));
        Assert.Equal((1m, 86m), ((await district.Scorecard("s1", "chair.s1")).Number("rank"), (await district.Scorecard("s1", "chair.s1")).Number("total")));
    }

    [Fact]
    public async Task Evening_out_leads_to_no_more_than_the_schemes_maximum()
    {
        var district = await service.FoundDistrictAsync();
        await district.PublishScheme(TestSchemes.Claim);
        foreach (var zone in new[] { "north", "south" })
            await district.PutZone(zone);
        foreach (var (school, zone) in new[] { ("n1", "north"), ("s1", "south"), ("s2", "south"), ("s3", "south") })
            await district.PutSchoolWithChair(school, zone);
        await district.PlanRound(scheme: "claim");
        await district.OpenRound();
        foreach (var (school, total) in new[] { ("n1", 100m), ("s1", 92m), ("s2", 60m) })
            await district.HandIn(school, claims: new { M = total });
        await district.CloseRound();

        (await (await district.Admin).DoAsync("rounds/r1/publish", new { visibility = "full", normaliseZones = true })).Expect(200);

        // (100 + 92 + 60) ÷ 3 = 84; the south's mean of those that handed in is 76: 92 × 84 ÷ 76 = 101.68, 60 × 84 ÷ 76 = 66.32; 100 × 84 ÷ 100.
        var ranking = await district.Ranking();
        Assert.Equal(["s1", "n1", "s2", "s3"], ranking.Texts("items", "school"));
        Assert.Equal([100m, 84m, 66.32m, null], ranking.Numbers("items", "adjusted"));
        Assert.Equal([1m, 2m, 3m, null], ranking.Numbers("items", "rank"));
    }

    private static string Pinned(int b3, int b4) =>
        $$"""
        { "code": "pinned", "name": "固定版本", "basis": "测试", "missing": "zero", "bonus": { "cap": "none" }, "facts": [],
          "sections": [
            { "code": "A", "name": "甲", "max": 30, "items": [ { "code": "A1", "name": "甲一", "max": 30, "rule": { "type": "manual" } } ] },
            { "code": "B", "name": "乙", "max": 30, "items": [
              { "code": "B1", "name": "乙一", "max": 20, "rule": { "type": "manual" } },
              { "code": "B3", "name": "乙三", "max": {{b3}}, "rule": { "type": "manual" } },
              { "code": "B4", "name": "乙四", "max": {{b4}}, "rule": { "type": "manual" } } ] },
            { "code": "C", "name": "丙", "max": 40, "items": [ { "code": "C1", "name": "丙一", "max": 40, "rule": { "type": "manual" } } ] } ] }
        """;
}
