using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Evaluations;

/// <summary>A round can begin with the answers of an earlier one, and each of them wants a word of its own.</summary>
public sealed class CarryOverTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r2/schools/p/self-evaluation";

    [Fact]
    public async Task Earlier_answers_fill_what_is_empty_and_are_marked_as_inherited()
    {
        var chair = await (await SecondRoundAsync()).As("chair.p");
        Assert.Equal("r1", (await chair.GetAsync($"{Evaluation}/earlier")).Expect(200).Text("items[0].round"));
        var own = (await chair.SendAsync(HttpMethod.Patch, Evaluation, DraftTests.Json(new { changes = new[] { DraftTests.Change("facts.lectures", 9) } }))).Expect(201).ETag!;

        var filled = (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r1" }, ("If-Match", own))).Expect(200);

        Assert.Equal((9m, 30m), (filled.Number("facts.lectures"), filled.Number("claims.B1")));
        Assert.Equal("inherited", filled.At("origins").GetProperty("claims.B1").GetProperty("mark").GetString());
        Assert.Equal("r1", filled.At("origins").GetProperty("facts.congressHeld").GetProperty("round").GetString());
        Assert.False(filled.At("origins").TryGetProperty("facts.lectures", out _));
    }

    [Fact]
    public async Task Nothing_is_handed_in_before_each_inherited_answer_is_confirmed_or_changed()
    {
        var district = await SecondRoundAsync();
        var chair = await district.As("chair.p");
        var tag = (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r1" })).Expect(201).ETag!;

        var refused = (await chair.DoAsync($"{Evaluation}/submit")).ExpectProblem(422, "evaluation-unconfirmed");
        Assert.Equal(["claims.B1", "facts.congressHeld", "facts.lectures"], refused.Texts("problems", "path"));
        Assert.Equal("notSubmitted", (await district.Scorecard("p", round: "r2")).Text("outcome"));

        var changed = (await chair.SendAsync(
            HttpMethod.Patch, Evaluation, DraftTests.Json(new { changes = new[] { DraftTests.Change("claims.B1", 35) }, confirm = new[] { "facts.congressHeld", "facts.lectures" } }), ("If-Match", tag))).Expect(200);
        Assert.Equal(
            ["changed", "confirmed", "confirmed"],
            new[] { "claims.B1", "facts.congressHeld", "facts.lectures" }.Select(p => changed.At("origins").GetProperty(p).GetProperty("mark").GetString()));
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        Assert.Equal(10m, await district.Final("p", "A3", "r2"));
    }

    [Fact]
    public async Task What_the_present_scheme_does_not_take_stays_behind()
    {
        var district = await SecondRoundAsync(TestSchemes.Annual
            .Replace("\"max\": 40, \"rule\": { \"type\": \"manual\" }", "\"max\": 25, \"rule\": { \"type\": \"manual\" }", StringComparison.Ordinal)
            .Replace("\"max\": 20, \"rule\": { \"type\": \"value\"", "\"max\": 35, \"rule\": { \"type\": \"value\"", StringComparison.Ordinal));
        var chair = await district.As("chair.p");

        var filled = (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r1" })).Expect(201);

        Assert.False(filled.At("claims").TryGetProperty("B1", out _));
        Assert.True(filled.At("facts.congressHeld").GetBoolean());
        (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r2" }, ("If-Match", filled.ETag!))).ExpectInvalid("from");
        (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r1" })).ExpectProblem(428, "precondition-required");
    }

    [Fact]
    public async Task An_empty_comment_of_the_earlier_round_is_no_answer()
    {
        var district = await SecondRoundAsync();
        var chair = await district.As("chair.p");
        const string earlier = "rounds/r1/schools/p/self-evaluation";
        (await chair.DoAsync($"{earlier}/withdraw")).Expect(200);
        (await chair.SaveAsync(earlier, new { claims = new { B1 = 30 }, comments = new { B1 = "" } })).Expect(200);
        (await chair.DoAsync($"{earlier}/submit")).Expect(200);

        var filled = (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r1" })).Expect(201);

        Assert.Equal(["claims.B1"], filled.At("origins").EnumerateObject().Select(o => o.Name));
    }

    [Fact]
    public async Task Reviewers_see_the_marks_only_once_it_is_handed_in()
    {
        var district = await SecondRoundAsync();
        var chair = await district.As("chair.p");
        (await chair.PostAsync($"{Evaluation}/inherit", new { from = "r1" })).Expect(201);
        (await chair.SendAsync(
            HttpMethod.Patch, Evaluation, DraftTests.Json(new { confirm = new[] { "claims.B1", "facts.congressHeld", "facts.lectures" } }), ("If-Match", "*"))).Expect(200);
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        var officer = await district.As("officer");
        Assert.Equal("confirmed", (await officer.GetAsync(Evaluation)).At("origins").GetProperty("claims.B1").GetProperty("mark").GetString());

        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请核对" })).Expect(200);

        Assert.Empty((await officer.GetAsync(Evaluation)).At("origins").EnumerateObject());
    }

    private async Task<TestDistrict> SecondRoundAsync(string? scheme = null)
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        await district.HandIn("p", new { congressHeld = true, lectures = 4 }, new { B1 = 30 });
        if (scheme is not null)
            await district.PublishScheme(scheme);
        await district.PlanRound("r2", from: "2025-11-11", to: "2026-06-10", dueAt: "2026-06-10");
        await district.OpenRound("r2");
        return district;
    }
}
