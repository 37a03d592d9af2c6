using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>Distribution, trend, movers, comparison and frozen publications.</summary>
public sealed class StatisticsTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_ranking_calls_grades_by_the_name_that_the_scheme_gives_them_before_and_after_publication()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        await district.PublishScheme(TestSchemes.Claim.Replace("\"claim\"", "\"annual\"", StringComparison.Ordinal).Replace("\"sections\"", """
            "grades": [ { "code": "fine", "name": "先进", "min": 80 } ], "sections"
            """, StringComparison.Ordinal));
        await district.PlanRound();
        await district.OpenRound();
        await district.HandIn("p", claims: new { M = 85 });

        Assert.Equal("先进", (await district.Ranking()).Text("items[0].gradeName"));
        await district.CloseRound();
        await district.PublishRound("full");
        Assert.Equal("先进", (await district.Ranking("chair.p")).Text("items[0].gradeName"));
        Assert.Equal("先进", (await (await district.Admin).GetAsync("rounds/r1/publications/1")).Text("ranking[0].gradeName"));
    }

    [Fact]
    public async Task Movers_are_measured_against_the_round_before_of_the_same_scheme()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p", "q", "r");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.HandIn("q", claims: new { B1 = 30 });
        await district.HandIn("r", claims: new { B1 = 12 });
        await district.CloseRound();
        await district.PlanRound("r2", from: "2025-11-11", to: "2026-06-10", dueAt: "2026-06-10");
        await district.OpenRound("r2");
        await district.HandIn("p", claims: new { B1 = 25.5 }, round: "r2");
        await district.HandIn("q", claims: new { B1 = 28 }, round: "r2");

        var statistics = (await (await district.Admin).GetAsync("rounds/r2/statistics")).Expect(200);

        Assert.Equal("r1", statistics.Text("before"));
        Assert.Equal([5.5m], statistics.Numbers("rising", "change"));
        Assert.Equal(["q"], statistics.Texts("falling", "school"));
        Assert.Equal([-2m], statistics.Numbers("falling", "change"));
        Assert.Equal([20.67m, 26.75m], statistics.Numbers("trend", "meanOfSubmitted"));
        Assert.Equal([100m, 66.67m], statistics.Numbers("trend", "coverage"));
        Assert.Equal(2, statistics.At("bands").EnumerateArray().Single(b => b.GetProperty("from").GetDecimal() == 20).GetProperty("schools").GetInt32());
        Assert.Equal(11, statistics.At("bands").GetArrayLength());
        Assert.Equal([1m, 2m], statistics.Numbers("outcomes", "schools"));
    }

    [Fact]
    public async Task A_zone_leads_figures_are_those_of_the_own_zone_and_schools_get_none()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.PutZone("south");
        await district.PutSchoolWithChair("s", "south");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.HandIn("s", claims: new { B1 = 40 });

        var zone = (await (await district.As("zone.north")).GetAsync("rounds/r1/statistics")).Expect(200);

        Assert.Equal([20m], zone.Numbers("trend", "meanOfSubmitted"));
        Assert.Equal([1m], zone.Numbers("outcomes", "schools"));
        (await (await district.As("chair.p")).GetAsync("rounds/r1/statistics")).Expect(403);
        (await (await district.As("zone.north")).GetAsync("rounds/r1/scorecards?school=p&school=s")).Expect(404);
    }

    [Fact]
    public async Task Schools_stand_side_by_side_leaf_by_leaf()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p", "q");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.HandIn("q", claims: new { B1 = 30 });
        await district.Review("officer", "q", "district", [("B1", 27)]);
        var admin = await district.Admin;

        var comparison = (await admin.GetAsync("rounds/r1/scorecards?school=q&school=p")).Expect(200);

        Assert.Equal(["q", "p"], comparison.Texts("schools", "school"));
        Assert.Equal([27m, 20m], comparison.Numbers("schools", "total"));
        var leaf = comparison.Find("nodes", "code", "B1").GetProperty("scores");
        Assert.Equal(30m, leaf[0].GetProperty("self").GetDecimal());
        Assert.Equal(27m, leaf[0].GetProperty("review").GetDecimal());
        Assert.Equal(20m, leaf[1].GetProperty("final").GetDecimal());
        (await admin.GetAsync("rounds/r1/scorecards?school=p&school=nobody")).Expect(404);
        (await admin.GetAsync("rounds/r1/scorecards")).ExpectInvalid("school");
    }

    [Fact]
    public async Task A_reopened_round_keeps_its_first_publication_as_it_was()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.CloseRound();
        await district.PublishRound("full");
        var admin = await district.Admin;
        (await admin.DoAsync("rounds/r1/reopen", new { reason = "申诉成立" })).Expect(200);
        await district.Review("officer", "p", "district", [("B1", 23)]);
        await district.CloseRound();
        await district.PublishRound("full");

        Assert.Equal([2m, 1m], (await admin.GetAsync("rounds/r1/publications")).Numbers("items", "number"));
        Assert.Equal(20m, (await admin.GetAsync("rounds/r1/publications/1")).Number("ranking[0].total"));
        Assert.Equal(23m, (await admin.GetAsync("rounds/r1/publications/2")).Number("ranking[0].total"));
        (await admin.GetAsync("rounds/r1/publications/3")).Expect(404);
        (await (await district.As("zone.north")).GetAsync("rounds/r1/publications")).Expect(403);
    }
}
