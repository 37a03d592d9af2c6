using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Schemes;

/// <summary>A scheme at work: checked and tried out without being stored, exported and imported without a change.</summary>
public sealed class DesignTests(TestService service) : IClassFixture<TestService>
{
    /// <summary>The items of section A add up to 39 of 40 points.</summary>
    private static readonly string Broken = TestSchemes.Annual.Replace("\"max\": 15", "\"max\": 14", StringComparison.Ordinal);

    [Fact]
    public async Task A_check_names_the_problem_beside_its_node_and_stores_nothing()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;

        var check = (await admin.PostTextAsync("schemes/check", $$"""{"definition":{{Broken}} }""", "application/json")).Expect(200);

        Assert.Equal(["sections[0].max"], check.Texts("problems", "path"));
        Assert.NotEqual("", check.Text("problems[0].message"));
        Assert.Equal(0, (await admin.GetAsync("schemes")).Number("total"));
    }

    [Fact]
    public async Task A_trial_turns_facts_into_points_with_the_arithmetic_in_words()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;

        var trial = (await admin.PostTextAsync(
            "schemes/try",
            $$"""{"definition":{{TestSchemes.Annual}},"facts":{"members":80,"insured":60,"activities":7,"congressHeld":true},"claims":{"B1":32.5},"daysLate":2 }""",
            "application/json")).Expect(200);

        Assert.Equal(11.25m, trial.Find("nodes", "code", "A1").GetProperty("points").GetDecimal());
        Assert.Equal(7m, trial.Find("nodes", "code", "A2").GetProperty("points").GetDecimal());
        Assert.Equal(32.5m, trial.Find("nodes", "code", "B1").GetProperty("points").GetDecimal());
        Assert.Equal(2m, trial.Number("late"));
        Assert.Equal(58.75m, trial.Number("total"));
        Assert.Contains("60", trial.Find("nodes", "code", "A1").GetProperty("arithmetic")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_refuses_facts_by_their_path_and_a_scheme_that_could_not_be_published()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        (await admin.PostTextAsync("schemes/try", $$"""{"definition":{{TestSchemes.Annual}},"facts":{"members":-1,"nothing":1} }""", "application/json"))
            .ExpectInvalid("facts.members").ExpectInvalid("facts.nothing");
        (await admin.PostTextAsync("schemes/try", $$"""{"definition":{{Broken}} }""", "application/json"))
            .ExpectProblem(422, "scheme-unpublishable");
    }

    [Fact]
    public async Task An_exported_scheme_imports_again_without_a_change()
    {
        var district = await service.FoundDistrictAsync();
        await district.PublishScheme(TestSchemes.Annual);
        var admin = await district.Admin;

        var yaml = (await admin.GetAsync("schemes/annual/versions/1/export.yaml")).Expect(200);
        var again = (await admin.PostTextAsync("schemes/import", yaml.Body, "application/yaml")).Expect(200);

        Assert.True(again.At("unchanged").GetBoolean(), yaml.Body);
        Assert.Equal(1, (await admin.GetAsync("schemes/annual/versions")).Number("total"));
        (await admin.GetAsync("schemes/annual/versions/9/export.yaml")).Expect(404);
    }
}
