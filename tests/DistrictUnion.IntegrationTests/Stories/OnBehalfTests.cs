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
    public async Task Nobody_of_the_district_reads_a_schools_draft_by_changing_it()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        var (officer, chair) = (await district.As("officer"), await district.As("chair.p"));
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "补材料" })).Expect(200);
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 11 }, comments = new { B1 = "只给本校看" } })).Expect(200);
        await district.PlanRound("r2", from: "2025-11-11", to: "2026-06-10", dueAt: "2026-06-10");
        await district.OpenRound("r2");
        (await chair.SaveAsync("rounds/r2/schools/p/self-evaluation", new { comments = new { B1 = "只给本校看" } })).Expect(201);

        foreach (var (tag, body) in new (string, object)[]
        {
            ("*", new { changes = Array.Empty<object>(), onBehalfReason = "代填" }),
            ("\"1\"", new { changes = new[] { new { path = "comments.B1", value = "x" } }, onBehalfReason = "代填" }),
        })
        {
            (await officer.SendAsync(HttpMethod.Patch, Evaluation, Evaluations.DraftTests.Json(body), ("If-Match", tag))).ExpectProblem(403, "on-behalf-schools-own");
        }

        (await officer.PostAsync("rounds/r2/schools/p/self-evaluation/inherit", new { from = "r1", onBehalfReason = "代填" }, ("If-Match", "*"))).ExpectProblem(403, "on-behalf-schools-own");
        Assert.Equal(11m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
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
