using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Accounts;

/// <summary>A person chooses the own password by a link that works once.</summary>
public sealed class InvitationTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task An_invited_person_chooses_a_password_once()
    {
        var district = await InvitedAsync();
        var nobody = service.Anonymous();
        (await nobody.PostAsync("auth/login", new { userName = district.NameOf("new"), password = "" })).Expect(400);
        var token = (await (await district.Admin).PostAsync("invitations", new { userName = district.NameOf("new") })).Expect(201).Text("token");

        Assert.Equal("新人", (await nobody.PostAsync("auth/invitation", new { token })).Expect(200).Text("displayName"));
        (await nobody.PostAsync("auth/invitation", new { token, password = "short" })).ExpectInvalid("password");
        (await nobody.PostAsync("auth/invitation", new { token, password = "chosen-by-myself" })).Expect(200);

        await service.SignInAsync(district.NameOf("new"), "chosen-by-myself");
        (await nobody.PostAsync("auth/invitation", new { token, password = "chosen-by-another" })).ExpectProblem(404, "invitation-refused");
        (await nobody.PostAsync("auth/invitation", new { token })).ExpectProblem(404, "invitation-refused");
        Assert.Equal(0, await service.ReadAsync<long>("SELECT count(*) FROM audit_entries WHERE changes LIKE '%' || $1 || '%' OR subject LIKE '%' || $1 || '%'", token));
    }

    [Fact]
    public async Task A_hundred_uses_of_one_link_set_one_password()
    {
        var district = await InvitedAsync();
        var token = (await (await district.Admin).PostAsync("invitations", new { userName = district.NameOf("new") })).Expect(201).Text("token");

        var uses = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => service.Anonymous().PostAsync("auth/invitation", new { token, password = $"password-number-{i}" })));

        Assert.Equal(1, uses.Count(u => u.Status == 200));
        Assert.All(uses.Where(u => u.Status != 200), u => u.ExpectProblem(404, "invitation-refused"));
    }

    [Fact]
    public async Task A_newer_link_a_withdrawal_and_a_week_end_a_link()
    {
        var district = await InvitedAsync();
        var admin = await district.Admin;
        async Task<Answer> Invite() => (await admin.PostAsync("invitations", new { userName = district.NameOf("new") })).Expect(201);
        var (first, second) = (await Invite(), await Invite());
        var nobody = service.Anonymous();
        (await nobody.PostAsync("auth/invitation", new { token = first.Text("token") })).Expect(404);
        (await nobody.PostAsync("auth/invitation", new { token = second.Text("token") })).Expect(200);

        (await admin.DeleteAsync($"invitations/{second.Text("id")}")).Expect(204);
        (await nobody.PostAsync("auth/invitation", new { token = second.Text("token") })).Expect(404);

        var third = await Invite();
        service.Clock.Advance(TimeSpan.FromDays(7));
        (await nobody.PostAsync("auth/invitation", new { token = third.Text("token") })).Expect(404);
        (await nobody.PostAsync("auth/invitation", new { token = "unknown" })).Expect(404);
    }

    [Fact]
    public async Task A_used_link_ends_sessions_and_locks_of_the_account()
    {
        var district = await service.FoundDistrictAsync();
        await district.Appoint("officer", "districtOfficer");
        var officer = await district.As("officer");
        for (var i = 0; i < 10; i++)
            (await service.Anonymous().PostAsync("auth/login", new { userName = district.NameOf("officer"), password = "wrong-password" })).Expect(401);
        var token = (await (await district.Admin).PostAsync("invitations", new { userName = district.NameOf("officer") })).Expect(201).Text("token");

        (await service.Anonymous().PostAsync("auth/invitation", new { token, password = "a-new-password" })).Expect(200);

        (await officer.GetAsync("me")).Expect(401);
        await service.SignInAsync(district.NameOf("officer"), "a-new-password");
    }

    private async Task<TestDistrict> InvitedAsync()
    {
        var district = await service.FoundDistrictAsync();
        (await (await district.Admin).PutAsync(
            $"users/{district.NameOf("new")}", new { displayName = "新人", posts = new[] { new { role = "districtOfficer", from = "2020-01-01" } } })).Expect(201);
        return district;
    }
}
