using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Reviewing by keyboard, returning many, closing and publishing, and every page under axe.</summary>
[LongRunning]
public sealed class DistrictTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task A_zone_lead_reviews_with_the_keyboard_alone()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await district.HandIn("q", claims: new { B1 = 20 });
        await using var visitor = await service.SignInAsync(district, "zone.north");
        await visitor.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await visitor.IsAccessibleAsync("review");
        var rows = visitor.Page.Locator("tr[data-leaf]");
        await rows.First.FocusAsync();
        for (var i = 0; i < 4; i++)
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(4)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.TypeAsync("27.5");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.TypeAsync("佐证不足");
        await visitor.Page.Keyboard.PressAsync("Control+s");
        await visitor.SeesAsync("考评已保存");

        Assert.Equal(27.5m, await district.Final("p", "B1"));
        await visitor.Page.Keyboard.PressAsync("Control+ArrowRight");
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/review/q$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task An_officer_puts_down_a_community_and_a_school_sees_with_whom_it_stands()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/organisation", "组织机构");
        await officer.PressAsync("教育共同体");
        await officer.SeesAsync("还没有教育共同体");
        await officer.PressAsync("新建共同体");
        var dialog = officer.Page.GetByRole(AriaRole.Dialog).Last;
        await dialog.GetByLabel("名称").FillAsync("湖滨教育共同体");
        await dialog.GetByLabel("代码").FillAsync("lake");
        for (var i = 0; i < 2; i++)
        {
            await dialog.GetByLabel("学校", new() { Exact = true }).Nth(i).ClickAsync();
            await officer.Page.GetByTitle(i == 0 ? "p学校（p）" : "q学校（q）").Last.ClickAsync();
        }

        await officer.IsAccessibleAsync("community-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await officer.SeesAsync("湖滨教育共同体");
        await officer.IsAccessibleAsync("communities");

        await using var chair = await service.SignInAsync(district, "chair.q", phone: true);
        await chair.OpenAsync("/organisation", "组织机构");
        await chair.SeesAsync("湖滨教育共同体");
        await chair.PressAsync("教育共同体");
        await chair.Page.GetByRole(AriaRole.Dialog).ContainsAsync("p学校 核心校");
        await Expect(chair.Page.GetByRole(AriaRole.Button, new() { Name = "新建共同体" })).ToBeHiddenAsync();
        await chair.IsAccessibleAsync("communities-phone");
    }

    [Fact]
    public async Task An_officer_returns_from_the_board_closes_and_publishes()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await district.HandIn("q", claims: new { B1 = 20 });
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/rounds/r1/board", "进度看板");
        await visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = "q学校" }).CheckAsync();
        await visitor.PressAsync("批量退回");
        await visitor.Page.GetByLabel("退回理由").FillAsync("请补佐证");
        await visitor.PressAsync("确定");
        await visitor.SeesAsync("已退回 1 所");
        Assert.Equal("请补佐证", (await (await district.As("chair.q")).GetAsync("rounds/r1/schools/q/self-evaluation")).Text("returnReason"));

        await visitor.OpenAsync("/rounds", "评估轮次");
        await visitor.PressAsync("截止");
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await visitor.PressAsync("公布");
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "完整排名" }).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await visitor.Page.GetByText("已公布").First.WaitForAsync();
        await visitor.OpenAsync("/rounds/r1/ranking", "结果排名");
        var saved = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.PressAsync("下载可复算包"));
        Assert.StartsWith($"可复算包-{district.Code}-r1-", saved.SuggestedFilename, StringComparison.Ordinal);
        await visitor.IsAccessibleAsync("bundle");

        await using var chair = await service.EnterAsync(district, "chair.p", phone: true);
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "得分单" }).ClickAsync();
        await chair.SeesAsync("反馈单");
        await chair.Page.GetByText("40").First.WaitForAsync();
        await chair.IsAccessibleAsync("feedback-phone");
        await chair.OpenAsync("/rounds/r1/ranking", "结果排名");
        await chair.SeesAsync("p学校");
        await chair.SeesAsync("校验码");
        await chair.IsAccessibleAsync("bundle-phone");
        await Expect(chair.Page.GetByRole(AriaRole.Button, new() { Name = "下载可复算包" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_administrator_invites_a_person_who_chooses_a_password_and_makes_a_key_for_a_system()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var admin = await service.SignInAsync(district, "admin");
        await admin.OpenAsync("/users", "人员与任职");
        await admin.Page.GetByRole(AriaRole.Row, new() { Name = district.NameOf("officer") }).GetByText("邀请链接").ClickAsync();
        var link = await admin.Page.GetByRole(AriaRole.Dialog).GetByLabel("邀请链接").InputValueAsync();
        await admin.IsAccessibleAsync("invitation-link");

        await using var invited = await service.VisitAsync(phone: true);
        await invited.Page.GotoAsync(link);
        await invited.Page.GetByLabel("新密码").FillAsync("chosen-by-myself");
        await invited.Page.GetByLabel("再输入一次").FillAsync("chosen-by-myself");
        await invited.IsAccessibleAsync("invitation-phone");
        await invited.PressAsync("确定");
        await invited.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).WaitForAsync();
        await invited.SignInAsync(district.NameOf("officer"), "chosen-by-myself");

        await admin.OpenAsync("/api-keys", "接口密钥");
        await admin.PressAsync("新建密钥");
        await admin.Page.GetByLabel("用途").FillAsync("人事系统");
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "新建密钥" }).ClickAsync();
        var key = await admin.Page.GetByRole(AriaRole.Dialog).GetByLabel("接口密钥").InputValueAsync();
        await admin.IsAccessibleAsync("api-key-made");
        using var http = service.NewHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/rounds/r1/facts/import") { Content = new StringContent("""[{"school":"p","fact":"lectures","value":3}]""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", key);
        using var answer = await http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_officer_redesigns_a_scheme_tries_a_rule_and_sees_what_changed()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/schemes/annual/1/edit", "设计");
        await visitor.Page.GetByLabel("A1 满分").FillAsync("12");
        await visitor.SeesAsync("Σ 37");
        await visitor.Page.GetByText("需要更正 1").WaitForAsync();
        await visitor.IsAccessibleAsync("scheme-editor");
        await visitor.Page.GetByLabel("A4 满分").FillAsync("8");
        await visitor.Page.GetByText("需要更正 0").WaitForAsync();
        await visitor.Page.GetByLabel("A4 名称").ClickAsync();
        await visitor.Page.GetByLabel("走访人次").FillAsync("5");
        await visitor.Page.GetByLabel("会员数").FillAsync("10");
        await visitor.PressAsync("试算");
        await visitor.SeesAsync("结果：4 / 8");
        await visitor.PressAsync("保存为草稿");

        await visitor.SeesAsync("草稿 v2");
        await visitor.PressAsync("与其他版本比较");
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Row, new() { Name = "A1 医疗互助" }).ContainsAsync("15 → 12");
        Assert.Equal(2, (await (await district.Admin).GetAsync("schemes/annual/versions")).Number("total"));
    }

    [Fact]
    public async Task An_officer_plans_a_round_and_hears_in_Chinese_what_is_wrong()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "officer");
        await visitor.OpenAsync("/rounds", "评估轮次");
        await visitor.PressAsync("新建轮次");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("轮次代码").FillAsync("R 2");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await dialog.GetByText("代码只能用小写字母、数字和连字符").WaitForAsync();
        await visitor.IsAccessibleAsync("round-dialog");
    }

    [Theory]
    [InlineData("admin", false, ColorScheme.Light)]
    [InlineData("admin", true, ColorScheme.Dark)]
    [InlineData("chair.p", true, ColorScheme.Light)]
    [InlineData("zone.north", false, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page_of_a_role(string person, bool phone, ColorScheme scheme)
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.Report("p", "p-1", new { members = 20, insured = 18, activities = 3 });
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await using var visitor = await service.SignInAsync(district, person, phone, scheme);
        foreach (var (path, heading) in PagesOf(person))
        {
            await visitor.OpenAsync(path, heading);
            await visitor.IsAccessibleAsync($"{person}-{(phone ? "phone" : "desk")}-{scheme}-{path.Replace('/', '_')}");
        }
    }

    private static (string Path, string Heading)[] PagesOf(string person) => person switch
    {
        "chair.p" =>
        [
            ("/", "我的任务"), ("/rounds", "评估轮次"), ("/rounds/r1/schools/p/evaluation", "学期自评"), ("/rounds/r1/schools/p/scorecard", "p学校"),
            ("/rounds/r1/schools/p/reports", "小组填报"), ("/rounds/r1/schools/p/branches/p-2/report", "小组填报"), ("/organisation", "组织机构"), ("/schemes/annual/1", "学校工会年度考核"),
        ],
        "zone.north" => [("/", "首页"), ("/rounds/r1/board", "进度看板"), ("/rounds/r1/review/p", "考评工作台"), ("/rounds/r1/ranking", "结果排名")],
        _ =>
        [
            ("/", "首页"), ("/rounds", "评估轮次"), ("/rounds/r1/board", "进度看板"), ("/rounds/r1/ranking", "结果排名"), ("/rounds/r1/schools/p/scorecard", "p学校"),
            ("/rounds/r1/compare?school=p&school=q", "对比"), ("/schemes", "考核方案"), ("/schemes/annual/1", "学校工会年度考核"), ("/organisation", "组织机构"), ("/users", "人员与任职"), ("/api-keys", "接口密钥"), ("/jobs", "任务"),
        ],
    };
}
