using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>A school's own table instead of the product's form: taken only after a look at what it comes to.</summary>
public sealed class FreeFormTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private const string Import = $"{Evaluation}/import";
    private static readonly object[] Title = ["p学校自评表"];
    private static readonly object[] Headings = ["备注", "自评分", "指标", "分值", "序号"];

    [Fact]
    public async Task A_table_with_known_headings_in_any_order_needs_the_confirmation_of_its_dry_run()
    {
        var chair = await ChairAsync();
        var file = TestWorkbook.Of(Title, Headings, ["有特色", 33.5m, "特色工作", 40, 1], ["已召开", null, null, null, "A3"]);

        (await chair.PostBytesAsync(Import, file, TestWorkbook.MediaType)).ExpectInvalid("confirm");
        var trial = (await chair.PostBytesAsync($"{Import}?dryRun=true", file, TestWorkbook.MediaType)).Expect(200);
        (await chair.GetAsync(Evaluation)).Expect(404);
        var report = (await chair.PostBytesAsync($"{Import}?confirm={trial.Text("confirm")}", file, TestWorkbook.MediaType)).Expect(200);

        Assert.Equal("freeForm", trial.Text("source"));
        Assert.Equal(["B3", "A3", "A4"], trial.Texts("changes", "cell"));
        Assert.True(report.At("stored").GetBoolean());
        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((33.5m, "有特色", "已召开"), (stored.Number("claims.B1"), stored.Text("comments.B1"), stored.Text("comments.A3")));
    }

    [Fact]
    public async Task A_confirmation_is_of_this_file_and_this_draft()
    {
        var chair = await ChairAsync();
        var file = TestWorkbook.Of(["序号", "自评分"], ["B1", 30]);
        var confirm = (await chair.PostBytesAsync($"{Import}?dryRun=true", file, TestWorkbook.MediaType)).Expect(200).Text("confirm");

        (await chair.PostBytesAsync($"{Import}?confirm={confirm}", TestWorkbook.Of(["序号", "自评分"], ["B1", 31]), TestWorkbook.MediaType)).ExpectConflict("changed", "dryRun");
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 5 } })).Expect(201);
        (await chair.PostBytesAsync($"{Import}?confirm={confirm}", file, TestWorkbook.MediaType)).ExpectConflict("changed", "dryRun");

        Assert.Equal(5m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
    }

    [Fact]
    public async Task Rows_that_stand_for_no_indicator_for_certain_are_listed_and_left_out()
    {
        var chair = await ChairAsync();
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 8 }, comments = new { A1 = "原有说明" } })).Expect(201);
        var file = TestWorkbook.Of(
            ["序号", "指标", "分值", "自评分", "备注"],
            ["B1", "满意度", null, 30, null],
            [null, "特色工做", 40, 31, null],
            ["B1", "特色工作", 50, 32, null],
            ["A1", "医疗互助", 15, 15, null],
            [null, null, null, 33, null],
            [null, "合计", 100, 90, null],
            ["A2", null, null, null, null]);

        var trial = (await chair.PostBytesAsync($"{Import}?dryRun=true", file, TestWorkbook.MediaType)).Expect(200);
        (await chair.PostBytesAsync($"{Import}?confirm={trial.Text("confirm")}", file, TestWorkbook.MediaType)).Expect(200);

        Assert.Equal(["form.nameDiffers", "form.unknownIndicator", "form.maxDiffers", "form.notClaimed", "form.noIndicator", "form.unknownIndicator"], trial.Texts("unmatched", "code"));
        Assert.Equal(["B2", "B3", "B4", "D5", "B6", "B7"], trial.Texts("unmatched", "cell"));
        Assert.Empty(trial.At("changes").EnumerateArray());
        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((8m, "原有说明"), (stored.Number("claims.B1"), stored.Text("comments.A1")));
    }

    [Fact]
    public async Task What_is_wrong_in_a_cell_is_told_by_its_name()
    {
        var chair = await ChairAsync();
        var file = TestWorkbook.Of(["指标", "自评分"], ["B1", TestWorkbook.Raw("<c r=\"{r}\"><f>1+1</f><v>2</v></c>")]);
        var twice = TestWorkbook.Of(["指标", "自评分"], ["B1", 1], ["特色工作", 2]);

        var trial = (await chair.PostBytesAsync($"{Import}?dryRun=true", file, TestWorkbook.MediaType)).Expect(200);

        Assert.Equal(["B2"], trial.Texts("errors", "cell"));
        (await chair.PostBytesAsync($"{Import}?confirm={trial.Text("confirm")}", file, TestWorkbook.MediaType)).ExpectInvalid("B2");
        Assert.Equal(["form.twice"], (await chair.PostBytesAsync($"{Import}?dryRun=true", twice, TestWorkbook.MediaType)).Expect(200).Texts("errors", "code"));
        (await chair.PostBytesAsync($"{Import}?dryRun=true", TestWorkbook.Of(["姓名", "电话"], ["甲", 1]), TestWorkbook.MediaType)).ExpectInvalid("A1");
    }

    private async Task<UnionClient> ChairAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.OpenRound();
        return await district.As("chair.p");
    }
}
