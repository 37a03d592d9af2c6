using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Reminders;

/// <summary>Schools that haven't handed in are reminded from the round's board.</summary>
public sealed class NudgeTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_school_that_has_not_handed_in_is_reminded_once_a_day_and_the_board_tells_when()
    {
        var district = await OpenAsync();
        var officer = await district.As("officer");

        var first = (await officer.PostAsync("rounds/r1/nudges", new { schools = new[] { "p", "q", "empty" } })).Expect(200);
        Assert.Equal(["p"], first.At("told").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(["empty", "q"], first.Texts("skipped", "school"));
        Assert.Equal(["nobody", "handedIn"], first.Texts("skipped", "refusal"));
        var inbox = (await (await district.As("chair.p")).GetAsync("inbox")).Expect(200);
        Assert.Equal(("请尽快提交《r1轮》自评", "/rounds/r1/schools/p/evaluation"), (inbox.Text("items[0].title"), inbox.Text("items[0].link")));

        Assert.Equal(["recent"], (await officer.PostAsync("rounds/r1/nudges", new { schools = new[] { "p" } })).Expect(200).Texts("skipped", "refusal"));
        Assert.Equal(1m, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));
        var board = (await officer.GetAsync("rounds/r1/completeness")).Expect(200);
        Assert.StartsWith("2025-11-03T09:00", board.Find("schools", "school", "p").GetProperty("nudgedAt").GetString(), StringComparison.Ordinal);
        var log = (await officer.GetAsync("rounds/r1/nudges?school=p")).Expect(200);
        Assert.Equal((1m, district.NameOf("officer")), (log.Number("total"), log.Text("items[0].actor")));

        district.MoveClockTo("2025-11-04T09:00:01+08:00");
        Assert.Empty((await (await district.As("officer")).PostAsync("rounds/r1/nudges", new { schools = new[] { "p" } })).Expect(200).Texts("skipped", "refusal"));
        Assert.Equal(2m, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));
    }

    [Fact]
    public async Task Two_who_remind_at_the_same_moment_tell_a_school_once()
    {
        var district = await OpenAsync();
        var officer = await district.As("officer");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => officer.PostAsync("rounds/r1/nudges", new { schools = new[] { "p" } })));

        Assert.Equal(1, answers.Sum(a => a.Expect(200).At("told").GetArrayLength()));
        Assert.Equal(1m, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));
    }

    [Fact]
    public async Task A_zone_lead_reminds_the_own_zone_only_and_a_school_nobody()
    {
        var district = await OpenAsync();

        (await (await district.As("lead.south")).PostAsync("rounds/r1/nudges", new { schools = new[] { "p" } })).ExpectInvalid("schools");
        (await (await district.As("chair.p")).PostAsync("rounds/r1/nudges", new { schools = new[] { "p" } })).Expect(403);
        (await (await district.As("officer")).PostAsync("rounds/r1/nudges", new { schools = Array.Empty<string>() })).ExpectInvalid("schools");
        (await (await district.As("officer")).PostAsync("rounds/r1/nudges", new { schools = new[] { "p", "other" } })).ExpectInvalid("schools");
        Assert.Equal(0m, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));
        Assert.Equal(0m, (await (await district.As("lead.south")).GetAsync("rounds/r1/nudges")).Expect(200).Number("total"));
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        foreach (var zone in new[] { "north", "south" })
            await district.PutZone(zone);
        await district.Appoint("lead.south", "zoneLead", zone: "south");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north");
        await district.PutSchool("empty", "north");
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound("r1", "claim");
        await district.OpenRound();
        await district.HandIn("q", claims: new { M = 90 });
        return district;
    }
}
