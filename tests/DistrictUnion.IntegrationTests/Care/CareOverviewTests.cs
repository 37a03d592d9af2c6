using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Care;

/// <summary>The district learns how much care there is, and never of whom.</summary>
public sealed class CareOverviewTests(JobRunningService service) : IClassFixture<JobRunningService>
{
    [Fact]
    public async Task Five_are_told_and_four_are_hidden_and_what_is_hidden_does_not_follow_from_the_rest()
    {
        var district = await TestCare.PrepareAsync(service, "p", "q", "r");
        await RecordAsync(district, "p", 4, "illness");
        await RecordAsync(district, "q", 4, "childbirth");
        Assert.Equal(8m, await TotalAsync(district));

        Assert.Equal([null, null, null], await SchoolsAsync(district, "admin"));
        await RecordAsync(district, "r", 12, "illness");
        Assert.Equal([null, null, 12m], await SchoolsAsync(district, "admin"));
        await RecordAsync(district, "p", 1, "conflict");
        await RecordAsync(district, "q", 1, "illness");
        Assert.Equal([5m, 5m, 12m], await SchoolsAsync(district, "admin"));
        var overview = (await (await district.As("auditor")).GetAsync("care-records/overview?year=2025")).Expect(200);
        Assert.Equal((22m, 5m), (overview.Number("kinds[0].total"), overview.Number("least")));
        Assert.Equal([17m, null, null, null, null, null, null, null], overview.Numbers("kinds[0].categories", "count"));
        Assert.Null(overview.Number("kinds[1].total"));
        Assert.Equal(overview.Body, (await (await district.As("zone.north")).GetAsync("care-records/overview")).Expect(200).Body);
    }

    [Fact]
    public async Task A_zone_lead_sees_the_own_zone_as_the_district_sees_it()
    {
        var district = await TestCare.PrepareAsync(service, "p", "q");
        await district.PutZone("south");
        await district.PutSchoolWithChair("s", "south");
        await district.Appoint("zone.south", "zoneLead", zone: "south");
        await RecordAsync(district, "p", 8, "illness");
        await RecordAsync(district, "s", 2, "illness", "chair");

        // Two zones, one of them small: the other one would be the total without it.
        Assert.Equal([null, null], (await (await district.Admin).GetAsync("care-records/overview")).Numbers("kinds[0].zones", "count"));
        var north = (await (await district.As("zone.north")).GetAsync("care-records/overview")).Expect(200);
        Assert.Equal(["north"], north.Texts("kinds[0].zones", "zone"));
        Assert.Equal([null, null], north.Numbers("kinds[0].zones[0].schools", "count"));
        Assert.Equal(10m, north.Number("kinds[0].total"));
    }

    [Fact]
    public async Task Erasing_a_person_keeps_the_totals_and_can_not_be_taken_back()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var codes = await RecordAsync(district, "p", 5, "illness");
        var keeper = await district.As("keeper.p");
        (await keeper.DoAsync($"care-records/{codes[0]}/erase", new { reason = "personAsked" })).ExpectConflict("triggered", "change", "schedule", "complete", "waive");
        (await keeper.DoAsync($"care-records/{codes[0]}/complete", new { })).Expect(200);
        Assert.True((await keeper.DoAsync($"care-records/{codes[0]}/erase", new { reason = "personAsked" })).Expect(200).At("isErased").GetBoolean());

        var erased = (await keeper.GetAsync($"care-records/{codes[0]}")).Expect(200);
        Assert.Equal((null, null), (erased.At("person").GetString(), erased.At("circumstances").GetString()));
        Assert.Equal("eraseOnRequest", erased.Texts("steps", "action")[^1]);
        (await keeper.DoAsync($"care-records/{codes[0]}/reopen")).ExpectConflict("erased");
        Assert.True(await service.ReadAsync<bool>("SELECT num_nulls(person, circumstances, visitors, outcome, amount, grounds) = 6 FROM care_records WHERE code = $1", codes[0]));
        Assert.Equal(5m, await TotalAsync(district));

        (await keeper.DoAsync($"care-records/{codes[1]}/waive", new { reason = "重复登记" })).Expect(200);
        Assert.Null(await TotalAsync(district));
    }

    [Fact]
    public async Task What_ended_two_years_ago_loses_its_persons_at_night_and_what_is_open_or_younger_keeps_them()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var codes = await RecordAsync(district, "p", 7, "illness");
        var keeper = await district.As("keeper.p");
        foreach (var code in codes.Take(5))
            (await keeper.DoAsync($"care-records/{code}/complete", new { outcome = "好" })).Expect(200);
        district.MoveClockTo("2025-11-20T09:00:00+08:00");
        keeper = await district.As("keeper.p");
        (await keeper.DoAsync($"care-records/{codes[5]}/complete", new { })).Expect(200);

        district.MoveClockTo("2027-11-10T09:00:00+08:00");
        (await (await district.Admin).PostAsync("job-definitions/care.erase/run")).Expect(202);

        keeper = await district.As("keeper.p");
        var list = (await keeper.GetAsync("care-records")).Expect(200);
        Assert.Equal(codes.Take(5).Order(StringComparer.Ordinal), list.At("items").EnumerateArray().Where(r => r.GetProperty("record").GetProperty("isErased").GetBoolean()).Select(r => r.GetProperty("record").GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("eraseExpired", (await keeper.GetAsync($"care-records/{codes[0]}")).Texts("steps", "action")[^1]);
        Assert.Equal(7m, await TotalAsync(district, 2025));
        var run = (await (await district.Admin).GetAsync("jobs?kind=care.erase")).Expect(200);
        Assert.Equal(5m, run.Number("items[0].result.records"));
    }

    private static async Task<List<string>> RecordAsync(TestDistrict district, string school, int count, string category, string role = "keeper")
    {
        List<string> codes = [];
        for (var i = 0; i < count; i++)
            codes.Add(await district.RecordAsync($"{role}.{school}", TestCare.Visit(category, person: $"甲{i}")));
        return codes;
    }

    private static async Task<decimal?> TotalAsync(TestDistrict district, int year = 2025) => (await (await district.Admin).GetAsync($"care-records/overview?year={year}")).Expect(200).Number("kinds[0].total");

    private static async Task<IReadOnlyList<decimal?>> SchoolsAsync(TestDistrict district, string person) =>
        (await (await district.As(person)).GetAsync("care-records/overview?year=2025")).Expect(200).Numbers("kinds[0].zones[0].schools", "count");
}
