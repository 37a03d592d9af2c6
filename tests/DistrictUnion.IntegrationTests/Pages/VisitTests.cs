using System.Net.Http.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>An inspection on a phone, a day without network, and the two confirmations.</summary>
public sealed class VisitTests(BrowserService service) : IClassFixture<BrowserService>
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_day_without_network_is_kept_merged_and_confirmed_by_both_sides()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        var officer = await district.As("officer");
        var planned = (await officer.PostAsync("rounds/r1/schools/p/visits", new { plannedOn = BrowserDistricts.Day(0), inspectors = new[] { district.NameOf("zone.north") } })).Expect(201);
        var visit = $"rounds/r1/schools/p/visits/{planned.Text("id")}";
        await using var zone = await service.SignInAsync(district, "zone.north", phone: true, keepsPages: true);
        await zone.OpenAsync("/", "首页");
        await zone.SeesAsync("待开展的实地查访");
        await zone.IsAccessibleAsync("home-visits-phone");
        await zone.OpenAsync("/rounds/r1/visits", "现场考察");
        await zone.IsAccessibleAsync("visits-phone");
        await zone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();
        await zone.SeesAsync("已可离线使用");
        await zone.IsAccessibleAsync("visit-phone");
        await zone.PressAsync("修改安排");
        await zone.Page.GetByRole(AriaRole.Dialog).GetByLabel("考察日期").FillAsync(BrowserDistricts.Day(1));
        await zone.Page.GetByRole(AriaRole.Dialog).GetByLabel("考察日期").PressAsync("Enter");
        await zone.IsAccessibleAsync("visit-plan-phone");
        await zone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保 存" }).Or(zone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" })).ClickAsync();
        await zone.SeesAsync($"考察日期 {BrowserDistricts.Day(1)}");

        await zone.Window.SetOfflineAsync(true);
        await OpenAllAsync(zone);
        var leaf = zone.Page.GetByRole(AriaRole.Region, new() { Name = "B1 特色工作" });
        await leaf.GetByLabel("考察情况").FillAsync("展板齐全");
        await leaf.GetByLabel("现场评分").FillAsync("12");
        await leaf.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "现场.png", MimeType = "image/png", Buffer = Picture });
        await zone.SeesAsync("离线，已存 3 项待上传");
        await zone.Page.ReloadAsync();
        await zone.SeesAsync("离线，已存 3 项待上传");
        await OpenAllAsync(zone);
        await Expect(leaf.GetByLabel("考察情况")).ToHaveValueAsync("展板齐全");
        await leaf.GetByText("待上传").WaitForAsync();
        await zone.IsAccessibleAsync("visit-offline-phone");

        using var theirs = JsonContent.Create(new { changes = new object[] { new { path = "findings.B1", value = "缺一册台账" }, new { path = "note", value = "总体良好" } } });
        (await officer.SendAsync(HttpMethod.Patch, visit, theirs, ("If-Match", "*"))).Expect(200);
        await zone.Window.SetOfflineAsync(false);
        var dialog = zone.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("我填的：展板齐全").WaitForAsync(new() { Timeout = 20_000 });
        await dialog.GetByText("：缺一册台账").ClickAsync();
        await zone.IsAccessibleAsync("visit-conflict-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await zone.SeesAsync("全部已保存");
        var stored = (await officer.GetAsync(visit)).Expect(200);
        Assert.Equal(("缺一册台账", 12m, 1), (stored.Find("answers", "path", "findings.B1").GetProperty("value").GetString(), stored.Find("answers", "path", "scores.B1").GetProperty("value").GetDecimal(), stored.At("photos").GetArrayLength()));
        await zone.PressAsync("确认考察记录");
        await zone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await zone.SeesAsync("待学校确认");

        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync($"/{visit}", "现场考察");
        await chair.SeesAsync("缺一册台账");
        await chair.IsAccessibleAsync("visit-chair");
        await chair.PressAsync("确认属实");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await chair.SeesAsync("双方已确认");
    }

    private static async Task OpenAllAsync(Visitor visitor)
    {
        foreach (var section in await visitor.Page.Locator(".ant-collapse-header[aria-expanded=false]").AllAsync())
            await section.ClickAsync();
    }
}
