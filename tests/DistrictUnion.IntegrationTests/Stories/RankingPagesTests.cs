using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Stories;

/// <summary>Ranks don't depend on how the ranking is cut: into pages, or into groups.</summary>
public sealed class RankingPagesTests(TestService service) : IClassFixture<TestService>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task A_tie_across_pages_keeps_its_rank_and_its_count(int pageSize)
    {
        var district = await OpenAsync("none");
        var admin = await district.Admin;
        List<string?> schools = [];
        List<decimal?> ranks = [];
        List<decimal?> ties = [];
        for (var page = 1; page <= (8 + pageSize - 1) / pageSize; page++)
        {
            var answer = (await admin.GetAsync($"rounds/r1/ranking?page={page}&pageSize={pageSize}")).Expect(200);
            Assert.Equal(8, answer.At("total").GetInt32());
            schools.AddRange(answer.Texts("items", "school"));
            ranks.AddRange(answer.Numbers("items", "rank"));
            ties.AddRange(answer.Numbers("items", "ties"));
        }

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h"], schools);
        Assert.Equal([1m, 2m, 2m, 2m, 5m, 6m, null, null], ranks);
        Assert.Equal([1m, 3m, 3m, 3m, 1m, 1m, 0m, 0m], ties);
    }

    [Fact]
    public async Task Behind_the_last_page_stands_nothing_and_the_count_of_all()
    {
        var district = await OpenAsync("none");

        var answer = (await (await district.Admin).GetAsync("rounds/r1/ranking?page=3&pageSize=4")).Expect(200);

        Assert.Equal((0, 8), (answer.At("items").GetArrayLength(), answer.At("total").GetInt32()));
    }

    [Theory]
    [InlineData("none", new[] { 1, 2, 2, 2, 5, 6 }, new[] { 1, 3, 3, 3, 1, 1 })]
    [InlineData("stage", new[] { 1, 2, 1, 1, 3, 4 }, new[] { 1, 1, 2, 2, 1, 1 })]
    [InlineData("zone", new[] { 1, 1, 2, 1, 3, 3 }, new[] { 1, 2, 1, 2, 1, 1 })]
    public async Task A_scorecard_has_the_rank_of_its_group(string groupBy, int[] ranks, int[] ties)
    {
        var district = await OpenAsync(groupBy);
        var admin = await district.Admin;

        foreach (var (school, rank, sharing) in new[] { "a", "b", "c", "d", "e", "f" }.Zip(ranks, ties))
        {
            var card = (await admin.GetAsync($"rounds/r1/schools/{school}/scorecard")).Expect(200);
            Assert.Equal((school, rank, sharing), (school, card.At("rank").GetInt32(), card.At("ties").GetInt32()));
        }

        Assert.Equal(JsonValueKind.Null, (await admin.GetAsync("rounds/r1/schools/g/scorecard")).Expect(200).At("rank").ValueKind);
    }

    [Theory]
    [InlineData("stage", "junior", new[] { "c", "d" }, new[] { 1, 1 }, 2)]
    [InlineData("stage", "primary", new[] { "a", "b", "e", "f" }, new[] { 1, 2, 3, 4 }, 1)]
    [InlineData("zone", "south", new[] { "b", "d", "f" }, new[] { 1, 1, 3 }, 2)]
    public async Task A_group_is_ranked_by_itself(string groupBy, string group, string[] schools, int[] ranks, int tiesOfFirst)
    {
        var district = await OpenAsync(groupBy);

        var answer = (await (await district.Admin).GetAsync($"rounds/r1/ranking?group={group}")).Expect(200);

        Assert.Equal(schools, answer.Texts("items", "school").Where(s => s is not ("g" or "h")));
        Assert.Equal(ranks.Select(r => (decimal?)r), answer.Numbers("items", "rank").Where(r => r is not null));
        Assert.Equal(tiesOfFirst, answer.Numbers("items", "ties")[0]);
    }

    /// <summary>a 95; b, c, d 90; e 80; f 70; g and h handed in nothing. c and d are junior, b, d and f lie in the south.</summary>
    private async Task<TestDistrict> OpenAsync(string groupBy)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutZone("south");
        foreach (var school in new[] { "a", "b", "c", "d", "e", "f", "g", "h" })
        {
            await district.PutSchool(school, school is "b" or "d" or "f" ? "south" : "north", stage: school is "c" or "d" ? "junior" : "primary");
            await district.Appoint($"chair.{school}", "schoolChair", school: school);
        }

        await district.PublishScheme(TestSchemes.Claim.TrimEnd()[..^1] + $$""", "ranking": { "groupBy": "{{groupBy}}" } }""");
        await district.PlanRound(scheme: "claim");
        await district.OpenRound();
        foreach (var (school, points) in new[] { ("a", 95), ("b", 90), ("c", 90), ("d", 90), ("e", 80), ("f", 70) })
            await district.HandIn(school, claims: new { M = points });
        return district;
    }
}
