using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>Entering on a school's behalf is the district's explicit act; what a school types stays the school's.</summary>
public sealed class OnBehalfTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task The_district_hands_in_only_what_it_entered_itself()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        var officer = await district.As("officer");
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "补材料" })).Expect(200);

        (await officer.DoAsync($"{Evaluation}/submit")).ExpectProblem(403, "on-behalf-schools-own");
        (await officer.SaveAsync(Evaluation, new { claims = new { B1 = 25 } })).ExpectInvalid("onBehalfReason");
        (await officer.SaveAsync(Evaluation, new { claims = new { B1 = 25 }, onBehalfReason = "主席住院" })).Expect(200);
        (await officer.DoAsync($"{Evaluation}/submit")).Expect(200);

        Assert.Equal("主席住院", (await (await district.As("chair.p")).GetAsync(Evaluation)).Text("onBehalfReason"));
        Assert.Equal(25m, await district.Final("p", "B1"));
    }

    [Fact]
    public async Task Once_the_school_writes_again_the_district_sees_what_was_handed_in_and_not_the_draft()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        var (officer, chair) = (await district.As("officer"), await district.As("chair.p"));
        (await officer.SaveAsync(Evaluation, new { claims = new { B1 = 25 }, onBehalfReason = "纸质表" })).Expect(201);
        (await officer.DoAsync($"{Evaluation}/submit")).Expect(200);
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请学校核对" })).Expect(200);
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 11 } })).Expect(200);

        Assert.Equal(11m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
        Assert.Equal(25m, (await officer.GetAsync(Evaluation)).Number("claims.B1"));
    }
}
