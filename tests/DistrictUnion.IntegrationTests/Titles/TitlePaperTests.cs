using System.IO.Compression;
using System.Text;
using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Office;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>Documents of titles: measures by hand from GB/T 9704—2012, 1 mm = 56.69 twentieths of a point.</summary>
public sealed class TitlePaperTests(TestService service) : IClassFixture<TestService>
{
    private const string Template = "document-templates/awardCircular";

    [Fact]
    public async Task Notice_circular_and_certificates_are_laid_out_as_the_standard_says()
    {
        var (district, titles) = await InPublicAsync();
        var notice = (await (await district.Admin).GetAsync($"{titles.Path}/notices")).Text("items[0].id");
        var posted = OfficeFile.Of(await (await district.As("chair.p")).GetAsync($"{titles.Path}/notices/{notice}/document.docx"));
        Assert.Contains("2025年11月3日至2025年11月7日，共 5 个工作日。", posted.Text, StringComparison.Ordinal);
        Assert.Contains($"/public/notices/{notice}", posted.Text, StringComparison.Ordinal);
        AssertStandard(posted.Bytes);
        (await (await district.Admin).GetAsync($"{titles.Path}/award-circular.docx")).ExpectConflict("decided", "award");

        var numbers = await AwardAsync(district, titles);
        var auditor = await district.As("auditor");
        var circular = OfficeFile.Of(await auditor.GetAsync($"{titles.Path}/award-circular.docx"));
        Assert.Contains("区工发〔2025〕30号", circular.Text, StringComparison.Ordinal);
        Assert.Contains(numbers[1], circular.Text, StringComparison.Ordinal);
        Open(circular.Bytes, main =>
        {
            // 发文机关标志 is red, 35 mm below the edge of the type area; the line below the number is red.
            var mark = main.Document.Body!.Elements<Paragraph>().First();
            Assert.Equal(("FF0000", "1984"), (mark.Descendants<Color>().First().Val!.Value, mark.ParagraphProperties!.SpacingBetweenLines!.Before!.Value));
            Assert.Equal("FF0000", main.Document.Descendants<ParagraphBorders>().Single().BottomBorder!.Color!.Value);
        });

        AssertCertificates(OfficeFile.Of(await auditor.GetAsync($"{titles.Path}/certificates.docx")).Bytes, numbers);
        var own = await district.As("chair.p");
        AssertCertificates(OfficeFile.Of(await own.GetAsync($"titles/{numbers[0]}/certificate.docx")).Bytes, numbers[0]);
        (await own.GetAsync($"titles/{numbers[1]}/certificate.docx")).ExpectProblem(404, "not-found");
        (await own.GetAsync($"{titles.Path}/certificates.docx")).Expect(403);
        (await (await district.Admin).DoAsync($"titles/{numbers[0]}/end", new { how = "endedByOrder", on = "2025-12-31", reason = "弄虚作假" })).Expect(200);
        (await own.GetAsync($"titles/{numbers[0]}/certificate.docx")).Expect(409);
    }

    [Fact]
    public async Task A_districts_own_template_is_checked_filled_and_given_up_again()
    {
        var (district, titles) = await InPublicAsync();
        var numbers = await AwardAsync(district, titles);
        var officer = await district.As("officer");
        foreach (var kind in new[] { "publicityNotice", "certificate" })
        {
            var starter = OfficeFile.Of(await officer.GetAsync($"document-templates/{kind}/starter.docx"));
            (await PutAsync(officer, $"document-templates/{kind}", starter.Bytes)).Expect(201);
        }

        AssertCertificates(OfficeFile.Of(await officer.GetAsync($"{titles.Path}/certificates.docx")).Bytes, numbers);
        var notice = (await officer.GetAsync($"{titles.Path}/notices")).Text("items[0].id");
        var posted = OfficeFile.Of(await officer.GetAsync($"{titles.Path}/notices/{notice}/document.docx"));
        Assert.Contains("拟命名 2 个单位", posted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", posted.Text, StringComparison.Ordinal);

        await AssertRefusedAsync(officer, "没有字段 nobody", [Paragraphs("{{award}} {{nobody}}"), Row("{{units.name}}")]);
        await AssertRefusedAsync(officer, "缺少字段 {{award}}", [Row("{{units.name}}")]);
        await AssertRefusedAsync(officer, "{{units.name}} 须写在表格的一行中", [Paragraphs("{{award}}{{units.name}}")]);
        await AssertRefusedAsync(officer, "外部文件", [Paragraphs("{{award}}"), Row("{{units.name}}")], main => main.AddHyperlinkRelationship(new Uri("https://example.org/"), isExternal: true));
        await AssertRefusedAsync(officer, "解压后过大", [Paragraphs("{{award}}"), Row("{{units.name}}")], main => main.AddImagePart(ImagePartType.Bmp).FeedData(new MemoryStream(new byte[21 << 20])));
        await AssertRefusedAsync(officer, "模板含有宏", [Paragraphs("{{award}}"), Row("{{units.name}}")], main => main.AddEmbeddedControlPersistencePart("application/vnd.ms-office.activeX+xml").FeedData(new MemoryStream("<a/>"u8.ToArray())));
        var macros = Document([Paragraphs("{{award}}"), Row("{{units.name}}")], main => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1])));
        Assert.Contains("evidence.macros", (await PutAsync(officer, Template, macros)).ExpectInvalid("file").Body, StringComparison.Ordinal);
        (await PutAsync(officer, Template, TestWorkbook.Of([["a"]]), "模板.xlsx")).ExpectInvalid("file");

        // Torn as Word tears it when somebody corrects a letter.
        var torn = Document([Paragraphs("《{{a", "wa", "rd}}》第 {{ documentNumber }} 号"), Row("{{units.name}}／{{units.certificate}}")]);
        (await PutAsync(officer, Template, torn)).Expect(201);
        (await PutAsync(officer, Template, torn)).Expect(428);
        (await PutAsync(officer, Template, torn, ifMatch: "*")).Expect(200);
        Assert.Equal(torn, (await officer.GetAsync($"{Template}/file")).Expect(200).Bytes);
        var filled = OfficeFile.Of(await officer.GetAsync($"{titles.Path}/award-circular.docx")).Text;
        Assert.Equal($"《模范职工之家》第 区工发〔2025〕30号 号\np学校／{numbers[0]}\nq学校／{numbers[1]}", filled.Trim());

        (await (await district.As("chair.p")).GetAsync("document-templates")).Expect(403);
        Assert.Equal(["true", "true", "true"], (await officer.GetAsync("document-templates")).Expect(200).At("items").EnumerateArray().Select(i => i.GetProperty("isOwn").GetRawText()));
        (await officer.DeleteAsync(Template)).Expect(428);
        (await officer.SendAsync(HttpMethod.Delete, Template, null, ("If-Match", "*"))).Expect(204);
        (await officer.GetAsync(Template)).ExpectProblem(404, "not-found");
        Assert.Contains("命名单位名单", OfficeFile.Of(await officer.GetAsync($"{titles.Path}/award-circular.docx")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_are_nominated_upward_once_nothing_is_open_and_it_can_be_taken_back()
    {
        var (district, titles) = await InPublicAsync(new { to = "city", places = 1 });
        var officer = await district.As("officer");
        (await officer.DoAsync($"{titles.Path}/nominate", new { })).ExpectConflict("decided", "wait");
        (await officer.GetAsync($"{titles.Path}/nomination.zip")).ExpectConflict("decided", "nominate");
        var notice = (await officer.GetAsync($"{titles.Path}/notices")).Text("items[0].id");
        (await titles.ObjectAsync(notice, "q")).Expect(200);
        district.MoveClockTo("2025-11-10T09:00:00+08:00");
        officer = await district.As("officer");
        (await officer.DoAsync($"{titles.Path}/nominate", new { })).ExpectConflict("decided", "decideObjections");
        var objection = (await officer.GetAsync($"{titles.Path}/objections")).Text("items[0].id");
        (await officer.DoAsync($"{titles.Path}/objections/{objection}/decide", new { isUpheld = false, finding = "不属实" })).Expect(200);

        (await officer.DoAsync($"{titles.Path}/nominate", new { reason = "市级名额 1 个" })).Expect(200);
        (await officer.DoAsync($"{titles.Path}/nominate", new { })).ExpectConflict("decided", "withdrawNomination");

        using var archive = new ZipArchive(new MemoryStream((await officer.GetAsync($"{titles.Path}/nomination.zip")).Expect(200).Bytes));
        Assert.Equal(["推荐名单.docx", "推荐汇总表.xlsx", "推荐表/01-p.docx"], archive.Entries.Select(e => e.FullName));
        var summary = TextOf(archive, "推荐汇总表.xlsx");
        Assert.Contains("考核排名第 1，经集体研究入选", summary, StringComparison.Ordinal);
        Assert.Contains("2025年11月3日至2025年11月7日公示，收到异议 0 条", summary, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TestPictures.Pdf("p"))), summary, StringComparison.Ordinal);
        Assert.Contains("建家成果", summary, StringComparison.Ordinal);
        var form = TextOf(archive, "推荐表/01-p.docx");
        foreach (var text in new[] { "建家工作汇报", "党组织", "学校工会", "区教育工会", "（盖章）", "95.00" })
            Assert.Contains(text, form, StringComparison.Ordinal);
        Assert.DoesNotContain("q学校", TextOf(archive, "推荐名单.docx"), StringComparison.Ordinal);

        Assert.True((await officer.GetAsync($"{titles.Path}/selection")).Expect(200).Find("rows", "school", "p").GetProperty("isNominated").GetBoolean());
        var numbers = await AwardAsync(district, titles);
        officer = await district.As("officer");
        Assert.StartsWith("2025-11-10", (await officer.GetAsync($"titles/{numbers[0]}")).Expect(200).Text("nominatedAt"), StringComparison.Ordinal);
        (await officer.DoAsync($"{titles.Path}/withdraw-nomination", new { })).ExpectInvalid("reason");
        (await officer.DoAsync($"{titles.Path}/withdraw-nomination", new { reason = "市级通知改期" })).Expect(200);
        (await officer.GetAsync($"{titles.Path}/nomination.zip")).ExpectConflict("decided", "nominate");
        Assert.Equal(["nominate", "award", "withdrawNomination"], (await officer.GetAsync(titles.Of("p"))).Expect(200).Texts("trail", "step").TakeLast(3));
        (await (await district.Admin).PutAsync("title-programmes/wrong", TestTitles.Definition(new { places = 1 }, nomination: new { to = "district", places = 0 }))).ExpectInvalid("nomination.to");
    }

    [Fact]
    public async Task A_tie_at_the_line_of_the_nomination_is_decided_by_people_though_both_were_chosen()
    {
        var (district, titles) = await InPublicAsync(new { to = "city", places = 1 }, second: 95);
        district.MoveClockTo("2025-11-10T09:00:00+08:00");
        var officer = await district.As("officer");
        (await officer.DoAsync($"{titles.Path}/nominate", new { })).ExpectConflict("decided", "resolveTie");

        var order = new { applications = new[] { titles.CodeOf("q"), titles.CodeOf("p") }, reason = "会议表决" };
        (await officer.DoAsync($"{titles.Path}/tie-resolutions", order)).Expect(200);
        (await officer.DoAsync($"{titles.Path}/tie-resolutions", order)).ExpectConflict("decided", "rescind");
        (await officer.DoAsync($"{titles.Path}/nominate", new { })).Expect(200);

        var selection = (await officer.GetAsync($"{titles.Path}/selection")).Expect(200);
        Assert.Equal((true, false), (selection.Find("rows", "school", "q").GetProperty("isNominated").GetBoolean(), selection.Find("rows", "school", "p").GetProperty("isNominated").GetBoolean()));
        Assert.Equal(["inPublicity", "inPublicity"], selection.Texts("rows", "state"));
    }

    private async Task<(TestDistrict District, TestTitles Titles)> InPublicAsync(object? nomination = null, decimal second = 93)
    {
        var district = await service.FoundDistrictAsync();
        var titles = new TestTitles(district);
        await district.PutZone("north");
        foreach (var role in new[] { "officer:districtOfficer", "approver:districtApprover", "auditor:auditor" })
            await district.Appoint(role.Split(':')[0], role.Split(':')[1]);
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound("r1", "claim");
        await district.OpenRound();
        using var file = new MultipartFormDataContent { { new StringContent("M"), "nodes" }, { new ByteArrayContent(TestPictures.Pdf("p")), "file", "教代会纪要.pdf" } };
        var minutes = (await (await district.As("chair.p")).SendAsync(HttpMethod.Post, "rounds/r1/schools/p/evidence", file)).Expect(201).Text("id");
        await district.HandIn("p", claims: new { M = 95 });
        await district.HandIn("q", claims: new { M = second });
        await district.CloseRound();
        await titles.OpenAsync("r1", TestTitles.Definition(new { places = 2 }, nomination: nomination));
        await titles.ApplyAsync("p", files: [minutes]);
        await titles.ApplyAsync("q");
        await titles.RankAsync();
        await titles.DecideAsync();
        await titles.PublishAsync("2025-11-03");
        return (district, titles);
    }

    private static async Task<string[]> AwardAsync(TestDistrict district, TestTitles titles)
    {
        district.MoveClockTo("2025-12-31T09:00:00+08:00");
        var awarded = (await (await district.As("approver")).DoAsync($"{titles.Path}/award", new { on = "2025-12-31", document = "区工发[2025]30号" })).Expect(200);
        return [awarded.Text("titles[0].number"), awarded.Text("titles[1].number")];
    }

    private static void AssertStandard(byte[] file) => Open(file, main =>
    {
        var body = main.Document.Body!;
        var section = body.Elements<SectionProperties>().Single();
        var (page, margins, grid) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
        Assert.Equal((11906u, 16838u), (page.Width!.Value, page.Height!.Value));

        // 37, 28, 297 − 37 − 225 = 35 and 210 − 28 − 156 = 26 mm; 22 lines in 225 mm are 28.99 points each.
        Assert.Equal((2098, 1587u, 1984, 1474u), (margins.Top!.Value, margins.Left!.Value, margins.Bottom!.Value, margins.Right!.Value));
        Assert.Equal((DocGridValues.Lines, 579), (grid.Type!.Value, grid.LinePitch!.Value));

        // 28 characters in 156 mm: 15.79 points each, 0.21 less than the type's 16, so 5 twentieths.
        Assert.Equal(-5, body.Descendants<Run>().First(r => r.InnerText == "各学校工会：").RunProperties!.Spacing!.Val!.Value);
        AssertType(body, "拟命名单位公示（第 1 次）", "方正小标宋简体", "44");
        AssertType(body, "各学校工会：", "仿宋_GB2312", "32");
        AssertType(body, "一、公示时间", "黑体", "32");
        AssertType(body, "（一）提出的办法", "楷体_GB2312", "32");
        Assert.Equal((400, "right"), (ParagraphOf(body, "2025年11月3日", isWhole: true).Indentation!.RightChars!.Value, ParagraphOf(body, "2025年11月3日", isWhole: true).Justification!.Val!.InnerText));
        Assert.NotNull(ParagraphOf(body, "附件", isWhole: true).PageBreakBefore);
        Assert.Equal(["序号单位所属学校理由", "1p学校p学校考核排名第 1，经集体研究入选", "2q学校q学校考核排名第 2，经集体研究入选"], body.Descendants<TableRow>().Select(r => r.InnerText));

        // The number between dashes, 四号宋体, right on odd pages and left on even ones, one character in.
        var odd = ((FooterPart)main.GetPartById(section.Elements<FooterReference>().First(f => f.Type!.Value == HeaderFooterValues.Default).Id!)).Footer;
        Assert.Equal("— 1 —", string.Concat(odd.Descendants<Text>().Select(t => t.Text)));
        Assert.Contains("PAGE", odd.InnerText, StringComparison.Ordinal);
        Assert.All(odd.Descendants<RunProperties>(), r => Assert.Equal(("宋体", "28"), (r.RunFonts!.EastAsia!.Value, r.FontSize!.Val!.Value)));
        var number = odd.Descendants<ParagraphProperties>().Single();
        Assert.Equal(("right", 100), (number.Justification!.Val!.InnerText, number.Indentation!.RightChars!.Value));
        Assert.NotNull(main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>());
        Assert.All(main.FontTablePart!.Fonts.Elements<Font>(), f => Assert.False(string.IsNullOrEmpty(f.AltName?.Val?.Value)));
    });

    private static void AssertType(Body body, string text, string font, string size)
    {
        var run = body.Descendants<Run>().First(r => r.InnerText.Contains(text, StringComparison.Ordinal)).RunProperties!;
        Assert.Equal((font, size), (run.RunFonts!.EastAsia!.Value, run.FontSize!.Val!.Value));
    }

    private static ParagraphProperties ParagraphOf(Body body, string text, bool isWhole) =>
        body.Descendants<Paragraph>().First(p => isWhole ? p.InnerText == text : p.InnerText.Contains(text, StringComparison.Ordinal)).ParagraphProperties!;

    /// <summary>A page each, across, with the number and a picture that leads to the public page.</summary>
    private static void AssertCertificates(byte[] file, params string[] numbers) => Open(file, main =>
    {
        var page = main.Document.Body!.Elements<SectionProperties>().Single().GetFirstChild<PageSize>()!;
        Assert.Equal((16838u, 11906u), (page.Width!.Value, page.Height!.Value));
        Assert.Equal(numbers.Length - 1, main.Document.Descendants<PageBreakBefore>().Count());
        var pictures = main.Document.Descendants<Wp.DocProperties>().ToList();
        Assert.Equal(numbers, pictures.Select(p => p.Description!.Value!.Split("/public/certificates/")[1]));
        Assert.All(main.ImageParts, i => Assert.Equal("image/png", i.ContentType));
        Assert.Equal(numbers.Length, main.ImageParts.Count());
        foreach (var text in numbers.Append("荣获“模范职工之家”称号。").Append("2025年12月31日").Append("（盖章）"))
            Assert.Contains(text, main.Document.InnerText, StringComparison.Ordinal);
    });

    private static void Open(byte[] file, Action<MainDocumentPart> look)
    {
        using var stream = new MemoryStream(file);
        using var package = WordprocessingDocument.Open(stream, false);
        look(package.MainDocumentPart!);
    }

    private static string TextOf(ZipArchive archive, string name)
    {
        using var entry = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        using var package = new ZipArchive(bytes);
        return string.Concat(package.Entries.Where(e => e.FullName is "word/document.xml" or "xl/sharedStrings.xml" || e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return System.Xml.Linq.XElement.Parse(reader.ReadToEnd()).Value;
        }));
    }

    private static async Task AssertRefusedAsync(UnionClient client, string says, OpenXmlElement[] content, Action<MainDocumentPart>? add = null)
    {
        var refused = (await PutAsync(client, Template, Document(content, add))).ExpectProblem(422, "template-unusable");
        Assert.Contains(says, refused.Json.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Answer> PutAsync(UnionClient client, string path, byte[] file, string name = "模板.docx", string? ifMatch = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        return await client.SendAsync(HttpMethod.Put, path, form, ifMatch is null ? [] : [("If-Match", ifMatch)]);
    }

    private static Paragraph Paragraphs(params string[] runs) => new(runs.Select(r => new Run(new Text(r) { Space = SpaceProcessingModeValues.Preserve })));

    private static Table Row(string text) => new(new TableProperties(), new TableGrid(new GridColumn()), new TableRow(new TableCell(Paragraphs(text))));

    private static byte[] Document(OpenXmlElement[] content, Action<MainDocumentPart>? add = null)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body([.. content.Select(e => e.CloneNode(true)), new Paragraph()]));
            add?.Invoke(main);
        }

        return stream.ToArray();
    }
}
