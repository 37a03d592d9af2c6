using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>Every number of a scorecard is explained, in Chinese and in English.</summary>
public sealed class ExplanationTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_leaf_names_its_facts_with_their_sources_and_its_arithmetic_in_chinese()
    {
        var leaf = Leaf(await CardAsync("zh-CN"), "A1");

        Assert.Equal("rateLinear", leaf.GetProperty("rule").GetString());
        var fact = leaf.GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "insured");
        Assert.Equal("p-1", fact.GetProperty("parts")[0].GetProperty("branch").GetString());
        Assert.Equal("report", fact.GetProperty("parts")[0].GetProperty("source").GetProperty("route").GetString());
        Assert.Contains("参加互助人数 36 ÷ 会员数 40 = 90%", Words(leaf));
    }

    [Fact]
    public async Task The_same_arithmetic_reads_in_english_on_request() =>
        Assert.Contains("参加互助人数 36 ÷ 会员数 40 = 90 %", Words(Leaf(await CardAsync("en"), "A1")));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_leaf_is_explained_in_words_without_codes_or_holes(string language)
    {
        var card = await CardAsync(language);
        foreach (var node in card.At("nodes").EnumerateArray())
        {
            var words = Words(node.GetProperty("explanation"));
            Assert.NotEmpty(words);
            Assert.All(words, w => Assert.False(IsCodeOrHole(w), w));
        }

        Assert.All(card.At("explanation").EnumerateArray().Select(s => s.GetProperty("text").GetString()!), w => Assert.False(IsCodeOrHole(w), w));
    }

    [Fact]
    public async Task Every_reviewer_change_keeps_old_and_new_value_reason_person_and_time()
    {
        var district = await DistrictAsync();
        await district.Review("officer", "p", "district", [("B1", 35m)]);
        await district.Review("officer", "p", "district", [("B1", 34m)]);

        var changes = Leaf(await district.Scorecard("p"), "B1").GetProperty("changes");

        Assert.Equal([null, "35"], changes.EnumerateArray().Select(c => c.GetProperty("oldScore") is { ValueKind: JsonValueKind.Number } n ? $"{n.GetDecimal():0.##}" : null));
        Assert.Equal([35m, 34m], changes.EnumerateArray().Select(c => c.GetProperty("newScore").GetDecimal()));
        Assert.Equal("核实", changes[1].GetProperty("reason").GetString());
        Assert.Equal(district.NameOf("officer"), changes[1].GetProperty("actor").GetString());
        Assert.Equal("2025-11-03T09:00:00+08:00", changes[1].GetProperty("at").GetString());
    }

    private async Task<Answer> CardAsync(string language)
    {
        var district = await DistrictAsync();
        return (await (await district.Admin).GetAsync("rounds/r1/schools/p/scorecard", ("Accept-Language", language))).Expect(200);
    }

    private async Task<TestDistrict> DistrictAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north", branches: 2);
        await district.Appoint("officer", "districtOfficer");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound();
        await district.OpenRound();
        await district.Report("p", "p-1", new { members = 16, insured = 15, visits = 10, activities = 4 });
        await district.Report("p", "p-2", new { members = 24, insured = 21, visits = 20, activities = 3 });
        await district.HandIn("p", new { congressHeld = true, awards = new[] { new { matter = "市先进工会", level = "city", date = "2025-10-01" } } }, new { B1 = 36.5 });
        return district;
    }

    private static JsonElement Leaf(Answer card, string node) => card.Find("nodes", "code", node).GetProperty("explanation");

    private static List<string> Words(JsonElement explanation) =>
        [.. explanation.GetProperty("arithmetic").EnumerateArray().Select(s => s.GetProperty("text").GetString()!)];

    private static bool IsCodeOrHole(string words) =>
        words.Contains("explain.", StringComparison.Ordinal) || words.AsSpan().ContainsAny('{', '}');
}
