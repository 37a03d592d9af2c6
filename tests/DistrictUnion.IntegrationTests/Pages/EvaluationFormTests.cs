using DistrictUnion.IntegrationTests.Office;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>The self-evaluation out and in as a workbook, by the page.</summary>
public sealed class EvaluationFormTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task A_chair_downloads_the_form_fills_it_in_mends_what_is_wrong_and_sees_it_in_the_draft()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "chair.p");
        await visitor.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        await visitor.Page.GetByLabel("自评得分").FillAsync("20");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.PressAsync("下载表格"));
        Assert.Equal("自评表-r1-p.xlsx", download.SuggestedFilename);
        var form = await File.ReadAllBytesAsync(await download.PathAsync());

        await visitor.PressAsync("上传表格");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        var apply = dialog.GetByRole(AriaRole.Button, new() { Name = "填入草稿" });
        await ChooseAsync(visitor, new EditedWorkbook(form).Number("J11", 50).ToBytes());
        await dialog.GetByText("有 1 处错误", new() { Exact = false }).WaitForAsync();
        await dialog.GetByText("J11：", new() { Exact = false }).WaitForAsync();
        await Expect(apply).ToBeDisabledAsync();

        await ChooseAsync(visitor, new EditedWorkbook(form).Number("J11", 35.5m).Text("H8", "是").Text("M11", "教工之家").ToBytes());
        await dialog.GetByText("将改动 3 处").WaitForAsync();
        await dialog.GetByRole(AriaRole.Row, new() { Name = "J11 B1 特色工作 自评分 20 35.5" }).WaitForAsync();
        await visitor.IsAccessibleAsync("form-preview");
        await apply.ClickAsync();

        await Expect(dialog).ToBeHiddenAsync();
        await Expect(visitor.Page.GetByLabel("自评得分")).ToHaveValueAsync("35.5");
        Assert.Equal("教工之家", (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/self-evaluation")).Text("comments.B1"));
    }

    private static Task ChooseAsync(Visitor visitor, byte[] file) =>
        visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "自评表.xlsx", MimeType = TestWorkbook.MediaType, Buffer = file });
}
