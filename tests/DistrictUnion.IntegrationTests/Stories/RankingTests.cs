using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>Worked case 6 through HTTP: ranks, ties, vetoes, forfeits, resolutions.</summary>
public sealed class RankingTests(TestService service) : IClassFixture<TestService>
{
    private const string Scheme =
        """
        { "code": "ranked", "name": "排名方案", "basis": "测试", "missing": "zero", "bonus": { "cap": "none" },
          "late": { "perDay": 1, "max": 5, "forfeitAfterDays": 5 },
          "facts": [
            { "code": "satisfied", "name": "满意票", "type": "integer", "level": "district" },
            { "code": "asked", "name": "有效票", "type": "integer", "level": "district" },
            { "code": "dispute", "name": "集体劳动争议", "type": "boolean", "level": "district" } ],
          "sections": [
            { "code": "A", "name": "组织建设", "max": 70, "items": [ { "code": "A1", "name": "甲", "max": 70, "rule": { "type": "manual" } } ] },
            { "code": "B", "name": "民主管理", "max": 30, "items": [ { "code": "B1", "name": "乙", "max": 30, "rule": { "type": "manual" } } ] } ],
          "vetoes": [ { "code": "V1", "name": "集体劳动争议", "fact": "dispute" } ],
          "ranking": { "groupBy": "none", "ties": [ "rate:satisfied/asked", "section:B" ] } }
        """;

    [Fact]
    public async Task Case_6_ties_share_a_rank_and_the_chain_orders_them()
    {
        var district = await DistrictAsync(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
        foreach (var (school, a1, b1) in new[]
        {
            ("a", 68.00m, 27.20m), ("b", 65.60m, 27.50m), ("c", 65.60m, 27.50m), ("d", 65.10m, 28.00m), ("e", 64.50m, 27.50m),
            ("f", 68.00m, 29.00m), ("g", 63.00m, 27.50m), ("h", 61.50m, 27.50m), ("j", 60.00m, 25.00m),
        })
        {
            await district.HandIn(school, claims: new { A1 = a1, B1 = b1 });
        }

        await district.Review("officer", "b", "district", facts: new { satisfied = 96, asked = 100 });
        await district.Review("officer", "c", "district", facts: new { satisfied = 134, asked = 140 });
        await district.Review("officer", "d", "district", facts: new { satisfied = 96, asked = 100 });
        await district.Review("officer", "f", "district", facts: new { dispute = true });
        district.MoveClockTo("2025-11-16T10:00:00+08:00");
        await district.HandIn("i", claims: new { A1 = 65, B1 = 28 });

        var ranking = await district.Ranking();

        Assert.Equal(["a", "d", "b", "c", "e", "g", "h", "j", "f", "i"], ranking.Texts("items", "school"));
        Assert.Equal([1m, 2m, 2m, 2m, 5m, 6m, 7m, 8m, null, null], ranking.Numbers("items", "rank"));
        Assert.Equal([1m, 3m, 3m, 3m, 1m, 1m, 1m, 1m, 0m, 0m], ranking.Numbers("items", "ties"));
        Assert.Equal([95.20m, 93.10m, 93.10m, 93.10m, 92.00m, 90.50m, 89.00m, 85.00m, 97.00m, 88.00m], ranking.Numbers("items", "total"));
        Assert.Equal(["disqualified", "forfeited"], ranking.Texts("items", "outcome").TakeLast(2));
        Assert.Equal(["V1"], (await district.Scorecard("f")).At("vetoes").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public async Task A_tie_that_the_chain_leaves_is_ordered_by_a_recorded_resolution()
    {
        var district = await DistrictAsync(["x", "y", "z"]);
        foreach (var (school, a1) in new[] { ("x", 60m), ("y", 60m), ("z", 50m) })
            await district.HandIn(school, claims: new { A1 = a1, B1 = 20 });
        var admin = await district.Admin;
        Assert.Equal(["x", "y", "z"], (await district.Ranking()).Texts("items", "school"));

        (await admin.DoAsync("rounds/r1/tie-resolutions", new { schools = new[] { "y", "x" }, reason = "区工会主席会议决定" })).Expect(200);

        var ranking = await district.Ranking();
        Assert.Equal(["y", "x", "z"], ranking.Texts("items", "school"));
        Assert.Equal([1m, 1m, 3m], ranking.Numbers("items", "rank"));
        Assert.Equal([2m, 2m, 1m], ranking.Numbers("items", "ties"));
        var recorded = await admin.GetAsync("rounds/r1/tie-resolutions");
        Assert.Equal(["区工会主席会议决定"], recorded.Texts("items", "reason"));
    }

    [Fact]
    public async Task A_resolution_needs_a_tie_known_schools_and_a_reason()
    {
        var district = await DistrictAsync(["x", "y"]);
        await district.HandIn("x", claims: new { A1 = 60, B1 = 20 });
        await district.HandIn("y", claims: new { A1 = 61, B1 = 20 });
        var admin = await district.Admin;
        Task<Answer> Resolve(string[] schools, string reason) => admin.DoAsync("rounds/r1/tie-resolutions", new { schools, reason });

        (await Resolve(["x", "y"], "无并列")).ExpectProblem(409, "tie-not-tied");
        (await Resolve(["x", "nobody"], "未知学校")).ExpectInvalid("schools[1]");
        (await Resolve(["x", "x"], "重复")).ExpectInvalid("schools");
        (await Resolve(["x", "y"], " ")).ExpectInvalid("reason");
        Assert.Equal(0m, (await admin.GetAsync("rounds/r1/tie-resolutions")).Number("total"));
    }

    private async Task<TestDistrict> DistrictAsync(string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in schools)
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(Scheme);
        await district.PlanRound(scheme: "ranked");
        await district.OpenRound();
        return district;
    }
}
