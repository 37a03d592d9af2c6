using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Rounds;

/// <summary>Many documents decided at once: all or nothing unless asked otherwise, and never a foreign one.</summary>
public sealed class BulkDecisionTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Returning_many_evaluations_takes_their_facts_out_of_the_scores_at_once()
    {
        var district = await HandedInAsync();

        var report = (await (await district.Admin).PostAsync("rounds/r1/self-evaluations/return", new { schools = new[] { "p", "q" }, reason = "补材料" })).Expect(200);

        Assert.Equal(2, report.Number("updated"));
        Assert.Equal("补材料", (await (await district.As("chair.q")).GetAsync("rounds/r1/schools/q/self-evaluation")).Text("returnReason"));
        Assert.Equal("notSubmitted", (await district.Scorecard("p")).Text("outcome"));
    }

    [Fact]
    public async Task One_that_was_not_handed_in_stops_all_unless_rows_stand_alone()
    {
        var district = await HandedInAsync();
        var admin = await district.Admin;
        var body = new { schools = new[] { "p", "r" }, reason = "补材料" };

        var atomic = (await admin.PostAsync("rounds/r1/self-evaluations/return", body)).Expect(200);
        Assert.False(atomic.At("stored").GetBoolean());
        Assert.Equal("evaluation.notSubmitted", atomic.Text("rows[1].code"));
        Assert.Equal("qualified", (await district.Scorecard("p")).Text("outcome"));

        var perRow = (await admin.PostAsync("rounds/r1/self-evaluations/return?mode=perRow", body)).Expect(200);
        Assert.Equal(["updated", "rejected"], perRow.Texts("rows", "status"));
        Assert.Equal("notSubmitted", (await district.Scorecard("p")).Text("outcome"));
    }

    [Fact]
    public async Task A_school_of_another_zone_refuses_the_whole_request()
    {
        var district = await HandedInAsync();
        await district.PutZone("south");
        await district.Appoint("zone.south", "zoneLead", zone: "south");
        await district.PutSchool("s", "south");

        (await (await district.As("zone.south")).PostAsync(
            "rounds/r1/self-evaluations/return?mode=perRow", new { schools = new[] { "s", "p" }, reason = "补材料" })).ExpectInvalid("schools[1]");
        Assert.Equal("qualified", (await district.Scorecard("p")).Text("outcome"));
    }

    [Fact]
    public async Task A_zone_lead_accepts_schools_as_reviewed_by_the_zone()
    {
        var district = await HandedInAsync();

        (await (await district.As("zone.north")).PostAsync("rounds/r1/self-evaluations/accept", new { schools = new[] { "p", "q" } })).Expect(200);

        Assert.Equal("zoneReviewed", (await (await district.Admin).GetAsync("rounds/r1/schools/p/self-evaluation")).Text("state"));
        var completeness = await (await district.Admin).GetAsync("rounds/r1/completeness");
        Assert.Equal(["zoneReviewed", "zoneReviewed", "draft"], completeness.Texts("schools", "progress"));
        Assert.Equal(20m, await district.Final("p", "B1"));
    }

    [Fact]
    public async Task Nobody_accepts_the_own_school()
    {
        var district = await HandedInAsync();
        (await (await district.Admin).SaveAsync(
            $"users/{district.NameOf("officer")}",
            new
            {
                displayName = "officer",
                password = UnionClient.Password,
                posts = new object[]
                {
                    new { role = "districtOfficer", from = "2020-01-01" },
                    new { role = "schoolChair", scope = new { school = "p" }, from = "2020-01-01" },
                },
            })).Expect(200);
        var officer = await district.As("officer");
        (await officer.PutAsync("me/active-post", new { role = "districtOfficer" })).Expect(200);

        var report = (await officer.PostAsync("rounds/r1/self-evaluations/accept?mode=perRow", new { schools = new[] { "p", "q" } })).Expect(200);

        Assert.Equal("review.ownSchool", report.Text("rows[0].code"));
        Assert.Equal(["rejected", "updated"], report.Texts("rows", "status"));
    }

    [Fact]
    public async Task A_chair_accepts_and_returns_many_reports()
    {
        var district = await HandedInAsync();
        await district.Report("p", "p-1", new { activities = 4 });
        await district.Report("p", "p-2", new { activities = 5 });
        var chair = await district.As("chair.p");
        Assert.Equal(9m, await district.Final("p", "A2"));

        (await chair.PostAsync("rounds/r1/schools/p/reports/accept", new { branches = new[] { "p-1", "p-2" } })).Expect(200);
        Assert.Equal(["accepted", "accepted"], (await chair.GetAsync("rounds/r1/schools/p/reports")).Texts("items", "state"));

        (await chair.PostAsync("rounds/r1/schools/p/reports/return", new { branches = new[] { "p-2" }, reason = "重复计数" })).Expect(200);
        Assert.Equal(4m, await district.Final("p", "A2"));
        (await chair.PostAsync("rounds/r1/schools/p/reports/return", new { branches = new[] { "q-1" }, reason = "外校" })).ExpectInvalid("branches[0]");
        (await chair.PostAsync("rounds/r1/schools/p/reports/return", new { branches = new[] { "p-1" } })).ExpectInvalid("reason");
    }

    private async Task<TestDistrict> HandedInAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(2, "p", "q", "r");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.HandIn("q", claims: new { B1 = 30 });
        return district;
    }
}
