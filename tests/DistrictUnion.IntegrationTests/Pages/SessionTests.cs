using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Signing in and out, posts, language, appearance, addresses that lead nowhere.</summary>
public sealed class SessionTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task A_wrong_password_is_told_in_Chinese_beside_the_field()
    {
        var district = await service.FoundDistrictAsync();
        await using var visitor = await service.VisitAsync();
        await visitor.Page.GotoAsync("/rounds");
        await visitor.Page.GetByLabel("用户名").FillAsync(district.NameOf("admin"));
        await visitor.Page.GetByLabel("密码").FillAsync("not-the-password");
        await visitor.PressAsync("登录");

        await visitor.SeesAsync("用户名或密码不正确");
        await visitor.IsAccessibleAsync("sign-in-refused");
        await visitor.Page.GetByLabel("密码").FillAsync(UnionClient.Password);
        await visitor.PressAsync("登录");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("评估轮次");
    }

    [Fact]
    public async Task Language_and_appearance_stay_after_a_reload()
    {
        var district = await service.FoundDistrictAsync();
        await using var visitor = await service.EnterAsync(district, "admin");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "语言 / 外观" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "深色" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "语言 / 外观" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "English" }).ClickAsync();
        await visitor.SeesAsync("No round is open");

        await visitor.Page.ReloadAsync();

        await visitor.SeesAsync("No round is open");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visitor.IsAccessibleAsync("home-empty-english-dark");
    }

    [Fact]
    public async Task The_first_sign_in_of_a_role_shows_the_way_once()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.VisitAsync(phone: true, tour: true);
        await visitor.SignInAsync(district.NameOf("lead"));
        await visitor.SeesAsync("快速上手 1/3");
        await visitor.IsAccessibleAsync("tour-phone");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).Or(visitor.Page.GetByLabel("关闭")).First.ClickAsync();
        await visitor.Page.ReloadAsync();
        await visitor.SeesAsync("我的任务");
        await Expect(visitor.Page.GetByText("快速上手")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_holds_two_posts_switches_between_them()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        (await (await district.Admin).SaveAsync(
            $"users/{district.NameOf("both")}",
            new
            {
                displayName = "两职",
                password = UnionClient.Password,
                posts = new object[]
                {
                    new { role = "zoneLead", scope = new { zone = "north" }, from = "2020-01-01" },
                    new { role = "schoolClerk", scope = new { school = "q" }, from = "2020-01-01" },
                },
            })).Expect(201);
        await using var visitor = await service.EnterAsync(district, "both");
        await visitor.SeesAsync("上报进度");

        await visitor.PressAsync("片区负责人 · north片");
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "学校经办人 · q学校" }).ClickAsync();

        await visitor.SeesAsync("我的任务");
        await visitor.Page.GetByRole(AriaRole.Banner).ContainsAsync("q学校");
    }

    [Fact]
    public async Task An_unknown_page_a_foreign_school_and_a_page_of_another_role_answer_with_the_same_friendly_page()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "chair.p");
        foreach (var path in new[] { "/nowhere", "/rounds/r1/schools/q/scorecard", "/users" })
            await visitor.OpenAsync(path, "没有找到这个页面");
        await visitor.IsAccessibleAsync("missing");
    }

    [Fact]
    public async Task A_session_that_ended_elsewhere_asks_again_and_keeps_what_was_typed()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "chair.p");
        await visitor.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        await service.ExecuteAsync("UPDATE sessions SET revoked_at = now() WHERE user_id = (SELECT id FROM users WHERE user_name = $1)", district.NameOf("chair.p"));
        await visitor.Page.GetByLabel("自评得分").FillAsync("33");

        await visitor.SeesAsync("登录已过期");
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByLabel("密码").FillAsync(UnionClient.Password);
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        district.Forget("chair.p");
        var stored = (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/self-evaluation")).Expect(200);
        Assert.Equal(33m, stored.Number("claims.B1"));
    }
}
