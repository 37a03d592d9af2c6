using System.Globalization;
using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A title from a school's first word over the public's objection to the certificate that everybody can check.</summary>
[LongRunning]
public sealed class TitleApplicationTests(BrowserService service) : IClassFixture<BrowserService>
{
    private const string Programme = "title-programmes/home";
    private const string Campaign = $"{Programme}/campaigns/h26";
    private const string Application = $"{Programme}/applications/h26.p";
    private static readonly string[] Approvals = ["unitVote", "unionExamination", "partyApproval"];

    [Fact]
    public async Task A_chair_is_told_what_is_missing_and_recommends_by_phone_when_nothing_is()
    {
        var district = await OpenCampaignAsync(Approvals);
        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/applications", "评选申报");
        await chair.SeesAsync("模范职工之家评选");
        await chair.IsAccessibleAsync("title-campaigns-phone");
        await chair.PressAsync("开始申报");
        await chair.SeesAsync("推荐之前还缺");
        await chair.SeesAsync("《教育工会职工之家建设办法》第五条");
        await chair.IsAccessibleAsync("title-application-phone");
        await chair.Page.ReloadAsync();
        await chair.SeesAsync("推荐之前还缺");

        await chair.PressAsync("推荐到区教育工会");
        await ConfirmAsync(chair, "推荐到区教育工会");
        await chair.SeesAsync("申报材料还不齐全");
        await chair.Page.Locator(".said").First.ContainsAsync("请填写汇报材料");

        await chair.Page.GetByLabel("汇报材料").FillAsync("建家工作扎实，职工满意。");
        await chair.Page.GetByLabel("一线教职工集体").CheckAsync();
        await chair.Page.GetByLabel("从台账中选择").ClickAsync();
        await chair.Page.GetByTitle("建家成果.pdf").Last.ClickAsync();
        await chair.SeesAsync("所附材料的说明");
        await chair.Page.GetByLabel("说明这份材料能证明什么 建家成果.pdf").FillAsync("市级先进的证书");
        var vote = Step(chair, "民主评选");
        await FillAsync(vote, "会议记录名称或编号", "第3次会员大会记录");
        foreach (var (label, count) in new[] { ("应到人数", "40"), ("实到人数", "36"), ("同意人数", "20") })
            await vote.GetByLabel(label).FillAsync(count);
        await vote.ContainsAsync("同意 20 人 ÷ 应到 40 人 = 50%");
        await vote.ContainsAsync("未达到要求");
        await vote.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await RecordAsync(chair, "工会审查", "审查意见名称或文号");
        await RecordAsync(chair, "党组织审批", "审批文件名称或文号");
        await chair.SeesAsync("民主评选的同意人数未达到应到人数的 60%");
        await chair.PressAsync("推荐到区教育工会");
        await ConfirmAsync(chair, "推荐到区教育工会");
        await chair.Page.Locator(".said").First.ContainsAsync("未达到 60%");
        await chair.IsAccessibleAsync("title-refused-phone");

        await chair.PressAsync("修改 民主评选");
        await vote.GetByLabel("同意人数").FillAsync("30");
        await vote.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await chair.SeesAsync("材料齐全，可以推荐");
        await Expect(chair.Page.GetByText("申报材料还不齐全")).ToBeHiddenAsync();
        await chair.PressAsync("推荐到区教育工会");
        await ConfirmAsync(chair, "推荐到区教育工会");
        await chair.SeesAsync("已交到区教育工会，等待受理");
        await chair.SeesAsync("取回修改");
        await chair.IsAccessibleAsync("title-recommended-phone");
        var sent = (await (await district.Admin).GetAsync(Application)).Expect(200);
        Assert.Equal(("schoolRecommended", "建家工作扎实，职工满意。", "frontline"), (sent.Text("state"), sent.Text("report"), sent.Text("marks[0]")));
        Assert.Equal(("建家成果.pdf", "市级先进的证书"), (sent.Text("files[0].name"), sent.Text("files[0].purpose")));
        await chair.PressAsync("预览 建家成果.pdf");
        await chair.Page.GetByRole(AriaRole.Dialog).ContainsAsync("建家成果.pdf");
    }

    [Fact]
    public async Task Everybody_reads_a_notice_objects_without_a_name_and_checks_the_certificate()
    {
        var district = await OpenCampaignAsync([]);
        await PutUpNoticeAsync(district);
        await using var visitor = await service.VisitAsync(phone: true);
        await visitor.OpenAsync($"/public/notices?district={district.Code}", "公示");
        await visitor.SeesAsync("公示期内，欢迎提出意见");
        await visitor.IsAccessibleAsync("public-notices-phone");
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.SeesAsync("不需要填写姓名和联系方式");
        await visitor.Page.GetByLabel("对哪个单位有异议").ClickAsync();
        await visitor.Page.Locator(".ant-select-item-option").First.ClickAsync();
        await visitor.Page.GetByLabel("异议内容").FillAsync("材料与实际不符");
        await visitor.IsAccessibleAsync("public-notice-phone");
        await visitor.PressAsync("提交");
        await visitor.SeesAsync("请抄下或复制这个查询码");
        var receipt = (await visitor.Page.Locator(".receipt").InnerTextAsync()).Trim();
        await visitor.Page.GetByLabel("查询码").Last.FillAsync(receipt);
        await visitor.PressAsync("查看处理结果");
        await visitor.SeesAsync("正在核实");
        await visitor.IsAccessibleAsync("public-receipt-phone");

        var number = await ConferAsync(district);
        await visitor.PressAsync("查看处理结果");
        await visitor.SeesAsync("核实结论：经核实，材料属实");
        await visitor.OpenAsync("/public/certificates", "查验证书");
        await visitor.Page.GetByLabel("证书编号").FillAsync(number);
        await visitor.PressAsync("查验");
        await visitor.SeesAsync("证书有效");
        await visitor.IsAccessibleAsync("public-certificate-phone");

        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync("/applications", "评选申报");
        await chair.SeesAsync("本校获得的称号");
        await chair.IsAccessibleAsync("title-held");
        await chair.Page.GetByRole(AriaRole.Link, new() { Name = "查看证书" }).ClickAsync();
        await chair.Page.Locator(".certificate").ContainsAsync("荣获“模范职工之家”称号。");
        await Expect(chair.Page.Locator(".certificate a")).ToHaveAttributeAsync("href", $"{service.Address.GetLeftPart(UriPartial.Authority)}/public/certificates/{number}");
        await chair.IsAccessibleAsync("title-certificate");

        (await (await district.As("approver")).DoAsync($"titles/{number}/end", new { how = "endedByOrder", on = BrowserDistricts.Day(0), reason = "管理混乱" })).Expect(200);
        await visitor.OpenAsync($"/public/certificates/{number}", "查验证书");
        await visitor.SeesAsync("证书已失效");
        await visitor.IsAccessibleAsync("public-certificate-ended-phone");
        await visitor.OpenAsync($"/public/certificates/{district.Code}-2020-001-AAAAAA", "查验证书");
        await visitor.SeesAsync("没有找到这个编号");
    }

    private static ILocator Step(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = name });

    private static async Task FillAsync(ILocator step, string label, string document)
    {
        await step.GetByLabel("日期").FillAsync(BrowserDistricts.Day(-1));
        await step.GetByLabel("日期").PressAsync("Enter");
        await step.GetByLabel(label).FillAsync(document);
    }

    private static async Task RecordAsync(Visitor visitor, string name, string label)
    {
        var step = Step(visitor, name);
        await FillAsync(step, label, $"{name}〔2026〕1号");
        await step.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await step.ContainsAsync("已登记");
    }

    private static async Task ConfirmAsync(Visitor visitor, string name)
    {
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    /// <summary>A closed round in which two schools have points, and a campaign on it that takes applications.</summary>
    private async Task<TestDistrict> OpenCampaignAsync(string[] approvals)
    {
        var district = await BrowserDistricts.OpenAsync(service, TestSchemes.Claim.Replace("\"code\": \"claim\"", "\"code\": \"annual\"", StringComparison.Ordinal));
        await district.Appoint("approver", "districtApprover");
        (await TestEvidence.SendAsync(await district.As("chair.p"), TestPictures.Pdf("home"), "建家成果.pdf", "M")).Expect(201);
        await district.HandIn("p", claims: new { M = 95 });
        await district.CloseRound();
        var admin = await district.Admin;
        (await admin.PutAsync(Programme, new
        {
            name = "职工之家",
            basis = "《教育工会职工之家建设办法》",
            subject = "school",
            tiers = new[] { new { code = "model", name = "模范" } },
            rules = new object[]
            {
                new { code = "members", kind = "minimumMembers", minimum = 30, clause = new { document = "教育工会职工之家建设办法", article = "第五条", text = "会员不少于三十人。" }, examples = Array.Empty<object>() },
                new { code = "score", kind = "minimumScore", minimum = 90, clause = new { document = "教育工会职工之家建设办法", article = "第六条", text = "考核得分不低于九十分。" }, examples = Array.Empty<object>() },
            },
            approvals,
            consentPercent = 60,
            examinations = Array.Empty<string>(),
            places = new { places = 1, atLeast = new[] { new { name = "一线教职工集体", percent = 50, mark = "frontline" } } },
            publicityDays = 5,
        })).Expect(201);
        (await admin.PutAsync(Campaign, new { name = "模范职工之家评选", tier = "model", round = "r1", dueAt = BrowserDistricts.Day(20) })).Expect(201);
        (await admin.DoAsync($"{Campaign}/open", new { })).Expect(200);
        return district;
    }

    private async Task PutUpNoticeAsync(TestDistrict district)
    {
        var (chair, admin) = (await district.As("chair.p"), await district.Admin);
        (await chair.PutAsync(Application, new { report = "建家工作汇报" })).Expect(201);
        (await chair.DoAsync($"{Application}/recommend", new { })).Expect(200);
        (await admin.DoAsync($"{Application}/accept", new { })).Expect(200);
        (await admin.DoAsync($"{Campaign}/rank")).Expect(200);
        (await admin.DoAsync($"{Campaign}/decision", new { meeting = "区教育工会委员会会议", on = BrowserDistricts.Day(0), minutes = "〔2026〕7号", signatories = new[] { "主席", "副主席" }, departures = Array.Empty<object>() })).Expect(200);
        foreach (var year in new[] { BrowserDistricts.Day(0), BrowserDistricts.Day(20) }.Select(d => int.Parse(d[..4], CultureInfo.InvariantCulture)).Distinct())
            await service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) VALUES (make_date($1, 10, 1), 0, '国庆节') ON CONFLICT DO NOTHING", year);
        (await admin.DoAsync($"{Campaign}/notices", new { startOn = BrowserDistricts.Day(1) })).Expect(201);
        await MoveNoticesAsync(-1);
    }

    /// <summary>Dismisses the objection, lets the days of publicity be over and confers.</summary>
    private async Task<string> ConferAsync(TestDistrict district)
    {
        var (admin, approver) = (await district.Admin, await district.As("approver"));
        var objection = (await admin.GetAsync($"{Campaign}/objections")).Expect(200).Text("items[0].id");
        (await admin.DoAsync($"{Campaign}/objections/{objection}/decide", new { isUpheld = false, finding = "经核实，材料属实" })).Expect(200);
        await MoveNoticesAsync(-20);
        return (await approver.DoAsync($"{Campaign}/award", new { on = BrowserDistricts.Day(0), document = "区教工发〔2026〕12号" })).Expect(200).Text("titles[0].number");
    }

    /// <summary>Browsers keep real time, so that it is the notice that moves.</summary>
    private Task<int> MoveNoticesAsync(int days) => service.ExecuteAsync("UPDATE publicity_notices SET start_on = start_on + $1, end_on = end_on + $1", days);
}
