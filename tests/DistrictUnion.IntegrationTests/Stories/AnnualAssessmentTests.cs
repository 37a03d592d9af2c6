using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>The main job from end to end: branches report, the chair hands in, zone and district review, the district publishes.</summary>
public sealed class AnnualAssessmentTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task From_branch_reports_to_a_published_ranking()
    {
        var district = await DistrictWithTwoSchoolsAsync();

        await district.Report("p", "p-1", new { members = 16, insured = 15, visits = 10, activities = 4 });
        await district.Report("p", "p-2", new { members = 24, insured = 21, visits = 20, activities = 3 });
        var handedIn = await district.HandIn(
            "p", new { congressHeld = true, awards = new[] { new { matter = "市先进工会", level = "city", date = "2025-10-01" } } }, new { B1 = 36.5 });
        Assert.Equal("submitted", handedIn.Text("state"));

        // A1 15 × 36/40 = 13.50, A2 7.00, A3 10.00, A4 5 × 30/40 = 3.75, B1 36.50, B2 missing; bonus 3.
        var live = await district.Scorecard("p");
        Assert.Equal(34.25m, live.Find("nodes", "code", "A").GetProperty("finalScore").GetDecimal());
        Assert.Equal(73.75m, live.Number("total"));

        await district.Review("zone.north", "p", "zone", [("A2", 6.5m)]);
        Assert.Equal(73.25m, (await district.Scorecard("p")).Number("total"));
        var reviewed = await district.Review("officer", "p", "district", [("B1", 35m)], new { satisfaction = 92.5 });
        Assert.Equal("districtReviewed", reviewed.Text("state"));

        // 13.50 + 6.50 + 10.00 + 3.75 + 35.00 + 18.50 = 87.25, with the bonus 90.25.
        Assert.Equal(90.25m, (await district.Scorecard("p")).Number("total"));
        var ranking = await district.Ranking();
        Assert.Equal(["p", "r"], ranking.Texts("items", "school"));
        Assert.Equal([1m, null], ranking.Numbers("items", "rank"));
        Assert.Equal("notSubmitted", ranking.Text("items[1].outcome"));
        var summary = await district.Summary();
        Assert.Equal(45.13m, summary.Number("district.mean"));
        Assert.Equal(50m, summary.Number("district.coverage"));
        Assert.Equal(90.25m, summary.Number("zones[0].mean"));

        await district.CloseRound();
        await district.PublishRound("full");
        var own = await district.Scorecard("p", "chair.p");
        Assert.Equal(90.25m, own.Number("total"));
        Assert.Equal(1m, own.Number("rank"));
        Assert.Equal("qualified", own.Text("outcome"));
        Assert.Equal(["p", "r"], (await district.Ranking("chair.p")).Texts("items", "school"));
    }

    private async Task<TestDistrict> DistrictWithTwoSchoolsAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutZone("south");
        await district.PutSchoolWithChair("p", "north", branches: 2);
        await district.PutSchoolWithChair("r", "south", members: 40);
        await district.Appoint("zone.north", "zoneLead", zone: "north");
        await district.Appoint("officer", "districtOfficer");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound();
        await district.OpenRound();
        return district;
    }
}
