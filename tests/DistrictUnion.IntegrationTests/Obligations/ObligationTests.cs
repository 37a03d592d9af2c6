using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Obligations;

/// <summary>What units are obliged to: made once, handed in, late, waived, seen by whom it concerns.</summary>
public sealed class ObligationTests(TestService service) : IClassFixture<TestService>
{
    private const string OfP = "OB20.2025.p";

    [Fact]
    public async Task An_activated_template_makes_one_obligation_for_every_unit_that_it_means_and_a_new_school_gets_its_own()
    {
        var (district, duties) = await PrepareAsync();
        await district.PutSchool("tiny", "north", members: 79);
        await duties.AskAsync("OB20", TestObligations.Definition());
        await duties.AskAsync("OB30", TestObligations.Definition(owner: new { level = "branch", role = "branchLead" }));
        await duties.AskAsync("OB31", TestObligations.Definition(owner: new { level = "zone", role = "zoneLead" }));
        await duties.AskAsync("OB32", TestObligations.Definition(owner: new { level = "district", role = "districtOfficer" }));
        await duties.AskAsync("OB33", TestObligations.Definition(applies: new { staffBelow = 80, staffAtLeast = 60 }));
        await district.PutSchool("late", "north", members: 70);

        Assert.Equal(["OB20.2025.late", "OB20.2025.p", "OB20.2025.q", "OB20.2025.tiny"], await duties.CodesAsync("admin", "&template=OB20"));
        Assert.Equal(["OB30.2025.p-1", "OB30.2025.q-1"], await duties.CodesAsync("admin", "&template=OB30"));
        Assert.Equal(["OB31.2025.north"], await duties.CodesAsync("admin", "&template=OB31"));
        Assert.Equal([$"OB32.2025.{district.Code}"], await duties.CodesAsync("admin", "&template=OB32"));
        Assert.Equal(["OB33.2025.late", "OB33.2025.tiny"], await duties.CodesAsync("admin", "&template=OB33"));
    }

    [Fact]
    public async Task Running_the_night_again_or_twice_at_once_makes_nothing_twice()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        await service.ExecuteAsync("DELETE FROM obligations WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);

        await Task.WhenAll(duties.RunNightAsync(), duties.RunNightAsync());
        await duties.RunNightAsync();

        Assert.Equal(2, (await duties.CodesAsync("admin")).Count);
    }

    [Fact]
    public async Task A_school_sees_its_own_a_branch_lead_the_own_branchs_a_zone_lead_the_zones()
    {
        var (district, duties) = await PrepareAsync();
        await district.PutZone("south");
        await district.PutSchool("r", "south");
        await district.Appoint("lead", "branchLead", branch: "p-1");
        foreach (var (template, owner) in new (string, object)[]
        {
            ("OB20", new { level = "school", role = "schoolChair" }), ("OB30", new { level = "branch", role = "branchLead" }),
            ("OB31", new { level = "zone", role = "zoneLead" }), ("OB32", new { level = "district", role = "districtAdmin" }),
        })
        {
            await duties.AskAsync(template, TestObligations.Definition(owner: owner));
        }

        Assert.Equal(["OB20.2025.p", "OB30.2025.p-1"], await duties.CodesAsync("chair.p"));
        Assert.Equal(["OB30.2025.p-1"], await duties.CodesAsync("lead"));
        Assert.Equal(["OB20.2025.p", "OB20.2025.q", "OB30.2025.p-1", "OB30.2025.q-1", "OB31.2025.north"], await duties.CodesAsync("zone.north"));
        foreach (var (person, foreign) in new[] { ("chair.p", "OB20.2025.q"), ("chair.p", "OB31.2025.north"), ("lead", OfP), ("zone.north", "OB20.2025.r") })
            (await (await district.As(person)).GetAsync($"obligations/{foreign}")).ExpectProblem(404, "not-found");
        (await (await district.As("lead")).DoAsync("obligations/OB30.2025.p-1/fulfil", new { note = "已报" })).Expect(200);
    }

    [Fact]
    public async Task Handing_in_needs_proof_and_the_tag_and_can_be_taken_back()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        var chair = await district.As("chair.p");
        (await chair.PostAsync($"obligations/{OfP}/fulfil", new { note = "已报" })).ExpectProblem(428, "precondition-required");
        (await chair.PostAsync($"obligations/{OfP}/fulfil", new { note = "已报" }, ("If-Match", "\"9\""))).ExpectProblem(412, "precondition-failed");
        (await chair.DoAsync($"obligations/{OfP}/fulfil", new { })).ExpectInvalid("note");
        (await chair.DoAsync($"obligations/{OfP}/fulfil", new { note = "已报", on = "2025-11-04" })).ExpectInvalid("on");
        (await chair.DoAsync($"obligations/{OfP}/fulfil", new { note = "已报", on = "2024-12-31" })).ExpectInvalid("on");
        (await chair.DoAsync($"obligations/{OfP}/fulfil", new { files = new[] { Guid.NewGuid() } })).ExpectInvalid("files[0]");
        (await (await district.As("officer")).DoAsync($"obligations/{OfP}/fulfil", new { })).ExpectInvalid("note");

        var done = (await chair.DoAsync($"obligations/{OfP}/fulfil", new { note = "计划已报" })).Expect(200);

        Assert.Equal(("fulfilled", "2025-11-03", "计划已报"), (done.Text("state"), done.Text("fulfilment.on"), done.Text("fulfilment.note")));
        (await chair.DoAsync($"obligations/{OfP}/fulfil", new { note = "再报" })).ExpectConflict("fulfilled", "reopen");
        Assert.Equal(304, (await chair.GetAsync($"obligations/{OfP}", ("If-None-Match", done.ETag!))).Status);
        (await chair.DoAsync($"obligations/{OfP}/reopen", new { })).Expect(200);
        Assert.Equal(["fulfil", "reopen"], (await duties.GetAsync(OfP)).Texts("trail", "step"));
        Assert.Equal("inProgress", await duties.StateAsync(OfP));
    }

    [Fact]
    public async Task A_day_that_the_school_tells_afterwards_does_not_make_it_timely_and_one_that_the_district_tells_does()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        district.MoveClockTo("2025-11-11T00:00:00+08:00");

        var own = (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/fulfil", new { note = "早已报送", on = "2025-11-10" })).Expect(200);
        Assert.Equal(("fulfilledLate", "2025-11-10"), (own.Text("state"), own.Text("fulfilment.on")));
        var behalf = (await (await district.As("officer")).DoAsync("obligations/OB20.2025.q/fulfil", new { note = "当天送达纸质材料", on = "2025-11-10" })).Expect(200);
        Assert.Equal("fulfilled", behalf.Text("state"));
    }

    [Fact]
    public async Task Files_of_the_own_ledger_prove_it_and_those_of_another_school_do_not()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        await district.OpenRound();
        var (own, foreign) = (await UploadAsync(district, "p"), await UploadAsync(district, "q"));
        var chair = await district.As("chair.p");

        (await chair.DoAsync($"obligations/{OfP}/fulfil", new { files = new[] { foreign } })).ExpectInvalid("files[0]");
        var done = (await chair.DoAsync($"obligations/{OfP}/fulfil", new { files = new[] { own } })).Expect(200);

        Assert.Equal(own, done.Text("fulfilment.files[0].evidence"));
    }

    [Fact]
    public async Task Overdue_is_told_by_the_day_without_any_job_and_the_night_tells_of_it_once()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        district.MoveClockTo("2025-11-10T15:59:59Z");
        Assert.Equal("inProgress", await duties.StateAsync(OfP));
        district.MoveClockTo("2025-11-10T16:00:00Z");
        Assert.Equal("overdue", await duties.StateAsync(OfP));
        Assert.Equal([OfP, "OB20.2025.q"], await duties.CodesAsync("admin", "&state=overdue"));

        await duties.RunNightAsync();
        await duties.RunNightAsync();
        Assert.Equal(2, await duties.ToldAsync("ObligationOverdue"));
        (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/fulfil", new { note = "补报" })).Expect(200);
        Assert.Equal("fulfilledLate", await duties.StateAsync(OfP));
        Assert.Equal([OfP], await duties.CodesAsync("admin", "&state=fulfilledLate"));
    }

    [Fact]
    public async Task A_clock_that_steps_back_makes_nothing_punctual()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        district.MoveClockTo("2025-11-11T09:00:00+08:00");
        await district.PutZone("seen-on-the-11th");
        district.MoveClockTo("2025-11-10T09:00:00+08:00");

        var done = (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/fulfil", new { note = "已报" })).Expect(200);

        Assert.Equal(("2025-11-11", "fulfilledLate"), (done.Text("fulfilment.on"), done.Text("state")));
    }

    [Fact]
    public async Task A_waiver_needs_a_reason_and_nobody_but_zone_and_district_gives_one()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        await duties.AskAsync("OB31", TestObligations.Definition(owner: new { level = "zone", role = "zoneLead" }));
        var zone = await district.As("zone.north");
        (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/waive", new { reason = "不报" })).ExpectProblem(403, "forbidden");
        (await zone.DoAsync($"obligations/{OfP}/waive", new { })).ExpectInvalid("reason");
        (await zone.DoAsync("obligations/OB31.2025.north/waive", new { reason = "免" })).ExpectProblem(403, "obligation-own-waiver");

        (await zone.DoAsync($"obligations/{OfP}/waive", new { reason = "新建学校" })).Expect(200);
        district.MoveClockTo("2025-12-01T09:00:00+08:00");
        Assert.Equal(("waived", "新建学校"), (await duties.StateAsync(OfP), (await duties.GetAsync(OfP)).Text("waivedFor")));
        (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/fulfil", new { note = "已报" })).ExpectConflict("waived", "unwaive");
        (await (await district.As("officer")).DoAsync($"obligations/{OfP}/unwaive", new { })).Expect(200);
        Assert.Equal("overdue", await duties.StateAsync(OfP));
    }

    [Fact]
    public async Task Who_left_owns_nothing_any_more_and_the_work_goes_to_the_level_above()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        Assert.Equal("chair.p", (await duties.GetAsync(OfP)).Text("owner.people[0]"));

        await district.Appoint("chair.p", "schoolChair", school: "p", to: "2025-11-01");
        var orphan = await duties.GetAsync(OfP);
        Assert.Equal((0, "zoneLead", "zone.north"), (orphan.At("owner.people").GetArrayLength(), orphan.Text("owner.goes"), orphan.Text("owner.standIns[0]")));
        await district.Appoint("zone.north", "zoneLead", zone: "north", to: "2025-11-01");
        Assert.Equal(("districtOfficer", "officer"), ((await duties.GetAsync(OfP)).Text("owner.goes"), (await duties.GetAsync(OfP)).Text("owner.standIns[0]")));

        var board = (await (await district.Admin).GetAsync("obligations/board")).Expect(200);
        Assert.True(board.Find("items", "unit", "p").GetProperty("cells")[0].GetProperty("hasNoOwner").GetBoolean());
        Assert.False(board.Find("items", "unit", "q").GetProperty("cells")[0].GetProperty("hasNoOwner").GetBoolean());
    }

    [Fact]
    public async Task A_changed_template_holds_for_new_obligations_and_lists_how_open_ones_differ()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        var admin = await district.Admin;
        (await (await district.As("chair.q")).DoAsync("obligations/OB20.2025.q/fulfil", new { note = "已报" })).Expect(200);

        var changed = (await admin.SaveAsync("obligation-templates/OB20", TestObligations.Definition(new { kind = "monthDay", month = 12, day = 1 }))).Expect(200);
        await duties.RunNightAsync();

        Assert.Equal((3, 2), (changed.At("differing").GetInt32(), changed.At("revision").GetInt32()));
        Assert.Equal("2025-11-10", (await duties.GetAsync(OfP)).Text("dueOn"));
        var listed = (await admin.GetAsync("obligation-templates/OB20/differences")).Expect(200);
        Assert.Equal((3, OfP, "2025-11-10", "2025-12-01"), (listed.At("total").GetInt32(), listed.Text("items[0].obligation"), listed.Text("items[0].dueOn"), listed.Text("items[0].wouldBeDueOn")));
        await district.PutSchool("late", "north");
        Assert.Equal("2025-12-01", (await duties.GetAsync("OB20.2025.late")).Text("dueOn"));
    }

    [Fact]
    public async Task A_term_of_office_that_ended_is_overdue_and_a_new_term_takes_its_place()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB15", TestObligations.Definition(new { kind = "termEnd", days = -60 }, "onEvent", effectiveFrom: "2025-01-01"));
        await PutTermAsync(district, "2022-11-01", "2025-10-31");
        Assert.Equal(("2025-09-01", "overdue"), ((await duties.GetAsync("OB15.2025-10-31.p")).Text("dueOn"), await duties.StateAsync("OB15.2025-10-31.p")));

        await PutTermAsync(district, "2025-10-20", "2028-10-19");

        Assert.Equal(["OB15.2028-10-19.p"], await duties.CodesAsync("admin", dueTo: "2030-01-01"));
        (await (await district.Admin).SaveAsync("schools/p", School(new { startsOn = "2028-01-01", endsOn = "2027-01-01" }))).ExpectInvalid("term");
    }

    [Fact]
    public async Task A_school_that_closes_before_the_due_day_is_obliged_to_nothing_any_more()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        await district.PutSchool("p", "north", to: "2025-11-05");
        Assert.Equal(["OB20.2025.q"], await duties.CodesAsync("admin"));
    }

    [Fact]
    public async Task The_board_counts_states_by_unit_and_goes_out_as_a_workbook()
    {
        var (district, duties) = await PrepareAsync();
        await duties.AskAsync("OB20", TestObligations.Definition());
        await duties.AskAsync("OB14", TestObligations.Definition(new { kind = "periodEnd" }, "halfYear", effectiveFrom: "2025-01-01"));
        (await (await district.As("chair.p")).DoAsync($"obligations/{OfP}/fulfil", new { note = "已报" })).Expect(200);
        var admin = await district.Admin;

        var board = (await admin.GetAsync("obligations/board?year=2025")).Expect(200);

        Assert.Equal(["OB14", "OB20"], board.Texts("columns", "template"));
        var (halves, plan) = (board.Find("items", "unit", "p").GetProperty("cells")[0], board.Find("items", "unit", "p").GetProperty("cells")[1]);
        Assert.Equal(("overdue", 1, 1), (halves.GetProperty("worst").GetString(), halves.GetProperty("counts").GetProperty("overdue").GetInt32(), halves.GetProperty("counts").GetProperty("inProgress").GetInt32()));
        Assert.Equal("fulfilled", plan.GetProperty("worst").GetString());
        Assert.Equal((2, 1, 1), (board.At("columns[0].counts.overdue").GetInt32(), board.At("columns[1].counts.fulfilled").GetInt32(), board.At("columns[1].counts.inProgress").GetInt32()));
        Assert.Equal(["p"], (await admin.GetAsync("obligations/board?year=2025&state=fulfilled")).Expect(200).Texts("items", "unit"));
        Assert.Equal(["p", "q"], (await (await district.As("zone.north")).GetAsync("obligations/board?year=2025")).Expect(200).Texts("items", "unit"));
        var workbook = (await admin.GetAsync("obligations/board.xlsx?year=2025")).Expect(200);
        Assert.True(workbook.Bytes.Length > 1_000);
        (await admin.GetAsync("obligations/board?year=1")).ExpectInvalid("year");
    }

    private static object School(object? term) => new { name = "p学校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 50, term };

    private static async Task PutTermAsync(TestDistrict district, string startsOn, string endsOn) =>
        (await (await district.Admin).SaveAsync("schools/p", School(new { startsOn, endsOn }))).Expect(200);

    private static async Task<string> UploadAsync(TestDistrict district, string school)
    {
        using var form = new MultipartFormDataContent { { new StringContent("A3"), "nodes" }, { new ByteArrayContent(TestPictures.Pdf(school)), "file", "计划.pdf" } };
        return (await (await district.As($"chair.{school}")).SendAsync(HttpMethod.Post, $"rounds/r1/schools/{school}/evidence", form)).Expect(201).Text("id");
    }

    private async Task<(TestDistrict District, TestObligations Duties)> PrepareAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        return (district, new TestObligations(district));
    }
}
