using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>What is open in every programme, and what of it is one's own.</summary>
public sealed class TitleOverviewTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_school_sees_the_campaigns_of_every_programme_and_only_its_own_applications()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p", "q");
        var (first, second) = (new TestTitles(district), new TestTitles(district, "post", "post1"));
        await first.OpenAsync("r1", TestTitles.Definition(new { places = 1 }));
        await second.OpenAsync("r1", TestTitles.Definition(new { places = 1 }));
        await first.ApplyAsync("p");
        await second.ApplyAsync("q");
        var chair = await district.As("chair.p");

        Assert.Equal(["home1", "post1"], (await chair.GetAsync("title-campaigns?state=open")).Expect(200).Texts("items", "code").Order(StringComparer.Ordinal));
        Assert.Empty((await chair.GetAsync("title-campaigns?state=ended")).Expect(200).Texts("items", "code"));
        Assert.Equal(["home1.p"], (await chair.GetAsync("title-applications")).Expect(200).Texts("items", "code"));
        Assert.Equal(["home1.p", "post1.q"], (await (await district.Admin).GetAsync("title-applications")).Expect(200).Texts("items", "code"));
        Assert.Equal(["post1.q"], (await (await district.Admin).GetAsync("title-applications?campaign=post1")).Expect(200).Texts("items", "code"));
    }
}
