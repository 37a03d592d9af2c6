using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Titles;
using Xunit;

namespace DistrictUnion.IntegrationTests.Obligations;

/// <summary>Evidence that arrives fulfils what it proves, and taken back it doesn't any more.</summary>
public sealed class EvidenceTests(TestService service) : IClassFixture<TestService>
{
    private const string OfP = "OB05.r1.p";

    [Fact]
    public async Task A_submitted_evaluation_fulfils_by_the_rounds_own_deadline_until_it_is_withdrawn_or_returned()
    {
        var (district, duties) = await OpenAsync();
        Assert.Equal(("2025-11-10", "inProgress", "r1"), ((await duties.GetAsync(OfP)).Text("dueOn"), await duties.StateAsync(OfP), (await duties.GetAsync(OfP)).Text("source")));
        (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/fulfil", new { note = "交了" })).ExpectConflict("inProgress");

        await district.HandIn("p", claims: new { B1 = 30 });
        Assert.Equal("fulfilled", await duties.StateAsync(OfP));
        (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/reopen", new { })).ExpectConflict("fulfilled");
        (await (await district.As("chair.p")).DoAsync("rounds/r1/schools/p/self-evaluation/withdraw")).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(OfP));
        await district.HandIn("p", claims: new { B1 = 31 });
        (await (await district.As("officer")).DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "补充" })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(OfP));

        // A return keeps the receipt that fixed lateness.
        district.MoveClockTo("2025-11-12T09:00:00+08:00");
        await district.HandIn("p", claims: new { B1 = 32 });
        Assert.Equal(("fulfilled", "2025-11-03"), (await duties.StateAsync(OfP), (await duties.GetAsync(OfP)).Text("fulfilment.on")));
    }

    [Fact]
    public async Task Many_evaluations_that_are_returned_at_once_are_open_again_and_undoing_it_fulfils_them()
    {
        var (district, duties) = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        var officer = await district.As("officer");
        (await officer.PostAsync("rounds/r1/self-evaluations/return", new { schools = new[] { "p" }, reason = "补充" })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(OfP));
        var decision = (await officer.GetAsync("rounds/r1/self-evaluations/decisions")).Text("items[0].id");
        (await officer.PostAsync($"rounds/r1/self-evaluations/decisions/{decision}/undo")).Expect(200);
        Assert.Equal("fulfilled", await duties.StateAsync(OfP));
    }

    [Fact]
    public async Task An_extension_moves_the_due_day_and_what_was_late_is_judged_again()
    {
        var (district, duties) = await OpenAsync();
        district.MoveClockTo("2025-11-12T09:00:00+08:00");
        await district.HandIn("p", claims: new { B1 = 30 });
        Assert.Equal("fulfilledLate", await duties.StateAsync(OfP));

        (await (await district.Admin).PutAsync("rounds/r1/schools/p/extension", new { dueAt = "2025-11-15", reason = "停电" })).Expect(201);

        Assert.Equal(("fulfilled", "2025-11-15"), (await duties.StateAsync(OfP), (await duties.GetAsync(OfP)).Text("dueOn")));
        Assert.Equal("2025-11-10", (await duties.GetAsync("OB05.r1.q")).Text("dueOn"));
    }

    [Fact]
    public async Task A_template_that_is_activated_after_schools_handed_in_finds_what_they_did()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 30 });
        var duties = new TestObligations(district);
        await AskAsync(duties);

        Assert.Equal(("fulfilled", "inProgress"), (await duties.StateAsync(OfP), await duties.StateAsync("OB05.r1.q")));
        (await (await district.Admin).DoAsync("rounds/r1/amendments", new { reason = "合并", scope = new { exclude = new[] { "q" } } })).Expect(200);
        Assert.Equal([OfP], await duties.CodesAsync("admin"));
    }

    [Fact]
    public async Task The_decision_obliges_the_district_to_publish_and_a_notice_that_is_called_off_proves_nothing()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) VALUES ('2025-10-01', 0, '国庆节') ON CONFLICT DO NOTHING");
        var (duties, titles) = (new TestObligations(district), new TestTitles(district));
        await duties.AskAsync("OB16", TestObligations.Definition(
            new { kind = "workingDaysAfterEvent", trigger = "nomineesDecided", days = 5 }, "onEvent", new { level = "district", role = "districtOfficer" }, "publicityPutUp", needsProof: false));
        await titles.PrepareAsync("claim", "r2", new Dictionary<string, decimal> { ["p"] = 95m }, new { places = 1 });
        await titles.ApplyAsync("p");
        await titles.RankAsync();
        await titles.DecideAsync();
        var code = $"OB16.home1.{district.Code}";
        Assert.Equal(("2025-11-10", "inProgress"), ((await duties.GetAsync(code)).Text("dueOn"), await duties.StateAsync(code)));

        var notice = (await titles.PublishAsync("2025-11-04")).Text("id");
        Assert.Equal(("fulfilled", "2025-11-04"), (await duties.StateAsync(code), (await duties.GetAsync(code)).Text("fulfilment.on")));
        (await (await district.Admin).DoAsync($"{titles.Path}/notices/{notice}/cancel", new { reason = "名称有误" })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(code));
        (await (await district.Admin).DoAsync($"{titles.Path}/rescind", new { reason = "重新研究" })).Expect(200);
        Assert.Empty(await duties.CodesAsync("admin"));
    }

    [Fact]
    public async Task A_title_is_due_for_re_inspection_after_its_cycle_and_its_result_fulfils_that_and_opens_the_next()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        (await (await district.Admin).PutAsync("title-programmes/home", TestTitles.Definition(new { places = 1 }, reinspection: new { keepFrom = 90, rectificationDays = 90, cycleYears = 3, downgradeFrom = 75 }))).Expect(201);
        await service.ExecuteAsync(
            """
            INSERT INTO held_titles (district_id, id, school_id, programme_id, number, tier, title, unit, unit_name, awarded_on, due_on, state, trail, version, updated_at)
            SELECT s.district_id, gen_random_uuid(), s.id, p.id, $2, 'model', '模范职工之家', s.code, s.name, '2022-11-20', '2025-11-20', 0, '[]', 1, now()
            FROM schools s JOIN title_programmes p ON p.district_id = s.district_id WHERE s.code = 'p' AND s.district_id = (SELECT id FROM districts WHERE code = $1)
            """,
            district.Code,
            $"{district.Code}-t1");
        var duties = new TestObligations(district);
        await duties.AskAsync("OB17", TestObligations.Definition(new { kind = "titleDue", opensBefore = 90 }, "onEvent", evidence: "titleReinspected", needsProof: false));
        var code = $"OB17.{district.Code}-t1-2025.p";
        Assert.Equal("2025-11-20", (await duties.GetAsync(code)).Text("dueOn"));

        (await (await district.Admin).DoAsync($"titles/{district.Code}-t1/reinspect", new { points = 92, on = "2025-11-03" })).Expect(200);
        await duties.RunNightAsync();

        Assert.Equal("fulfilled", await duties.StateAsync(code));
        Assert.Equal([code, $"OB17.{district.Code}-t1-2028.p"], await duties.CodesAsync("admin", dueTo: "2030-01-01"));
    }

    [Fact]
    public async Task A_confirmed_inspection_fulfils_what_asks_for_one()
    {
        var (district, duties) = await OpenAsync();
        await duties.AskAsync("OB40", TestObligations.Definition(new { kind = "periodEnd" }, evidence: "inspectionConfirmed", needsProof: false));
        var zone = await district.As("zone.north");
        var visit = $"rounds/r1/schools/p/visits/{(await zone.PostAsync("rounds/r1/schools/p/visits", new { plannedOn = "2025-11-03", inspectors = new[] { district.NameOf("zone.north") } })).Expect(201).Text("id")}";
        using var note = System.Net.Http.Json.JsonContent.Create(new { changes = new[] { new { path = "note", value = "总体良好" } } });
        (await zone.SendAsync(HttpMethod.Patch, visit, note, ("If-Match", "*"))).Expect(200);
        (await zone.DoAsync($"{visit}/complete")).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync("OB40.2025.p"));
        (await (await district.As("chair.p")).DoAsync($"{visit}/confirm")).Expect(200);
        Assert.Equal("fulfilled", await duties.StateAsync("OB40.2025.p"));
    }

    private static Task AskAsync(TestObligations duties) => duties.AskAsync("OB05", TestObligations.Definition(new { kind = "roundDue", semester = 1 }, "onEvent", evidence: "evaluationSubmitted", needsProof: false));

    private async Task<(TestDistrict District, TestObligations Duties)> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        var duties = new TestObligations(district);
        await AskAsync(duties);
        await district.OpenRound();
        return (district, duties);
    }
}
