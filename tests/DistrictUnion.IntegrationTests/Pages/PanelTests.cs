using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Panels;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A panel from the officer's plan through a judge's phone to the schools' results.</summary>
public sealed class PanelTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task An_officer_plans_a_panel_and_is_told_in_words_why_it_cant_be_assigned()
    {
        var district = await FoundAsync(judges: 4);
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/rounds/r1/panels", "评审组");
        await officer.SeesAsync("还没有评审组");
        await officer.PressAsync("新建评审组");
        var dialog = officer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("名称").FillAsync("特色评审组");
        await dialog.GetByLabel("代码").FillAsync("p1");
        await dialog.GetByLabel("每校评委人数").FillAsync("4");
        for (var i = 1; i <= 4; i++)
        {
            await dialog.GetByLabel("评委", new() { Exact = true }).FillAsync($"j{i}");
            await officer.Page.Locator(".ant-select-item-option-active").Filter(new() { HasText = $"j{i}" }).WaitForAsync();
            await officer.Page.Keyboard.PressAsync("Enter");
        }

        await officer.Page.Keyboard.PressAsync("Escape");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "添加回避" }).ClickAsync();
        var bans = dialog.GetByRole(AriaRole.Group);
        await bans.GetByLabel("评委").ClickAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await bans.GetByLabel("学校").FillAsync("q学校");
        await officer.Page.GetByText("q学校（q）").ClickAsync();
        await officer.Page.Keyboard.PressAsync("Escape");
        await bans.GetByLabel("说明").FillAsync("同一教育共同体");
        await officer.IsAccessibleAsync("panel-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await officer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ContainsAsync("特色评审组");
        await officer.PressAsync("分配评委");
        await officer.SeesAsync("按现有要求分配不出来");
        await officer.SeesAsync("q学校需要 4 名评委");
        await officer.IsAccessibleAsync("panel-conflict");
    }

    [Fact]
    public async Task A_judge_scores_on_a_phone_by_the_keyboard_alone_and_the_officer_removes_a_judge_and_closes()
    {
        var district = await FoundAsync(judges: 4);
        await district.StartPanel(4, 3, bans: [(4, "p", "other"), (4, "q", "other")]);
        foreach (var (judge, score) in new[] { ("j2", 80m), ("j3", 90m) })
        {
            await district.Judge(judge, "p", score);
            await district.Judge(judge, "q", score - 5);
        }

        await using var judge1 = await service.EnterAsync(district, "j1", phone: true);
        await judge1.SeesAsync("还有 2 所未打分");
        await judge1.IsAccessibleAsync("judge-home-phone");
        await judge1.Page.GetByRole(AriaRole.Link, new() { Name = "p学校" }).ClickAsync();
        await Expect(judge1.Page.GetByLabel("分数", new() { Exact = true })).ToBeFocusedAsync();
        await judge1.IsAccessibleAsync("judge-sheet-phone");
        foreach (var score in new[] { "70", "65.5" })
        {
            await judge1.Page.GetByLabel("分数", new() { Exact = true }).FillAsync(score);
            await judge1.Page.Keyboard.PressAsync("Enter");
            if (score == "70")
                await judge1.SeesAsync("第 2 / 2 所");
        }

        await judge1.PressAsync("提交全部");
        await judge1.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await judge1.SeesAsync("已提交 2 所");

        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/rounds/r1/panels/p1", "特色评审组");
        await officer.IsAccessibleAsync("panel-scoring");
        await officer.PressAsync("撤下 j1");
        var dialog = officer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("撤下理由").FillAsync("与被评学校有业务往来");
        await dialog.GetByLabel("保留，照常计分").First.CheckAsync();
        await dialog.GetByLabel("不计，另请评委").Last.CheckAsync();
        await dialog.GetByLabel("立即补上其他评委").UncheckAsync();
        await officer.IsAccessibleAsync("panel-removal");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "撤下" }).ClickAsync();
        await officer.SeesAsync("缺 1 名评委");
        await officer.PressAsync("结束评审");
        await officer.SeesAsync("还缺 1 个评分");
        await dialog.GetByLabel("理由").FillAsync("无合适人选");
        await officer.IsAccessibleAsync("panel-close");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "结束评审" }).ClickAsync();
        await officer.SeesAsync("评分宽严");
        await officer.IsAccessibleAsync("panel-closed");

        Assert.Equal(80.00m, await district.Final("p", "L"));
        Assert.Equal(0m, await district.Final("q", "L"));
    }

    private async Task<TestDistrict> FoundAsync(int judges)
    {
        var district = await BrowserDistricts.OpenAsync(service, TestPanels.Scheme.Replace("\"judged\"", "\"annual\"", StringComparison.Ordinal));
        for (var i = 1; i <= judges; i++)
            await district.Appoint($"j{i}", "expertReviewer");
        foreach (var school in new[] { "p", "q" })
            await district.HandIn(school, new { members = 51 });
        return district;
    }
}
