using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>An activity on a phone: from the copied plan to the score that it moves.</summary>
public sealed class ActivityTests(BrowserService service) : IClassFixture<BrowserService>
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==");

    /// <summary>Two points for each event of sport or culture.</summary>
    private const string Scheme =
        """
        { "code": "annual", "name": "文体活动考核", "basis": "区工发〔2026〕5号", "missing": "block", "bonus": { "cap": "none" },
          "facts": [ { "code": "events", "name": "文体活动次数", "type": "integer", "level": "school", "activities": { "kinds": ["culture", "sport"] } } ],
          "sections": [ { "code": "A1", "name": "文体活动", "max": 10, "rule": { "type": "count", "count": "events", "points": 2 } } ] }
        """;

    [Fact]
    public async Task A_clerk_copies_the_plan_records_what_was_held_with_a_photo_and_the_indicator_moves()
    {
        var district = await BrowserDistricts.OpenAsync(service, Scheme);
        await district.HandIn("p");
        (await (await district.As("officer")).PostAsync("plan-items", new { month = BrowserDistricts.Day(0)[..7], title = "教职工运动会", kind = "sport" })).Expect(201);
        Assert.Equal(0m, await district.Final("p", "A1"));
        await using var clerk = await service.SignInAsync(district, "clerk", phone: true);
        await clerk.OpenAsync("/plan", "年度工作计划");
        await clerk.IsAccessibleAsync("plan-empty-phone");
        await clerk.PressAsync("从区里的工作历复制");
        await clerk.PressAsync("登记活动 教职工运动会");
        var dialog = clerk.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("活动名称")).ToHaveValueAsync("教职工运动会");
        await dialog.GetByLabel("参加会员（人）").FillAsync("30");
        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "现场.png", MimeType = "image/png", Buffer = Picture });
        await clerk.IsAccessibleAsync("activity-form-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Listitem).GetByText("已完成").WaitForAsync();
        await clerk.IsAccessibleAsync("plan-phone");

        Assert.Equal(2m, await district.Final("p", "A1"));
        await clerk.OpenAsync("/activities", "活动台账");
        await clerk.SeesAsync("计入“r1轮”的文体活动次数：1");
        await clerk.Page.GetByAltText("教职工运动会 照片 1").WaitForAsync();
        await clerk.IsAccessibleAsync("activities-phone");
        await clerk.OpenAsync("/plan", "年度工作计划");
        await clerk.PressAsync("日历订阅");
        await clerk.PressAsync("我的日历");
        Assert.Contains("feed.ics?token=", await clerk.Page.GetByLabel("订阅地址").InputValueAsync(), StringComparison.Ordinal);
        await clerk.IsAccessibleAsync("plan-feed-phone");

        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/plan", "年度工作计划");
        await officer.SeesAsync("1/1");
        await officer.IsAccessibleAsync("plan-progress");
    }
}
