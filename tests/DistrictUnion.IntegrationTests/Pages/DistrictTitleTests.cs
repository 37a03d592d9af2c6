using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Titles;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A title from the design of its programme to the register, as officer and approvers go about it.</summary>
[LongRunning]
public sealed class DistrictTitleTests(BrowserService service) : IClassFixture<BrowserService>
{
    private const string Programme = "title-programmes/home";
    private const string Campaign = $"{Programme}/campaigns/home1";
    private const string Page = $"/{Campaign}";

    [Fact]
    public async Task An_officer_plans_a_campaign_accepts_ranks_decides_a_tie_and_tries_a_change_of_a_condition()
    {
        var district = await FoundAsync();
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/title-programmes", "评选表彰");
        await officer.PressAsync("职工之家 新建评选活动");
        var dialog = officer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("名称").FillAsync("2026年职工之家评选");
        await dialog.GetByLabel("代码").FillAsync("home1");
        await ChooseAsync(officer, dialog, "等次", "模范");
        await ChooseAsync(officer, dialog, "成绩取自评估轮次", "r1轮");
        await dialog.GetByLabel("申报截止").FillAsync(BrowserDistricts.Day(5));
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.IsAccessibleAsync("title-campaign-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Heading(officer).ContainsAsync("2026年职工之家评选");
        await officer.PressAsync("开始接受申报");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await officer.SeesAsync("还没有申报");
        foreach (var school in new[] { "p", "q", "r" })
            await ApplyAsync(district, school, accept: school == "r");

        await officer.Page.ReloadAsync();
        await officer.SeesAsync("3 个单位");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).First.ClickAsync();
        await Expect(officer.Page.GetByText("已受理", new() { Exact = true })).ToHaveCountAsync(2);
        await officer.IsAccessibleAsync("title-applications");
        await officer.PressAsync("q学校 办理");
        await officer.SeesAsync("会员 50 人，要求不少于 40 人");
        await officer.IsAccessibleAsync("title-application");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "不予通过" }).WaitForAsync();
        await officer.Page.Keyboard.PressAsync("Escape");

        await officer.Page.GetByRole(AriaRole.Tab, new() { Name = "排名与决定" }).ClickAsync();
        await officer.PressAsync("按评估结果排名");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await officer.SeesAsync("名额线上有并列");
        await officer.IsAccessibleAsync("title-selection");
        await officer.PressAsync("裁定次序");
        await officer.PressAsync("p学校 下移");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByLabel("理由").FillAsync("q 学校教代会更规范");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(officer.Page.GetByText("名额线上有并列")).ToBeHiddenAsync();
        Assert.Equal(["q", "p", "r"], (await (await district.Admin).GetAsync($"{Campaign}/selection")).Expect(200).Texts("rows", "school"));

        await officer.OpenAsync("/title-programmes/home/edit", "职工之家");
        await officer.IsAccessibleAsync("title-programme");
        await officer.PressAsync("members 修改");
        await officer.Page.GetByLabel("最少会员数").FillAsync("60");
        await officer.IsAccessibleAsync("title-rule");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await officer.SeesAsync("会员不少于 60 人");
        await officer.PressAsync("试改");
        await officer.SeesAsync("条款 members 与示例“四十五人”不符");
        await officer.SeesAsync("会受影响的申报");
        await officer.IsAccessibleAsync("title-trial");
        await officer.PressAsync("保存");
        await officer.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "四十五人" }).First.WaitForAsync();
        Assert.Equal(40, (await (await district.Admin).GetAsync(Programme)).Expect(200).Number("definition.rules[0].minimum"));
    }

    [Fact]
    public async Task An_approver_decides_on_a_phone_an_objection_promotes_and_another_approver_confers_and_re_inspects()
    {
        var district = await FoundAsync();
        var admin = await district.Admin;
        (await admin.PutAsync(Campaign, new { name = "2026年职工之家评选", tier = "model", round = "r1", dueAt = BrowserDistricts.Day(5) })).Expect(201);
        (await admin.DoAsync($"{Campaign}/open", new { })).Expect(200);
        foreach (var school in new[] { "p", "q", "r" })
            await ApplyAsync(district, school, accept: true);
        (await admin.DoAsync($"{Campaign}/rank")).Expect(200);
        (await admin.DoAsync($"{Campaign}/tie-resolutions", new { applications = new[] { "home1.p", "home1.q" }, reason = "会议投票" })).Expect(200);

        await using var approver = await service.SignInAsync(district, "approver", phone: true);
        await approver.OpenAsync(Page, "2026年职工之家评选");
        await approver.PressAsync("登记集体决定");
        var dialog = approver.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("会议", new() { Exact = true }).FillAsync("委员会第五次会议");
        await dialog.GetByLabel("日期").FillAsync(BrowserDistricts.Day(-1));
        await approver.Page.Keyboard.PressAsync("Enter");
        await dialog.GetByLabel("会议纪要文号").FillAsync("〔2026〕7号");
        await dialog.GetByLabel("签字人").FillAsync("区教育工会主席");
        await approver.Page.Keyboard.PressAsync("Enter");
        foreach (var (unit, reason) in new[] { ("p学校：改为不入选", "正在核查信访"), ("r学校：改为入选", "一线教师比例高") })
        {
            await dialog.GetByRole(AriaRole.Button, new() { Name = "添加一处不同" }).ClickAsync();
            await dialog.GetByLabel("单位").Last.ClickAsync();
            await approver.Page.GetByTitle(unit).Last.ClickAsync();
            await dialog.GetByLabel("理由").Last.FillAsync(reason);
        }

        await approver.IsAccessibleAsync("title-decision-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await approver.SeesAsync("一线教师比例高");
        await approver.SeesAsync("下载可复算包");
        await approver.IsAccessibleAsync("title-decided-phone");

        await using var officer = await service.SignInAsync(district, "officer", phone: true);
        await officer.OpenAsync(Page, "2026年职工之家评选");
        await officer.PressAsync("开始公示");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "开始公示" }).ClickAsync();
        await officer.SeesAsync("打开公开网页");
        await officer.IsAccessibleAsync("title-publicity-phone");
        Assert.Equal("公示-home1-1.docx", (await officer.Page.RunAndWaitForDownloadAsync(() => officer.PressAsync("下载公示（Word）"))).SuggestedFilename);
        var notice = (await admin.GetAsync($"{Campaign}/notices")).Expect(200).Text("items[0].id");
        (await service.Anonymous().PostAsync($"public/notices/{notice}/objections", new { application = "home1.r", text = "会员人数不实" })).Expect(200);

        await approver.OpenAsync($"{Page}?tab=objections", "2026年职工之家评选");
        await approver.SeesAsync("r学校 退出。q学校 递补入选");
        await approver.PressAsync("裁定");
        await approver.Page.GetByLabel("异议不成立").CheckAsync();
        await approver.Page.GetByLabel("核查结果").FillAsync("已核对会员名册，属实");
        await approver.IsAccessibleAsync("title-objection-phone");
        await approver.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await approver.Page.GetByText("已核对会员名册，属实").WaitForAsync();
        await approver.Page.GetByRole(AriaRole.Tab, new() { Name = "命名" }).ClickAsync();
        await approver.SeesAsync("命名须由另一位审批人办理");

        await service.ExecuteAsync($"UPDATE publicity_notices SET start_on = start_on - 30, end_on = end_on - 30 WHERE id = '{notice}'");
        await using var other = await service.SignInAsync(district, "approver2");
        await other.OpenAsync($"{Page}?tab=award", "2026年职工之家评选");
        await other.Page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Button, new() { Name = "命名" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Dialog).GetByLabel("表彰文件文号").FillAsync("区工发〔2026〕30号");
        await other.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "命名" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Tabpanel).GetByText("模范职工之家").WaitForAsync();
        await other.IsAccessibleAsync("title-award");

        await officer.OpenAsync("/titles?search=r", "称号登记簿");
        await officer.IsAccessibleAsync("title-register-phone");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "模范职工之家" }).ClickAsync();
        await officer.PressAsync("登记复查结果");
        await officer.Page.GetByLabel("复查得分").FillAsync("75");
        await officer.SeesAsync("不足 80 分，限期整改");
        await officer.IsAccessibleAsync("title-reinspect-phone");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await officer.SeesAsync("整改期限");
        await officer.IsAccessibleAsync("title-phone");
        Assert.Equal("rectifying", (await admin.GetAsync("titles")).Expect(200).Text("items[0].state"));
    }

    [Fact]
    public async Task An_officer_decides_a_tie_that_only_the_nomination_upward_meets()
    {
        var district = await FoundAsync(places: 2, nomination: new { to = "city", places = 1 });
        var (admin, titles) = (await district.Admin, new TestTitles(district));
        (await admin.PutAsync(Campaign, new { name = "2026年职工之家评选", tier = "model", round = "r1", dueAt = BrowserDistricts.Day(5) })).Expect(201);
        (await admin.DoAsync($"{Campaign}/open", new { })).Expect(200);
        foreach (var school in new[] { "p", "q" })
            await ApplyAsync(district, school, accept: true);
        await titles.RankAsync();
        await titles.DecideAsync();
        var notice = (await titles.PublishAsync(BrowserDistricts.Day(1))).Text("id");
        await service.ExecuteAsync($"UPDATE publicity_notices SET start_on = start_on - 30, end_on = end_on - 30 WHERE id = '{notice}'");

        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync($"{Page}?tab=award", "2026年职工之家评选");
        await NominateAsync();
        await officer.PressAsync("裁定并列次序");
        await officer.PressAsync("p学校 下移");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByLabel("理由").FillAsync("q 学校教代会更规范");
        await officer.IsAccessibleAsync("title-nomination-tie");
        await officer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await NominateAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "撤回推荐" }).WaitForAsync();
        Assert.Equal(["q"], (await admin.GetAsync($"{Campaign}/selection")).Expect(200).At("rows").EnumerateArray().Where(r => r.GetProperty("isNominated").GetBoolean()).Select(r => r.GetProperty("school").GetString()));

        async Task NominateAsync()
        {
            await officer.PressAsync("按名次推荐");
            await officer.Page.GetByRole(AriaRole.Tooltip).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        }
    }

    private static ILocator Heading(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static async Task ChooseAsync(Visitor visitor, ILocator within, string label, string option)
    {
        await within.GetByLabel(label).ClickAsync();
        await visitor.Page.GetByTitle(option, new() { Exact = true }).Last.ClickAsync();
    }

    /// <summary>Three schools whose round is closed, two of them alike; the programme has one place unless more are asked for, and wants forty members.</summary>
    private async Task<TestDistrict> FoundAsync(int places = 1, object? nomination = null)
    {
        await service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) SELECT make_date(y, 1, 1), 0, '元旦' FROM generate_series(extract(year FROM now())::int, extract(year FROM now())::int + 1) y ON CONFLICT DO NOTHING");
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        await district.Appoint("approver", "districtApprover");
        await district.Appoint("approver2", "districtApprover");
        await district.PublishScheme(TestSchemes.Claim);
        foreach (var school in new[] { "p", "q", "r" })
            await district.PutSchoolWithChair(school, "north");
        await district.PlanRound(scheme: "claim", from: BrowserDistricts.Day(-60), to: BrowserDistricts.Day(7), dueAt: BrowserDistricts.Day(7));
        await district.OpenRound();
        foreach (var (school, points) in new[] { ("p", 90), ("q", 90), ("r", 80) })
            await district.HandIn(school, claims: new { M = points });
        await district.CloseRound();
        (await (await district.Admin).PutAsync(Programme, new
        {
            name = "职工之家",
            tiers = new[] { new { code = "model", name = "模范" }, new { code = "advanced", name = "先进" } },
            rules = new[]
            {
                new
                {
                    code = "members",
                    kind = "minimumMembers",
                    minimum = 40,
                    clause = new { document = "职工之家评选办法", article = "第三条", text = "会员不少于四十人" },
                    examples = new[] { new { name = "四十五人", candidate = new { members = 45 }, tier = "model", day = "2026-01-01", isMet = true } },
                },
            },
            places = new { places },
            nomination,
            reinspection = new { cycleYears = 3, termYears = 10, rectificationDays = 90, keepFrom = 80, downgradeFrom = 60, downgradeTo = "advanced", endingEvents = new[] { "学校撤并" } },
        })).Expect(201);
        return district;
    }

    private static async Task ApplyAsync(TestDistrict district, string school, bool accept)
    {
        var chair = await district.As($"chair.{school}");
        var path = $"{Programme}/applications/home1.{school}";
        (await chair.PutAsync(path, new { report = "建家工作汇报：教代会按期召开，会员活动经常开展。" })).Expect(201);
        (await chair.DoAsync($"{path}/recommend", new { })).Expect(200);
        if (accept)
            (await (await district.Admin).DoAsync($"{path}/accept", new { })).Expect(200);
    }
}
