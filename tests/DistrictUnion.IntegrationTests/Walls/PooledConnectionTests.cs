using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Walls;

/// <summary>A service with a single database connection, so that each request gets the one that another tenant just used.</summary>
public sealed class OneConnectionService : TestService
{
    /// <inheritdoc/>
    protected override int PoolSize => 1;
}

/// <summary>Pooled connections and contexts carry nothing from one tenant to the next.</summary>
public sealed class PooledConnectionTests(OneConnectionService service) : IClassFixture<OneConnectionService>
{
    [Fact]
    public async Task Alternating_districts_on_one_connection_each_see_only_their_own()
    {
        TestDistrict[] districts = [await MakeAsync("alpha"), await MakeAsync("beta")];
        for (var turn = 0; turn < 20; turn++)
        {
            var (district, school) = (districts[turn % 2], turn % 2 == 0 ? "alpha" : "beta");
            var schools = await (await district.Admin).GetAsync("schools");
            Assert.Equal([school], schools.Expect(200).Texts("items", "code"));
        }
    }

    [Fact]
    public async Task Alternating_districts_and_schools_at_the_same_time_each_see_only_their_own()
    {
        TestDistrict[] districts = [await MakeAsync("alpha"), await MakeAsync("beta")];
        var chairs = await Task.WhenAll(districts[0].As("chair.alpha"), districts[1].As("chair.beta"));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async turn =>
        {
            var schools = await chairs[turn % 2].GetAsync("schools");
            Assert.Equal([turn % 2 == 0 ? "alpha" : "beta"], schools.Expect(200).Texts("items", "code"));
        }));
    }

    private async Task<TestDistrict> MakeAsync(string school)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("zone");
        await district.PutSchoolWithChair(school, "zone");
        return district;
    }
}
