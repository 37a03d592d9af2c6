using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Office;
using Xunit;

namespace DistrictUnion.IntegrationTests.Records;

/// <summary>Every write leaves one audit row and its outbox rows in its own transaction; a refused one leaves neither.</summary>
public sealed class AuditTests(TestService service) : IClassFixture<TestService>
{
    private const string Report = "rounds/r1/schools/p/branches/p-1/report";
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private static readonly object Why = new { reason = "数据有误" };

    [Fact]
    public async Task Every_kind_of_write_leaves_one_audit_row_and_its_outbox_rows()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        var (admin, officer, chair) = (await district.Admin, await district.As("officer"), await district.As("chair.p"));
        object school = new { name = "新校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 5 };
        object round = new { name = "轮", scheme = "annual", window = new { from = "2025-09-01", to = "2025-11-10" }, dueAt = "2025-11-10", kind = "annual" };
        object score = new { level = "district", scores = new[] { new { node = "B1", score = 1, reason = "核实" } } };
        object rows = new[] { new { school = "p", branch = "p-1", fact = "members", value = 4 } };

        await WroteAsync(district, "admin", "PutZone", [], () => admin.PutAsync("zones/z", new { name = "片" }));
        await WroteAsync(district, "admin", "PutSchool", [], () => admin.PutAsync("schools/n", school));
        await WroteAsync(district, "admin", "ImportSchools", [], () => admin.PostAsync("schools/import", Array.Empty<object>()));
        await WroteAsync(district, "chair.p", "PutBranch", [], () => chair.PutAsync("schools/p/branches/new", new { name = "新组", kind = "unionGroup", from = "2025-01-01" }));
        await WroteAsync(district, "admin", "PutUser", [], () => admin.PutAsync($"users/{district.NameOf("n")}", new { displayName = "新", password = UnionClient.Password, posts = Array.Empty<object>() }));
        await WroteAsync(district, "officer", "ImportScheme", [], () => officer.PostTextAsync("schemes/import", TestSchemes.Claim, "application/json"));
        await WroteAsync(district, "officer", "PublishScheme", null, () => officer.DoAsync("schemes/claim/versions/1/publish"));
        await WroteAsync(district, "officer", "PutRound", [], () => officer.PutAsync("rounds/r9", round));
        await WroteAsync(district, "officer", "DecideRound", ["RoundOpened"], () => officer.DoAsync("rounds/r1/open"));
        await WroteAsync(district, "officer", "AmendRound", [], () => officer.DoAsync("rounds/r1/amendments", new { reason = "更正", scope = new { } }));
        await WroteAsync(district, "officer", "ResolveTie", [], () => officer.DoAsync("rounds/r1/tie-resolutions", new { schools = new[] { "q", "p" }, reason = "决定" }));
        await WroteAsync(district, "officer", "PutExtension", [], () => officer.PutAsync("rounds/r1/schools/q/extension", new { dueAt = "2025-11-20", reason = "停电" }));
        await WroteAsync(district, "chair.p", "WriteReport", [], () => chair.PutAsync(Report, new { facts = new { members = 4 } }));
        await WroteAsync(district, "chair.p", "DecideReport", ["ReportSubmitted"], () => chair.DoAsync($"{Report}/submit"));
        await WroteAsync(district, "chair.p", "DecideReport", [], () => chair.DoAsync($"{Report}/accept"));
        await WroteAsync(district, "chair.p", "DecideReport", ["ReportReturned"], () => chair.DoAsync($"{Report}/return", Why));
        await WroteAsync(district, "chair.p", "WriteEvaluation", [], () => chair.PutAsync(Evaluation, new { claims = new { B1 = 3 } }));
        var form = new EditedWorkbook((await chair.GetAsync($"{Evaluation}/template.xlsx")).Bytes).Number("J11", 4).ToBytes();
        await WroteAsync(district, "chair.p", "ImportEvaluationForm", [], () => chair.PostBytesAsync($"{Evaluation}/import", form, TestWorkbook.MediaType));
        await WroteAsync(district, "chair.p", "DecideEvaluation", ["EvaluationSubmitted"], () => chair.DoAsync($"{Evaluation}/submit"));
        await WroteAsync(district, "chair.p", "DecideEvaluation", [], () => chair.DoAsync($"{Evaluation}/withdraw"));
        await WroteAsync(district, "chair.p", "DecideEvaluation", ["EvaluationSubmitted"], () => chair.DoAsync($"{Evaluation}/submit"));
        await WroteAsync(district, "officer", "ReviewSchool", ["EvaluationReviewed"], () => officer.DoAsync("rounds/r1/schools/p/review", score));
        await WroteAsync(district, "officer", "DecideEvaluation", ["EvaluationReturned"], () => officer.DoAsync($"{Evaluation}/return", Why));
        await WroteAsync(district, "officer", "ImportFacts", [], () => officer.PostAsync("rounds/r1/facts/import", rows));
        await WroteAsync(district, "officer", "StartRollup", [], () => officer.PostAsync("rounds/r1/rollups"));
        var job = service.Jobs.Enqueued.Last().Value;
        await WroteAsync(district, "officer", "CancelJob", [], () => officer.DeleteAsync($"jobs/{job}"));
        await WroteAsync(district, "officer", "DecideRound", ["RoundClosed"], () => officer.DoAsync("rounds/r1/close"));
        await WroteAsync(district, "officer", "PublishRound", ["RoundPublished"], () => officer.DoAsync("rounds/r1/publish", new { visibility = "full" }));
        await WroteAsync(district, "admin", "DecideRound", ["RoundReopened"], () => admin.DoAsync("rounds/r1/reopen", Why));
        await WroteAsync(district, "chair.p", "SetActivePost", [], () => chair.PutAsync("me/active-post", new { role = "schoolChair" }));
        await WroteAsync(district, "chair.p", "SignOut", [], () => chair.PostAsync("auth/logout"));
    }

    [Fact]
    public async Task A_refused_write_leaves_neither()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 3 });
        var (admin, chair) = (await district.Admin, await district.As("chair.p"));
        var before = (await CountAsync(district, "audit_entries"), await CountAsync(district, "outbox_messages"));

        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 99 } }, ("If-Match", "*"))).Expect(400);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 9 } })).Expect(428);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 9 } }, ("If-Match", "\"77\""))).Expect(412);
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(409);
        (await chair.PutAsync("zones/z", new { name = "片" })).Expect(403);
        (await admin.DoAsync("rounds/r1/open")).Expect(409);
        (await admin.PutAsync("schools/nobody/branches/b", new { name = "组" })).Expect(404);
        (await district.Import([new { school = "p", branch = "p-1", fact = "members", value = -1 }])).Expect(200);

        Assert.Equal(before, (await CountAsync(district, "audit_entries"), await CountAsync(district, "outbox_messages")));
    }

    [Fact]
    public async Task An_audit_row_tells_before_and_after_and_carries_the_requests_trace()
    {
        var district = await service.FoundDistrictAsync();
        var admin = await district.Admin;
        (await admin.PutAsync("zones/z", new { name = "旧名" })).Expect(201);
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        (await admin.PutAsync("zones/z", new { name = "新名" }, ("If-Match", "*"), ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"))).Expect(200);

        using var changes = JsonDocument.Parse(await service.ReadAsync<string>("SELECT changes FROM audit_entries WHERE trace_id = $1", trace));
        var change = changes.RootElement.EnumerateArray().Single();
        Assert.Equal("Zone", change.GetProperty("entity").GetString());
        Assert.Equal("旧名", change.GetProperty("before").GetProperty("Name").GetString());
        Assert.Equal("新名", change.GetProperty("after").GetProperty("Name").GetString());
    }

    [Fact]
    public async Task No_audit_row_holds_a_password_a_hash_or_a_token()
    {
        var district = await service.FoundDistrictAsync();
        await district.Appoint("auditor", "auditor");
        var auditor = await district.As("auditor");
        (await service.Anonymous().PostAsync("auth/login", new { userName = district.NameOf("auditor"), password = "a-wrong-password" })).Expect(401);
        var rows = await service.ReadAsync<string>(
            "SELECT string_agg(subject || changes, ' ') FROM audit_entries WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);
        var hash = await service.ReadAsync<string>("SELECT password_hash FROM users WHERE user_name = $1", district.NameOf("auditor"));
        foreach (var secret in new[] { UnionClient.Password, "a-wrong-password", hash, auditor.Token! })
            Assert.DoesNotContain(secret, rows, StringComparison.Ordinal);
        Assert.Contains(district.NameOf("auditor"), rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fact_history_keeps_old_and_new_value_route_and_person()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        (await district.Import([new { school = "p", branch = "p-1", fact = "activities", value = 5 }])).Expect(200);
        await district.Report("p", "p-1", new { activities = 7 });
        (await (await district.As("chair.p")).DoAsync($"{Report}/return", Why)).Expect(200);

        var history = await service.ReadAsync<string[]>(
            "SELECT array_agg(concat_ws(' ', COALESCE(old_value, '-'), COALESCE(new_value, '-'), actor) ORDER BY id) FROM fact_changes WHERE code = 'activities' AND district_id = (SELECT id FROM districts WHERE code = $1)",
            district.Code);

        Assert.Equal([$"- 5 {district.NameOf("admin")}", $"5 7 {district.NameOf("chair.p")}", $"7 - {district.NameOf("chair.p")}"], history);
    }

    private async Task WroteAsync(TestDistrict district, string person, string action, string[]? events, Func<Task<Answer>> write)
    {
        var before = (Audits: await CountAsync(district, "audit_entries"), Outbox: await CountAsync(district, "outbox_messages"));
        var answer = await write();
        Assert.True(answer.Status is >= 200 and < 300, $"{action}: {answer.Request} answered {answer.Status} {answer.Body}");
        Assert.Equal((action, before.Audits + 1), (action, await CountAsync(district, "audit_entries")));
        var row = await service.ReadAsync<string>(
            "SELECT concat_ws(' ', actor, role, action, length(trace_id)) FROM audit_entries WHERE district_id = (SELECT id FROM districts WHERE code = $1) ORDER BY id DESC LIMIT 1", district.Code);
        var role = person switch { "admin" => "DistrictAdmin", "officer" => "DistrictOfficer", _ => "SchoolChair" };
        Assert.Equal($"{district.NameOf(person)} {role} {action} 32", row);
        if (events is null)
            return;
        Assert.Equal((action, before.Outbox + events.Length), (action, await CountAsync(district, "outbox_messages")));
        if (events is [var kind])
        {
            Assert.Equal(kind, await service.ReadAsync<string>(
                "SELECT kind::text FROM outbox_messages WHERE district_id = (SELECT id FROM districts WHERE code = $1) ORDER BY id DESC LIMIT 1", district.Code));
        }
    }

    private Task<long> CountAsync(TestDistrict district, string table) =>
        service.ReadAsync<long>($"SELECT COUNT(*) FROM {table} WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);
}
