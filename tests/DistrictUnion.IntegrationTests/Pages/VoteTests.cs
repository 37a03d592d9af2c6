using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A secret vote from the organiser's desk to a voter's phone and back.</summary>
public sealed class VoteTests(BrowserService service) : IClassFixture<BrowserService>
{
    private static readonly string Scheme = TestSchemes.Annual
        .Replace("\"facts\": [", "\"facts\": [ { \"code\": \"ballots\", \"name\": \"职工满意度测评\", \"type\": \"ballots\", \"level\": \"school\", \"options\": [\"very\", \"mostly\", \"not\"] },", StringComparison.Ordinal)
        .Replace("\"rule\": { \"type\": \"value\", \"fact\": \"satisfaction\", \"outOf\": 100 }", "\"rule\": { \"type\": \"surveyRate\", \"ballots\": \"ballots\", \"satisfied\": [\"very\"] }", StringComparison.Ordinal);

    [Fact]
    public async Task A_chair_prints_slips_a_voter_votes_by_phone_and_checks_the_receipt_and_the_count_gives_a_result()
    {
        var district = await BrowserDistricts.OpenAsync(service, Scheme);
        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync("/rounds/r1/schools/p/votes", "民主测评");
        await chair.Page.GetByLabel("应投票人数").FillAsync("60");
        await chair.IsAccessibleAsync("vote-prepare");
        await chair.Page.GetByLabel("截止时间").FillAsync($"{BrowserDistricts.Day(1)} 18:00");
        await chair.Page.GetByLabel("截止时间").PressAsync("Enter");
        await chair.Page.GetByLabel("应投票人数").FillAsync("6");
        await chair.PressAsync("准备测评");
        await chair.SeesAsync($"{BrowserDistricts.Day(1)} 18:00 截止，到时自动结束并计票");
        await chair.PressAsync("生成 6 个链接");
        await Expect(chair.Page.Locator(".slips li")).ToHaveCountAsync(6);
        await chair.Page.Locator(".stat").Filter(new() { HasText = "未使用的链接" }).ContainsAsync("6");
        await chair.IsAccessibleAsync("vote-slips");
        var links = await chair.Page.Locator(".slips small").AllInnerTextsAsync();
        await chair.PressAsync("开始投票");
        await chair.SeesAsync("投票中");

        await using var voter = await service.VisitAsync(phone: true);
        await voter.OpenAsync(links[0], "职工满意度测评");
        await voter.Page.GetByText("基本满意").ClickAsync();
        await voter.IsAccessibleAsync("ballot-phone");
        await voter.PressAsync("投票");
        await voter.SeesAsync("您选择的是“基本满意”");
        await voter.PressAsync("确认投票");
        await voter.SeesAsync("投票成功");
        await voter.IsAccessibleAsync("ballot-receipt-phone");
        await voter.Page.GetByRole(AriaRole.Link, new() { Name = "查验" }).ClickAsync();
        await voter.SeesAsync("您的票已计入");
        await voter.IsAccessibleAsync("receipt-phone");
        await voter.Page.GotoAsync("about:blank");
        await voter.OpenAsync(links[0], "民主测评");
        await voter.SeesAsync("链接无效、已使用或投票已结束");

        foreach (var link in links.Skip(1))
            (await service.Anonymous().PostAsync($"public/ballots/{link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]}", new { option = "very" })).Expect(200);
        await chair.Page.ReloadAsync();
        await chair.Page.GetByText("6/6").WaitForAsync();
        await chair.PressAsync("结束并计票");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "结束并计票" }).ClickAsync();
        await chair.SeesAsync("测评有效");
        await chair.Page.GetByRole(AriaRole.Row, new() { Name = "非常满意" }).ContainsAsync("83.33%");
        await Expect(chair.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await chair.IsAccessibleAsync("vote-result");
    }
}
