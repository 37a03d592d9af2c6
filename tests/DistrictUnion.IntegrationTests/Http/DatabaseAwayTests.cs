using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Http;

/// <summary>Without its database the service says so, promises nothing, and goes on by itself once it is back.</summary>
public sealed class DatabaseAwayTests(RelayedService service) : IClassFixture<RelayedService>
{
    [Fact]
    public async Task A_write_without_the_database_is_answered_503_and_nothing_is_saved()
    {
        var district = await service.FoundDistrictAsync();
        var admin = await district.Admin;
        await district.PutZone("before");
        using var http = service.NewHttpClient();

        service.TakeDatabaseAway();
        var refused = (await admin.PutAsync("zones/during", new { name = "断电时" })).ExpectProblem(503, "service-unavailable");
        var unread = (await admin.GetAsync("zones/before")).Expect(503);
        var login = (await service.Anonymous().PostAsync("auth/login", new { userName = district.NameOf("admin"), password = UnionClient.Password })).Expect(503);
        using var live = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        service.BringDatabaseBack();

        Assert.All(new[] { refused, unread, login }, a => Assert.NotNull(a.Headers.RetryAfter));
        Assert.Equal((200, 503), ((int)live.StatusCode, (int)ready.StatusCode));
        (await admin.GetAsync("zones/during")).Expect(404);
        (await admin.GetAsync("zones/before")).Expect(200);
        (await admin.PutAsync("zones/during", new { name = "来电后" })).Expect(201);
    }
}
