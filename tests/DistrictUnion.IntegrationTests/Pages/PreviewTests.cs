using System.IO.Compression;
using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Office;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Files that are read where they stand.</summary>
public sealed class PreviewTests(BrowserService service) : IClassFixture<BrowserService>
{
    private const string Evidence = "rounds/r1/schools/p/evidence";

    /// <summary>Two pages: one in Latin, one in a Chinese font that the document doesn't bring along, so that its characters need a map.</summary>
    private const string Pdf = """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 300 400]>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 7 0 R>>>>>> endobj
        4 0 obj <</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</Font<</F 8 0 R>>>>>> endobj
        5 0 obj <</Length 46>> stream
        BT /F 24 Tf 40 300 Td (Union rules 2025) Tj ET
        endstream endobj
        6 0 obj <</Length 47>> stream
        BT /F 24 Tf 40 300 Td <5DE54F1A52365EA6> Tj ET 
        endstream endobj
        7 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
        8 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[9 0 R]>> endobj
        9 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 10 0 R>> endobj
        10 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>> endobj
        trailer <</Root 1 0 R/Size 11>>
        %%EOF
        """;

    [Fact]
    public async Task A_chair_on_a_phone_and_a_reviewer_read_pdf_and_office_files_without_saving_them()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        var client = await district.As("chair.p");
        await SendAsync(client, Encoding.ASCII.GetBytes(Pdf), "制度.pdf");
        await SendAsync(client, TestWorkbook.Of(["姓名", "金额"], ["张三", 12.5m]), "慰问名册.xlsx");
        await SendAsync(client, Docx("教代会决议全文"), "决议.docx");

        await using var chair = await service.SignInAsync(district, "chair.p", phone: true);
        await chair.OpenAsync("/rounds/r1/schools/p/evaluation", "学期自评");
        await OpenAsync(chair, "慰问名册.xlsx");
        await chair.Page.GetByRole(AriaRole.Cell, new() { Name = "张三" }).WaitForAsync();
        await chair.IsAccessibleAsync("preview-workbook-phone");
        await chair.Page.Keyboard.PressAsync("Escape");
        await Expect(chair.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await OpenAsync(chair, "制度.pdf");
        await chair.Page.GetByRole(AriaRole.Img, new() { Name = "制度.pdf 第 1 页，共 2 页" }).WaitForAsync();
        await chair.Page.GetByText("Union rules 2025").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await chair.IsAccessibleAsync("preview-pdf-phone");

        await district.HandIn("p", claims: new { B1 = 20 });
        await using var officer = await service.SignInAsync(district, "officer");
        List<string> refused = [];
        officer.Page.Console += (_, said) => refused.AddRange(said.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [said.Text] : []);
        await officer.OpenAsync("/rounds/r1/review/p", "考评工作台");
        await officer.Page.Locator("tr[data-leaf=A3]").ClickAsync();
        await OpenAsync(officer, "决议.docx");
        await officer.SeesAsync("教代会决议全文");
        await officer.Page.Keyboard.PressAsync("Escape");
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await OpenAsync(officer, "制度.pdf");
        await officer.PressAsync("下一页");
        await officer.Page.GetByText("工会制度").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await officer.PressAsync("放大");
        await officer.IsAccessibleAsync("preview-pdf-reviewer");
        Assert.Empty(refused);
    }

    /// <summary>With the keyboard alone.</summary>
    private static async Task OpenAsync(Visitor visitor, string name)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"预览 {name}" }).PressAsync("Enter");
        await visitor.Page.GetByRole(AriaRole.Dialog).ContainsAsync(name);
    }

    private static async Task SendAsync(UnionClient client, byte[] file, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent("A3"), "nodes" }, { new ByteArrayContent(file), "file", name } };
        (await client.SendAsync(HttpMethod.Post, Evidence, form)).Expect(201);
    }

    private static byte[] Docx(string text)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in new[] { ("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<d><p><t>{text}</t></p></d>") })
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return file.ToArray();
    }
}
