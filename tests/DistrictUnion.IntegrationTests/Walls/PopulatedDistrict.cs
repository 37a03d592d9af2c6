using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using DistrictUnion.IntegrationTests.Titles;

namespace DistrictUnion.IntegrationTests.Walls;

/// <summary>A district with at least one row of every kind. Its codes start with its own code, so no other district has them.</summary>
internal sealed class PopulatedDistrict
{
    private PopulatedDistrict(TestDistrict district) => District = district;

    /// <summary>The district.</summary>
    public TestDistrict District { get; }

    /// <summary>Zone of <see cref="School"/>.</summary>
    public string Zone => $"{District.Code}-zone";

    /// <summary>Zone of <see cref="OtherSchool"/>.</summary>
    public string OtherZone => $"{District.Code}-zone2";

    /// <summary>A community of both schools.</summary>
    public string Community => $"{District.Code}-community";

    /// <summary>The school that the chair, the clerk and the branch lead belong to.</summary>
    public string School => $"{District.Code}-school";

    /// <summary>A second school of the district, in another zone.</summary>
    public string OtherSchool => $"{District.Code}-school2";

    /// <summary>Branch of the branch lead.</summary>
    public string Branch => $"{School}-1";

    /// <summary>Another branch of the same school.</summary>
    public string OtherBranch => $"{School}-2";

    /// <summary>Round, open.</summary>
    public string Round => $"{District.Code}-round";

    /// <summary>Scheme, published.</summary>
    public string Scheme => $"{District.Code}-annual";

    /// <summary>Fact that the schools vote on.</summary>
    public string Fact => $"{District.Code}-ballots";

    /// <summary>A queued job.</summary>
    public string Job { get; private set; } = "";

    /// <summary>A key of another system.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>An open invitation.</summary>
    public string Invitation { get; private set; } = "";

    /// <summary>Evidence of <see cref="School"/>.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>An upload under way of <see cref="School"/>.</summary>
    public string Upload { get; private set; } = "";

    /// <summary>Scan of a signed paper of <see cref="School"/>.</summary>
    public string Scan { get; private set; } = "";

    /// <summary>A bulk decision of the administrator.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>A confirmed inspection of <see cref="School"/>.</summary>
    public string Visit { get; private set; } = "";

    /// <summary>A photo of <see cref="Visit"/>.</summary>
    public string Photo { get; private set; } = "";

    /// <summary>A panel of judges who score <see cref="School"/>.</summary>
    public string Panel => $"{District.Code}-panel";

    /// <summary>A title programme.</summary>
    public string Programme => $"{District.Code}-home";

    /// <summary>Its campaign, in public.</summary>
    public string Campaign => $"{District.Code}-home1";

    /// <summary>Application of <see cref="School"/>.</summary>
    public string Application => $"{Campaign}.{School}";

    /// <summary>A publicity notice.</summary>
    public string Notice { get; private set; } = "";

    /// <summary>An objection.</summary>
    public string Objection { get; private set; } = "";

    /// <summary>A title that <see cref="OtherSchool"/> holds.</summary>
    public string Title => $"{District.Code}-2025-001";

    /// <summary>A trial of the lab.</summary>
    public string LabRun { get; private set; } = "";

    /// <summary>An obligation template.</summary>
    public string ObligationTemplate => $"{District.Code}-OB20";

    /// <summary>The obligation of <see cref="School"/>.</summary>
    public string Obligation => $"{ObligationTemplate}.2025.{School}";

    /// <summary>A message in the administrator's inbox.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The way of a message by <see cref="Robot"/>.</summary>
    public string Delivery { get; private set; } = "";

    /// <summary>The robot of a group.</summary>
    public string Robot => $"{District.Code}-robot";

    /// <summary>A subscription of another system.</summary>
    public string Webhook => $"{District.Code}-webhook";

    /// <summary>An event on its way to <see cref="Webhook"/>.</summary>
    public string Event { get; private set; } = "";

    /// <summary>An activity of <see cref="School"/>.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>An activity of <see cref="OtherSchool"/>.</summary>
    public string OtherActivity { get; private set; } = "";

    /// <summary>An item of the work plan of <see cref="School"/>.</summary>
    public string PlanItem { get; private set; } = "";

    /// <summary>An item of the work plan of <see cref="OtherSchool"/>.</summary>
    public string OtherPlanItem { get; private set; } = "";

    /// <summary>A congress of <see cref="School"/>.</summary>
    public string Congress => $"{School}.1-1";

    /// <summary>A congress of <see cref="OtherSchool"/>.</summary>
    public string OtherCongress => $"{OtherSchool}.1-1";

    /// <summary>A proposal of <see cref="School"/>.</summary>
    public string Proposal { get; private set; } = "";

    /// <summary>A proposal of <see cref="OtherSchool"/>.</summary>
    public string OtherProposal { get; private set; } = "";

    /// <summary>Something that <see cref="School"/> made public.</summary>
    public string Disclosure { get; private set; } = "";

    /// <summary>Something that <see cref="OtherSchool"/> made public.</summary>
    public string OtherDisclosure { get; private set; } = "";

    /// <summary>A care record of <see cref="School"/>.</summary>
    public string CareRecord { get; private set; } = "";

    /// <summary>A care record of <see cref="OtherSchool"/>.</summary>
    public string OtherCareRecord { get; private set; } = "";

    /// <summary>A calendar feed of the administrator.</summary>
    public string CalendarFeed { get; private set; } = "";

    /// <summary>A person of each role.</summary>
    public static IReadOnlyList<string> People { get; } = ["admin", "officer", "zone", "chair", "clerk", "lead", "auditor", "expert", "keeper"];

    /// <summary>Makes one.</summary>
    public static async Task<PopulatedDistrict> MakeAsync(TestService service)
    {
        var made = new PopulatedDistrict(await service.FoundDistrictAsync());
        await made.OrganiseAsync();
        await made.AssessAsync();
        await made.HonourAsync();
        await made.TellAsync();
        var admin = await made.District.Admin;
        await new TestObligations(made.District).AskAsync(made.ObligationTemplate, TestObligations.Definition());
        await made.RemindAsync();
        (await admin.PostAsync("calendar/import", Enumerable.Range(1, 12).Select(m => new { date = $"2026-{m:00}-05", kind = "holiday", name = "假日" }))).Expect(200);
        made.ApiKey = (await admin.PostAsync("api-keys", new { name = "人事系统", scopes = new[] { "facts:write" }, expiresAt = "2026-11-03T00:00:00Z" })).Expect(201).Text("id");
        made.LabRun = (await admin.PostAsync("lab/runs", new { name = "试算", round = $"{made.District.Code}-round2", campaign = new { campaign = made.Campaign } })).Expect(201).Text("id");
        made.Invitation = (await admin.PostAsync("invitations", new { userName = made.District.NameOf("clerk") })).Expect(201).Text("id");
        await made.WorkAsync();
        return made;
    }

    private async Task WorkAsync()
    {
        (Activity, PlanItem) = await WorkAsync("chair");
        (OtherActivity, OtherPlanItem) = await WorkAsync($"chair.{OtherSchool}");
        (Proposal, Disclosure) = await ConferAsync("chair");
        (OtherProposal, OtherDisclosure) = await ConferAsync($"chair.{OtherSchool}");
        (await (await District.Admin).PutAsync("congress-rule", new { coSigners = 2, deadlineDays = 15, majority = "present", allStaffBelow = 80 }, ("If-Match", "*"))).Expect(200);
        (CareRecord, OtherCareRecord) = (await CareAsync("keeper"), await CareAsync($"chair.{OtherSchool}"));
        CalendarFeed = (await (await District.Admin).PostAsync("calendar/feeds", new { scope = "person" })).Expect(201).Text("id");
    }

    private async Task<string> CareAsync(string person)
    {
        var keeper = await District.As(person);
        var code = (await keeper.PostAsync("care-records", new { kind = "visit", category = "illness", eventOn = "2025-10-30", person = "张三" })).Expect(201).Text("code");
        (await keeper.GetAsync($"care-records/{code}")).Expect(200);
        return code;
    }

    private async Task<(string Activity, string PlanItem)> WorkAsync(string person)
    {
        var chair = await District.As(person);
        var item = (await chair.PostAsync("plan-items", new { month = "2025-10", title = "运动会" })).Expect(201).Text("id");
        return ((await chair.PostAsync("activities", new { title = "运动会", kind = "sport", from = "2025-10-08", planItem = item })).Expect(201).Text("id"), item);
    }

    private async Task<(string Proposal, string Disclosure)> ConferAsync(string person)
    {
        var chair = await District.As(person);
        (await chair.PostAsync("congresses", new { term = 1, session = 1, kind = "congress", plannedOn = "2025-12-20", delegates = 30 })).Expect(201);
        object Signer(string name) => new { name };
        var proposal = (await chair.PostAsync(
            "proposals", new { title = "阅览室", grounds = "座位不足", suggestion = "增设", proposer = Signer("王老师"), coSigners = new[] { Signer("李老师"), Signer("赵老师") } })).Expect(201).Text("id");
        (await chair.DoAsync($"proposals/{proposal}/submit")).Expect(200);
        return (proposal, (await chair.PostAsync("disclosures", new { category = "finance", postedOn = "2025-10-08", title = "经费", link = "https://school.example.cn" })).Expect(201).Text("id"));
    }

    private async Task OrganiseAsync()
    {
        await District.PutZone(Zone);
        await District.PutZone(OtherZone);
        await District.PutSchoolWithChair(School, Zone, branches: 2);
        await District.PutSchoolWithChair(OtherSchool, OtherZone, branches: 1);
        (await (await District.Admin).PutAsync(
            $"communities/{Community}",
            new { name = "共同体", type = "coBuilt", members = new[] { new { school = School, role = "core", from = "2020-01-01" }, new { school = OtherSchool, role = "member", from = "2020-01-01" } } })).Expect(201);
        await District.Appoint("officer", "districtOfficer");
        await District.Appoint("zone", "zoneLead", zone: Zone);
        await District.Appoint("chair", "schoolChair", school: School);
        await District.Appoint("clerk", "schoolClerk", school: School);
        await District.Appoint("lead", "branchLead", branch: Branch);
        await District.Appoint("auditor", "auditor");
        await District.Appoint("expert", "expertReviewer");
        await District.Appoint("keeper", "careKeeper", school: School);
    }

    private async Task AssessAsync()
    {
        await District.PublishScheme(TestSchemes.Annual.Replace("\"code\": \"annual\"", $"\"code\": \"{Scheme}\"", StringComparison.Ordinal)
            .Replace("\"facts\": [", $$""" "facts": [ { "code": "{{Fact}}", "name": "民主测评", "type": "ballots", "level": "school", "options": ["very", "not"] }, { "code": "judges", "name": "评委打分", "type": "scores", "level": "district", "range": [0, 100] },""", StringComparison.Ordinal)
            .Replace(
                "\"sections\": [",
                """ "sections": [ { "code": "P", "name": "评审", "max": 10, "rule": { "type": "panel", "scores": "judges", "outOf": 100, "minimum": 1 } },""",
                StringComparison.Ordinal));
        await District.PlanRound(Round, Scheme);
        await District.OpenRound(Round);
        var admin = await District.Admin;
        foreach (var school in new[] { School, OtherSchool })
        {
            await District.Report(
                school,
                $"{school}-1",
                new { members = 10, insured = 9, visits = 5 },
                [new { code = $"{school}-e1", fact = "activities", date = "2025-10-01", value = 2 }],
                Round);
            await ProveAsync(school);
            (await admin.PostAsync($"rounds/{Round}/nudges", new { schools = new[] { school } })).Expect(200);
            (await admin.PutAsync($"rounds/{Round}/schools/{school}/votes/{Fact}", new { eligible = 9 })).Expect(201);
            (await admin.DoAsync($"rounds/{Round}/schools/{school}/votes/{Fact}/links", new { count = 3 })).Expect(200);
            await District.HandIn(school, new { congressHeld = true }, new { B1 = 30 }, round: Round);
            await District.Review("officer", school, "district", [("B1", 29m)], new { satisfaction = 80 }, round: Round);
            (await admin.PutAsync($"rounds/{Round}/schools/{school}/extension", new { dueAt = "2025-11-12", reason = "主席住院" })).Expect(201);
        }

        (await District.Import([new { school = School, fact = "lectures", value = 1, date = "2025-10-01" }], round: Round)).Expect(200);
        (await admin.DoAsync($"rounds/{Round}/amendments", new { reason = "范围更正", scope = new { } })).Expect(200);
        (await admin.DoAsync($"rounds/{Round}/tie-resolutions", new { schools = new[] { School, OtherSchool }, reason = "会议决定" })).Expect(200);
        foreach (var school in new[] { School, OtherSchool })
        {
            using var scan = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Pdf($"{school}-scan")), "file", "盖章自评表.pdf" } };
            var bound = (await (await District.As($"chair.{school}")).SendAsync(HttpMethod.Post, $"rounds/{Round}/schools/{school}/papers/self-evaluation/scans", scan)).Expect(201);
            Scan = school == School ? bound.Text("scans[0].id") : Scan;
            (await admin.PostAsync($"rounds/{Round}/schools/{school}/review/recusals", new { reason = "亲属回避", userName = District.NameOf("auditor") })).Expect(201);
        }

        (await admin.PostAsync($"rounds/{Round}/self-evaluations/accept", new { schools = new[] { School } })).Expect(200);
        Decision = (await admin.GetAsync($"rounds/{Round}/self-evaluations/decisions")).Text("items[0].id");
        await JudgeAsync();
        foreach (var school in new[] { School, OtherSchool })
            await InspectAsync(school);
        Job = (await admin.PostAsync($"rounds/{Round}/rollups", null, ("Idempotency-Key", "populate"))).Expect(202).Text("id");
    }

    private async Task HonourAsync()
    {
        string[] schools = [School, OtherSchool];
        var titles = new TestTitles(District, Programme, Campaign);
        await titles.PrepareAsync($"{District.Code}-claim", $"{District.Code}-round2", schools.ToDictionary(s => s, s => s == School ? 95m : 90m), new { places = 2 });
        (await (await District.Admin).DoAsync($"rounds/{District.Code}-round2/reopen", new { reason = "更正笔误" })).Expect(200);
        await District.CloseRound($"{District.Code}-round2");
        foreach (var school in schools)
            await titles.ApplyAsync(school, files: school == School ? [Evidence] : []);
        await titles.RankAsync();
        await titles.DecideAsync();
        Notice = (await titles.PublishAsync("2025-11-03")).Text("id");
        await titles.ObjectAsync(Notice, School);
        var admin = await District.Admin;
        using (var template = new MultipartFormDataContent { { new ByteArrayContent((await admin.GetAsync("document-templates/certificate/starter.docx")).Expect(200).Bytes), "file", "证书.docx" } })
            (await admin.SendAsync(HttpMethod.Put, "document-templates/certificate", template)).Expect(201);
        Objection = (await (await District.Admin).GetAsync($"{titles.Path}/objections")).Text("items[0].id");
        await District.Service.ExecuteAsync(
            """
            INSERT INTO held_titles (district_id, id, school_id, programme_id, number, tier, title, unit, unit_name, awarded_on, state, trail, version, updated_at)
            SELECT s.district_id, gen_random_uuid(), s.id, p.id, $2, 'model', '模范职工之家', s.code, s.name, '2025-01-01', 0, '[]', 1, now()
            FROM schools s JOIN title_programmes p ON p.district_id = s.district_id WHERE s.code = $1
            """,
            OtherSchool,
            Title);
        await District.Service.ExecuteAsync(
            "INSERT INTO file_scans (district_id, hash, state, asked_at) SELECT district_id, repeat('0', 64), 1, now() FROM schools WHERE code = $1", School);
    }

    private async Task TellAsync()
    {
        var admin = await District.Admin;
        (await admin.PutAsync("me/message-preferences", new { channels = new { }, quietFrom = "21:00", quietTo = "08:00", email = "a@example.cn" }, ("If-Match", "*"))).Expect(200);
        (await admin.PutAsync($"robots/{Robot}", new { name = "全区群", channel = "weCom", kinds = new[] { "publication" }, url = "https://robots.example.cn/send?key=0000" })).Expect(201);
        (await admin.PostAsync($"robots/{Robot}/test")).Expect(202);
        Delivery = (await admin.GetAsync("deliveries")).Text("items[0].id");
        (await admin.PutAsync($"webhooks/{Webhook}", new { name = "市局平台", url = "https://systems.example.cn/hook", events = new[] { "round.opened" } })).Expect(201);
        Event = (await admin.PostAsync($"webhooks/{Webhook}/test")).Expect(202).Text("id");
        (await admin.PostAsync("job-definitions/messages.digest/pause")).Expect(200);
        Message = Guid.NewGuid().ToString();
        await District.Service.ExecuteAsync(
            """
            INSERT INTO messages (district_id, id, recipient_id, key, kind, urgency, text, in_inbox, created_at)
            SELECT district_id, $2::uuid, id, 'welcome', 5, 0, '{"code":"jobFailed","arguments":{},"link":"/jobs"}', true, now() FROM users WHERE user_name = $1
            """,
            District.NameOf("admin"),
            Message);
        await District.Service.ExecuteAsync(
            "INSERT INTO webhook_attempts (district_id, delivery_id, number, at, milliseconds) SELECT district_id, id, 1, now(), 5 FROM webhook_deliveries WHERE id = $1::uuid", Event);
    }

    private Task<int> RemindAsync() =>
        District.Service.ExecuteAsync(
            """
            INSERT INTO reminders (district_id, obligation_id, user_id, due_on, lead, is_escalation, sent_on)
            SELECT o.district_id, o.id, u.id, '2025-11-30', 7, false, '2025-11-23' FROM obligations o JOIN users u ON u.district_id = o.district_id WHERE u.user_name = $1
            """,
            District.NameOf("admin"));

    private async Task JudgeAsync()
    {
        var admin = await District.Admin;
        var panel = $"rounds/{Round}/panels/{Panel}";
        (await admin.PutAsync(panel, new { name = "评审组", fact = "judges", judgesPerSchool = 1, schools = new[] { School }, judges = new[] { District.NameOf("expert") } })).Expect(201);
        (await admin.DoAsync($"{panel}/assign")).Expect(200);
        (await admin.DoAsync($"{panel}/start")).Expect(200);
        (await (await District.As("expert")).PutAsync($"{panel}/sheets/{School}", new { score = 90 }, ("If-Match", "*"))).Expect(200);
    }

    private async Task InspectAsync(string school)
    {
        var admin = await District.Admin;
        var visits = $"rounds/{Round}/schools/{school}/visits";
        var visit = (await admin.PostAsync(visits, new { plannedOn = "2025-11-05", inspectors = new[] { District.NameOf("officer") } })).Expect(201).Text("id");
        var photo = Guid.NewGuid().ToString();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Jpeg()), "file", "现场.jpg" } };
        (await admin.SendAsync(HttpMethod.Post, $"{visits}/{visit}/photos?id={photo}", form)).Expect(201);
        (await admin.DoAsync($"{visits}/{visit}/complete")).Expect(200);
        if (school == School)
            (Visit, Photo) = (visit, photo);
    }

    private async Task ProveAsync(string school)
    {
        var chair = await District.As($"chair.{school}");
        using var form = new MultipartFormDataContent { { new StringContent("A3"), "nodes" }, { new ByteArrayContent(TestPictures.Pdf(school)), "file", "会议纪要.pdf" } };
        var evidence = (await chair.SendAsync(HttpMethod.Post, $"rounds/{Round}/schools/{school}/evidence", form)).Expect(201).Text("id");
        var upload = (await chair.PostAsync($"rounds/{Round}/schools/{school}/evidence/uploads", new { name = "a.pdf", size = 10, nodes = new[] { "A3" } })).Expect(201).Text("id");
        if (school == School)
            (Evidence, Upload) = (evidence, upload);
    }
}
