using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
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

    /// <summary>A person of each role.</summary>
    public static IReadOnlyList<string> People { get; } = ["admin", "officer", "zone", "chair", "clerk", "lead", "auditor", "expert"];

    /// <summary>Makes one.</summary>
    public static async Task<PopulatedDistrict> MakeAsync(TestService service)
    {
        var made = new PopulatedDistrict(await service.FoundDistrictAsync());
        await made.OrganiseAsync();
        await made.AssessAsync();
        await made.HonourAsync();
        var admin = await made.District.Admin;
        made.ApiKey = (await admin.PostAsync("api-keys", new { name = "人事系统", scopes = new[] { "facts:write" }, expiresAt = "2026-11-03T00:00:00Z" })).Expect(201).Text("id");
        made.LabRun = (await admin.PostAsync("lab/runs", new { name = "试算", round = $"{made.District.Code}-round2", campaign = new { campaign = made.Campaign } })).Expect(201).Text("id");
        made.Invitation = (await admin.PostAsync("invitations", new { userName = made.District.NameOf("clerk") })).Expect(201).Text("id");
        return made;
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
