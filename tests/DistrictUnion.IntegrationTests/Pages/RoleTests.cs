using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>From the district's figures down to one leaf, and what the roles between see and don't.</summary>
public sealed class RoleTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task An_auditor_goes_from_the_districts_figures_down_to_the_arithmetic_of_a_leaf_and_can_change_nothing()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.Appoint("auditor", "auditor");
        await district.Report("p", "p-1", new { members = 20, insured = 18, activities = 3 });
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await using var visitor = await service.EnterAsync(district, "auditor");
        await visitor.StandsStillAsync();
        var figure = visitor.Page.Locator("figure").First;
        await figure.GetByRole(AriaRole.Button, new() { Name = "以表格查看" }).ClickAsync();
        await figure.GetByRole(AriaRole.Row).Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Cell, new() { Name = "1", Exact = true }) }).GetByRole(AriaRole.Link).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ContainsAsync("结果排名");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "p学校" }).ClickAsync();
        await visitor.Page.GetByText("A2 活动").ClickAsync();
        await visitor.Page.GetByText("3 × 1", new() { Exact = false }).First.WaitForAsync();
        await visitor.IsAccessibleAsync("auditor-leaf");

        await visitor.OpenAsync("/rounds", "评估轮次");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "新建轮次" })).ToBeHiddenAsync();
        await visitor.OpenAsync("/rounds/r1/board", "进度看板");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "批量退回" })).ToBeHiddenAsync();
        await visitor.Page.GotoAsync("/rounds/r1/review/p");
        await visitor.SeesAsync("没有找到这个页面");
    }

    [Fact]
    public async Task What_stands_below_a_drawing_stays_where_it_is_when_the_drawing_comes()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer");
        var allowed = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/assets/ChartDrawing*", async route =>
        {
            await allowed.Task;
            await route.ContinueAsync();
        });
        await visitor.LoadAsync("/", "首页");
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).Not.ToHaveAttributeAsync("aria-busy", "true");
        var figure = visitor.Page.Locator("figure").First;
        var drawing = figure.GetByRole(AriaRole.Img, new() { Name = "总分分布" });
        var button = figure.GetByRole(AriaRole.Button, new() { Name = "以表格查看" });
        var before = await button.BoundingBoxAsync();
        await Expect(drawing).ToBeHiddenAsync();
        allowed.SetResult();

        await drawing.WaitForAsync();
        Assert.Equal(before!.Y, (await button.BoundingBoxAsync())!.Y);
    }

    [Fact]
    public async Task A_clerk_fills_in_on_a_phone_and_leaves_the_submission_to_the_chair()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var clerk = await service.SignInAsync(district, "clerk", phone: true);
        await clerk.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        await clerk.Page.GetByLabel("自评得分").FillAsync("24");
        await clerk.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        await clerk.IsAccessibleAsync("clerk-phone");

        await Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true })).ToBeHiddenAsync();
        Assert.Equal(24m, (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/self-evaluation")).Number("claims.B1"));
    }

    [Fact]
    public async Task A_zone_lead_sees_the_own_zone_only()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.PutZone("south");
        await district.PutSchoolWithChair("s", "south");
        await using var visitor = await service.SignInAsync(district, "zone.north", phone: true);

        await visitor.OpenAsync("/organisation", "组织机构");
        await visitor.SeesAsync("q学校");
        await Expect(visitor.Page.GetByText("s学校")).ToBeHiddenAsync();
        await visitor.Page.GotoAsync("/rounds/r1/schools/s/scorecard");
        await visitor.SeesAsync("没有找到这个页面");
    }
}
