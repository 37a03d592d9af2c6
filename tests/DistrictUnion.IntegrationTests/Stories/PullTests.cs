using System.Globalization;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>Other systems pull only what changed.</summary>
public sealed class PullTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_list_gives_what_changed_since_an_instant()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchool("p", "north");
        await district.PutSchool("q", "north");
        service.Clock.Advance(TimeSpan.FromMinutes(10));
        var since = Uri.EscapeDataString(service.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await district.PutSchool("q", "north", members: 77);

        var changed = (await (await district.Admin).GetAsync($"schools?updatedSince={since}")).Expect(200);

        Assert.Equal(["q"], changed.Texts("items", "code"));
        Assert.Equal(1, changed.At("total").GetInt32());
    }

    [Theory]
    [InlineData("2025-11-10")]
    [InlineData("2025-11-10T08:00:00")]
    [InlineData("yesterday")]
    public async Task An_instant_without_offset_is_refused(string since)
    {
        var district = await service.FoundDistrictAsync();

        (await (await district.Admin).GetAsync($"rounds?updatedSince={since}")).ExpectInvalid("updatedSince");
    }
}
