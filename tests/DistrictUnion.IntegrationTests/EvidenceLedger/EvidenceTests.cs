using System.Security.Cryptography;
using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Office;
using Xunit;
using static DistrictUnion.IntegrationTests.EvidenceLedger.TestEvidence;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Files by which a school proves its self-evaluation.</summary>
public sealed class EvidenceTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_photo_is_kept_without_what_the_camera_told_and_comes_back_the_right_way_up()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");

        var sent = (await SendAsync(chair, TestPictures.Jpeg(), "合影.JPG", "A3", "2025-09-01", "2025-10-31")).Expect(201);

        Assert.Equal("合影.jpg", sent.Text("name"));
        Assert.Equal("image/jpeg", sent.Text("mediaType"));
        Assert.Equal(("2025-09-01", "2025-10-31"), (sent.Text("from"), sent.Text("to")));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(TestPictures.CleanJpeg())), sent.Text("sha256"));
        var back = (await chair.GetAsync($"{Evidence}/{sent.Text("id")}")).Expect(200);
        Assert.Equal(TestPictures.CleanJpeg(), back.Bytes);
        Assert.Equal(("attachment", "合影.jpg"), (back.Disposition!.DispositionType, back.Disposition.FileNameStar));
        Assert.Equal("nosniff", back.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("inline", (await chair.GetAsync($"{Evidence}/{sent.Text("id")}?inline=true")).Disposition!.DispositionType);
    }

    [Fact]
    public async Task A_png_loses_its_texts_and_keeps_its_pixels()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        var sent = (await SendAsync(chair, TestPictures.Png(), "a.png")).Expect(201);

        Assert.Equal(TestPictures.CleanPng(), (await chair.GetAsync($"{Evidence}/{sent.Text("id")}")).Bytes);
    }

    [Fact]
    public async Task Office_files_and_pdf_are_kept_as_they_are_and_never_shown_inline()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        foreach (var (name, file) in new[] { ("制度.pdf", TestPictures.Pdf()), ("名册.xlsx", TestWorkbook.Of([["a"]])) })
        {
            var sent = (await SendAsync(chair, file, name)).Expect(201);
            var back = (await chair.GetAsync($"{Evidence}/{sent.Text("id")}?inline=true")).Expect(200);
            Assert.Equal(file, back.Bytes);
            Assert.Equal("attachment", back.Disposition!.DispositionType);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\temp\\CON.pdf", "CON.pdf")]
    [InlineData("a\u0000b.pdf", "ab.pdf")]
    [InlineData("\u202Efdp.exe.pdf", "fdp.exe.pdf")]
    public async Task A_name_is_only_a_name(string name, string shown)
    {
        var chair = await (await OpenAsync()).As("chair.p");

        Assert.Equal(shown, (await SendAsync(chair, TestPictures.Pdf(), name)).Expect(201).Text("name"));
    }

    [Fact]
    public async Task A_very_long_name_is_cut_between_characters()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        var shown = (await SendAsync(chair, TestPictures.Pdf(), $"{string.Concat(Enumerable.Repeat("𠮷", 300))}.pdf")).Expect(201).Text("name");

        Assert.Equal($"{string.Concat(Enumerable.Repeat("𠮷", 60))}.pdf", shown);
    }

    [Fact]
    public async Task What_is_not_on_the_list_or_not_what_it_says_is_refused_and_leaves_nothing()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        (string Name, byte[] File, string Code)[] files =
        [
            ("a.jpg", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"), "evidence.kind"),
            ("a.jpg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "evidence.kind"),
            ("a.pdf.exe", TestPictures.Pdf(), "evidence.extension"),
            ("report\u202Efdp.exe", TestPictures.Pdf(), "evidence.extension"),
            ("a.png", TestPictures.Jpeg(), "evidence.extension"),
            ("a.jpg", [.. TestPictures.Jpeg().Take(90)], "evidence.damaged"),
            ("a.jpg", TestPictures.Jpeg(20_000, 20_000), "evidence.tooManyPixels"),
            ("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "evidence.oldOffice"),
            ("a.xlsx", new TestWorkbook().Sheet("a", []).Part("xl/vbaProject.bin", "x").ToBytes(), "evidence.macros"),
            ("a.xlsx", new TestWorkbook { MainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Sheet("a", []).Part("xl/harmless.bin", "x").ToBytes(), "evidence.macros"),
            ("a.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "evidence.damaged"),
            ("a.pdf", [], "evidence.empty"),
        ];

        foreach (var (name, file, code) in files)
            Assert.Contains(code, (await SendAsync(chair, file, name)).ExpectProblem(400, "validation").Body, StringComparison.Ordinal);
        Assert.Equal(0m, (await chair.GetAsync(Evidence)).Number("total"));
        Assert.Empty(FilesOf(district));
    }

    [Fact]
    public async Task What_a_file_proves_must_be_a_leaf_and_its_period_must_touch_the_window()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", "")).ExpectInvalid("nodes");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", "A")).ExpectInvalid("nodes[0]");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", "A1,nobody")).ExpectInvalid("nodes[1]");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", from: "2025-10-02", to: "2025-10-01")).ExpectInvalid("to");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", to: "2025-08-31")).ExpectInvalid("to");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", from: "2025-11-11")).ExpectInvalid("from");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", from: "2019-01-01", to: "2025-09-01")).Expect(201);
    }

    [Fact]
    public async Task Reviewers_see_evidence_once_it_is_handed_in_and_keep_what_they_saw_until_it_is_handed_in_again()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        var id = (await SendAsync(chair, TestPictures.Pdf(), "a.pdf")).Expect(201).Text("id");
        Assert.Equal(0m, (await officer.GetAsync(Evidence)).Number("total"));
        (await officer.GetAsync($"{Evidence}/{id}")).ExpectProblem(404, "not-found");

        await district.HandIn("p", claims: new { B1 = 20 });
        Assert.Equal(["a.pdf"], (await officer.GetAsync(Evidence)).Texts("items", "name"));
        (await chair.DeleteAsync($"{Evidence}/{id}")).ExpectConflict("submitted", "withdraw");
        (await SendAsync(chair, TestPictures.Pdf("two"), "b.pdf")).ExpectConflict("submitted", "withdraw");

        (await officer.DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "请补" })).Expect(200);
        (await chair.DeleteAsync($"{Evidence}/{id}")).Expect(204);
        (await SendAsync(chair, TestPictures.Pdf("two"), "b.pdf")).Expect(201);
        Assert.Equal(["b.pdf"], (await chair.GetAsync(Evidence)).Texts("items", "name"));
        Assert.Equal(["a.pdf"], (await officer.GetAsync(Evidence)).Texts("items", "name"));

        await district.HandIn("p", claims: new { B1 = 20 });
        Assert.Equal(["b.pdf"], (await officer.GetAsync(Evidence)).Texts("items", "name"));
    }

    [Fact]
    public async Task A_withdrawn_evaluation_takes_its_evidence_back()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf")).Expect(201);
        await district.HandIn("p", claims: new { B1 = 20 });

        (await chair.DoAsync("rounds/r1/schools/p/self-evaluation/withdraw")).Expect(200);

        Assert.Equal(0m, (await (await district.As("officer")).GetAsync(Evidence)).Number("total"));
        Assert.Equal(1m, (await chair.GetAsync(Evidence)).Number("total"));
    }

    [Fact]
    public async Task The_same_file_of_two_schools_is_kept_once_and_only_reviewers_are_told()
    {
        var district = await OpenAsync();
        foreach (var school in new[] { "p", "q" })
        {
            (await SendAsync(await district.As($"chair.{school}"), TestPictures.Pdf(), $"{school}.pdf", path: $"rounds/r1/schools/{school}/evidence")).Expect(201);
            await district.HandIn(school, claims: new { B1 = 20 });
        }

        Assert.Single(FilesOf(district));
        Assert.Equal("q", (await (await district.As("officer")).GetAsync(Evidence)).Text("items[0].alsoAt[0]"));
        Assert.Equal(0, (await (await district.As("chair.p")).GetAsync(Evidence)).At("items[0].alsoAt").GetArrayLength());
    }

    [Fact]
    public async Task A_leaf_that_demands_evidence_and_has_none_is_named_when_the_evaluation_is_handed_in()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        await district.PublishScheme(TestSchemes.Annual.Replace("\"code\": \"B1\",", "\"code\": \"B1\", \"evidence\": \"required\",", StringComparison.Ordinal));
        await district.PlanRound();
        await district.OpenRound();

        var warned = await district.HandIn("p", claims: new { B1 = 20 });
        Assert.Equal("evidence.missing", warned.Find("warnings", "path", "B1").GetProperty("code").GetString());

        (await (await district.As("chair.p")).DoAsync("rounds/r1/schools/p/self-evaluation/withdraw")).Expect(200);
        (await SendAsync(await district.As("chair.p"), TestPictures.Pdf(), "a.pdf", "B1")).Expect(201);
        Assert.DoesNotContain("evidence.missing", (await district.HandIn("p", claims: new { B1 = 20 })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_lock_nothing_more_is_taken()
    {
        var district = await OpenAsync(closesAt: "2025-11-12T00:00:00+08:00");
        district.MoveClockTo("2025-11-12T00:00:00+08:00");

        (await SendAsync(await district.As("chair.p"), TestPictures.Pdf(), "a.pdf")).Expect(409);
    }

    [Fact]
    public async Task Another_leafs_proof_is_changed_by_its_school_only()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        var id = (await SendAsync(chair, TestPictures.Pdf(), "a.pdf")).Expect(201).Text("id");

        (await (await district.As("chair.q")).PutAsync($"{Evidence}/{id}", new { nodes = new[] { "A2" } })).ExpectProblem(404, "not-found");
        (await (await district.As("chair.q")).PutAsync($"rounds/r1/schools/q/evidence/{id}", new { nodes = new[] { "A2" } })).ExpectProblem(404, "not-found");
        var changed = (await chair.PutAsync($"{Evidence}/{id}", new { nodes = new[] { "A2", "A3" }, from = "2025-09-01" })).Expect(200);

        Assert.Equal(["A2", "A3"], changed.At("nodes").EnumerateArray().Select(n => n.GetString()));
    }

    private async Task<TestDistrict> OpenAsync(string? closesAt = null)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound(closesAt: closesAt);
        await district.OpenRound();
        return district;
    }

    private string[] FilesOf(TestDistrict district)
    {
        var id = service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code).GetAwaiter().GetResult();
        return Directory.GetFiles(Path.Combine(service.EvidenceFolder, id.ToString("N")), "*", SearchOption.AllDirectories);
    }
}
