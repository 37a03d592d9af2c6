using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A visit from its reason to its record on a phone, and what the district sees of it.</summary>
public sealed class CareTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task A_chair_records_a_visit_makes_it_and_sees_who_looked_while_the_district_sees_numbers_only()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await AskForVisitsAsync(district);
        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/care", "关爱工作");
        await chair.SeesAsync("这一年还没有记录");
        await chair.IsAccessibleAsync("care-empty-phone");
        await chair.PressAsync("登记");
        var dialog = chair.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("走访事由").ClickAsync();
        await chair.Page.GetByTitle("伤病").ClickAsync();
        await dialog.GetByLabel("职工姓名").FillAsync("欧阳静秋");
        await dialog.GetByLabel("情况说明").FillAsync("手术住院");
        await chair.IsAccessibleAsync("care-form-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await chair.Page.GetByRole(AriaRole.Listitem).GetByText("欧阳静秋").WaitForAsync();
        await chair.IsAccessibleAsync("care-list-phone");

        await chair.OpenAsync("/obligations", "工作日历");
        await chair.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "五必访" }).GetByText("待办").WaitForAsync();
        await chair.OpenAsync("/care", "关爱工作");
        await chair.PressAsync("查看 欧阳静秋");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "已走访", Exact = true }).ClickAsync();
        await chair.Page.GetByLabel("走访人").FillAsync("工会主席");
        await chair.Page.GetByLabel("结果").FillAsync("恢复良好");
        await chair.IsAccessibleAsync("care-complete-phone");
        await chair.PressAsync("保存");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "撤回" }).WaitForAsync();
        await chair.IsAccessibleAsync("care-record-phone");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "关闭" }).First.ClickAsync();
        await chair.Page.GetByRole(AriaRole.Tab, new() { Name = "谁看过" }).ClickAsync();
        await chair.SeesAsync("名单（1 人）");
        await chair.IsAccessibleAsync("care-views-phone");
        await chair.Page.GetByRole(AriaRole.Tab, new() { Name = "谁能看" }).ClickAsync();
        await chair.SeesAsync("学校工会主席");
        await chair.IsAccessibleAsync("care-keepers-phone");
        var duty = (await (await district.As("chair.p")).GetAsync($"obligations?template=OB12&dueTo={BrowserDistricts.Day(40)}")).Expect(200);
        Assert.Equal("fulfilled", duty.Text("items[0].state"));

        for (var i = 0; i < 6; i++)
            (await (await district.As("chair.q")).PostAsync("care-records", new { kind = "visit", category = i < 5 ? "illness" : "conflict", eventOn = BrowserDistricts.Day(0), person = $"职工{i}" })).Expect(201);
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/care/overview", "关爱工作统计");
        await officer.SeesAsync("少于 5 件的数目不公开");
        await officer.PressAsync("north片");
        await officer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "p学校" }).GetByText("不公开").WaitForAsync();
        await officer.IsAccessibleAsync("care-overview");
        await officer.Page.GotoAsync("/care");
        await officer.SeesAsync("没有找到这个页面");
    }

    private static async Task AskForVisitsAsync(TestDistrict district)
    {
        var admin = await district.Admin;
        var year = int.Parse(BrowserDistricts.Day(0)[..4], System.Globalization.CultureInfo.InvariantCulture);
        foreach (var y in new[] { year, year + 1 })
            (await admin.PostAsync("calendar/import", Enumerable.Range(1, 12).Select(m => new { date = $"{y}-{m:00}-05", kind = "holiday", name = "假日" }))).Expect(200);
        (await admin.PutAsync("obligation-templates/OB12", new
        {
            name = "五必访",
            englishName = "Five visits",
            clause = new { document = "工会慰问办法", article = "五必访", text = "职工遇伤病、婚丧、困难、矛盾、突发事件，工会须走访" },
            recurrence = "onEvent",
            due = new { kind = "workingDaysAfterEvent", trigger = "careTriggered", days = 5 },
            owner = new { level = "school", role = "schoolChair" },
            evidence = "careVisited",
            needsProof = true,
        })).Expect(201);
        (await admin.DoAsync("obligation-templates/OB12/activate")).Expect(200);
    }
}
