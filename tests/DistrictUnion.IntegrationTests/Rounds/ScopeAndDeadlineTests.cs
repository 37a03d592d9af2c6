using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Rounds;

/// <summary>Who takes part in a round, and until when.</summary>
public sealed class ScopeAndDeadlineTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task A_schools_people_learn_their_own_deadline_before_they_have_typed_anything()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north", branches: 1);
        await district.Appoint("lead", "branchLead", branch: "p-1");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound(closesAt: "2025-11-12T00:00:00+08:00");
        await district.OpenRound();
        (await (await district.Admin).PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-14", reason = "主席住院" })).Expect(201);

        foreach (var (person, due, locks) in new[]
        {
            ("chair.p", "2025-11-15T00:00:00+08:00", "2025-11-15T00:00:00+08:00"),
            ("lead", "2025-11-15T00:00:00+08:00", "2025-11-15T00:00:00+08:00"),
            ("chair.q", "2025-11-11T00:00:00+08:00", "2025-11-12T00:00:00+08:00"),
            ("admin", "2025-11-11T00:00:00+08:00", "2025-11-12T00:00:00+08:00"),
        })
        {
            var form = (await (await district.As(person)).GetAsync("rounds/r1/scheme")).Expect(200);
            Assert.Equal((due, locks), (form.Text("dueAt"), form.Text("locksAt")));
        }
    }

    [Fact]
    public async Task The_scope_takes_stages_ownership_and_zones_adds_and_removes_and_keeps_to_active_schools()
    {
        var district = await service.FoundDistrictAsync();
        foreach (var zone in new[] { "north", "south", "far" })
            await district.PutZone(zone);
        await district.PutSchool("primary", "north");
        await district.PutSchool("junior", "south", stage: "junior");
        await district.PutSchool("kindergarten", "north", stage: "kindergarten");
        await district.PutSchool("kindergarten2", "north", stage: "kindergarten");
        await district.PutSchool("private", "north", ownership: "private");
        await district.PutSchool("faraway", "far");
        await district.PutSchool("excluded", "north");
        await district.PutSchool("closed", "north", to: "2025-11-10");
        await district.PutSchool("closing", "north", to: "2025-11-11");
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound(scheme: "claim", scope: new
        {
            stages = new[] { "primary", "junior" },
            ownership = new[] { "public" },
            zones = new[] { "north", "south" },
            include = new[] { "kindergarten2", "excluded", "closed" },
            exclude = new[] { "excluded" },
        });
        await district.OpenRound();

        var completeness = await (await district.Admin).GetAsync("rounds/r1/completeness");

        Assert.Equal(["closing", "junior", "kindergarten2", "primary"], completeness.Expect(200).Texts("schools", "school"));
        Assert.Equal(4m, completeness.Number("expected"));
        Assert.Equal(4m, completeness.Number("missing"));
        Assert.Equal(4m, (await district.Summary()).Number("district.inScope"));
        (await (await district.Admin).GetAsync("rounds/r1/schools/kindergarten/scorecard")).Expect(404);
    }

    [Fact]
    public async Task A_school_outside_the_scope_can_send_nothing()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.PlanRound("r2", scope: new { exclude = new[] { "p" } });
        await district.OpenRound("r2");
        var chair = await district.As("chair.p");
        (await chair.PutAsync("rounds/r2/schools/p/self-evaluation", new { })).ExpectConflict("outsideScope");
        (await chair.PutAsync("rounds/r2/schools/p/branches/p-1/report", new { })).ExpectConflict("outsideScope");
        var import = await district.Import([new { school = "p", branch = "p-1", fact = "members", value = 3 }], round: "r2");
        Assert.Equal("round.schoolOutsideScope", import.Expect(200).Text("rows[0].code"));
    }

    [Fact]
    public async Task An_amended_scope_takes_a_school_in_and_out_and_keeps_what_it_reported()
    {
        var district = await OpenAsync(["p"]);
        await district.HandIn("p", claims: new { B1 = 30 });
        var admin = await district.Admin;
        (await admin.DoAsync("rounds/r1/amendments", new { reason = "p 改由市里考核", scope = new { exclude = new[] { "p" } } })).Expect(200);
        (await admin.GetAsync("rounds/r1/schools/p/scorecard")).Expect(404);
        Assert.Equal(0m, (await district.Summary()).Number("district.inScope"));

        (await admin.DoAsync("rounds/r1/amendments", new { reason = "收回", scope = new { } })).Expect(200);
        Assert.Equal(30m, await district.Final("p", "B1"));
    }

    [Theory]
    [InlineData("2025-10-05", "nextWorkingDay", "2025-10-10T00:00:00+08:00")]
    [InlineData("2025-10-05", "previousWorkingDay", "2025-10-01T00:00:00+08:00")]
    [InlineData("2025-10-05", "none", "2025-10-06T00:00:00+08:00")]
    [InlineData("2025-10-11", "nextWorkingDay", "2025-10-12T00:00:00+08:00")]
    [InlineData("2025-10-18", "nextWorkingDay", "2025-10-21T00:00:00+08:00")]
    public async Task A_deadline_on_a_day_off_shifts_by_the_calendar(string dueAt, string dueShift, string effective)
    {
        await LoadCalendarAsync();
        var district = await service.FoundDistrictAsync();
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound(scheme: "claim", dueAt: dueAt, dueShift: dueShift);
        Assert.Equal(effective, (await (await district.Admin).GetAsync("rounds/r1")).Text("effectiveDueAt"));
    }

    [Fact]
    public async Task A_year_without_a_published_calendar_is_refused_by_name()
    {
        await LoadCalendarAsync();
        var district = await service.FoundDistrictAsync();
        await district.PublishScheme(TestSchemes.Claim);
        var answer = await (await district.Admin).PutAsync(
            "rounds/r1", new { name = "轮", scheme = "claim", window = new { from = "2031-09-01", to = "2031-11-10" }, dueAt = "2031-11-10", dueShift = "nextWorkingDay", kind = "annual" });
        answer.ExpectInvalid("dueShift");
        Assert.Contains("2031", answer.Text("errors.dueShift[0]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closes_at_locks_the_school_but_not_the_district_and_an_extension_unlocks_it()
    {
        var district = await OpenAsync(["p", "q"], closesAt: "2025-11-12");
        district.MoveClockTo("2025-11-12T23:59:59+08:00");
        (await (await district.As("chair.p")).SaveAsync(Evaluation, new { claims = new { B1 = 30 } })).Expect(201);

        district.MoveClockTo("2025-11-13T00:00:00+08:00");
        (await (await district.As("chair.p")).SaveAsync(Evaluation, new { claims = new { B1 = 31 } })).ExpectProblem(409, "round-locked");
        (await (await district.As("chair.p")).DoAsync($"{Evaluation}/submit")).ExpectConflict("locked");
        (await (await district.As("officer")).PutAsync("rounds/r1/schools/q/self-evaluation", new { claims = new { B1 = 20 }, onBehalfReason = "纸质材料补录" })).Expect(201);

        (await (await district.Admin).PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-14", closesAt = "2025-11-15", reason = "主席住院" })).Expect(201);
        (await (await district.As("chair.p")).DoAsync($"{Evaluation}/submit")).Expect(200);
    }

    [Fact]
    public async Task An_extension_moves_the_deadline_of_one_school_even_after_it_handed_in()
    {
        var district = await OpenAsync(["p", "q"]);
        district.MoveClockTo("2025-11-12T10:00:00+08:00");
        Assert.Equal(2m, (await district.HandIn("p", claims: new { B1 = 30 })).Number("daysLate"));
        Assert.Equal(2m, (await district.HandIn("q", claims: new { B1 = 30 })).Number("daysLate"));
        Assert.Equal(28m, (await district.Scorecard("p")).Number("total"));
        var admin = await district.Admin;

        (await admin.PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-09", reason = "更早" })).ExpectInvalid("dueAt");
        (await admin.PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-11", reason = "停电" })).Expect(201);
        Assert.Equal(29m, (await district.Scorecard("p")).Number("total"));
        (await admin.PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-12", reason = "停电" }, ("If-Match", "*"))).Expect(200);

        Assert.Equal(30m, (await district.Scorecard("p")).Number("total"));
        Assert.Equal(28m, (await district.Scorecard("q")).Number("total"));
        Assert.Equal(["onTime", "late"], (await admin.GetAsync("rounds/r1/completeness")).Texts("schools", "state"));
    }

    private async Task LoadCalendarAsync()
    {
        foreach (var (day, kind) in new[] { ("2025-10-01", 0), ("2025-10-02", 0), ("2025-10-03", 0), ("2025-10-04", 0), ("2025-10-05", 0), ("2025-10-06", 0), ("2025-10-07", 0), ("2025-10-08", 0), ("2025-10-11", 1) })
        {
            await service.ExecuteAsync(
                "INSERT INTO calendar_days (date, kind, name) VALUES ($1, $2, '国庆节') ON CONFLICT DO NOTHING", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), kind);
        }
    }

    private async Task<TestDistrict> OpenAsync(string[] schools, string? closesAt = null)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in schools)
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound(closesAt: closesAt);
        await district.OpenRound();
        return district;
    }
}
