using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Reviews;

/// <summary>A reviewer who stays out of a school's review decides nothing about it, and the record says why.</summary>
public sealed class RecusalTests(TestService service) : IClassFixture<TestService>
{
    private const string School = "rounds/r1/schools/p";

    [Fact]
    public async Task A_recused_reviewer_neither_reviews_nor_returns_and_others_go_on()
    {
        var district = await HandedInAsync();
        var zone = await district.As("zone.north");

        var recusal = (await zone.PostAsync($"{School}/review/recusals", new { reason = "配偶在该校任教" })).Expect(201);

        Assert.Equal((district.NameOf("zone.north"), "配偶在该校任教"), (recusal.Text("userName"), recusal.Text("reason")));
        (await zone.DoAsync($"{School}/review", new { level = "zone", scores = new[] { new { node = "B1", score = 19, reason = "核实" } } })).ExpectProblem(403, "review-recused");
        (await zone.DoAsync($"{School}/self-evaluation/return", new { reason = "补材料" })).ExpectProblem(403, "review-recused");
        var bulk = (await zone.PostAsync("rounds/r1/self-evaluations/accept?mode=perRow", new { schools = new[] { "p", "q" } })).Expect(200);
        Assert.Equal(["rejected", "updated"], bulk.Texts("rows", "status"));
        await district.Review("officer", "p", "district", [("B1", 18m)]);
        Assert.Equal(18m, await district.Final("p", "B1"));
    }

    [Fact]
    public async Task Reviewers_see_who_stays_out_and_the_work_list_knows_the_own_ones()
    {
        var district = await HandedInAsync();
        var (officer, zone) = (await district.As("officer"), await district.As("zone.north"));
        (await officer.PostAsync($"{School}/review/recusals", new { reason = "亲属回避", userName = district.NameOf("zone.north") })).Expect(201);

        var seen = (await zone.GetAsync($"{School}/review")).Expect(200);
        Assert.Equal(("review.recused", "亲属回避", district.NameOf("officer")), (seen.Text("barred"), seen.Text("recusals[0].reason"), seen.Text("recusals[0].actor")));
        Assert.Equal("p", (await zone.GetAsync("rounds/r1/completeness")).Text("barred[0]"));
        Assert.Empty((await officer.GetAsync("rounds/r1/completeness")).At("barred").EnumerateArray());
        (await zone.PostAsync("rounds/r1/schools/q/review/recusals", new { reason = "代登记", userName = district.NameOf("officer") })).ExpectInvalid("userName");
        (await zone.PostAsync($"{School}/review/recusals", new { reason = "再次" })).ExpectConflict("recused");
        (await zone.PostAsync("rounds/r1/schools/q/review/recusals", new { reason = " " })).ExpectInvalid("reason");
    }

    private async Task<TestDistrict> HandedInAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.HandIn("q", claims: new { B1 = 30 });
        return district;
    }
}
