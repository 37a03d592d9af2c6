using System.Net.Sockets;
using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Http;

/// <summary>Requests, numbers and text to refuse or keep (security.md, scoring.md N5).</summary>
public sealed class BadRequestTests(TestService service) : IClassFixture<TestService>
{
    private const string Report = "rounds/r1/schools/p/branches/p-1/report";
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Theory]
    [InlineData("""{"name":"片","tenantId":"d1"}""", "tenantId")]
    [InlineData("""{"name":"片","name":"区"}""", "name")]
    [InlineData("""{"Name":"片"}""", "Name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":5}""", "name")]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":"片"} {}""", "$")]
    [InlineData("""{"name":"片",}""", "$")]
    [InlineData("""["片"]""", "$")]
    [InlineData("null", "$")]
    [InlineData("", "$")]
    [InlineData("""{"name":"\ud800"}""", "name")]
    [InlineData("""{"name":"a\u0000b"}""", "name")]
    [InlineData("""{"name":" "}""", "name")]
    public async Task A_body_of_another_shape_is_refused_and_nothing_is_stored(string body, string path)
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        (await admin.PutTextAsync("zones/z", body)).ExpectInvalid(path);
        (await admin.GetAsync("zones/z")).Expect(404);
    }

    [Fact]
    public async Task Ten_thousand_levels_are_refused()
    {
        var district = await OpenAsync();
        var deep = $$$"""{"facts":{"awards":{{{new string('[', 10_000)}}}{{{new string(']', 10_000)}}}}}""";
        (await (await district.As("chair.p")).PutTextAsync(Evaluation, deep)).Expect(400);
        (await (await district.Admin).PostTextAsync("schemes/import", new string('[', 10_000) + new string(']', 10_000), "application/json")).Expect(400);
        (await (await district.Admin).PostTextAsync("schemes/import", "a: " + new string('[', 10_000) + new string(']', 10_000), "application/yaml")).Expect(400);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/zones/z", "application/json")]
    [InlineData("POST", "/api/v1/schools/import", "text/csv")]
    public async Task A_body_of_one_gigabyte_is_refused_unread(string method, string path, string mediaType)
    {
        var district = await service.FoundDistrictAsync();
        var token = (await district.Admin).Token;
        using var socket = new TcpClient();
        await socket.ConnectAsync(service.Address.Host, service.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: {mediaType}\r\nContent-Length: 1073741824\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[null]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[],"confirm":[null]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[{"path":null}]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[{"path":"comments.B1","value":"\ud800"}]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[{"path":"comments.B1","value":"a\u0000b"}]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[{"path":"comments.B1","value":"a","was":"\ud800"}]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[{"path":"claims.B1","value":1e1}]}""")]
    [InlineData("PATCH", "schools/p/self-evaluation", """{"changes":[{"path":"claims.B1","value":1e400}]}""")]
    [InlineData("PUT", "schools/p/self-evaluation", """{"notApplicable":[null]}""")]
    [InlineData("POST", "self-evaluations/return", """{"schools":[null],"reason":"补"}""")]
    [InlineData("POST", "schools/p/review", """{"level":"district","scores":[null]}""")]
    [InlineData("POST", "schools/p/visits", """{"plannedOn":"2025-11-05","inspectors":[null]}""")]
    [InlineData("PUT", "panels/p1", """{"name":"组","fact":"satisfaction","judgesPerSchool":1,"judges":[null]}""")]
    [InlineData("PUT", "panels/p1", """{"name":"组","fact":"satisfaction","judgesPerSchool":1,"judges":[],"bans":[null]}""")]
    public async Task Nothing_in_a_list_and_text_that_no_person_types_are_refused_and_nothing_is_stored(string method, string path, string body)
    {
        var district = await OpenAsync();
        var client = path.EndsWith("self-evaluation", StringComparison.Ordinal) ? await district.As("chair.p") : await district.As("officer");

        (await client.SendAsync(new HttpMethod(method), $"rounds/r1/{path}", new StringContent(body, Encoding.UTF8, "application/json"))).ExpectProblem(400, "validation");

        (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/self-evaluation")).Expect(404);
    }

    [Fact]
    public async Task Headers_that_name_a_tenant_or_a_proxy_are_ignored()
    {
        var (own, foreign) = (await service.FoundDistrictAsync(), await service.FoundDistrictAsync());
        await own.PutZone("own");
        await foreign.PutZone("foreign");
        var zones = await (await own.Admin).GetAsync(
            "zones", ("X-Tenant-Id", foreign.Code), ("X-Forwarded-Host", $"{foreign.Code}.example"), ("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Proto", "https"), ("Host", foreign.Code));
        Assert.Equal(["own"], zones.Expect(200).Texts("items", "code"));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e2")]
    [InlineData("1E400")]
    [InlineData("-1")]
    [InlineData("1234567890123")]
    [InlineData("1.5")]
    [InlineData("01")]
    [InlineData("\"12\"")]
    [InlineData("true")]
    [InlineData("[12]")]
    [InlineData("null")]
    public async Task A_number_that_isnt_a_plain_whole_count_is_refused_with_its_path(string number)
    {
        var chair = await (await OpenAsync()).As("chair.p");
        (await chair.PutTextAsync(Report, $$$"""{"facts":{"members":{{{number}}}}}""")).ExpectInvalid("facts.members");
        (await chair.GetAsync(Report)).Expect(404);
    }

    [Theory]
    [InlineData("0.1234567")]
    [InlineData("100.01")]
    [InlineData("1e1")]
    [InlineData("-0.5")]
    public async Task A_decimal_beyond_its_digits_or_range_is_refused_with_its_path(string number)
    {
        var district = await OpenAsync();
        await district.HandIn("p");
        var officer = await district.As("officer");
        var answer = await officer.SendAsync(
            HttpMethod.Post, "rounds/r1/schools/p/review", new StringContent($$$"""{"level":"district","facts":{"satisfaction":{{{number}}}}}""", Encoding.UTF8, "application/json"), ("If-Match", "*"));
        answer.ExpectInvalid("facts.satisfaction");
        Assert.Equal(0m, await district.Final("p", "B2"));
    }

    [Fact]
    public async Task A_head_count_above_the_whole_is_refused_and_person_times_above_it_need_a_note()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        (await chair.PutAsync(Report, new { facts = new { members = 10, insured = 11 } })).ExpectInvalid("facts.insured");
        (await chair.PutAsync(Report, new { facts = new { members = 10, visits = 11 } })).ExpectInvalid("facts.visits");
        (await chair.PutAsync(Report, new { facts = new { members = 10, visits = 11 }, notes = new { visits = " " } })).ExpectInvalid("facts.visits");
        (await chair.GetAsync(Report)).Expect(404);
        var noted = (await chair.PutAsync(Report, new { facts = new { members = 10, visits = 11 }, notes = new { visits = "一人两次" } })).Expect(201);
        Assert.Equal(["facts.visits"], noted.Texts("warnings", "path"));
    }

    [Theory]
    [InlineData("40.01")]
    [InlineData("-0.01")]
    [InlineData("1.005")]
    [InlineData("1e1")]
    public async Task A_claim_outside_its_leaf_is_refused_with_its_path(string claim)
    {
        var chair = await (await OpenAsync()).As("chair.p");
        (await chair.PutTextAsync(Evaluation, $$$"""{"claims":{"B1":{{{claim}}}}}""")).ExpectInvalid("claims.B1");
        (await chair.GetAsync(Evaluation)).Expect(404);
    }

    [Fact]
    public async Task A_claim_or_score_of_a_node_that_takes_none_is_refused()
    {
        var district = await OpenAsync();
        await district.HandIn("q");
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        (await chair.PutAsync(Evaluation, new { claims = new { A1 = 1 } })).ExpectInvalid("claims.A1");
        (await chair.PutAsync(Evaluation, new { claims = new { A = 1 } })).ExpectInvalid("claims.A");
        (await chair.PutAsync(Evaluation, new { notApplicable = new[] { "A" } })).ExpectInvalid("notApplicable[0]");
        Task<Answer> Score(string node, decimal score) =>
            officer.DoAsync("rounds/r1/schools/q/review", new { level = "district", scores = new[] { new { node, score, reason = "核实" } } });
        (await Score("A1", 15.01m)).ExpectInvalid("scores[0].score");
        (await Score("A1", -1m)).ExpectInvalid("scores[0].score");
        (await Score("Z1", 1m)).ExpectInvalid("scores[0].node");
        (await Score("A", 1m)).ExpectInvalid("scores[0].node");
        Assert.Equal(0m, (await district.Scorecard("q")).Number("total"));
    }

    [Theory]
    [InlineData("""{"facts":{"awards":[{"matter":"\ud800","level":"city","date":"2025-10-01"}]}}""")]
    [InlineData("""{"facts":{"awards":[{"matter":"a\u0000","level":"city","date":"2025-10-01"}]}}""")]
    [InlineData("""{"facts":{"awards":[{"matter":"奖","level":"city","date":"2025-02-30"}]}}""")]
    [InlineData("""{"facts":{"awards":[{"matter":"奖","level":"city","date":"2025-10-01","points":99}]}}""")]
    [InlineData("""{"facts":{"awards":[{"matter":"奖","level":"city","level":"city","date":"2025-10-01"}]}}""")]
    [InlineData("""{"comments":{"A1":"\udc00"}}""")]
    [InlineData("""{"notes":{"\ud800":"x"}}""")]
    public async Task Broken_text_and_strange_properties_inside_values_are_refused(string body)
    {
        var chair = await (await OpenAsync()).As("chair.p");
        (await chair.PutTextAsync(Evaluation, body)).ExpectProblem(400, "validation");
        (await chair.GetAsync(Evaluation)).Expect(404);
    }

    [Theory]
    [InlineData("𠮷田小学")]
    [InlineData("👩‍👩‍👧‍👦家长学校")]
    [InlineData("买买提·艾力小学")]
    [InlineData("一")]
    [InlineData("=HYPERLINK(\"x\")")]
    public async Task Text_is_kept_as_it_was_typed(string name)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("z");
        var admin = await district.Admin;
        (await admin.PutAsync("schools/s", new { name, zone = "z", stage = "primary", ownership = "public", setting = "rural", members = 1 })).Expect(201);
        Assert.Equal(name, (await admin.GetAsync("schools/s")).Text("name"));
    }

    [Fact]
    public async Task Lengths_count_what_people_see_as_characters()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        (await admin.PutAsync("zones/z", new { name = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 101)) })).ExpectInvalid("name");
        (await admin.PutAsync("zones/z", new { name = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 100)) })).Expect(201);
    }

    [Theory]
    [InlineData("%", "percent")]
    [InlineData("_", "underscore")]
    [InlineData("'", "quote")]
    [InlineData("\\", "backslash")]
    [InlineData("\"", "double")]
    public async Task Search_takes_every_sign_literally(string search, string found)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("z");
        var admin = await district.Admin;
        foreach (var (code, name) in new[] { ("percent", "百分%校"), ("underscore", "下划_校"), ("quote", "引'校"), ("backslash", "反\\校"), ("double", "双\"校"), ("plain", "普通校") })
            (await admin.PutAsync($"schools/{code}", new { name, zone = "z", stage = "primary", ownership = "public", setting = "rural", members = 1 })).Expect(201);
        Assert.Equal([found], (await admin.GetAsync($"schools?search={Uri.EscapeDataString(search)}")).Expect(200).Texts("items", "code"));
    }

    [Theory]
    [InlineData("zones/a%20b")]
    [InlineData("zones/..%2F..%2Fx")]
    [InlineData("zones/x%0d%0ay")]
    [InlineData("zones/%E7%89%87")]
    public async Task A_code_of_other_signs_is_refused(string path) =>
        Assert.Contains((await (await (await service.FoundDistrictAsync()).Admin).PutAsync(path, new { name = "片" })).Status, new[] { 400, 404 });

    [Fact]
    public async Task A_word_that_isnt_known_in_a_query_is_refused_with_its_name()
    {
        var district = await OpenAsync();
        var admin = await district.Admin;
        (await admin.GetAsync("schools?stage=university")).ExpectInvalid("stage");
        (await admin.GetAsync("schools?sort=password")).ExpectInvalid("sort");
        (await district.Import([], "?mode=sometimes")).ExpectInvalid("mode");
        (await district.Import([], "?dryRun=perhaps")).ExpectInvalid("dryRun");
    }

    [Fact]
    public async Task A_body_of_another_media_type_is_refused_after_the_path_was_checked()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        (await admin.SendAsync(HttpMethod.Put, "zones/z", new StringContent("name: 片", Encoding.UTF8, "text/plain"))).ExpectInvalid("$");
        (await admin.PostTextAsync("schemes/import", "code: x", "text/plain")).ExpectInvalid("$");
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        return district;
    }
}
