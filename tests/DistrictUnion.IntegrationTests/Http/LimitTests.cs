using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Http;

/// <summary>A service that allows ten requests a minute of a user, twenty of a school, thirty of a district.</summary>
public sealed class NarrowService : TestService
{
    /// <summary>Requests a minute of a user.</summary>
    public const int PerUser = 10;

    /// <summary>Requests a minute of a school.</summary>
    public const int PerSchool = 20;

    /// <summary>Requests a minute of a district.</summary>
    public const int PerDistrict = 30;

    /// <summary>Requests a minute of an address where nobody signs in.</summary>
    public const int PerAddress = 10;

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) => builder.Services.Configure<Api.ServiceLimits>(limits =>
    {
        limits.PerUser = PerUser;
        limits.PerSchool = PerSchool;
        limits.PerDistrict = PerDistrict;
        limits.PerAddress = PerAddress;
    });
}

/// <summary>Whoever asks too much waits; nobody else does.</summary>
public sealed class LimitTests(NarrowService service) : IClassFixture<NarrowService>
{
    [Fact]
    public async Task A_user_beyond_the_limit_is_told_when_to_come_again_and_others_go_on()
    {
        var (busy, calm) = (await service.FoundDistrictAsync(), await service.FoundDistrictAsync());
        var admin = await busy.Admin;

        var answers = await AskAsync(admin, NarrowService.PerUser + 2);

        Assert.Equal(NarrowService.PerUser, answers.Count(a => a.Status == 200));
        var refused = answers[^1].ExpectProblem(429, "limit-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Contains("请", refused.Text("detail"), StringComparison.Ordinal);
        (await (await calm.Admin).GetAsync("me")).Expect(200);
    }

    [Fact]
    public async Task An_address_that_tries_ballots_without_end_is_told_to_wait_and_who_signs_in_goes_on()
    {
        var district = await service.FoundDistrictAsync();

        var answers = await AskAsync(service.Anonymous(), NarrowService.PerAddress + 2, "public/ballots/guess");

        Assert.Equal(NarrowService.PerAddress, answers.Count(a => a.Status == 404));
        Assert.Equal(2, answers.Count(a => a.Status == 429));
        (await (await district.Admin).GetAsync("me")).Expect(200);
    }

    [Fact]
    public async Task The_people_of_a_school_share_its_limit()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchool("p", "north");
        foreach (var clerk in new[] { "a", "b", "c" })
            await district.Appoint(clerk, "schoolClerk", school: "p");

        List<Answer> answers = [];
        foreach (var clerk in new[] { "a", "b", "c" })
            answers.AddRange(await AskAsync(await district.As(clerk), NarrowService.PerUser));

        Assert.Equal(NarrowService.PerSchool, answers.Count(a => a.Status == 200));
        answers[^1].ExpectProblem(429, "limit-requests");
    }

    private static async Task<List<Answer>> AskAsync(UnionClient client, int times, string path = "me")
    {
        List<Answer> answers = [];
        for (var i = 0; i < times; i++)
            answers.Add(await client.GetAsync(path));
        return answers;
    }
}
