using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Proof from a school's phone to the reviewer's desk.</summary>
public sealed class EvidenceTests(BrowserService service) : IClassFixture<BrowserService>
{
    private static readonly string Scheme = TestSchemes.Annual.Replace("\"code\": \"B1\",", "\"code\": \"B1\", \"evidence\": \"required\",", StringComparison.Ordinal);

    /// <summary>Draws a picture and keeps it as JPEG of some quality: other bytes, alike to the eye.</summary>
    private const string Draw = """
        quality => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
            const pen = canvas.getContext('2d');
            for (let i = 0; i < 40; i++) {
                pen.fillStyle = `rgb(${(i * 53) % 256}, ${(i * 97) % 256}, ${(i * 31) % 256})`;
                pen.fillRect((i * 71) % 300, (i * 43) % 220, 90, 60);
            }
            return canvas.toDataURL('image/jpeg', quality).split(',')[1];
        }
        """;

    [Fact]
    public async Task A_chair_proves_a_leaf_from_a_phone_and_the_reviewer_sees_it_beside_the_score()
    {
        var district = await BrowserDistricts.OpenAsync(service, Scheme);
        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        await chair.Page.GetByLabel("自评得分").FillAsync("30");
        await chair.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        await chair.PressAsync("提交");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByText("缺佐证：B1 特色工作").WaitForAsync();
        await chair.IsAccessibleAsync("evidence-missing-phone");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();

        var leaf = chair.Page.GetByRole(AriaRole.Group, new() { Name = "B1 佐证材料" });
        await leaf.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "合影.jpg", MimeType = "image/jpeg", Buffer = await PictureAsync(chair, 0.95) },
            new FilePayload { Name = "方案.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7\n") },
            new FilePayload { Name = "假的.jpg", MimeType = "image/jpeg", Buffer = Encoding.ASCII.GetBytes("<html></html>") },
        ]);
        await leaf.GetByText("合影.jpg").WaitForAsync();
        await leaf.GetByText("方案.pdf").WaitForAsync();
        await leaf.GetByRole(AriaRole.Alert).ContainsAsync("不支持这种文件");
        await Expect(leaf.GetByText("须上传佐证")).ToBeHiddenAsync();
        await chair.IsAccessibleAsync("evidence-phone");

        await leaf.GetByRole(AriaRole.Button, new() { Name = "修改对应指标和时段 方案.pdf" }).ClickAsync();
        var dialog = chair.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("起始日期").FillAsync(BrowserDistricts.Day(-30));
        await chair.Page.Keyboard.PressAsync("Enter");
        await chair.IsAccessibleAsync("evidence-purpose-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await leaf.GetByText($"所属时段 {BrowserDistricts.Day(-30)} – 至今").WaitForAsync();
        await chair.PressAsync("提交");
        await chair.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await chair.SeesAsync("收到时间");

        await HandInAlikeAsync(district, await PictureAsync(chair, 0.4));

        await using var officer = await service.SignInAsync(district, "officer");
        await officer.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await officer.Page.Locator("tr[data-leaf=B1]").ClickAsync();
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "方案.pdf" }).WaitForAsync();
        await officer.SeesAsync("与 q 的图片相似");
        await officer.Page.GetByRole(AriaRole.Img, new() { Name = "合影.jpg" }).ClickAsync();
        await officer.IsAccessibleAsync("evidence-review-preview");
        await officer.Page.Keyboard.PressAsync("Escape");
        var saved = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.GetByRole(AriaRole.Link, new() { Name = "方案.pdf" }).ClickAsync());
        Assert.Equal("方案.pdf", saved.SuggestedFilename);
        await officer.IsAccessibleAsync("evidence-review");

        (await (await district.As("officer")).DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "请换成盖章的方案" })).Expect(200);
        await chair.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        var chooser = await chair.Page.RunAndWaitForFileChooserAsync(() => leaf.GetByRole(AriaRole.Button, new() { Name = "换成新文件 方案.pdf" }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "盖章方案.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7\nsealed") });
        await leaf.GetByText("历史版本 1 个").ClickAsync();
        await leaf.GetByRole(AriaRole.Link, new() { Name = "方案.pdf", Exact = true }).WaitForAsync();
        await chair.IsAccessibleAsync("evidence-versions-phone");
        (await (await district.As("chair.p")).DoAsync("rounds/r1/schools/p/self-evaluation/submit")).Expect(200);
        await officer.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await officer.Page.Locator("tr[data-leaf=B1]").ContainsAsync("退回后有改动");
        await officer.Page.Locator("tr[data-leaf=B1]").ClickAsync();
        await officer.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "盖章方案.pdf" }).First.ContainsAsync("退回后已换文件");
        await officer.Page.GetByText("历史版本 1 个").ClickAsync();
        await officer.IsAccessibleAsync("evidence-versions-review");
    }

    [Fact]
    public async Task A_connection_lost_during_an_upload_goes_on_where_it_stopped()
    {
        var district = await BrowserDistricts.OpenAsync(service, Scheme);
        await using var chair = await service.SignInAsync(district, "chair.p");
        await chair.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        var pieces = 0;
        await chair.Page.RouteAsync("**/evidence/uploads/*?offset=*", async route =>
        {
            if (++pieces == 2)
                await route.AbortAsync("connectionfailed");
            else
                await route.ContinueAsync();
        });
        var leaf = chair.Page.GetByRole(AriaRole.Group, new() { Name = "B1 佐证材料" });
        await leaf.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "总结.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes($"%PDF-1.7\n{new string('x', 2_500_000)}") });

        await leaf.GetByRole(AriaRole.Link, new() { Name = "总结.pdf" }).WaitForAsync(new() { Timeout = 15_000 });
        Assert.Equal(4, pieces);
        Assert.Equal(2_500_009m, (await (await district.As("chair.p")).GetAsync("rounds/r1/schools/p/evidence")).At("items[0].size").GetDecimal());
    }

    private static async Task<byte[]> PictureAsync(Visitor visitor, double quality) => Convert.FromBase64String(await visitor.Page.EvaluateAsync<string>(Draw, quality));

    /// <summary>Another school hands in a picture that its browser finds alike to what the first one handed in.</summary>
    private static async Task HandInAlikeAsync(TestDistrict district, byte[] picture)
    {
        var hash = (await (await district.As("officer")).GetAsync("rounds/r1/schools/p/evidence")).Expect(200).Find("items", "name", "合影.jpg").GetProperty("pictureHash").GetString()!;
        using var form = new MultipartFormDataContent { { new StringContent("B1"), "nodes" }, { new StringContent(hash), "pictureHash" }, { new ByteArrayContent(picture), "file", "活动.jpg" } };
        (await (await district.As("chair.q")).SendAsync(HttpMethod.Post, "rounds/r1/schools/q/evidence", form)).Expect(201);
        await district.HandIn("q", claims: new { B1 = 30 });
    }
}
