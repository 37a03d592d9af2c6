using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>What a school's draft would come to, while it is typed.</summary>
public sealed class PreviewTests(TestService service) : IClassFixture<TestService>
{
    private const string Preview = "rounds/r1/schools/p/self-evaluation/preview";

    [Fact]
    public async Task A_draft_is_scored_with_what_the_branches_handed_in_and_nothing_of_it_is_a_result()
    {
        var district = await DraftAsync();

        var preview = (await (await district.As("chair.p")).GetAsync(Preview)).Expect(200);

        // 15 × 10/20 + 3 × 1 + 10 + 5 × 5/20 + 25 as claimed.
        Assert.Equal(46.75m, preview.Number("selfTotal"));
        Assert.Equal(7.5m, preview.Find("nodes", "code", "A1").GetProperty("selfScore").GetDecimal());
        Assert.Equal(25m, preview.Find("nodes", "code", "B1").GetProperty("selfScore").GetDecimal());
        Assert.Equal(JsonValueKind.Null, preview.Find("nodes", "code", "A1").GetProperty("finalScore").ValueKind);
        Assert.Equal("notSubmitted", (await district.Scorecard("p")).Text("outcome"));
    }

    [Fact]
    public async Task What_the_district_knows_and_decided_stays_out()
    {
        var district = await DraftAsync();
        (await (await district.As("chair.p")).DoAsync("rounds/r1/schools/p/self-evaluation/submit")).Expect(200);
        await district.Review("officer", "p", "district", [("B1", 30)], new { satisfaction = 90 });

        var preview = (await (await district.As("chair.p")).GetAsync(Preview)).Expect(200);

        Assert.Equal(46.75m, preview.Number("selfTotal"));
        Assert.DoesNotContain("satisfaction", preview.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("核实", preview.Body, StringComparison.Ordinal);
        Assert.Equal(18m, await district.Final("p", "B2"));
    }

    [Fact]
    public async Task A_draft_is_the_schools_own_the_district_and_other_schools_do_not_see_it()
    {
        var district = await DraftAsync();

        (await (await district.As("officer")).GetAsync(Preview)).ExpectProblem(404, "not-found");
        (await (await district.As("chair.q")).GetAsync(Preview)).ExpectProblem(404, "not-found");
    }

    private async Task<TestDistrict> DraftAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        await district.Report("p", "p-1", new { members = 20, insured = 10, activities = 3, visits = 5 });
        (await (await district.As("chair.p")).SaveAsync("rounds/r1/schools/p/self-evaluation", new { facts = new { congressHeld = true }, claims = new { B1 = 25 } })).Expect(201);
        return district;
    }
}
