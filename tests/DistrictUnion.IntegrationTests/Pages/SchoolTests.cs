using DistrictUnion.IntegrationTests.EvidenceLedger;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A branch lead on a phone and a chair at the desk hand in what they owe.</summary>
public sealed class SchoolTests(BrowserService service) : IClassFixture<BrowserService>
{
    private const string Evaluation = "/rounds/r1/schools/p/evaluation";

    [Fact]
    public async Task A_branch_lead_hands_the_report_in_from_a_phone()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.EnterAsync(district, "lead", phone: true);
        await visitor.SeesAsync("p-1小组");
        await visitor.IsAccessibleAsync("branch-home-phone");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "填报" }).ClickAsync();

        await visitor.Page.GetByLabel("会员数").FillAsync("20");
        await visitor.Page.GetByLabel("参加互助人数").FillAsync("18");
        await visitor.Page.GetByLabel("活动次数").FillAsync("3");
        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        await visitor.IsAccessibleAsync("branch-report-phone");
        await visitor.PressAsync("提交");
        await visitor.SeesAsync("已提交，谢谢");

        var report = (await (await district.As("lead")).GetAsync("rounds/r1/schools/p/branches/p-1/report")).Expect(200);
        Assert.Equal("submitted", report.Text("state"));
        Assert.Equal(18m, report.Number("facts.insured"));
    }

    [Fact]
    public async Task What_the_service_refuses_stands_beside_its_field()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "lead", phone: true);
        await visitor.OpenAsync("/rounds/r1/schools/p/branches/p-1/report", "小组填报");
        await visitor.Page.GetByLabel("会员数").FillAsync("20");
        await visitor.Page.GetByLabel("参加互助人数").FillAsync("21");

        await visitor.Page.GetByText("有未保存的内容").WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "会员数" }).First.WaitForAsync();

        await visitor.Page.GetByLabel("参加互助人数").FillAsync("20");
        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
    }

    [Fact]
    public async Task A_chair_sees_the_own_score_grow_hands_in_and_takes_back()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.Report("p", "p-1", new { members = 20, insured = 18, visits = 4, activities = 3 });
        await using var visitor = await service.EnterAsync(district, "chair.p");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "去填写" }).ClickAsync();
        await visitor.SeesAsync("由小组填报汇总");

        await visitor.Page.GetByLabel("自评得分").FillAsync("30");
        await visitor.Page.GetByText("是", new() { Exact = true }).First.ClickAsync();

        // 医疗互助 15×18/20 = 13.5, 活动 3, 教代会 10, 走访 5×4/20 = 1, 特色工作 30.
        await visitor.Page.GetByText("自评总分：57.5").WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        await visitor.IsAccessibleAsync("evaluation");
        await visitor.PressAsync("提交");
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await visitor.SeesAsync("收到时间");
        Assert.Equal("submitted", (await (await district.Admin).GetAsync("rounds/r1/schools/p/self-evaluation")).Text("state"));

        await visitor.PressAsync("撤回");
        await visitor.SeesAsync("未提交");
        (await (await district.Admin).GetAsync("rounds/r1/schools/p/self-evaluation")).Expect(404);
    }

    [Fact]
    public async Task A_connection_lost_while_saving_loses_nothing()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "chair.p");
        await visitor.OpenAsync(Evaluation, "学期自评");
        await visitor.Window.SetOfflineAsync(true);
        await visitor.Page.GetByLabel("自评得分").FillAsync("12");
        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "离线，待保存" }).WaitForAsync();
        await visitor.SeesAsync("网络已断开");
        (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/self-evaluation")).Expect(404);

        await visitor.Window.SetOfflineAsync(false);

        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        Assert.Equal(12m, (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/self-evaluation")).Number("claims.B1"));
    }

    [Fact]
    public async Task Two_people_on_one_form_see_both_values_and_choose()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync(Evaluation, "学期自评");
        (await (await district.As("clerk")).SaveAsync("rounds/r1/schools/p/self-evaluation", new { claims = new { B1 = 25 }, facts = new { congressHeld = true } })).Expect(201);

        await chair.Page.GetByLabel("自评得分").FillAsync("28");
        var dialog = chair.Page.GetByRole(AriaRole.Dialog);
        await dialog.ContainsAsync("内容已被他人修改");
        await dialog.ContainsAsync("28");
        await dialog.ContainsAsync("25");
        await Expect(dialog.GetByText("召开教代会")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();

        await chair.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        var stored = await (await district.As("clerk")).GetAsync("rounds/r1/schools/p/self-evaluation");
        Assert.Equal(28m, stored.Number("claims.B1"));
        Assert.True(stored.At("facts.congressHeld").GetBoolean());
    }

    [Fact]
    public async Task What_a_colleague_saves_elsewhere_on_the_form_comes_in_without_a_question()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        var clerk = await district.As("clerk");
        (await clerk.SaveAsync("rounds/r1/schools/p/self-evaluation", new { claims = new { B1 = 25 } })).Expect(201);
        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync(Evaluation, "学期自评");
        (await clerk.SaveAsync("rounds/r1/schools/p/self-evaluation", new { claims = new { B1 = 25 }, comments = new { B1 = "见附件三" } })).Expect(200);

        await chair.Page.GetByText("是", new() { Exact = true }).First.ClickAsync();

        await chair.SeesAsync("同事刚保存了其他项");
        await chair.SeesAsync("见附件三");
        await chair.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        var stored = await clerk.GetAsync("rounds/r1/schools/p/self-evaluation");
        Assert.Equal("见附件三", stored.Text("comments.B1"));
        Assert.True(stored.At("facts.congressHeld").GetBoolean());
    }

    [Fact]
    public async Task A_chair_begins_from_the_last_round_confirms_hands_in_and_binds_the_stamped_form()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", new { congressHeld = true, lectures = 4 }, new { B1 = 30 });
        await district.PlanRound("r2", from: BrowserDistricts.Day(-30), to: BrowserDistricts.Day(9), dueAt: BrowserDistricts.Day(9));
        await district.OpenRound("r2");
        await using var visitor = await service.SignInAsync(district, "chair.p", phone: true);
        await visitor.OpenAsync("/rounds/r2/schools/p/evaluation", "学期自评");
        await visitor.PressAsync("沿用往期");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("r1轮").WaitForAsync();
        await visitor.IsAccessibleAsync("inherit-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "沿用", Exact = true }).ClickAsync();
        await visitor.SeesAsync("3 项沿用内容待确认");

        await visitor.Page.GetByLabel("自评得分").FillAsync("35");
        await visitor.PressAsync("仍然属实");
        await visitor.SeesAsync("沿用后已改");
        await visitor.PressAsync("仍然属实");
        await visitor.PressAsync("+ 获奖");
        await visitor.Page.GetByLabel("获奖 1").FillAsync("市模范职工之家");
        await Expect(visitor.Page.GetByText("仍然属实")).ToHaveCountAsync(0);
        await visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        await visitor.IsAccessibleAsync("inherited-phone");
        await visitor.PressAsync("提交");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "打印与签章" }).ClickAsync();
        await visitor.SeesAsync("校验码");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "盖章自评表.pdf", MimeType = "application/pdf", Buffer = TestPictures.Pdf("p") });

        await visitor.SeesAsync("与现在的内容一致");
        await visitor.IsAccessibleAsync("paper-phone");
        Assert.Equal(1m, (await district.Scorecard("p", round: "r2")).Number("bonus"));
    }
}
