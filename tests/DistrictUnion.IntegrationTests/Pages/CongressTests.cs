using Microsoft.Playwright;
using Xunit;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>A congress on a phone: from its plan over a proposal to a valid meeting that counts.</summary>
public sealed class CongressTests(BrowserService service) : IClassFixture<BrowserService>
{
    private const string Scheme =
        """
        { "code": "annual", "name": "民主管理考核", "basis": "区工发〔2026〕6号", "missing": "block", "bonus": { "cap": "none" },
          "facts": [ { "code": "held", "name": "召开教代会次数", "type": "integer", "level": "school", "congress": "congressesHeld" } ],
          "sections": [ { "code": "A1", "name": "教代会", "max": 10, "rule": { "type": "count", "count": "held", "points": 10 } } ] }
        """;

    [Fact]
    public async Task A_chair_plans_a_congress_takes_a_proposal_and_records_who_came()
    {
        var district = await BrowserDistricts.OpenAsync(service, Scheme);
        await district.HandIn("p");
        (await (await district.Admin).PutAsync("congress-rule", new { coSigners = 2, deadlineDays = 0, majority = "present", allStaffBelow = 80 }, ("If-Match", "*"))).Expect(200);
        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/congresses", "教代会与提案");
        await chair.IsAccessibleAsync("congresses-empty-phone");
        var congress = (await (await district.As("chair.p")).PostAsync(
            "congresses", new { term = 5, session = 2, kind = "congress", plannedOn = BrowserDistricts.Day(0), delegates = 60, agenda = "审议工会工作报告" })).Expect(201).Text("code");
        await chair.OpenAsync($"/congresses/{congress}", "第 5 届教代会第 2 次会议");
        await chair.PressAsync("写提案");
        var dialog = chair.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("案由").FillAsync("增设教师阅览室");
        await dialog.GetByLabel("理由").FillAsync("现有座位不足");
        await dialog.GetByLabel("建议").FillAsync("在二号楼增设");
        await dialog.GetByLabel("提案人").FillAsync("王老师");
        await dialog.GetByLabel("附议人 1", new() { Exact = true }).FillAsync("李老师");
        await dialog.GetByLabel("附议人 2", new() { Exact = true }).FillAsync("赵老师");
        await chair.IsAccessibleAsync("proposal-form-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交提案" }).ClickAsync();
        await chair.PressAsync("第 1 号 增设教师阅览室");
        await chair.PressAsync("确定审查结果");
        await chair.SeesAsync("承办部门");
        await chair.IsAccessibleAsync("proposal-drawer-phone");
        await chair.Page.Keyboard.PressAsync("Escape");
        await chair.Page.GetByLabel("实到人数").FillAsync("40");
        await chair.PressAsync("登记到会");
        await chair.SeesAsync("已召开");
        await chair.Page.GetByLabel("表决事项").FillAsync("通过绩效方案");
        await chair.Page.GetByLabel("赞成").FillAsync("21");
        await chair.PressAsync("添加决议");
        await chair.Page.GetByText("通过", new() { Exact = true }).WaitForAsync();
        await chair.IsAccessibleAsync("congress-phone");
        Assert.Equal(10m, await district.Final("p", "A1"));
        await chair.OpenAsync("/disclosures", "校务公开");
        await chair.PressAsync("登记 财务");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByText("本学期无此事项").ClickAsync();
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await chair.SeesAsync("本学期已公开 1 类");
        await chair.IsAccessibleAsync("disclosures-phone");

        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/congresses", "教代会、提案与校务公开");
        await officer.SeesAsync("40/60");
        await officer.IsAccessibleAsync("congress-overview");
    }
}
