using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Http;

/// <summary>The conventions of api.md: tags, repeats, pages, refusals.</summary>
public sealed class ConventionTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task A_put_creates_once_and_changes_only_with_the_current_tag()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        (await admin.PutAsync("zones/z", new { name = "一" }, ("If-Match", "*"))).ExpectProblem(412, "precondition-failed");
        var created = (await admin.PutAsync("zones/z", new { name = "一" }, ("If-None-Match", "*"))).Expect(201);
        Assert.NotNull(created.ETag);

        (await admin.PutAsync("zones/z", new { name = "二" })).ExpectProblem(428, "precondition-required");
        (await admin.PutAsync("zones/z", new { name = "二" }, ("If-None-Match", "*"))).Expect(412);
        var changed = (await admin.PutAsync("zones/z", new { name = "二" }, ("If-Match", created.ETag!))).Expect(200);
        Assert.NotEqual(created.ETag, changed.ETag);
        (await admin.PutAsync("zones/z", new { name = "三" }, ("If-Match", created.ETag!))).ExpectProblem(412, "precondition-failed");
        (await admin.PutAsync("zones/z", new { name = "四" }, ("If-Match", "*"))).Expect(200);
        Assert.Equal("四", (await admin.GetAsync("zones/z")).Text("name"));
    }

    [Fact]
    public async Task A_get_with_the_current_tag_answers_not_modified()
    {
        var district = await OpenAsync();
        var admin = await district.Admin;
        foreach (var path in new[] { "zones/north", "schools/p", "rounds/r1", "rounds/r1/summary", "rounds/r1/ranking", "rounds/r1/schools/p/scorecard", "me" })
        {
            var tag = (await admin.GetAsync(path)).Expect(200).ETag!;
            var again = (await admin.GetAsync(path, ("If-None-Match", tag))).Expect(304);
            Assert.Equal(("", tag), (again.Body, again.ETag));
        }

        var before = (await admin.GetAsync("rounds/r1/summary")).ETag!;
        await district.HandIn("p", claims: new { B1 = 30 });
        (await admin.GetAsync("rounds/r1/summary", ("If-None-Match", before))).Expect(200);
    }

    [Fact]
    public async Task A_derived_resource_has_a_tag_for_each_language()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        var admin = await district.Admin;
        var chinese = await admin.GetAsync("rounds/r1/schools/p/scorecard", ("Accept-Language", "zh-CN"));
        var english = await admin.GetAsync("rounds/r1/schools/p/scorecard", ("Accept-Language", "en"));
        Assert.NotEqual(chinese.ETag, english.ETag);
        Assert.Contains("Accept-Language", english.Headers.Vary);
    }

    [Fact]
    public async Task Of_two_editors_of_one_evaluation_the_second_is_told()
    {
        var district = await OpenAsync();
        await district.Appoint("clerk", "schoolClerk", school: "p");
        var (chair, clerk) = (await district.As("chair.p"), await district.As("clerk"));
        var seen = (await chair.PutAsync(Evaluation, new { claims = new { B1 = 30 } })).Expect(201).ETag!;
        (await clerk.PutAsync(Evaluation, new { claims = new { B1 = 31 } }, ("If-Match", seen))).Expect(200);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 32 } }, ("If-Match", seen))).Expect(412);
        (await chair.PostAsync($"{Evaluation}/submit", null, ("If-Match", seen))).Expect(412);
        Assert.Equal(31m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
    }

    [Fact]
    public async Task Of_two_simultaneous_editors_exactly_one_wins()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        var seen = (await chair.PutAsync(Evaluation, new { claims = new { B1 = 1 } })).Expect(201).ETag!;
        var answers = await Task.WhenAll(Enumerable.Range(10, 8).Select(claim => chair.PutAsync(Evaluation, new { claims = new { B1 = claim } }, ("If-Match", seen))));
        Assert.Equal([200, 412, 412, 412, 412, 412, 412, 412], answers.Select(a => a.Status).Order());
    }

    [Fact]
    public async Task Of_simultaneous_creations_exactly_one_wins()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => admin.PutAsync("zones/same", new { name = $"第{i}" })));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => Assert.Contains(a.Status, new[] { 412, 428 }));
    }

    [Fact]
    public async Task Fifty_parallel_repeats_have_one_effect_and_equal_answers()
    {
        var district = await OpenAsync();
        var admin = await district.Admin;
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => admin.PostAsync("rounds/r1/rollups", null, ("Idempotency-Key", "once"))));
        Assert.All(answers, a => a.Expect(202));
        Assert.Single(answers.Select(a => a.Body).Distinct());
        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1L, await service.ReadAsync<long>("SELECT COUNT(*) FROM jobs WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code));
    }

    [Fact]
    public async Task A_key_used_for_another_request_is_refused_and_other_people_and_districts_have_keys_of_their_own()
    {
        var district = await OpenAsync();
        var (admin, officer) = (await district.Admin, await district.As("officer"));
        object Rows(int value) => new[] { new { school = "p", branch = "p-1", fact = "activities", value } };
        Task<Answer> Import(UnionClient client, int value) => client.PostAsync("rounds/r1/facts/import", Rows(value), ("Idempotency-Key", "k"));

        var first = (await Import(admin, 4)).Expect(200);
        Assert.Equal(first.Body, (await Import(admin, 4)).Expect(200).Body);
        (await Import(admin, 5)).ExpectProblem(422, "idempotency-other-request");
        Assert.Equal(1m, (await Import(officer, 6)).Expect(200).Number("updated"));
        var elsewhere = await OpenAsync();
        Assert.Equal(1m, (await Import(await elsewhere.Admin, 4)).Expect(200).Number("created"));
    }

    [Fact]
    public async Task A_kept_answer_is_forgotten_after_a_day_and_keys_mean_nothing_to_sign_in()
    {
        var district = await OpenAsync();
        var body = new { userName = district.NameOf("admin"), password = UnionClient.Password };
        var first = await service.Anonymous().PostAsync("auth/login", body, ("Idempotency-Key", "k"));
        var second = await service.Anonymous().PostAsync("auth/login", body, ("Idempotency-Key", "k"));
        Assert.NotEqual(first.Expect(200).Text("accessToken"), second.Expect(200).Text("accessToken"));

        var kept = (await (await district.Admin).PostAsync("rounds/r1/rollups", null, ("Idempotency-Key", "day"))).Text("id");
        district.MoveClockTo("2025-11-04T09:00:01+08:00");
        Assert.NotEqual(kept, (await (await district.Admin).PostAsync("rounds/r1/rollups", null, ("Idempotency-Key", "day"))).Text("id"));
    }

    [Theory]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=-1", "pageSize")]
    [InlineData("pageSize=2147483648", "pageSize")]
    [InlineData("pageSize=1e2", "pageSize")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=99999999999", "page")]
    public async Task A_page_out_of_bounds_is_refused(string query, string field)
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        foreach (var list in new[] { "schools", "zones", "users", "rounds", "schemes" })
            (await admin.GetAsync($"{list}?{query}")).ExpectInvalid(field);
    }

    [Fact]
    public async Task Pages_of_equal_names_neither_repeat_nor_miss_a_school()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("z");
        var admin = await district.Admin;
        var rows = Enumerable.Range(0, 25).Select(i => new { code = $"s{i:00}", name = "同名学校", zone = "z", stage = "primary", ownership = "public", setting = "rural", members = 1 });
        Assert.Equal(25m, (await admin.PostAsync("schools/import", rows)).Expect(200).Number("created"));
        List<string?> seen = [];
        for (var page = 1; page <= 4; page++)
        {
            var answer = await admin.GetAsync($"schools?sort=name&page={page}&pageSize=7");
            Assert.Equal((25m, (decimal)page, 7m), (answer.Number("total"), answer.Number("page"), answer.Number("pageSize")));
            seen.AddRange(answer.Texts("items", "code"));
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"s{i:00}"), seen);
    }

    [Fact]
    public async Task Refusals_come_in_the_promised_order()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 30 });
        var (chair, admin) = (await district.As("chair.p"), await district.Admin);
        var tag = (await chair.GetAsync(Evaluation)).ETag!;

        (await service.Anonymous().PutTextAsync("schools/nobody", "{")).Expect(401);
        (await chair.PutTextAsync("schools/nobody", "{")).Expect(403);
        (await admin.PutTextAsync("rounds/r1/schools/nobody/extension", "{")).Expect(404);
        (await chair.PutTextAsync(Evaluation, "{")).Expect(400);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 41 } })).Expect(400);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 40 } })).Expect(428);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 40 } }, ("If-Match", "\"999\""))).Expect(412);
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 40 } }, ("If-Match", tag))).Expect(409);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_a_slug_words_and_a_trace_id()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        var chinese = await admin.GetAsync("schools/nobody");
        var english = await admin.GetAsync("schools/nobody", ("Accept-Language", "en"));
        Assert.Equal("application/problem+json", chinese.ContentType);
        Assert.Equal("未找到", chinese.Text("title"));
        Assert.NotEqual(chinese.Text("title"), english.Text("title"));
        Assert.Equal(32, chinese.Text("traceId").Length);
        (await admin.GetAsync("no/such/route")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task The_document_is_served_and_says_what_each_route_takes()
    {
        using var http = service.NewHttpClient();
        using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)));
        var paths = document.RootElement.GetProperty("paths");
        Assert.True(paths.GetProperty("/api/v1/schools/{school}").GetProperty("put").GetProperty("requestBody").GetProperty("required").GetBoolean());
        Assert.True(paths.GetProperty("/api/v1/schemes/import").GetProperty("post").GetProperty("requestBody").GetProperty("content").TryGetProperty("application/yaml", out _));
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        return district;
    }
}
