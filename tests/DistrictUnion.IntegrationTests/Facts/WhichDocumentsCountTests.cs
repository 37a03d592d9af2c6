using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Facts;

/// <summary>Which documents count, and which of several values (scoring.md section 3).</summary>
public sealed class WhichDocumentsCountTests(TestService service) : IClassFixture<TestService>
{
    private const string Report = "rounds/r1/schools/p/branches/p-1/report";
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task A_branchs_facts_count_while_its_report_is_submitted_or_accepted()
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        var chair = await district.As("chair.p");
        (await chair.SaveAsync(Report, new { facts = new { activities = 4 } })).Expect(201);
        Assert.Equal(0m, await district.Final("p", "A2"));
        (await chair.DoAsync($"{Report}/submit")).Expect(200);
        Assert.Equal(4m, await district.Final("p", "A2"));
        (await chair.DoAsync($"{Report}/accept")).Expect(200);
        Assert.Equal(4m, await district.Final("p", "A2"));
        (await chair.DoAsync($"{Report}/return", new { reason = "重填" })).Expect(200);
        Assert.Equal(0m, await district.Final("p", "A2"));
    }

    [Fact]
    public async Task An_evaluations_facts_and_claims_count_from_submission_on()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        (await chair.SaveAsync(Evaluation, new { facts = new { congressHeld = true }, claims = new { B1 = 30 } })).Expect(201);
        Assert.Equal(0m, (await district.Scorecard("p")).Number("total"));
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        Assert.Equal(40m, (await district.Scorecard("p")).Number("total"));
        (await chair.DoAsync($"{Evaluation}/withdraw")).Expect(200);
        Assert.Equal(0m, (await district.Scorecard("p")).Number("total"));
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        (await (await district.As("officer")).DoAsync($"{Evaluation}/return", new { reason = "补材料" })).Expect(200);
        var returned = await district.Scorecard("p");
        Assert.Equal((0m, "notSubmitted"), (returned.Number("total"), returned.Text("outcome")));
    }

    [Fact]
    public async Task The_last_accepted_write_wins_and_a_returned_report_gives_way_to_the_import_before_it()
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        await ImportActivitiesAsync(district, 5);
        Assert.Equal(5m, await district.Final("p", "A2"));
        await district.Report("p", "p-1", new { activities = 7 });
        Assert.Equal(7m, await district.Final("p", "A2"));
        (await (await district.As("chair.p")).DoAsync($"{Report}/return", new { reason = "重填" })).Expect(200);
        Assert.Equal(5m, await district.Final("p", "A2"));
        await district.Report("p", "p-1", new { activities = 8 });
        await ImportActivitiesAsync(district, 3);
        Assert.Equal(3m, await district.Final("p", "A2"));
    }

    [Fact]
    public async Task An_import_that_says_what_is_current_changes_nothing()
    {
        var district = await OpenAsync();
        Assert.Equal(1m, (await ImportActivitiesAsync(district, 5)).Number("created"));
        Assert.Equal(1m, (await ImportActivitiesAsync(district, 5)).Number("unchanged"));
        Assert.Equal(1m, (await ImportActivitiesAsync(district, 6)).Number("updated"));
    }

    [Fact]
    public async Task A_fact_sent_to_a_route_of_another_level_is_refused()
    {
        var district = await OpenAsync();
        await district.HandIn("q");
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        (await chair.PutAsync(Report, new { facts = new { congressHeld = true } })).ExpectInvalid("facts.congressHeld");
        (await chair.PutAsync(Evaluation, new { facts = new { members = 3 } })).ExpectInvalid("facts.members");
        (await chair.PutAsync(Evaluation, new { facts = new { satisfaction = 100 } })).ExpectInvalid("facts.satisfaction");
        (await officer.DoAsync("rounds/r1/schools/q/review", new { level = "district", facts = new { congressHeld = true } })).ExpectInvalid("facts.congressHeld");
        (await chair.GetAsync(Report)).Expect(404);
        (await chair.GetAsync(Evaluation)).Expect(404);
        var imported = await district.Import([new { school = "p", fact = "members", value = 3 }, new { school = "p", branch = "p-1", fact = "congressHeld", value = (object)true }]);
        Assert.Equal(["fact.otherLevel", "fact.otherLevel"], imported.Texts("rows", "code"));
    }

    [Theory]
    [InlineData("2025-08-31")]
    [InlineData("2025-11-11")]
    public async Task An_event_outside_the_window_is_refused(string date)
    {
        var chair = await (await OpenAsync()).As("chair.p");
        (await chair.PutAsync(Report, new { events = new[] { new { code = "e", fact = "activities", date, value = 1 } } })).ExpectInvalid("events[0].date");
    }

    [Fact]
    public async Task Both_ends_of_the_window_count()
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        await district.Report(
            "p", "p-1", new { }, [new { code = "first", fact = "activities", date = "2025-09-01", value = 1 }, new { code = "last", fact = "activities", date = "2025-11-10", value = 1 }]);
        Assert.Equal(2m, await district.Final("p", "A2"));
    }

    [Fact]
    public async Task An_event_on_a_day_when_the_branch_had_no_school_is_refused()
    {
        var district = await OpenAsync();
        await district.PutBranch("p", "young", from: "2025-10-01");
        var chair = await district.As("chair.p");
        object Events(string date) => new { events = new[] { new { code = "e", fact = "activities", date, value = 1 } } };
        (await chair.PutAsync("rounds/r1/schools/p/branches/young/report", Events("2025-09-30"))).ExpectInvalid("events[0].date");
        (await chair.PutAsync("rounds/r1/schools/p/branches/young/report", Events("2025-10-01"))).Expect(201);
    }

    [Fact]
    public async Task One_event_that_two_branches_report_counts_once()
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        object[] joint = [new { code = "joint", fact = "activities", date = "2025-10-01", value = 1 }];
        await district.Report("p", "p-1", new { }, joint);
        await district.Report("p", "p-2", new { }, [.. joint, new { code = "own", fact = "activities", date = "2025-10-01", value = 1 }]);
        Assert.Equal(2m, await district.Final("p", "A2"));
    }

    [Fact]
    public async Task Head_counts_come_only_from_branches_of_the_counting_kind()
    {
        var district = await OpenAsync();
        await district.PutBranch("p", "grade", kind: "gradeGroup");
        await district.HandIn("p");
        await district.Report("p", "p-1", new { members = 10, insured = 5 });
        await district.Report("p", "grade", new { members = 10, insured = 10, activities = 2 });
        Assert.Equal(7.5m, await district.Final("p", "A1"));
        Assert.Equal(2m, await district.Final("p", "A2"));
    }

    [Theory]
    [InlineData("2025-11-10T23:59:59.9999999+08:00", 0, 30)]
    [InlineData("2025-11-11T00:00:00+08:00", 1, 29)]
    [InlineData("2025-11-10T16:30:00Z", 1, 29)]
    [InlineData("2025-11-13T12:00:00+08:00", 3, 27)]
    [InlineData("2025-11-15T23:59:59+08:00", 5, 25)]
    public async Task Lateness_counts_local_days_from_a_half_open_deadline(string receivedAt, int daysLate, decimal total)
    {
        var district = await OpenAsync();
        district.MoveClockTo(receivedAt);
        Assert.Equal(daysLate, (await district.HandIn("p", claims: new { B1 = 30 })).Number("daysLate"));
        Assert.Equal(total, (await district.Scorecard("p")).Number("total"));
    }

    [Fact]
    public async Task The_first_submission_fixes_lateness_a_return_keeps_it_and_a_withdrawal_resets_it()
    {
        var district = await OpenAsync();
        Assert.Equal(0m, (await district.HandIn("p", claims: new { B1 = 30 })).Number("daysLate"));
        (await (await district.As("officer")).DoAsync($"{Evaluation}/return", new { reason = "补材料" })).Expect(200);
        district.MoveClockTo("2025-11-12T10:00:00+08:00");
        Assert.Equal(0m, (await district.HandIn("p", claims: new { B1 = 31 })).Number("daysLate"));
        (await (await district.As("chair.p")).DoAsync($"{Evaluation}/withdraw")).Expect(200);
        Assert.Equal(2m, (await district.HandIn("p", claims: new { B1 = 31 })).Number("daysLate"));
    }

    [Fact]
    public async Task A_clock_that_steps_back_reopens_nothing()
    {
        var district = await OpenAsync();
        district.MoveClockTo("2025-11-12T10:00:00+08:00");
        await district.HandIn("p", claims: new { B1 = 30 });
        await district.CloseRound();
        district.MoveClockTo("2025-11-09T10:00:00+08:00");
        (await (await district.As("chair.p")).SaveAsync(Evaluation, new { claims = new { B1 = 31 } })).ExpectConflict("closed", "publish", "reopen");
        Assert.Equal(28m, (await district.Scorecard("p")).Number("total"));
    }

    private static async Task<Answer> ImportActivitiesAsync(TestDistrict district, int value) =>
        (await district.Import([new { school = "p", branch = "p-1", fact = "activities", value }])).Expect(200);

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(2, "p", "q");
        await district.OpenRound();
        return district;
    }
}
