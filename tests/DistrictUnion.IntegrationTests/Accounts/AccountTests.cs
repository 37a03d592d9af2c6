using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Accounts;

/// <summary>Sign-in, sessions, posts.</summary>
public sealed class AccountTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_person_with_two_posts_acts_in_one_at_a_time()
    {
        var district = await MakeAsync();
        await AppointAsync(district, "both", new { role = "zoneLead", scope = new { zone = "north" }, from = "2020-01-01" }, new { role = "schoolChair", scope = new { school = "p" }, from = "2020-01-01" });
        var both = await district.As("both");
        Assert.Equal("zoneLead", (await both.GetAsync("me")).Text("activePost.role"));
        (await both.GetAsync("rounds/none/completeness")).Expect(404);

        (await both.PutAsync("me/active-post", new { role = "schoolChair" })).Expect(200);
        Assert.Equal("p", (await both.GetAsync("me")).Text("activePost.scope.school"));
        (await both.GetAsync("rounds/none/completeness")).Expect(403);
        (await both.GetAsync("schools/q")).Expect(404);
        (await both.PutAsync("me/active-post", new { role = "districtAdmin" })).ExpectInvalid("role");
        (await both.PutAsync("me/active-post", new { role = "schoolChair", scope = new { school = "q" } })).ExpectInvalid("role");
    }

    [Fact]
    public async Task A_post_begins_and_ends_on_its_days_within_a_running_session()
    {
        var district = await MakeAsync();
        await district.Appoint("chair.p", "schoolChair", school: "p", from: "2025-11-03", to: "2025-11-04");
        await district.Appoint("chair.q", "schoolChair", school: "q", from: "2025-11-04");
        district.MoveClockTo("2025-11-03T23:00:00+08:00");
        var (leaving, coming) = (await district.As("chair.p"), await district.As("chair.q"));
        (await leaving.GetAsync("schools")).Expect(200);
        (await coming.GetAsync("schools")).ExpectProblem(403, "auth-no-post");

        service.Clock.Set("2025-11-04T00:00:00+08:00");
        (await leaving.GetAsync("schools")).ExpectProblem(403, "auth-no-post");
        Assert.Equal(district.NameOf("chair.p"), (await leaving.GetAsync("me")).Expect(200).Text("userName"));
        (await coming.PutAsync("me/active-post", new { role = "schoolChair" })).Expect(200);
        (await coming.GetAsync("schools")).Expect(200);
    }

    [Fact]
    public async Task Somebody_without_a_post_signs_in_but_may_do_nothing()
    {
        var district = await MakeAsync();
        await AppointAsync(district, "nobody");
        var nobody = await district.As("nobody");
        (await nobody.GetAsync("me")).Expect(200);
        (await nobody.GetAsync("schools")).ExpectProblem(403, "auth-no-post");
    }

    [Fact]
    public async Task A_session_ends_on_logout_after_half_a_day_on_a_new_password_and_on_a_new_role()
    {
        var district = await MakeAsync();
        await district.Appoint("clerk", "schoolClerk", school: "p");
        Task<UnionClient> SignIn() => service.SignInAsync(district.NameOf("clerk"));

        var client = await SignIn();
        (await client.PostAsync("auth/logout")).Expect(204);
        (await client.GetAsync("me")).Expect(401);

        client = await SignIn();
        await district.Appoint("clerk", "schoolChair", school: "p");
        (await client.GetAsync("me")).Expect(401);

        client = await SignIn();
        (await (await district.Admin).PutAsync(
            $"users/{district.NameOf("clerk")}",
            new { displayName = "clerk", password = "another-password", posts = new[] { new { role = "schoolChair", scope = new { school = "p" }, from = "2020-01-01" } } },
            ("If-Match", "*"))).Expect(200);
        (await client.GetAsync("me")).Expect(401);

        client = await service.SignInAsync(district.NameOf("clerk"), "another-password");
        service.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        (await client.GetAsync("me")).Expect(200);
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        (await client.GetAsync("me")).Expect(401);
    }

    [Fact]
    public async Task A_locked_account_an_unknown_name_and_a_wrong_password_look_the_same()
    {
        var district = await MakeAsync();
        await district.Appoint("clerk", "schoolClerk", school: "p");
        var name = district.NameOf("clerk");
        for (var i = 0; i < 10; i++)
            (await LoginAsync(name, "wrong-password")).ExpectProblem(401, "auth-refused");
        var (locked, unknown, wrong) = (await LoginAsync(name), await LoginAsync("nobody-at-all"), await LoginAsync(district.NameOf("admin"), "wrong-password"));
        Assert.Equal(401, locked.Status);
        Assert.Equal(WithoutTrace(wrong), WithoutTrace(locked));
        Assert.Equal(WithoutTrace(wrong), WithoutTrace(unknown));

        service.Clock.Advance(TimeSpan.FromMinutes(15));
        (await LoginAsync(name)).Expect(200);
    }

    [Fact]
    public async Task Parallel_guesses_count_one_by_one()
    {
        var district = await MakeAsync();
        await district.Appoint("clerk", "schoolClerk", school: "p");
        var name = district.NameOf("clerk");
        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => LoginAsync(name, "wrong-password")));
        Assert.All(guesses, g => g.ExpectProblem(401, "auth-refused"));
        (await LoginAsync(name)).ExpectProblem(401, "auth-refused");
    }

    [Fact]
    public async Task Nine_failures_are_forgotten_by_a_success()
    {
        var district = await MakeAsync();
        await district.Appoint("clerk", "schoolClerk", school: "p");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 9; i++)
                (await LoginAsync(district.NameOf("clerk"), "wrong-password")).Expect(401);
            (await LoginAsync(district.NameOf("clerk"))).Expect(200);
        }
    }

    [Fact]
    public async Task Failed_sign_ins_leave_the_accounts_tag_alone()
    {
        var district = await MakeAsync();
        await district.Appoint("clerk", "schoolClerk", school: "p");
        var admin = await district.Admin;
        var path = $"users/{district.NameOf("clerk")}";
        var tag = (await admin.GetAsync(path)).ETag;

        (await LoginAsync(district.NameOf("clerk"), "wrong-password")).Expect(401);
        (await LoginAsync(district.NameOf("clerk"))).Expect(200);

        Assert.Equal(tag, (await admin.GetAsync(path)).ETag);
    }

    [Fact]
    public async Task A_cookie_writes_only_with_its_antiforgery_header()
    {
        var district = await MakeAsync();
        var login = (await service.Anonymous().PostAsync("auth/login?useCookies=true", new { userName = district.NameOf("admin"), password = UnionClient.Password })).Expect(200);
        Assert.DoesNotContain("accessToken", login.Body, StringComparison.Ordinal);
        var cookies = login.Headers.GetValues("Set-Cookie").ToList();
        var session = cookies.Single(c => c.StartsWith("du_session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        var csrf = cookies.Single(c => c.StartsWith("du_csrf=", StringComparison.Ordinal)).Split(';')[0]["du_csrf=".Length..];
        var (page, cookie) = (service.Anonymous(), ("Cookie", session.Split(';')[0]));

        (await page.GetAsync("zones", cookie)).Expect(200);
        (await page.PutAsync("zones/z", new { name = "片" }, cookie)).ExpectProblem(403, "auth-antiforgery");
        (await page.PutAsync("zones/z", new { name = "片" }, cookie, ("X-CSRF-Token", "guess"))).ExpectProblem(403, "auth-antiforgery");
        (await page.PostAsync("auth/logout", null, cookie)).ExpectProblem(403, "auth-antiforgery");
        (await page.PutAsync("zones/z", new { name = "片" }, cookie, ("X-CSRF-Token", csrf))).Expect(201);
        (await page.PostAsync("auth/logout", null, cookie, ("X-CSRF-Token", csrf))).Expect(204);
        (await page.GetAsync("zones", cookie)).Expect(401);
    }

    [Fact]
    public async Task A_user_name_is_unique_in_the_installation_whatever_its_case()
    {
        var (own, other) = (await MakeAsync(), await MakeAsync());
        var admin = await own.Admin;
        object account = new { displayName = "抢名", password = UnionClient.Password, posts = Array.Empty<object>() };
        (await admin.PutAsync($"users/{other.NameOf("admin").ToUpperInvariant()}", account)).ExpectInvalid("userName");
        (await admin.PutAsync($"users/{own.NameOf("ADMIN")}", account)).Expect(428);
    }

    [Fact]
    public async Task The_scope_of_a_post_must_fit_its_role_and_be_known()
    {
        var (district, foreign) = (await MakeAsync(), await MakeAsync());
        await foreign.PutZone("foreign-zone");
        foreach (var (post, field) in new (object, string)[]
        {
            (new { role = "zoneLead", scope = new { school = "p" }, from = "2020-01-01" }, "posts[0].scope"),
            (new { role = "zoneLead", from = "2020-01-01" }, "posts[0].scope"),
            (new { role = "districtAdmin", scope = new { zone = "north" }, from = "2020-01-01" }, "posts[0].scope"),
            (new { role = "schoolChair", scope = new { school = "p", zone = "north" }, from = "2020-01-01" }, "posts[0].scope"),
            (new { role = "branchLead", scope = new { school = "p" }, from = "2020-01-01" }, "posts[0].scope"),
            (new { role = "zoneLead", scope = new { zone = "foreign-zone" }, from = "2020-01-01" }, "posts[0].scope.zone"),
            (new { role = "schoolChair", scope = new { school = "nobody" }, from = "2020-01-01" }, "posts[0].scope.school"),
            (new { role = "auditor", from = "2025-01-02", to = "2025-01-02" }, "posts[0].to"),
        })
        {
            (await (await district.Admin).PutAsync($"users/{district.NameOf("new")}", new { displayName = "新人", password = UnionClient.Password, posts = new[] { post } })).ExpectInvalid(field);
        }

        (await (await district.Admin).PutAsync($"users/{district.NameOf("new")}", new { displayName = "新人", password = "short", posts = Array.Empty<object>() })).ExpectInvalid("password");
        (await (await district.Admin).GetAsync($"users/{district.NameOf("new")}")).Expect(404);
    }

    private static string WithoutTrace(Answer answer) => string.Join('\n', answer.Json.EnumerateObject().Where(p => p.Name != "traceId").Select(p => p.ToString()));

    private static async Task AppointAsync(TestDistrict district, string person, params object[] posts) =>
        (await (await district.Admin).PutAsync($"users/{district.NameOf(person)}", new { displayName = person, password = UnionClient.Password, posts })).Expect(201);

    private Task<Answer> LoginAsync(string userName, string password = UnionClient.Password) => service.Anonymous().PostAsync("auth/login", new { userName, password });

    private async Task<TestDistrict> MakeAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchool("p", "north");
        await district.PutSchool("q", "north");
        return district;
    }
}
