using Microsoft.Playwright;
using Xunit;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A school hands in what it is obliged to on a phone, and the district sees it done on the board.</summary>
public sealed class ObligationTests(BrowserService service) : IClassFixture<BrowserService>
{
    private static int Year => int.Parse(BrowserDistricts.Day(0)[..4], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_school_hands_in_on_a_phone_and_the_district_sees_it_done()
    {
        // The installation's calendar is everybody's: what a class before this one wrote into it isn't known here.
        await service.ExecuteAsync("DELETE FROM calendar_days");
        var district = await BrowserDistricts.OpenAsync(service);
        var officer = await district.As("officer");
        await using var manager = await service.SignInAsync(district, "officer");
        await manager.OpenAsync("/obligations", "履职看板");
        await manager.SeesAsync("还没有工作事项");
        await AskAsync(officer, "OB20", "年度计划与预算", new { kind = "monthDay", month = 12, day = 31, shift = "none" }, "yearly");
        await AskAsync(officer, "OB04", "校务公开", new { kind = "monthDay", month = 1, day = 2, shift = "none" }, "yearly");
        await AskAsync(officer, "OB21", "下年计划", new { kind = "monthDay", month = 1, day = 31, shift = "nextWorkingDay" }, "yearly");
        await manager.OpenAsync("/obligation-templates", "工作事项目录");
        await manager.IsAccessibleAsync("obligation-templates");
        await manager.PressAsync("年度计划与预算");
        await manager.SeesAsync("起启用");
        await manager.IsAccessibleAsync("obligation-template");

        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/obligations", "工作日历");
        await chair.SeesAsync("已逾期");
        await chair.IsAccessibleAsync("own-year-phone");
        await chair.Page.Locator("li").Filter(new() { HasText = "年度计划与预算" }).First.GetByRole(AriaRole.Button).ClickAsync();
        var drawer = chair.Page.GetByRole(AriaRole.Dialog);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "提交登记" }).ClickAsync();
        await drawer.GetByText("请写明完成情况").First.WaitForAsync();
        await drawer.GetByLabel("完成情况").FillAsync("计划和预算已报区教育工会");
        await chair.IsAccessibleAsync("hand-in-phone");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "提交登记" }).ClickAsync();
        await drawer.GetByText("按期完成").First.WaitForAsync();
        await chair.IsAccessibleAsync("handed-in-phone");

        await manager.LoadAsync("/obligations", "履职看板");
        var cell = manager.Page.GetByRole(AriaRole.Button, new() { Name = "p学校 年度计划与预算" });
        await cell.ContainsAsync("按期完成");
        await manager.IsAccessibleAsync("board");
        await cell.ClickAsync();
        await manager.Page.GetByRole(AriaRole.Dialog).GetByText("计划和预算已报区教育工会").First.WaitForAsync();
        await manager.IsAccessibleAsync("board-drawer");
        await manager.LoadAsync("/calendar", "放假安排");
        await manager.SeesAsync($"还没有 {Year + 1} 年的放假安排");
        await manager.PressAsync("导入一年");
        var import = manager.Page.GetByRole(AriaRole.Dialog);
        await import.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "放假.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Holidays(Year)) });
        await import.GetByRole(AriaRole.Button, new() { Name = "校验" }).ClickAsync();
        await import.GetByText("新增 13").WaitForAsync();
        await manager.IsAccessibleAsync("calendar-import");
        await import.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await manager.SeesAsync("放假 12 天，调休上班 1 天");
        await manager.IsAccessibleAsync("calendar");
    }

    private static string Holidays(int year) =>
        $"date,kind,name\n{string.Join('\n', Enumerable.Range(1, 12).Select(m => $"{year}-{m:00}-01,holiday,假日"))}\n{year}-02-08,workday,春节";

    private static async Task AskAsync(IntegrationTests.Hosting.UnionClient officer, string template, string name, object due, string recurrence)
    {
        (await officer.PutAsync(
            $"obligation-templates/{template}",
            new
            {
                name,
                englishName = "Duty",
                clause = new { document = "学校工会工作计划", article = "计划", text = "按期报送" },
                recurrence,
                due,
                owner = new { level = "school", role = "schoolChair" },
                needsProof = true,
                proof = "计划和预算",
                effectiveFrom = $"{Year}-01-01",
            })).Expect(201);
        (await officer.DoAsync($"obligation-templates/{template}/activate")).Expect(200);
    }
}
