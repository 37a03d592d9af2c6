using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>From the reviewer's desk back to the school, and what the reviewer sees when it comes again.</summary>
public sealed class ReturnTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task What_a_reviewer_wants_stands_beside_its_leaf_and_what_changed_is_marked()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await officer.Page.Locator("tr[data-leaf=B1]").ClickAsync();
        await officer.PressAsync("退回");
        var dialog = officer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("退回理由").FillAsync("请更正后再交");
        await dialog.GetByLabel("需要补充或更正的内容").FillAsync("分数与说明不符");
        await officer.IsAccessibleAsync("return-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await officer.SeesAsync("已退回 1 所");

        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        await chair.SeesAsync("请更正后再交");
        await Expect(chair.Page.GetByRole(AriaRole.Region, new() { Name = "B1 特色工作" }).GetByRole(AriaRole.Alert)).ToHaveTextAsync("分数与说明不符");
        await chair.Page.GetByText("还能提高的地方").ClickAsync();
        await chair.Page.GetByText("最多可再得 15 分").WaitForAsync();
        await chair.IsAccessibleAsync("returned-phone");
        await chair.Page.GetByLabel("自评得分").FillAsync("25");
        await chair.Page.GetByText("自评总分：35").WaitForAsync();
        await chair.PressAsync("提交");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await chair.SeesAsync("收到时间");

        await officer.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await officer.Page.Locator("tr[data-leaf=B1]").ContainsAsync("退回后有改动");
        await Expect(officer.Page.Locator("tr[data-leaf=A3]")).Not.ToContainTextAsync("退回后有改动");
    }

    [Fact]
    public async Task A_school_with_an_extension_reads_its_own_deadline_and_can_still_write()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        (await (await district.Admin).PutAsync("rounds/r1/schools/p/extension", new { dueAt = BrowserDistricts.Day(9), reason = "停电" })).Expect(201);
        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);

        await chair.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");

        await chair.SeesAsync($"{BrowserDistricts.Day(9)} 24:00 前提交为按时；逾期仍可提交，按迟交扣分：每迟一天扣 1 分，最多 5 分，迟过 5 天作废");
    }

    [Fact]
    public async Task A_slip_with_many_schools_is_undone_and_a_reviewer_stays_out_of_one()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await district.HandIn("q", claims: new { B1 = 20 });
        await using var zone = await service.SignInAsync(district, "zone.north");
        await zone.OpenAsync("/rounds/r1/board", "看板");
        await zone.Page.GetByRole(AriaRole.Checkbox, new() { Name = "p学校" }).CheckAsync();
        await zone.Page.GetByRole(AriaRole.Button, new() { Name = "批量认可" }).ClickAsync();
        await zone.SeesAsync("前可以撤销");
        await zone.IsAccessibleAsync("board-undo");
        await zone.PressAsync("撤销");
        await zone.SeesAsync("已撤销 1 所");
        Assert.Equal("submitted", (await (await district.Admin).GetAsync("rounds/r1/schools/p/self-evaluation")).Text("state"));

        await zone.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await zone.PressAsync("登记回避");
        await zone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("配偶在该校任教");
        await zone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await zone.SeesAsync("您已登记对该校回避");
        await Expect(zone.Page.GetByLabel("分数", new() { Exact = false })).ToHaveCountAsync(0);
        await zone.IsAccessibleAsync("review-recused");
        await zone.OpenAsync("/rounds/r1/schools/p/papers/review-sheet", "考评表");
        await zone.SeesAsync("片区负责人（签字）");
        await zone.IsAccessibleAsync("review-sheet");
    }
}
