using DistrictUnion.IntegrationTests.Office;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Workbooks and documents in and out by the pages.</summary>
public sealed class OfficeTests(BrowserService service) : IClassFixture<BrowserService>
{
    private static readonly object[] Headings = ["学校代码", "学校名称", "片区", "学段", "办学性质", "区位", "会员数"];
    private static readonly object[] GoodRow = ["new-1", "听涛小学", "north", "小学", "公办", "城区", 61];
    private static readonly object[] BadRow = ["new-2", "望湖中学", "north", "大学", "公办", "城区", 80];

    [Fact]
    public async Task An_officer_imports_schools_from_a_workbook_after_mending_what_the_check_found()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/organisation", "组织机构");
        await visitor.PressAsync("导入");
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "学校" }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        var template = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.PressAsync("下载模板"));
        Assert.EndsWith(".xlsx", template.SuggestedFilename, StringComparison.Ordinal);

        await ChooseAsync(visitor, TestWorkbook.Of(Headings, GoodRow, BadRow));
        await visitor.PressAsync("校验");
        await dialog.GetByText("新增 1，修改 0，未变 0，拒绝 1").WaitForAsync();
        await dialog.GetByText("单元格 D3（学段）应为以下之一", new() { Exact = false }).WaitForAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true })).ToBeDisabledAsync();
        await visitor.IsAccessibleAsync("import-refused");
        var errors = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.PressAsync("下载错误表"));
        Assert.Contains("结果", errors.SuggestedFilename, StringComparison.Ordinal);

        await ChooseAsync(visitor, TestWorkbook.Of(Headings, GoodRow, ["new-2", "望湖中学", "north", "初中", "公办", "城区", 80]));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await visitor.SeesAsync("望湖中学");
        Assert.Equal("junior", (await (await district.Admin).GetAsync("schools/new-2")).Text("stage"));
    }

    [Fact]
    public async Task An_old_format_is_named_before_anything_is_sent()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "admin");
        await visitor.OpenAsync("/users", "人员与任职");
        await visitor.PressAsync("导入");

        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "名册.xls", MimeType = "application/vnd.ms-excel", Buffer = [0xD0, 0xCF] });

        await visitor.SeesAsync("请另存为 .xlsx");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "校验" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Ranking_and_feedback_are_saved_as_workbook_and_document()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await using (var officer = await service.SignInAsync(district, "officer"))
        {
            await officer.OpenAsync("/rounds/r1/ranking", "结果排名");
            Assert.EndsWith(".xlsx", await SaveAsync(officer, "Excel 表格"), StringComparison.Ordinal);
            Assert.EndsWith(".docx", await SaveAsync(officer, "Word 文档"), StringComparison.Ordinal);
        }

        await using var early = await service.SignInAsync(district, "chair.p");
        await early.OpenAsync("/rounds/r1/schools/p/scorecard", "p学校");
        await early.PressAsync("导出");
        await Expect(early.Page.Locator(".ant-dropdown").GetByRole(AriaRole.Menuitem)).ToHaveTextAsync(["得分单（Excel 表格）"]);

        await district.CloseRound();
        await district.PublishRound();
        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync("/rounds/r1/schools/p/scorecard", "p学校");
        Assert.Contains("反馈单", await SaveAsync(chair, "反馈单（Word 文档）"), StringComparison.Ordinal);
    }

    private static Task ChooseAsync(Visitor visitor, byte[] file) =>
        visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "名册.xlsx", MimeType = TestWorkbook.MediaType, Buffer = file });

    private static async Task<string> SaveAsync(Visitor visitor, string kind)
    {
        await visitor.PressAsync("导出");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = kind }).ClickAsync());
        return download.SuggestedFilename;
    }
}
