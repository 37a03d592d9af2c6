using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>An officer designs a scheme in all its parts, by mouse and by finger.</summary>
public sealed class DesignTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task An_officer_drags_a_leaf_adds_a_fact_and_a_grade_and_saves_the_draft()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/schemes/annual/1/edit", "设计");
        await visitor.Page.GetByText("需要更正 0").WaitForAsync();
        await DragAsync(visitor, "A3", "B2", 0.8f, picture: "design-dragging");
        await StandsInOrderAsync(visitor, ["A", "A1", "A2", "A4", "B", "B1", "B2", "A3"]);
        await visitor.SeesAsync("Σ 30");
        await visitor.SeesAsync("Σ 70");
        await DragAsync(visitor, "B", "B1", 0.5f);
        await StandsInOrderAsync(visitor, ["A", "A1", "A2", "A4", "B", "B1", "B2", "A3"]);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "A1 ↓" }).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("tr[data-row-key]").Nth(2).ContainsAsync("A1");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("tr[data-row-key]").Nth(3).ContainsAsync("A1");
        await visitor.Page.GetByLabel("A 满分").FillAsync("30");
        await visitor.Page.GetByLabel("B 满分").FillAsync("70");
        await visitor.Page.GetByText("需要更正 0").WaitForAsync();
        await visitor.Page.GetByLabel("A1 名称").ClickAsync();
        await visitor.Page.GetByLabel("代码", new() { Exact = true }).FillAsync("A2");
        await visitor.Page.GetByLabel("代码", new() { Exact = true }).PressAsync("Enter");
        await visitor.SeesAsync("代码 A2 已被使用");
        await visitor.IsAccessibleAsync("design-indicators");
        await visitor.Page.GetByLabel("代码", new() { Exact = true }).FillAsync("A1");

        await OpenTabAsync(visitor, "数据项");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "会员数 删除" })).ToBeDisabledAsync();
        await visitor.SeesAsync("指标 A1 医疗互助");
        await visitor.PressAsync("新增数据项");
        await visitor.Page.GetByLabel("名称", new() { Exact = true }).FillAsync("民主测评票");
        await visitor.Page.GetByLabel("代码", new() { Exact = true }).FillAsync("ballots");
        await ChooseAsync(visitor, "类型", "测评票");
        await visitor.Page.GetByText("需要更正 1").WaitForAsync();
        await visitor.Page.GetByLabel("选项").FillAsync("very");
        await visitor.Page.GetByLabel("选项").PressAsync("Enter");
        await visitor.Page.GetByLabel("选项").FillAsync("not");
        await visitor.Page.GetByLabel("选项").PressAsync("Enter");
        await visitor.Page.GetByLabel("选项").PressAsync("Escape");
        await visitor.Page.GetByText("需要更正 0").WaitForAsync();
        await visitor.IsAccessibleAsync("design-facts");

        await OpenTabAsync(visitor, "加分与否决");
        await visitor.SeesAsync("荣誉加分");
        await visitor.IsAccessibleAsync("design-extras");

        await OpenTabAsync(visitor, "等次与条件");
        await visitor.PressAsync("新等次");
        await visitor.Page.GetByLabel("名称", new() { Exact = true }).FillAsync("先进");
        await visitor.PressAsync("添加");
        await visitor.Page.GetByLabel("百分比（%）").FillAsync("120");
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "等次与条件 1" }).WaitForAsync();
        await visitor.IsAccessibleAsync("design-grades");
        await visitor.Page.GetByLabel("百分比（%）").FillAsync("60");

        await OpenTabAsync(visitor, "基本设置");
        await visitor.Page.GetByLabel("批准文件").FillAsync("");
        await visitor.SeesAsync("未填批准文件");
        await visitor.PressAsync("添加");
        await visitor.IsAccessibleAsync("design-settings");
        await visitor.PressAsync("保存为草稿");

        await visitor.SeesAsync("草稿 v2");
        var saved = (await (await district.Admin).GetAsync("schemes/annual/versions/2")).Expect(200);
        Assert.Equal("ballots", saved.Text("definition.facts[9].code"));
        Assert.Equal("先进", saved.Text("definition.grades[0].name"));
        Assert.Equal("A3", saved.Text("definition.sections[1].items[2].code"));
        Assert.Equal("section:A", saved.Text("definition.ranking.ties[0]"));
    }

    [Fact]
    public async Task An_officer_begins_a_scheme_from_nothing_on_a_phone()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer", phone: true);
        await visitor.OpenAsync("/schemes", "考核方案");
        await visitor.PressAsync("新建方案");
        await visitor.Page.GetByLabel("代码").FillAsync("annual");
        await visitor.SeesAsync("已有代码为 annual 的方案");
        await visitor.IsAccessibleAsync("design-new-phone");
        await visitor.Page.GetByLabel("代码").FillAsync("kindergarten");
        await visitor.Page.GetByLabel("名称").FillAsync("幼儿园考核");
        await OpenTabAsync(visitor, "指标");
        await visitor.PressAsync("新增一级项目");
        var drawer = visitor.Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByLabel("名称")).ToHaveValueAsync("新项目");
        await CloseAsync(visitor, drawer);
        await DragByFingerAsync(visitor, "B1", "A1", 0.2f);
        await StandsInOrderAsync(visitor, ["A", "B1", "A1", "B"]);
        await visitor.IsAccessibleAsync("design-indicators-phone");
        await visitor.PressAsync("A1 修改");
        await drawer.GetByLabel("佐证").WaitForAsync();
        await visitor.IsAccessibleAsync("design-leaf-phone");
        await CloseAsync(visitor, drawer);
        await visitor.PressAsync("保存为草稿");
        await visitor.SeesAsync("草稿 v1");
    }

    private static Task OpenTabAsync(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Tab, new() { Name = name }).ClickAsync();

    private static async Task ChooseAsync(Visitor visitor, string label, string option)
    {
        await visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).ClickAsync();
        await visitor.Page.Locator(".ant-select-item-option").Filter(new() { HasText = option }).Last.ClickAsync();
    }

    /// <summary>Waits until the nodes stand in this order.</summary>
    private static Task<IJSHandle> StandsInOrderAsync(Visitor visitor, string[] codes) =>
        visitor.Page.WaitForFunctionAsync("codes => [...document.querySelectorAll('tr[data-row-key]')].map(row => row.dataset.rowKey).join() === codes.join()", codes);

    private static async Task CloseAsync(Visitor visitor, ILocator drawer)
    {
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToBeHiddenAsync();
    }

    private static async Task DragByFingerAsync(Visitor visitor, string from, string to, float share)
    {
        var handle = (await visitor.Page.Locator($"tr[data-row-key='{from}'] .design-handle").BoundingBoxAsync())!;
        var row = (await visitor.Page.Locator($"tr[data-row-key='{to}']").BoundingBoxAsync())!;
        var (x, start, end) = (handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2), row.Y + (row.Height * share));
        var finger = await visitor.Window.NewCDPSessionAsync(visitor.Page);
        await TouchAsync("touchStart", start);
        for (var i = 1; i <= 8; i++)
            await TouchAsync("touchMove", start + ((end - start) * i / 8));
        await finger.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        Task TouchAsync(string type, float y) => finger.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = new[] { new { x, y } } });
    }

    /// <summary>Takes a node by its handle and lets it go over another one, so far down that one's row.</summary>
    private static async Task DragAsync(Visitor visitor, string from, string to, float share, string? picture = null)
    {
        var handle = (await visitor.Page.Locator($"tr[data-row-key='{from}'] .design-handle").BoundingBoxAsync())!;
        var row = (await visitor.Page.Locator($"tr[data-row-key='{to}']").BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(row.X + 60, row.Y + (row.Height / 2), new() { Steps = 8 });
        await visitor.Page.Mouse.MoveAsync(row.X + 60, row.Y + (row.Height * share), new() { Steps = 4 });
        if (picture is not null)
            await visitor.PictureAsync(picture, wholePage: false);
        await visitor.Page.Mouse.UpAsync();
    }
}
