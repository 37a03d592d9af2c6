using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Obligations;

/// <summary>The working calendar: a year that nobody knows is an alert, a district's own days are its own.</summary>
public sealed class CalendarTests(TestService service) : IClassFixture<TestService>
{
    private const string OfP = "OB20.2026.p";

    [Fact]
    public async Task What_needs_a_year_that_nobody_knows_waits_without_a_due_day_and_gets_it_with_the_import()
    {
        var (district, duties) = await PrepareAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await duties.GetAsync(OfP)).At("dueOn").ValueKind);
        var admin = await district.Admin;
        var year = (await admin.GetAsync("calendar/years")).Expect(200).Json.GetProperty("items").EnumerateArray().Single(y => y.GetProperty("year").GetInt32() == 2026);
        Assert.Equal((false, 1), (year.GetProperty("isKnown").GetBoolean(), year.GetProperty("waiting").GetInt32()));
        district.MoveClockTo("2026-06-01T09:00:00+08:00");
        Assert.Equal("inProgress", await duties.StateAsync(OfP));
        admin = await district.Admin;

        (await admin.PostAsync("calendar/import?dryRun=true", Year2026())).Expect(200);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await duties.GetAsync(OfP)).At("dueOn").ValueKind);
        (await admin.PostAsync("calendar/import", Year2026())).Expect(200);

        // 31 January 2026 is a Saturday.
        Assert.Equal(("2026-02-02", "overdue"), ((await duties.GetAsync(OfP)).Text("dueOn"), await duties.StateAsync(OfP)));
        Assert.Equal(12, (await admin.GetAsync("calendar/days?year=2026")).Expect(200).At("total").GetInt32());
    }

    [Fact]
    public async Task A_few_days_do_not_make_a_year_known()
    {
        var (district, _) = await PrepareAsync();
        var report = (await (await district.Admin).PostAsync("calendar/import", Year2026().Take(3))).Expect(200);
        Assert.False(report.At("stored").GetBoolean());
        Assert.Equal("calendar.yearIncomplete", report.Text("rows[0].code"));
    }

    [Fact]
    public async Task A_districts_days_hold_for_it_alone_and_stand_in_the_place_of_those_of_all()
    {
        await service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) VALUES ('2025-10-01', 0, '国庆节') ON CONFLICT DO NOTHING");
        var (own, other) = (await service.FoundDistrictAsync(), await service.FoundDistrictAsync());
        var admin = await own.Admin;
        (await admin.PostAsync("calendar/import", new[] { new { date = "2025-11-10", kind = "holiday", name = "校庆" }, new { date = "2025-10-01", kind = "workday", name = "值班" } })).Expect(200);

        foreach (var (district, due) in new[] { (own, "2025-11-11"), (other, "2025-11-10") })
        {
            await district.PutZone("north");
            await district.PutSchool("p", "north");
            await new TestObligations(district).AskAsync("OB20", TestObligations.Definition(new { kind = "monthDay", month = 11, day = 10, shift = "nextWorkingDay" }));
            Assert.Equal(due, (await new TestObligations(district).GetAsync("OB20.2025.p")).Text("dueOn"));
        }

        var days = (await admin.GetAsync("calendar/days?year=2025")).Expect(200);
        Assert.Equal("workday", days.Find("items", "date", "2025-10-01").GetProperty("kind").GetString());
        Assert.True(days.Find("items", "date", "2025-10-01").GetProperty("isOwn").GetBoolean());
        Assert.DoesNotContain("2025-11-10", (await (await other.Admin).GetAsync("calendar/days?year=2025")).Expect(200).Texts("items", "date"));
    }

    [Fact]
    public async Task A_rounds_deadline_shifts_by_the_districts_own_days_too()
    {
        await service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) VALUES ('2025-10-01', 0, '国庆节') ON CONFLICT DO NOTHING");
        var district = await service.FoundDistrictAsync();
        await district.PublishScheme(TestSchemes.Annual);
        (await (await district.Admin).PostAsync("calendar/import", new[] { new { date = "2025-11-10", kind = "holiday", name = "校庆" } })).Expect(200);
        await district.PlanRound(dueShift: "nextWorkingDay");
        Assert.StartsWith("2025-11-12T00:00:00", (await (await district.Admin).GetAsync("rounds/r1")).Expect(200).Text("effectiveDueAt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_twice_a_year_out_of_range_and_no_name_are_refused_row_by_row()
    {
        var district = await service.FoundDistrictAsync();
        var report = (await (await district.Admin).PostAsync(
            "calendar/import",
            new[] { new { date = "1999-01-01", kind = "holiday", name = "元旦" }, new { date = "2025-05-01", kind = "holiday", name = "" } })).Expect(200);
        Assert.Equal(["calendar.yearRange", "name.required"], report.Texts("rows", "code"));
    }

    private static IEnumerable<object> Year2026() => Enumerable.Range(1, 12).Select(m => new { date = $"2026-{m:00}-05", kind = "holiday", name = "假日" });

    private async Task<(TestDistrict District, TestObligations Duties)> PrepareAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchool("p", "north");
        var duties = new TestObligations(district);
        await duties.AskAsync("OB20", TestObligations.Definition(new { kind = "monthDay", month = 1, day = 31, shift = "nextWorkingDay" }));
        return (district, duties);
    }
}
