using System.IO.Compression;
using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Office;
using Xunit;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>What reviewers read of an Office file without opening it.</summary>
public sealed class OfficeTextTests(TestService service) : IClassFixture<TestService>
{
    private const string Evidence = "rounds/r1/schools/p/evidence";
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private const string Slide = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    [Fact]
    public async Task A_document_is_read_with_its_tables_and_without_what_was_struck_out()
    {
        var chair = await OpenAsync();
        const string body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">工会 </w:t></w:r><w:r><w:t>制度𠮷</w:t><w:tab/><w:t>甲</w:t></w:r></w:p>
            <w:p><w:del><w:r><w:delText>旧文</w:delText></w:r></w:del><w:r><mc:AlternateContent><mc:Choice><w:t>一次</w:t></mc:Choice><mc:Fallback><w:t>一次</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>金额</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """;

        var text = await ReadAsync(chair, Docx(body), "制度.docx");

        Assert.Equal("工会 制度𠮷\t甲\n一次\n姓名 \t金额 \t", text.Expect(200).Text("parts[0].text"));
        Assert.False(text.At("isCut").GetBoolean());
    }

    [Fact]
    public async Task A_workbook_is_read_sheet_by_sheet_with_days_as_days_and_without_what_is_hidden()
    {
        var chair = await OpenAsync();
        var file = new TestWorkbook().Sheet("名册", [["姓名", "入会"], ["张三", new DateOnly(2025, 9, 1)]]).Sheet("经费", [[12.5m]]).Sheet("密", [["隐藏"]], state: "hidden").ToBytes();

        var text = (await ReadAsync(chair, file, "名册.xlsx")).Expect(200);

        Assert.Equal(["名册", "经费"], text.Texts("parts", "name"));
        Assert.Equal(["姓名\t入会\n张三\t2025-09-01", "12.5"], text.Texts("parts", "text"));
    }

    [Fact]
    public async Task Slides_are_read_in_the_order_in_which_they_are_shown()
    {
        var chair = await OpenAsync();

        var text = (await ReadAsync(chair, Pptx("先", "后"), "汇报.pptx")).Expect(200);

        Assert.Equal(["后", "先"], text.Texts("parts", "text"));
    }

    [Fact]
    public async Task A_long_text_is_cut_between_characters_and_says_so()
    {
        var chair = await OpenAsync();

        var text = (await ReadAsync(chair, Docx($"<w:p><w:r><w:t>a{string.Concat(Enumerable.Repeat("𠮷", 150_000))}</w:t></w:r></w:p>"), "长.docx")).Expect(200);

        Assert.Equal(199_999, text.Text("parts[0].text").Length);
        Assert.True(text.At("isCut").GetBoolean());
    }

    [Fact]
    public async Task A_file_that_would_fetch_or_unpack_too_much_is_refused_and_can_still_be_saved()
    {
        var chair = await OpenAsync();
        var entity = Package(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"));
        var bomb = Docx($"<w:p>{new string(' ', 110 << 20)}</w:p>");

        foreach (var file in new[] { entity, bomb })
        {
            var sent = await SendAsync(chair, file, "a.docx");
            (await chair.GetAsync($"{Evidence}/{sent}/text")).ExpectProblem(422, "evidence-unreadable");
            Assert.Equal(file, (await chair.GetAsync($"{Evidence}/{sent}")).Expect(200).Bytes);
        }

        (await ReadAsync(chair, TestPictures.Pdf(), "a.pdf")).ExpectProblem(422, "evidence-no-text");
    }

    [Fact]
    public async Task Reviewers_read_what_was_handed_in_and_whoever_has_the_text_gets_it_once()
    {
        var district = await DistrictAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        var id = await SendAsync(chair, Docx("<w:p><w:r><w:t>一</w:t></w:r></w:p>"), "a.docx");
        (await officer.GetAsync($"{Evidence}/{id}/text")).ExpectProblem(404, "not-found");

        await district.HandIn("p", claims: new { B1 = 20 });
        var read = (await officer.GetAsync($"{Evidence}/{id}/text")).Expect(200);

        Assert.Equal("一", read.Text("parts[0].text"));
        (await officer.GetAsync($"{Evidence}/{id}/text", ("If-None-Match", read.Headers.ETag!.ToString()))).Expect(304);
    }

    private static async Task<Answer> ReadAsync(UnionClient chair, byte[] file, string name) => await chair.GetAsync($"{Evidence}/{await SendAsync(chair, file, name)}/text");

    private static async Task<string> SendAsync(UnionClient chair, byte[] file, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent("A3"), "nodes" }, { new ByteArrayContent(file), "file", name } };
        return (await chair.SendAsync(HttpMethod.Post, Evidence, form)).Expect(201).Text("id");
    }

    private static byte[] Docx(string body) =>
        Package(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>"));

    /// <summary>Two slides of which the second file is shown first.</summary>
    private static byte[] Pptx(string first, string second) => Package(
        ("[Content_Types].xml", "<Types/>"),
        ("ppt/presentation.xml", $"<p:presentation {Slide}><p:sldIdLst><p:sldId id=\"257\" r:id=\"rId2\"/><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst></p:presentation>"),
        ("ppt/_rels/presentation.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"slides/slide1.xml\"/><Relationship Id=\"rId2\" Target=\"/ppt/slides/slide2.xml\"/></Relationships>"),
        ("ppt/slides/slide1.xml", $"<p:sld {Slide}><a:p><a:r><a:t>{first}</a:t></a:r></a:p></p:sld>"),
        ("ppt/slides/slide2.xml", $"<p:sld {Slide}><a:p><a:r><a:t>{second}</a:t></a:r></a:p></p:sld>"));

    private static byte[] Package(params (string Path, string Xml)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in parts)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return file.ToArray();
    }

    private async Task<UnionClient> OpenAsync() => await (await DistrictAsync()).As("chair.p");

    private async Task<TestDistrict> DistrictAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        await district.PutSchoolWithChair("p", "north");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound();
        await district.OpenRound();
        return district;
    }
}
