using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Rounds;

/// <summary>States of branch reports and self-evaluations.</summary>
public sealed class DocumentStateTests(TestService service) : IClassFixture<TestService>
{
    private const string Report = "rounds/r1/schools/p/branches/p-1/report";
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private static readonly object Why = new { reason = "数据有误" };

    [Fact]
    public async Task A_report_goes_from_draft_over_submitted_to_accepted_and_only_that_way()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        (await chair.DoAsync($"{Report}/submit")).ExpectProblem(404, "not-found");

        (await chair.SaveAsync(Report, new { facts = new { members = 10 } })).Expect(201);
        (await chair.DoAsync($"{Report}/accept")).ExpectConflict("draft", "put", "submit");
        (await chair.DoAsync($"{Report}/return", Why)).ExpectConflict("draft", "put", "submit");

        (await chair.DoAsync($"{Report}/submit")).Expect(200);
        (await chair.DoAsync($"{Report}/submit")).ExpectConflict("submitted", "accept", "return");
        (await chair.SaveAsync(Report, new { facts = new { members = 11 } })).ExpectConflict("submitted", "accept", "return");

        Assert.Equal("accepted", (await chair.DoAsync($"{Report}/accept")).Expect(200).Text("state"));
        (await chair.DoAsync($"{Report}/accept")).ExpectConflict("accepted", "return");
        (await chair.DoAsync($"{Report}/submit")).ExpectConflict("accepted", "return");
        (await chair.SaveAsync(Report, new { facts = new { members = 11 } })).ExpectConflict("accepted", "return");

        (await chair.DoAsync($"{Report}/return")).ExpectInvalid("reason");
        var returned = (await chair.DoAsync($"{Report}/return", Why)).Expect(200);
        Assert.Equal(("returned", "数据有误"), (returned.Text("state"), returned.Text("returnReason")));
        (await chair.DoAsync($"{Report}/return", Why)).ExpectConflict("returned", "put", "submit");
        (await chair.SaveAsync(Report, new { facts = new { members = 11 } })).Expect(200);
        Assert.Equal("submitted", (await chair.DoAsync($"{Report}/submit")).Expect(200).Text("state"));
    }

    [Fact]
    public async Task An_evaluation_is_withdrawn_only_before_anybody_reviewed_it()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        (await chair.DoAsync($"{Evaluation}/submit")).ExpectProblem(404, "not-found");
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 30 } })).Expect(201);
        (await chair.DoAsync($"{Evaluation}/withdraw")).ExpectConflict("draft", "put", "submit");

        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        (await chair.DoAsync($"{Evaluation}/submit")).ExpectConflict("submitted", "withdraw", "return", "review");
        (await chair.SaveAsync(Evaluation, new { })).ExpectConflict("submitted", "withdraw", "return", "review");
        Assert.Equal("draft", (await chair.DoAsync($"{Evaluation}/withdraw")).Expect(200).Text("state"));

        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        await district.Review("zone.north", "p", "zone", [("B1", 29m)]);
        Assert.Equal("zoneReviewed", (await chair.GetAsync(Evaluation)).Text("state"));
        (await chair.DoAsync($"{Evaluation}/withdraw")).ExpectConflict("zoneReviewed", "return", "review");
        await district.Review("officer", "p", "district", [("B1", 28m)]);
        Assert.Equal("districtReviewed", (await chair.GetAsync(Evaluation)).Text("state"));
        (await chair.DoAsync($"{Evaluation}/withdraw")).ExpectConflict("districtReviewed", "return", "review");
    }

    [Fact]
    public async Task The_district_neither_reviews_nor_returns_what_was_not_handed_in()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        object review = new { level = "district", scores = new[] { new { node = "B1", score = 1, reason = "核实" } } };
        (await officer.DoAsync("rounds/r1/schools/p/review", review)).ExpectConflict("notStarted");
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 30 } })).Expect(201);
        Assert.Equal(409, (await officer.DoAsync("rounds/r1/schools/p/review", review)).Status);
        (await officer.DoAsync($"{Evaluation}/return", Why)).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task A_returned_evaluation_goes_back_with_its_reason_and_can_be_handed_in_again()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        (await (await district.As("zone.north")).DoAsync($"{Evaluation}/return", Why)).Expect(200);

        var seen = await (await district.As("chair.p")).GetAsync(Evaluation);
        Assert.Equal(("draft", "数据有误"), (seen.Text("state"), seen.Text("returnReason")));
        Assert.Equal(["returned"], seen.At("flags").EnumerateArray().Select(f => f.GetString()));
        var again = await district.HandIn("p", claims: new { B1 = 31 });
        Assert.Equal("submitted", again.Text("state"));
        Assert.Equal(0, again.At("flags").GetArrayLength());
    }

    [Fact]
    public async Task Once_the_school_is_reviewed_its_own_people_neither_hand_in_nor_return_a_report_until_the_evaluation_comes_back()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        await district.Report("p", "p-1", new { activities = 4 });
        await district.Review("zone.north", "p", "zone");
        var chair = await district.As("chair.p");

        (await chair.DoAsync($"{Report}/accept")).Expect(200);
        (await chair.DoAsync($"{Report}/return", Why)).ExpectProblem(409, "report-school-reviewed");
        (await chair.PostAsync("rounds/r1/schools/p/reports/return", new { branches = new[] { "p-1" }, reason = "重复计数" })).ExpectProblem(409, "report-school-reviewed");
        Assert.Equal(4m, await district.Final("p", "A2"));

        (await (await district.As("zone.north")).DoAsync($"{Evaluation}/return", Why)).Expect(200);
        (await chair.DoAsync($"{Report}/return", Why)).Expect(200);
        Assert.Equal(0m, await district.Final("p", "A2"));
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        return district;
    }
}
