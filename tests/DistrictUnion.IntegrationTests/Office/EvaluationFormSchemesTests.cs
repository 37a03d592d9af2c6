using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>Forms of schemes of every shape: deep ones, the district's own, the largest.</summary>
public sealed class EvaluationFormSchemesTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private const string Template = $"{Evaluation}/template.xlsx";
    private const string Import = $"{Evaluation}/import";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Deep =
        """
        { "code": "deep", "name": "深层方案", "basis": "区工发〔2026〕5号", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "votes", "name": "测评票", "type": "ballots", "level": "school", "options": ["very", "not"] },
            { "code": "judged", "name": "打分", "type": "scores", "level": "school", "range": [0, 100] },
            { "code": "done", "name": "完成数", "type": "decimal", "level": "school" },
            { "code": "shared", "name": "共用", "type": "boolean", "level": "school" } ],
          "sections": [
            { "code": "A", "name": "甲", "max": 100, "items": [
              { "code": "A1", "name": "乙", "max": 60, "items": [
                { "code": "A11", "name": "丙", "max": 40, "items": [
                  { "code": "A111", "name": "满意", "max": 30, "rule": { "type": "surveyIndex", "ballots": "votes", "weights": { "very": 100, "not": 0 } } },
                  { "code": "A112", "name": "评分", "max": 10, "rule": { "type": "panel", "scores": "judged", "outOf": 100 } } ] },
                { "code": "A12", "name": "丁", "max": 20, "rule": { "type": "count", "count": "done", "points": 1 } } ] },
              { "code": "A2", "name": "戊", "max": 20, "rule": { "type": "boolean", "fact": "shared" } },
              { "code": "A3", "name": "己", "max": 20, "rule": { "type": "boolean", "fact": "shared" } } ] } ] }
        """;

    [Fact]
    public async Task Votes_scores_and_deep_trees_come_back_as_they_went_out()
    {
        var chair = await ChairAsync(Deep, "deep");
        object votes = new { eligible = 20, returned = 18, invalid = 1, counts = new { very = 10, not = 0 } };
        (await chair.SaveAsync(Evaluation, new { facts = new { votes, judged = new[] { 88m, 92.5m }, done = 3.50m, shared = true } })).Expect(201);

        var file = await FormAsync(chair);
        var unchanged = (await chair.PostBytesAsync(Import, file.Bytes, TestWorkbook.MediaType)).Expect(200);
        Assert.Empty(unchanged.At("changes").EnumerateArray());
        Assert.Equal(["A5:A13", "B5:B11", "C5:C10"], Merged(file).Where(m => m[0] is 'A' or 'B' or 'C' && m.Contains('5', StringComparison.Ordinal)));

        // The votes stand below each other, the scores in one cell; what two leaves read is filled in once.
        var rows = file.Rows().Select((cells, i) => (Code: cells.ElementAtOrDefault(8) ?? "", Number: i + 1)).Where(r => r.Code.Length > 0).DistinctBy(r => r.Code)
            .ToDictionary(r => r.Code, r => r.Number, StringComparer.Ordinal);
        Assert.Equal((true, false), (IsUnlocked(file, "J12"), IsUnlocked(file, "J13")));
        var changed = new EditedWorkbook(file.Bytes).Number($"J{rows["votes.counts.very"]}", 12).Text($"J{rows["judged"]}", "90, 91；93").ToBytes();
        var report = (await chair.PostBytesAsync(Import, changed, TestWorkbook.MediaType)).Expect(200);
        Assert.Equal(["votes.counts.very", "judged"], report.Texts("changes", "fact").Order(StringComparer.Ordinal).Reverse());
        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((12m, 18m, 0m), (stored.Number("facts.votes.counts.very"), stored.Number("facts.votes.returned"), stored.Number("facts.votes.counts.not")));
        Assert.Equal([90m, 91m, 93m], stored.At("facts.judged").EnumerateArray().Select(s => s.GetDecimal()));

        var halfCounted = new EditedWorkbook(file.Bytes).Clear($"J{rows["votes.invalid"]}").ToBytes();
        (await chair.PostBytesAsync(Import, halfCounted, TestWorkbook.MediaType)).ExpectInvalid($"J{rows["votes.invalid"]}");
    }

    [Fact]
    public async Task The_districts_own_scheme_comes_back_filled_in()
    {
        var yaml = await File.ReadAllTextAsync(SeedOf("union-annual.yaml"));
        var chair = await ChairAsync(yaml, "union-annual", "application/yaml");
        var file = await FormAsync(chair);
        var rows = file.Rows().Select((cells, i) => (Code: cells.ElementAtOrDefault(6) ?? "", Number: i + 1)).Where(r => r.Code.Length > 0).DistinctBy(r => r.Code)
            .ToDictionary(r => r.Code, r => r.Number, StringComparer.Ordinal);
        var form = new EditedWorkbook(file.Bytes).Text($"H{rows["reelectedOnTime"]}", "是").Number($"H{rows["unclearDuties"]}", 1).Number($"H{rows["proposals"]}", 12).Number($"H{rows["proposalsReplied"]}", 11).ToBytes();

        (await chair.PostBytesAsync(Import, form, TestWorkbook.MediaType)).Expect(200);
        var again = (await chair.PostBytesAsync(Import, (await FormAsync(chair)).Bytes, TestWorkbook.MediaType)).Expect(200);

        Assert.Empty(again.At("changes").EnumerateArray());
        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((1m, 12m, 11m), (stored.Number("facts.unclearDuties"), stored.Number("facts.proposals"), stored.Number("facts.proposalsReplied")));
        Assert.True(stored.At("facts.reelectedOnTime").GetBoolean());
    }

    [Fact]
    public async Task The_largest_scheme_comes_back_with_every_cell_filled_in()
    {
        const int leaves = 2_000;
        var items = new StringBuilder();
        var facts = new StringBuilder();
        for (var i = 0; i < leaves; i++)
        {
            facts.Append(CultureInfo.InvariantCulture, $$"""{{(i > 0 ? "," : "")}}{ "code": "f{{i}}", "name": "数据{{i}}", "type": "integer", "level": "school" },{ "code": "g{{i}}", "name": "总数{{i}}", "type": "integer", "level": "school" }""");
            items.Append(CultureInfo.InvariantCulture, $$"""{{(i > 0 ? "," : "")}}{ "code": "L{{i}}", "name": "指标{{i}}", "max": 1, "rule": { "type": "rateLinear", "rate": { "of": "f{{i}}", "to": "g{{i}}" } } }""");
        }

        var chair = await ChairAsync(
            $$"""{ "code": "large", "name": "大方案", "basis": "区工发〔2026〕6号", "missing": "zero", "bonus": { "cap": "none" }, "facts": [{{facts}}], "sections": [{ "code": "A", "name": "甲", "max": {{leaves}}, "items": [{{items}}] }] }""",
            "large");
        var form = new EditedWorkbook((await FormAsync(chair)).Bytes).FillIn(row => row > 4 && row <= 4 + leaves, "H", 1).ToBytes();

        var report = (await chair.PostBytesAsync(Import, form, TestWorkbook.MediaType)).Expect(200);

        Assert.Equal(leaves, report.At("changes").GetArrayLength());
    }

    private static async Task<OfficeFile> FormAsync(UnionClient chair) => OfficeFile.Of(await chair.GetAsync(Template));

    private static bool IsUnlocked(OfficeFile file, string cell) => file.Style(file.Cell(cell)).Element(Main + "protection")?.Attribute("locked")?.Value == "0";

    private static IEnumerable<string> Merged(OfficeFile file) => file.Xml().Descendants(Main + "mergeCell").Select(m => m.Attribute("ref")!.Value);

    private static string SeedOf(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../seeds/schemes", name));

    private async Task<UnionClient> ChairAsync(string scheme, string code, string mediaType = "application/json")
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        var admin = await district.Admin;
        (await admin.PostTextAsync("schemes/import", scheme, mediaType)).Expect(200);
        (await admin.DoAsync($"schemes/{code}/versions/1/publish")).Expect(200);
        await district.PlanRound(scheme: code);
        await district.OpenRound();
        return await district.As("chair.p");
    }
}
