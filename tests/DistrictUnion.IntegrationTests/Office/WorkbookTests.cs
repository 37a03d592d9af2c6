using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>What leaves the product as a workbook or a document: valid by the format's schema, and the numbers of the pages.</summary>
public sealed class WorkbookTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task The_ranking_as_a_workbook_is_the_ranking_that_the_caller_sees()
    {
        var district = await RankedAsync();

        var file = OfficeFile.Of(await (await district.As("officer")).GetAsync("rounds/r1/ranking.xlsx"));
        var rows = file.Rows();

        var q = rows.First(r => r.Contains("q学校"));
        var p = rows.First(r => r.Contains("p学校"));
        Assert.Equal(["1", "1"], q.Take(2));
        Assert.Contains("30", q);
        Assert.Equal(["2", "1"], p.Take(2));
        Assert.Contains("20", p);
        Assert.False(file.HasFormulas);
        (await (await district.As("chair.p")).GetAsync("rounds/r1/ranking.xlsx")).ExpectProblem(404, "not-found");
        (await (await district.As("chair.p")).GetAsync("rounds/r1/ranking.docx")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task The_ranking_as_a_document_names_round_schools_and_points()
    {
        var district = await RankedAsync();

        var text = OfficeFile.Of(await (await district.As("officer")).GetAsync("rounds/r1/ranking.docx")).Text;

        Assert.Contains("r1轮", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("q学校\nnorth片\n30.00", StringComparison.Ordinal) is > 0 and var first
            && text.IndexOf("p学校\nnorth片\n20.00", StringComparison.Ordinal) > first, text);
    }

    [Fact]
    public async Task A_schools_feedback_sheet_shows_what_the_school_may_see_and_no_reviewer()
    {
        var district = await RankedAsync();
        await district.CloseRound();
        await district.PublishRound();
        var chair = await district.As("chair.q");

        var text = OfficeFile.Of(await chair.GetAsync("rounds/r1/schools/q/feedback.docx")).Text;
        var sheet = OfficeFile.Of(await chair.GetAsync("rounds/r1/schools/q/feedback.xlsx"));

        Assert.Contains("反馈单", text, StringComparison.Ordinal);
        Assert.Contains("q学校", text, StringComparison.Ordinal);
        Assert.Contains("核实", text, StringComparison.Ordinal);
        Assert.DoesNotContain(district.NameOf("officer"), text, StringComparison.Ordinal);
        Assert.Contains(sheet.Rows(), r => r.Any(c => c.Contains("核实", StringComparison.Ordinal)));
        Assert.False(sheet.HasFormulas);
        (await chair.GetAsync("rounds/r1/schools/p/feedback.docx")).ExpectProblem(404, "not-found");
        (await chair.GetAsync("rounds/r1/schools/p/feedback.xlsx")).ExpectProblem(404, "not-found");
        (await chair.GetAsync("rounds/r1/schools/p/scorecard.xlsx")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task A_school_gets_its_feedback_sheet_only_once_results_are_published()
    {
        var district = await RankedAsync();

        (await (await district.As("chair.q")).GetAsync("rounds/r1/schools/q/feedback.docx")).ExpectConflict("open");
        OfficeFile.Of(await (await district.As("officer")).GetAsync("rounds/r1/schools/q/feedback.docx"));
    }

    [Fact]
    public async Task A_scorecard_as_a_workbook_has_every_indicator_with_its_points()
    {
        var district = await RankedAsync();

        var file = OfficeFile.Of(await (await district.As("officer")).GetAsync("rounds/r1/schools/q/scorecard.xlsx"));

        var leaf = file.Sheets.SelectMany(s => file.Rows(s)).First(r => r.Any(c => c == "B1" || c.EndsWith(" B1", StringComparison.Ordinal)));
        Assert.Contains("35", leaf);
        Assert.Contains("30", leaf);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public async Task Text_that_looks_like_a_formula_stays_text(string name)
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        (await (await district.Admin).SaveAsync(
            "schools/p", new { name, zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 50 })).Expect(200);
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });

        var file = OfficeFile.Of(await (await district.Admin).GetAsync("rounds/r1/ranking.xlsx"));
        var cell = file.Xml().Descendants().First(c => c.Name.LocalName == "c" && string.Concat(c.Descendants().Where(t => t.Name.LocalName == "t").Select(t => t.Value)) == name);

        Assert.Equal("inlineStr", cell.Attribute("t")?.Value);
        Assert.Equal("1", file.Style(cell).Attribute("quotePrefix")?.Value);
        Assert.False(file.HasFormulas);
    }

    [Fact]
    public async Task A_scheme_goes_out_as_a_workbook_and_comes_back_the_same()
    {
        var district = await service.FoundDistrictAsync();
        var admin = await district.Admin;
        await district.PublishScheme(TestSchemes.Annual);
        var before = (await admin.GetAsync("schemes/annual/versions/1/export.yaml")).Expect(200).Body;
        var file = OfficeFile.Of(await admin.GetAsync("schemes/annual/versions/1/export.xlsx"));

        var again = (await admin.PostBytesAsync("schemes/import", file.Bytes, TestWorkbook.MediaType)).Expect(200);
        var elsewhere = await (await service.FoundDistrictAsync()).Admin;
        (await elsewhere.PostBytesAsync("schemes/import", file.Bytes, TestWorkbook.MediaType)).Expect(200);

        Assert.Equal(1m, again.Number("version"));
        Assert.Equal(before, (await elsewhere.GetAsync("schemes/annual/versions/1/export.yaml")).Expect(200).Body);
    }

    [Fact]
    public async Task What_is_wrong_in_a_schemes_workbook_is_named_by_sheet_and_row()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        var file = new TestWorkbook()
            .Sheet("方案", [["方案代码", "wrong"], ["方案名称", "方案"], ["考核对象", "school"]])
            .Sheet("指标", [["级次", "代码", "名称", "分值", "评分规则"], [1, "A", "甲", "十分", null]])
            .ToBytes();

        var answer = await admin.PostBytesAsync("schemes/import", file, TestWorkbook.MediaType);

        answer.ExpectInvalid("指标!2.max");
    }

    private async Task<TestDistrict> RankedAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p", "q");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.HandIn("q", claims: new { B1 = 35 });
        await district.Review("officer", "q", "district", [("B1", 30)]);
        return district;
    }
}
