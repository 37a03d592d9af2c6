using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Reminders;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using DistrictUnion.IntegrationTests.Walls;
using Xunit;

namespace DistrictUnion.IntegrationTests.Care;

/// <summary>Care records: encrypted, of one school, every look at them noted, and the obligation to visit with them.</summary>
public sealed class CareRecordTests(TestService service) : IClassFixture<TestService>
{
    private static readonly System.Text.Json.JsonSerializerOptions AsClientsWrite = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Secrets = [TestCare.Person, TestCare.Circumstances, "李主席与王老师", "术后恢复良好", "512.34", "当事人谢绝"];

    [Fact]
    public async Task A_visit_opens_its_obligation_closes_it_when_it_is_made_and_opens_it_again_when_that_is_taken_back()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var (duties, keeper) = (new TestObligations(district), await district.As("keeper.p"));
        var made = (await keeper.PostAsync("care-records", TestCare.Visit())).Expect(201);
        var code = made.Text("code");
        var duty = $"OB12.{code}.p";
        Assert.Equal(("2025-11-11", "inProgress"), ((await duties.GetAsync(duty, "chair.p")).Text("dueOn"), await duties.StateAsync(duty, "chair.p")));

        var scheduled = (await keeper.PostAsync($"care-records/{code}/schedule", new { on = "2025-11-06", visitors = "李主席与王老师" }, ("If-Match", made.ETag!))).Expect(200);
        Assert.Equal(("scheduled", "2025-11-06"), (scheduled.Text("state"), scheduled.Text("scheduledOn")));
        (await keeper.PostAsync($"care-records/{code}/complete", new { }, ("If-Match", made.ETag!))).ExpectProblem(412, "precondition-failed");
        (await keeper.PostAsync($"care-records/{code}/complete", new { })).ExpectProblem(428, "precondition-required");
        (await (await district.As("chair.p")).DoAsync($"obligations/{duty}/fulfil", new { note = "去过了" })).ExpectConflict("inProgress");
        (await keeper.DoAsync($"care-records/{code}/complete", new { outcome = "术后恢复良好" })).Expect(200);
        Assert.Equal("fulfilled", await duties.StateAsync(duty, "chair.p"));
        (await keeper.DoAsync($"care-records/{code}/complete", new { })).ExpectConflict("done", "reopen", "erase");

        (await keeper.DoAsync($"care-records/{code}/reopen")).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(duty, "chair.p"));
        (await keeper.DoAsync($"care-records/{code}/unschedule")).Expect(200);
        (await keeper.DoAsync($"care-records/{code}/waive", new { reason = "当事人谢绝" })).Expect(200);
        (await (await district.As("chair.p")).GetAsync($"obligations/{duty}")).ExpectProblem(404, "not-found");
        (await keeper.DoAsync($"care-records/{code}/unwaive")).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(duty, "chair.p"));

        (await keeper.SaveAsync($"care-records/{code}", new { category = "childbirth", eventOn = "2025-11-04", person = TestCare.Person })).ExpectInvalid("eventOn");
        (await keeper.SaveAsync($"care-records/{code}", new { category = "childbirth", eventOn = "2025-10-31", person = TestCare.Person })).Expect(200);
        Assert.Equal("2025-11-10", (await duties.GetAsync(duty, "chair.p")).Text("dueOn"));
        var steps = (await keeper.GetAsync($"care-records/{code}")).Expect(200);
        Assert.Equal(["record", "schedule", "complete", "reopen", "unschedule", "waive", "unwaive", "change"], steps.Texts("steps", "action"));
        Assert.Equal("李主席与王老师", steps.Text("visitors"));
    }

    [Fact]
    public async Task A_file_and_a_claim_are_opened_and_closed_without_an_obligation()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var chair = await district.As("chair.p");
        foreach (var (kind, category) in new[] { ("hardship", "schooling"), ("aidClaim", "hospital") })
        {
            (await chair.PostAsync("care-records", new { kind, category = "conflict", eventOn = "2025-11-01", person = "甲" })).ExpectInvalid("category");
            var code = await district.RecordAsync("chair.p", new { kind, category, eventOn = "2025-11-01", person = "甲", amount = 3000 });
            (await chair.DoAsync($"care-records/{code}/schedule", new { on = "2025-11-06" })).ExpectConflict("triggered", "change", "complete", "waive");
            (await chair.DoAsync($"care-records/{code}/complete", new { outcome = "已发放", amount = 2500.5 })).Expect(200);
            Assert.Equal(2500.5m, (await chair.GetAsync($"care-records/{code}")).Number("amount"));
            (await chair.DoAsync($"care-records/{code}/reopen")).Expect(200);
        }

        Assert.Equal(0, (await chair.GetAsync("obligations?template=OB12&dueTo=2026-12-31")).At("total").GetInt32());
    }

    [Fact]
    public async Task Nothing_that_tells_of_a_person_is_readable_anywhere_in_the_database()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var keeper = await district.As("keeper.p");
        var code = (await keeper.PostAsync("care-records", TestCare.Visit(), ("Idempotency-Key", "once"))).Expect(201).Text("code");
        Assert.Equal(code, (await keeper.PostAsync("care-records", TestCare.Visit(), ("Idempotency-Key", "once"))).Expect(201).Text("code"));
        (await keeper.PostAsync($"care-records/{code}/schedule", new { on = "2025-11-06", visitors = "李主席与王老师" }, ("If-Match", "*"), ("Idempotency-Key", "two"))).Expect(200);
        (await keeper.DoAsync($"care-records/{code}/complete", new { outcome = "术后恢复良好" })).Expect(200);
        (await keeper.DoAsync($"care-records/{code}/reopen")).Expect(200);
        (await keeper.DoAsync($"care-records/{code}/waive", new { reason = "当事人谢绝" })).Expect(200);
        var shown = (await keeper.GetAsync($"care-records/{code}")).Expect(200);
        (await keeper.GetAsync("care-records")).Expect(200);

        Assert.All(Secrets, secret => Assert.Contains(secret, shown.Body, StringComparison.Ordinal));
        foreach (var table in await TenantTables.ListAsync(service))
        {
            var rows = await service.ReadAsync<string>($"SELECT COALESCE(string_agg(t::text, '|'), '') FROM {table} t WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);
            foreach (var secret in Secrets)
            {
                Assert.DoesNotContain(secret, rows, StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(secret)), rows, StringComparison.Ordinal);
            }
        }

        // What is kept to recognise a repeat is no hash of the request that a guess could be compared with.
        var body = System.Text.Json.JsonSerializer.Serialize(TestCare.Visit(), AsClientsWrite);
        var guess = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"POST /api/v1/care-records\napplication/json\n\n{body}"));
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT COUNT(*) FROM idempotency_records WHERE request_hash = $1", guess));
        Assert.Contains("WaiveCare", await AuditOfAsync(district), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stands_above_or_beside_can_not_read_a_record()
    {
        var district = await TestCare.PrepareAsync(service, "p", "q");
        var code = await district.RecordAsync("keeper.p", TestCare.Visit());
        foreach (var person in new[] { "admin", "officer", "auditor", "zone.north", "clerk.p", "lead.p" })
        {
            var client = await district.As(person);
            (await client.GetAsync($"care-records/{code}")).ExpectProblem(403, "forbidden");
            (await client.GetAsync("care-records")).ExpectProblem(403, "forbidden");
            (await client.GetAsync("care-records/views")).ExpectProblem(403, "forbidden");
            (await client.DoAsync($"care-records/{code}/erase", new { reason = "personAsked" })).ExpectProblem(403, "forbidden");
        }

        (await (await district.As("keeper.q")).GetAsync($"care-records/{code}")).ExpectProblem(404, "not-found");
        Assert.Equal(0, (await (await district.As("chair.q")).GetAsync("care-records")).At("total").GetInt32());
        var key = (await (await district.Admin).PostAsync("api-keys", new { name = "人事系统", scopes = new[] { "facts:write", "scores:read", "rankings:read" }, expiresAt = "2026-11-03T00:00:00Z" })).Expect(201).Text("key");
        (await service.Anonymous().GetAsync($"care-records/{code}", ("X-Api-Key", key))).ExpectProblem(403, "api-key-scope");
        (await service.Anonymous().GetAsync("care-records/overview", ("X-Api-Key", key))).ExpectProblem(403, "api-key-scope");
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT COUNT(*) FROM care_views WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code));
    }

    [Fact]
    public async Task Every_look_at_a_list_or_a_record_is_noted_each_time_and_shown_to_the_school()
    {
        var district = await TestCare.PrepareAsync(service, "p", "q");
        var (keeper, chair) = (await district.As("keeper.p"), await district.As("chair.p"));
        var code = await district.RecordAsync("keeper.p", TestCare.Visit());
        var first = (await keeper.GetAsync($"care-records/{code}")).Expect(200);
        (await keeper.GetAsync($"care-records/{code}", ("If-None-Match", first.ETag!))).Expect(304);
        (await chair.GetAsync("care-records?kind=visit&state=triggered&year=2025")).Expect(200);
        (await chair.GetAsync("care-records?kind=hardship")).Expect(200);
        (await chair.GetAsync("care-records?pageSize=51")).ExpectInvalid("pageSize");

        var views = (await chair.GetAsync("care-records/views")).Expect(200);
        Assert.Equal(["schoolChair", "careKeeper", "careKeeper"], views.Texts("items", "role"));
        Assert.Equal([true, false, false], views.At("items").EnumerateArray().Select(v => v.GetProperty("isList").GetBoolean()));
        Assert.All(views.At("items").EnumerateArray(), v => Assert.Equal(code, v.GetProperty("records")[0].GetString()));
        Assert.Equal(0, (await (await district.As("chair.q")).GetAsync("care-records/views")).At("total").GetInt32());
        Assert.Contains("OpenCareRecord", await AuditOfAsync(district), StringComparison.Ordinal);
        Assert.Equal(["schoolChair", "careKeeper"], (await keeper.GetAsync("care-records/keepers")).Texts("items", "role"));
        await district.Appoint("keeper.p", "careKeeper", school: "p", to: "2025-11-01");
        Assert.Equal(["schoolChair"], (await chair.GetAsync("care-records/keepers")).Texts("items", "role"));
    }

    [Fact]
    public async Task A_ciphertext_that_is_moved_to_another_record_or_field_does_not_open_and_nothing_else_is_lost()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var keeper = await district.As("keeper.p");
        var (one, other) = (await district.RecordAsync("keeper.p", TestCare.Visit()), await district.RecordAsync("keeper.p", TestCare.Visit(person: "诸葛明")));
        await service.ExecuteAsync("UPDATE care_records SET person = (SELECT person FROM care_records WHERE code = $2) WHERE code = $1", one, other);
        var moved = (await keeper.GetAsync($"care-records/{one}")).Expect(200);
        Assert.Equal((null, "person", TestCare.Circumstances), (moved.At("person").GetString(), moved.At("unreadable")[0].GetString(), moved.Text("circumstances")));
        Assert.Contains(one, moved.Text("problem"), StringComparison.Ordinal);

        await service.ExecuteAsync("UPDATE care_records SET visitors = circumstances WHERE code = $1", other);
        Assert.Equal("visitors", (await keeper.GetAsync($"care-records/{other}")).At("unreadable")[0].GetString());
        var list = (await keeper.GetAsync("care-records")).Expect(200);
        Assert.Equal([true, true], list.At("items").EnumerateArray().Select(r => r.GetProperty("isUnreadable").GetBoolean()));
        Assert.Contains("诸葛明", list.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_district_and_other_systems_learn_nothing_of_single_visits_by_way_of_their_obligations()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var code = await district.RecordAsync("keeper.p", TestCare.Visit(on: "2025-10-13"));
        var duty = $"OB12.{code}.p";
        Assert.Equal(1, (await (await district.As("clerk.p")).GetAsync("obligations?template=OB12")).At("total").GetInt32());
        foreach (var person in new[] { "admin", "officer", "auditor", "zone.north" })
        {
            var client = await district.As(person);
            (await client.GetAsync($"obligations/{duty}")).ExpectProblem(404, "not-found");
            Assert.Equal(0, (await client.GetAsync("obligations?template=OB12&dueTo=2026-12-31")).At("total").GetInt32());
            Assert.DoesNotContain("OB12", (await client.GetAsync("obligations/board?year=2025")).Expect(200).Body, StringComparison.Ordinal);
            Assert.Equal(0, (await client.GetAsync("obligations/late-list")).At("count").GetInt32());
        }

        // A visit that is late is told to nobody else either, and no figure that others see counts it.
        var duties = new TestObligations(district);
        district.MoveClockTo("2025-11-20T08:30:00+08:00");
        Assert.Equal(new OpenedObligations(0, 0, 0, 0), await duties.RunNightAsync());
        Assert.Equal(new SentReminders(0, 0, 0), await duties.RunAsync("reminders.send"));
        Assert.Equal("您有 1 项工作需要办理", (await (await district.As("chair.p")).GetAsync("inbox")).Text("items[0].title"));
        Assert.Equal(["到期提醒"], (await (await district.As("admin")).GetAsync("deliveries")).Expect(200).Texts("items", "title"));
        Assert.Equal(0, await duties.ToldAsync("ObligationOverdue"));
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT COUNT(*) FROM outbox_messages WHERE payload LIKE '%' || $1 || '%'", code));
    }

    [Fact]
    public async Task No_template_of_the_district_turns_single_visits_into_something_that_it_sees()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var admin = await district.Admin;
        var due = new { kind = "daysAfterEvent", trigger = "careTriggered", days = 1 };
        (await admin.PutAsync("obligation-templates/spy", TestObligations.Definition(due, "onEvent"))).ExpectInvalid("evidence");
        (await admin.SaveAsync("obligation-templates/OB12", TestObligations.Definition(due, "onEvent"))).ExpectInvalid("evidence");

        // An obligation keeps what it was when its template becomes another one.
        await district.RecordAsync("keeper.p", TestCare.Visit());
        (await admin.SaveAsync("obligation-templates/OB12", TestObligations.Definition())).Expect(200);
        district.MoveClockTo("2025-11-20T08:00:00+08:00");
        await new TestObligations(district).RunAsync("reminders.send");
        Assert.Equal(1m, (await (await district.As("chair.p")).GetAsync("inbox")).Number("total"));
        foreach (var above in new[] { "zone.north", "officer" })
            Assert.Equal(0m, (await (await district.As(above)).GetAsync("inbox")).Number("total"));
    }

    [Fact]
    public async Task A_list_takes_the_same_statements_at_any_page_size()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        for (var i = 0; i < 12; i++)
            await district.RecordAsync("keeper.p", TestCare.Visit(person: $"甲{i}"));
        var keeper = await district.As("keeper.p");
        using var statements = new StatementLog();
        (await keeper.GetAsync("care-records")).Expect(200);
        var counts = new List<int>();
        foreach (var size in new[] { 1, 10, 50 })
            counts.Add(await statements.CountAsync(keeper, $"care-records?pageSize={size}"));
        Assert.Single(counts.Distinct());
    }

    private async Task<string> AuditOfAsync(TestDistrict district) => await service.ReadAsync<string>(
        "SELECT string_agg(action || ' ' || subject, '|') FROM audit_entries WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);
}
