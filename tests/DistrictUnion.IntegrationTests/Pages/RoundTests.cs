using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>What happens to a round on its way, and how much a page asks of the service.</summary>
[LongRunning]
public sealed class RoundTests(BrowserService service) : IClassFixture<BrowserService>
{
    /// <summary>Questions that a page may ask; who is signed in and what is unread is asked once for all pages.</summary>
    private const int MostQuestions = 4;

    [Fact]
    public async Task An_officer_takes_a_school_out_of_an_open_round_with_a_reason()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/rounds", "评估轮次");
        await visitor.PressAsync("变更");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("排除").FillAsync("q学校");
        await visitor.Page.GetByText("q学校（q）").ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await dialog.GetByLabel("理由").FillAsync("已并入他校");
        await visitor.IsAccessibleAsync("amend");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        Assert.Equal(["p"], (await district.Ranking("officer")).Texts("items", "school"));
        await visitor.PressAsync("变更");
        await visitor.SeesAsync("已并入他校");
    }

    [Fact]
    public async Task An_officer_decides_the_order_inside_a_tie()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        foreach (var school in new[] { "p", "q" })
            await district.HandIn(school, claims: new { B1 = 20 });
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/rounds/r1/ranking", "结果排名");
        await visitor.PressAsync("2 所并列");
        await visitor.PressAsync("p学校 ↓");
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByLabel("理由").FillAsync("q 学校教代会更规范");
        await visitor.IsAccessibleAsync("tie");
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        Assert.Equal(["q", "p"], (await district.Ranking("officer")).Texts("items", "school"));
        Assert.Equal([1m, 1m], (await district.Ranking("officer")).Numbers("items", "rank"));
    }

    [Theory]
    [InlineData("admin", "/inbox", "/account/messages", "/deliveries", "/webhooks", "/jobs")]
    [InlineData("officer", "/", "/rounds", "/rounds/r1/board", "/rounds/r1/ranking", "/rounds/r1/review/p", "/rounds/r1/schools/p/scorecard", "/rounds/r1/compare?school=p&school=q", "/schemes", "/schemes/annual/1", "/schemes/annual/1/edit", "/organisation", "/users", "/jobs")]
    [InlineData("chair.p", "/", "/rounds/r1/schools/p/evaluation", "/rounds/r1/schools/p/scorecard", "/rounds/r1/schools/p/reports", "/rounds/r1/schools/p/branches/p-1/report", "/organisation")]
    public async Task A_page_asks_at_most_four_questions(string person, params string[] pages)
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await using var visitor = await service.SignInAsync(district, person);
        List<string> asked = [];
        visitor.Page.Request += (_, request) =>
        {
            if (IsQuestion(request))
                asked.Add(request.Url[(request.Url.IndexOf("/api/v1", StringComparison.Ordinal) + 7)..]);
        };
        foreach (var page in pages)
        {
            asked.Clear();
            await visitor.Page.RunAndWaitForRequestAsync(() => visitor.Page.GotoAsync(page), IsQuestion);
            await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await visitor.StandsStillAsync();
            Assert.True(asked.Count is > 0 and <= MostQuestions, $"{page}: {string.Join(", ", asked)}");
        }

        static bool IsQuestion(IRequest request) =>
            request.Url.Contains("/api/v1/", StringComparison.Ordinal) && !request.Url.EndsWith("/me", StringComparison.Ordinal) && !request.Url.EndsWith("/inbox/summary", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_schools_stand_in_a_list_that_draws_only_what_is_seen()
    {
        const int schools = 2000;
        var district = await BrowserDistricts.OpenAsync(service);
        var admin = await district.Admin;
        (await admin.PostAsync("schools/import", Enumerable.Range(1, schools).Select(i => new
        {
            code = $"s{i:0000}",
            name = $"第{i:0000}小学",
            zone = "north",
            stage = "primary",
            ownership = "public",
            setting = "urban",
            members = 50,
        }).ToArray())).Expect(200);
        await district.PlanRound("r2", from: BrowserDistricts.Day(-60), to: BrowserDistricts.Day(8), dueAt: BrowserDistricts.Day(8));
        await district.OpenRound("r2");
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/rounds/r2/board", "进度看板");
        var rows = visitor.Page.Locator(".ant-table-tbody .ant-table-row");
        await rows.First.WaitForAsync();

        Assert.InRange(await rows.CountAsync(), 1, 60);
        await visitor.Page.Locator(".ant-table-tbody-virtual-holder").HoverAsync();
        await visitor.Page.Mouse.WheelAsync(0, 1_000_000);

        // Rows are measured as they are drawn, so the list may turn out longer than it was when the wheel was turned.
        await visitor.Page.GetByText("第199").First.WaitForAsync();
        await visitor.Page.Mouse.WheelAsync(0, 1_000_000);
        await visitor.Page.GetByText("第2000小学").WaitForAsync();
        Assert.InRange(await rows.CountAsync(), 1, 60);

        await visitor.Page.GotoAsync("/");
        await visitor.SeesAsync("2002");
        Assert.InRange(await visitor.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 1, 8000);

        // What it is made of is looked at by axe on smaller pages; here it would take as long as on thirty of them.
        await visitor.PictureAsync("home-2000", wholePage: true);
    }
}
