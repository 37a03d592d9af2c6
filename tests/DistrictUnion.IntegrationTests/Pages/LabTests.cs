using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Titles;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>An officer asks what other weights would have done.</summary>
public sealed class LabTests(BrowserService service) : IClassFixture<BrowserService>
{
    private const string Scheme =
        """
        { "code": "lab", "name": "学校工会年度考核", "basis": "区工发〔2026〕5号", "missing": "zero", "bonus": { "cap": 10 }, "late": { "perDay": 1, "max": 5 },
          "facts": [ { "code": "activities", "name": "活动次数", "type": "integer", "level": "school" } ],
          "sections": [
            { "code": "A", "name": "组织建设", "max": 50, "items": [ { "code": "A1", "name": "换届与机构", "max": 50, "rule": { "type": "manual" } } ] },
            { "code": "B", "name": "民主管理", "max": 50, "items": [
              { "code": "B1", "name": "教代会", "max": 30, "rule": { "type": "manual" } },
              { "code": "B2", "name": "文体活动", "max": 20, "rule": { "type": "tiers", "value": "activities", "bands": [ { "atLeast": 10, "points": 20 }, { "atLeast": 5, "points": 10 } ] } } ] } ],
          "grades": [ { "code": "advanced", "name": "先进", "min": 90 }, { "code": "qualified", "name": "合格", "min": 75 } ] }
        """;

    [Fact]
    public async Task An_officer_weighs_a_section_more_reads_who_falls_out_and_looks_again_on_a_phone()
    {
        var district = await ClosedAsync();
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/lab", "试算");
        await officer.SeesAsync("还没有试算");
        await officer.PressAsync("新建试算");
        await officer.Page.GetByLabel("名称").FillAsync("民主管理加重");
        await officer.Page.GetByLabel("组织建设 试算分值").FillAsync("30");
        await officer.Page.GetByLabel("民主管理 试算分值").FillAsync("70");
        await officer.Page.GetByLabel("“合格”线").FillAsync("95");
        await Expect(officer.Page.GetByLabel("文体活动 试算分值")).ToHaveValueAsync("28");
        await officer.SeesAsync("改了 6 处 · 总分 100");
        await officer.PressAsync("开始试算");
        await officer.SeesAsync("等级须从高到低排列");
        await officer.IsAccessibleAsync("lab-new");
        await officer.Page.GetByLabel("“合格”线").FillAsync("75");
        await officer.PressAsync("开始试算");

        await officer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ContainsAsync("民主管理加重");
        await officer.SeesAsync("3 所学校中有 3 所换了名次，2 对学校互换先后。");
        await officer.SeesAsync("“先进”线：1 所退出，由 3 所变为 2 所。");
        await officer.SeesAsync("先进 → 合格");
        await officer.IsAccessibleAsync("lab-run");

        await officer.Page.SetViewportSizeAsync(390, 800);
        await officer.Page.GetByRole(AriaRole.Switch).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "s1学校" }).WaitForAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Link, new() { Name = "s3学校" })).ToBeHiddenAsync();
        await officer.IsAccessibleAsync("lab-run-phone");
        await officer.OpenAsync("/lab", "试算");
        await officer.SeesAsync("组织建设 · 满分 50 → 30");
        await officer.IsAccessibleAsync("lab-list-phone");
        await officer.OpenAsync("/lab/new", "新建试算");
        await officer.SeesAsync("分数线、加分与扣分");
        await officer.IsAccessibleAsync("lab-new-phone");
    }

    [Fact]
    public async Task An_officer_tries_one_place_more_and_takes_the_trial_over_as_a_draft()
    {
        var district = await ClosedAsync();
        var titles = new TestTitles(district);
        await titles.OpenAsync("r1", TestTitles.Definition(new { places = 2 }), dueAt: BrowserDistricts.Day(5));
        foreach (var school in new[] { "s1", "s2", "s3" })
            await titles.ApplyAsync(school);
        await titles.RankAsync();
        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/lab/new", "新建试算");
        await officer.Page.GetByLabel("名称").First.FillAsync("多一个名额");
        await officer.Page.GetByLabel("“先进”线").FillAsync("89");
        await officer.Page.GetByLabel("评选名额").PressAsync("Enter");
        await officer.Page.GetByTitle("模范职工之家评选").ClickAsync();
        await Expect(officer.Page.GetByLabel("名额数")).ToHaveValueAsync("2");
        await officer.Page.GetByLabel("名额数").FillAsync("3");
        await officer.IsAccessibleAsync("lab-places");
        await officer.PressAsync("开始试算");
        await officer.SeesAsync("评选名额：1 所进入，由 2 所变为 3 所。");
        await officer.SeesAsync("候补 → 入选");
        await officer.SeesAsync("名额数 2 → 3");
        await officer.IsAccessibleAsync("lab-applications");
        await officer.PressAsync("存为方案草稿");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ContainsAsync("学校工会年度考核");
        Assert.Equal(89, (await (await district.Admin).GetAsync("schemes/lab/versions/2")).Expect(200).Number("definition.grades[0].min"));
    }

    /// <summary>s1 50 + 21 + 20 = 91, s2 44 + 27 + 20 = 91, s3 40 + 30 + 20 = 90; under 30 and 70 points 87.4, 92.2 and 94.</summary>
    private async Task<TestDistrict> ClosedAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "s1", "s2", "s3" })
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(Scheme);
        await district.PlanRound(scheme: "lab", from: BrowserDistricts.Day(-60), to: BrowserDistricts.Day(7), dueAt: BrowserDistricts.Day(7));
        await district.OpenRound();
        foreach (var (school, a1, b1) in new[] { ("s1", 50, 21), ("s2", 44, 27), ("s3", 40, 30) })
            await district.HandIn(school, new { activities = 12 }, new { A1 = a1, B1 = b1 });
        await district.CloseRound();
        return district;
    }
}
