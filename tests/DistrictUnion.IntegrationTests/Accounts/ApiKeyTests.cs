using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Accounts;

/// <summary>Other systems call with a key that does what its scopes say, and nothing once it has ended.</summary>
public sealed class ApiKeyTests(TestService service) : IClassFixture<TestService>
{
    private static readonly object[] Fact = [new { school = "p", fact = "lectures", value = 3 }];

    [Fact]
    public async Task A_key_is_shown_once_and_does_only_what_its_scopes_say()
    {
        var district = await OpenAsync();
        var made = await MakeAsync(district, "facts:write");
        var key = made.Text("key");
        Assert.StartsWith(made.Text("prefix"), key, StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await (await district.Admin).GetAsync("api-keys")).Body, StringComparison.Ordinal);
        Assert.Equal(0, await service.ReadAsync<long>("SELECT count(*) FROM api_keys k WHERE to_jsonb(k)::text LIKE '%' || $1 || '%'", key));
        Assert.Equal(0, await service.ReadAsync<long>("SELECT count(*) FROM audit_entries WHERE changes LIKE '%' || $1 || '%' OR subject LIKE '%' || $1 || '%'", key));

        (await CallAsync("POST", "rounds/r1/facts/import", key, Fact)).Expect(200);
        (await CallAsync("GET", "rounds/r1/ranking", key)).ExpectProblem(403, "api-key-scope");
        (await CallAsync("GET", "me", key)).ExpectProblem(403, "api-key-scope");
        (await CallAsync("PUT", "rounds/r1", key, new { })).ExpectProblem(403, "api-key-scope");
        var reader = (await MakeAsync(district, "rankings:read", "scores:read")).Text("key");
        (await CallAsync("GET", "rounds/r1/ranking", reader)).Expect(200);
        (await CallAsync("GET", "rounds/r1/schools/p/scorecard", reader)).Expect(200);
        (await CallAsync("POST", "rounds/r1/facts/import", reader, Fact)).ExpectProblem(403, "api-key-scope");

        var listed = await (await district.Admin).GetAsync("api-keys");
        Assert.DoesNotContain(null, listed.Texts("items", "lastUsedAt"));
        Assert.Equal(made.Text("prefix"), await service.ReadAsync<string>("SELECT actor::text FROM audit_entries WHERE action = 'ImportFacts' AND district_id = (SELECT id FROM districts WHERE code = $1)", district.Code));
    }

    [Fact]
    public async Task A_revoked_an_expired_and_a_mistyped_key_open_nothing_from_that_moment()
    {
        var district = await OpenAsync();
        var (revoked, expired) = (await MakeAsync(district, "rankings:read"), await MakeAsync(district, "rankings:read"));
        (await CallAsync("GET", "rounds/r1/ranking", revoked.Text("key"))).Expect(200);

        (await (await district.Admin).DeleteAsync($"api-keys/{revoked.Text("id")}")).Expect(204);
        (await CallAsync("GET", "rounds/r1/ranking", revoked.Text("key"))).Expect(401);
        (await CallAsync("GET", "rounds/r1/ranking", expired.Text("key")[..^1] + "x")).Expect(401);
        (await CallAsync("GET", "rounds/r1/ranking", "anything")).Expect(401);

        service.Clock.Advance(TimeSpan.FromDays(30));
        (await CallAsync("GET", "rounds/r1/ranking", expired.Text("key"))).Expect(401);
    }

    [Fact]
    public async Task A_rotated_key_works_one_more_day_beside_its_successor()
    {
        var district = await OpenAsync();
        var old = await MakeAsync(district, "rankings:read");
        var next = (await (await district.Admin).PostAsync($"api-keys/{old.Text("id")}/rotate")).Expect(201);
        Assert.Equal(["rankings:read"], next.At("scopes").EnumerateArray().Select(s => s.GetString()!));

        service.Clock.Advance(TimeSpan.FromHours(23));
        (await CallAsync("GET", "rounds/r1/ranking", old.Text("key"))).Expect(200);
        service.Clock.Advance(TimeSpan.FromHours(1));
        (await CallAsync("GET", "rounds/r1/ranking", old.Text("key"))).Expect(401);
        (await CallAsync("GET", "rounds/r1/ranking", next.Text("key"))).Expect(200);
        district.Forget("admin");
        (await (await district.Admin).PostAsync($"api-keys/{old.Text("id")}/rotate")).ExpectConflict("ended");
    }

    [Fact]
    public async Task A_key_in_the_address_is_refused_and_one_from_elsewhere_too()
    {
        var district = await OpenAsync();
        var key = (await MakeAsync(district, "rankings:read")).Text("key");
        (await service.Anonymous().GetAsync($"rounds/r1/ranking?api_key={key}")).ExpectInvalid("$");
        (await CallAsync("GET", $"rounds/r1/ranking?api_key={key}", key)).ExpectInvalid("$");

        var admin = await district.Admin;
        var elsewhere = (await admin.PostAsync("api-keys", new { name = "外网", scopes = new[] { "rankings:read" }, networks = new[] { "192.0.2.0/24" }, expiresAt = "2025-12-01T00:00:00Z" })).Expect(201);
        var here = (await admin.PostAsync("api-keys", new { name = "本机", scopes = new[] { "rankings:read" }, networks = new[] { "127.0.0.0/8" }, expiresAt = "2025-12-01T00:00:00Z" })).Expect(201);
        (await CallAsync("GET", "rounds/r1/ranking", elsewhere.Text("key"))).Expect(401);
        (await CallAsync("GET", "rounds/r1/ranking", here.Text("key"))).Expect(200);
    }

    [Fact]
    public async Task A_key_never_yields_a_session_and_reaches_no_other_district()
    {
        var (own, other) = (await OpenAsync(), await service.FoundDistrictAsync());
        var key = (await MakeAsync(own, "facts:write", "rankings:read")).Text("key");
        await other.PrepareAnnual(1, "x");
        using var http = service.NewHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rounds/r1/ranking");
        request.Headers.Add("X-Api-Key", key);
        using var answer = await http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        (await CallAsync("POST", "rounds/r1/facts/import", key, new[] { new { school = "x", fact = "lectures", value = 3 } })).ExpectInvalid("[0].school");
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_has_one_effect()
    {
        var district = await OpenAsync();
        var key = (await MakeAsync(district, "facts:write")).Text("key");
        var first = await SendAsync(HttpMethod.Post, "rounds/r1/facts/import", Fact, ("X-Api-Key", key), ("Idempotency-Key", "k1"));
        var again = await SendAsync(HttpMethod.Post, "rounds/r1/facts/import", Fact, ("X-Api-Key", key), ("Idempotency-Key", "k1"));
        Assert.Equal(first.Expect(200).Body, again.Expect(200).Body);
        Assert.Equal(1m, again.Number("created"));
    }

    [Fact]
    public async Task What_a_key_is_to_be_is_checked()
    {
        var admin = await (await OpenAsync()).Admin;
        (await admin.PostAsync("api-keys", new { name = "a", scopes = new[] { "everything" }, expiresAt = "2025-12-01T00:00:00Z" })).ExpectInvalid("scopes");
        (await admin.PostAsync("api-keys", new { name = "a", scopes = Array.Empty<string>(), expiresAt = "2025-12-01T00:00:00Z" })).ExpectInvalid("scopes");
        (await admin.PostAsync("api-keys", new { name = "a", scopes = new[] { "scores:read" }, expiresAt = "2025-11-01T00:00:00Z" })).ExpectInvalid("expiresAt");
        (await admin.PostAsync("api-keys", new { name = "a", scopes = new[] { "scores:read" }, expiresAt = "2028-01-01T00:00:00Z" })).ExpectInvalid("expiresAt");
        (await admin.PostAsync("api-keys", new { name = "a", scopes = new[] { "scores:read" }, expiresAt = "2025-12-01T00:00:00Z", networks = new[] { "here" } })).ExpectInvalid("networks");
    }

    private static async Task<Answer> MakeAsync(TestDistrict district, params string[] scopes) =>
        (await (await district.Admin).PostAsync("api-keys", new { name = "人事系统", scopes, expiresAt = "2025-12-01T00:00:00Z" })).Expect(201);

    private Task<Answer> CallAsync(string method, string path, string key, object? body = null) => SendAsync(new HttpMethod(method), path, body, ("X-Api-Key", key));

    private Task<Answer> SendAsync(HttpMethod method, string path, object? body, params (string, string)[] headers)
    {
        var client = service.Anonymous();
        return method == HttpMethod.Get ? client.GetAsync(path, headers) : method == HttpMethod.Post ? client.PostAsync(path, body, headers) : client.PutAsync(path, body!, headers);
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        return district;
    }
}
