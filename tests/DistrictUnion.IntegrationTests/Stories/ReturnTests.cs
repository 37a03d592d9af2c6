using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>An evaluation that is returned says what is wanted, and one that comes back says what changed.</summary>
public sealed class ReturnTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task A_return_says_what_is_wanted_of_single_leaves_until_the_evaluation_is_handed_in_again()
    {
        var district = await HandedInAsync();

        (await (await district.As("officer")).DoAsync($"{Evaluation}/return", new { reason = "请补充", leaves = new { A3 = "请附会议纪要", B1 = "分数与说明不符" } })).Expect(200);

        var chair = await district.As("chair.p");
        var returned = await chair.GetAsync(Evaluation);
        Assert.Equal(("请补充", "请附会议纪要", "分数与说明不符"), (returned.Text("returnReason"), returned.Text("returnReasons.A3"), returned.Text("returnReasons.B1")));
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 25 });
        Assert.Empty((await chair.GetAsync(Evaluation)).At("returnReasons").EnumerateObject());
    }

    [Fact]
    public async Task A_reviewer_sees_only_what_changed_since_the_return()
    {
        var district = await HandedInAsync();
        var officer = await district.As("officer");
        Assert.Equal(JsonValueKind.Null, (await officer.GetAsync("rounds/r1/schools/p/review")).At("changed").ValueKind);
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请补充" })).Expect(200);

        var chair = await district.As("chair.p");
        (await chair.SaveAsync(Evaluation, new { facts = new { congressHeld = false }, claims = new { B1 = 30 }, comments = new { A2 = "已补" } })).Expect(200);
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);

        var desk = await officer.GetAsync("rounds/r1/schools/p/review");
        Assert.Equal(["A2", "A3"], desk.At("changed").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("已补", desk.Text("comments.A2"));
    }

    [Fact]
    public async Task A_return_names_leaves_of_the_scheme_and_says_something_of_each()
    {
        var district = await HandedInAsync();
        var officer = await district.As("officer");

        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请补充", leaves = new { nobody = "？" } })).ExpectInvalid("leaves.nobody");
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请补充", leaves = new { A3 = " " } })).ExpectProblem(400, "validation");
        (await officer.DoAsync($"{Evaluation}/return", new { reason = " " })).ExpectProblem(400, "validation");
        Assert.Equal("submitted", (await officer.GetAsync(Evaluation)).Text("state"));
    }

    [Fact]
    public async Task Nobody_returns_the_evaluation_of_the_own_school()
    {
        var district = await HandedInAsync();
        (await (await district.Admin).SaveAsync(
            $"users/{district.NameOf("officer")}",
            new
            {
                displayName = "officer",
                password = UnionClient.Password,
                posts = new object[]
                {
                    new { role = "districtOfficer", from = "2020-01-01" },
                    new { role = "schoolChair", scope = new { school = "p" }, from = "2020-01-01" },
                },
            })).Expect(200);
        district.Forget("officer");
        var officer = await district.As("officer");
        (await officer.PutAsync("me/active-post", new { role = "districtOfficer" })).Expect(200);

        (await officer.DoAsync($"{Evaluation}/return", new { reason = "再想想" })).ExpectProblem(403, "review-own-school");
    }

    private async Task<TestDistrict> HandedInAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.OpenRound();
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        return district;
    }
}
