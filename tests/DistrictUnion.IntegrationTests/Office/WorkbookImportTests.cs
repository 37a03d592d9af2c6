using System.IO.Compression;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>Bulk imports from workbooks, their templates and their error workbooks.</summary>
public sealed class WorkbookImportTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string[] Fields = ["code", "name", "zone", "stage", "ownership", "setting", "members"];
    private static readonly string[] Headings = ["学校代码", "学校名称", "片区", "学段", "办学性质", "区位", "会员数"];
    private static readonly object[] GoodRow = ["w1", "望湖小学", "north", "primary", "public", "urban", 61];

    [Fact]
    public async Task Schools_come_from_a_workbook_headed_by_field_names()
    {
        var district = await DistrictAsync();

        var report = await ImportAsync(district, TestWorkbook.Of(Fields, GoodRow));

        Assert.Equal(1m, report.Expect(200).Number("created"));
        var school = (await (await district.Admin).GetAsync("schools/w1")).Expect(200);
        Assert.Equal("望湖小学", school.Text("name"));
        Assert.Equal(61m, school.Number("members"));
    }

    [Fact]
    public async Task Schools_come_from_a_workbook_in_Chinese_below_a_title_with_columns_in_any_order()
    {
        var district = await DistrictAsync();
        var file = TestWorkbook.Of(
            ["东湖区学校名册"],
            [.. Headings.Reverse(), "起始日期"],
            [61, "乡村", "民办", "九年一贯制", "north", "听涛学校", "w2", new DateOnly(2025, 9, 1)]);

        (await ImportAsync(district, file)).Expect(200);

        var school = await (await district.Admin).GetAsync("schools/w2");
        Assert.Equal(("nineYear", "private", "rural", "2025-09-01"), (school.Text("stage"), school.Text("ownership"), school.Text("setting"), school.Text("from")));
    }

    [Fact]
    public async Task A_workbook_without_a_style_sheet_is_read()
    {
        var district = await DistrictAsync();
        using var file = new MemoryStream();
        file.Write(TestWorkbook.Of(Fields, GoodRow));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/styles.xml")!.Delete();
            Replace(archive, "[Content_Types].xml", "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
        }

        Assert.Equal(1m, (await ImportAsync(district, file.ToArray())).Expect(200).Number("created"));
    }

    [Fact]
    public async Task A_template_filled_in_imports_as_it_is()
    {
        var district = await DistrictAsync();
        var template = OfficeFile.Of(await (await district.Admin).GetAsync("schools/import/template.xlsx"));
        var headings = template.Rows()[0];
        Assert.All(Headings, h => Assert.Contains(headings, t => t.TrimEnd('*', ' ') == h));
        Assert.Contains(template.Xml().Descendants(), e => e.Name.LocalName == "dataValidation");
        object?[] row = [.. headings.Select(h => h.TrimEnd('*', ' ') switch
        {
            "学校代码" => "w3",
            "学校名称" => "栖霞幼儿园",
            "片区" => "north",
            "学段" => "幼儿园",
            "办学性质" => "公办",
            "区位" => "城区",
            "会员数" => (object)12,
            _ => null,
        })];

        (await ImportAsync(district, TestWorkbook.Of([.. headings], row))).Expect(200);

        Assert.Equal("kindergarten", (await (await district.Admin).GetAsync("schools/w3")).Text("stage"));
    }

    [Theory]
    [InlineData("users")]
    [InlineData("branches")]
    public async Task Every_import_has_a_template_that_opens(string import) =>
        Assert.NotEmpty(OfficeFile.Of(await (await (await service.FoundDistrictAsync()).Admin).GetAsync($"{import}/import/template.xlsx")).Rows());

    [Fact]
    public async Task The_template_of_facts_lists_the_facts_of_the_rounds_scheme()
    {
        var district = await DistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.OpenRound();

        var file = OfficeFile.Of(await (await district.Admin).GetAsync("rounds/r1/facts/import/template.xlsx"));

        Assert.Contains(file.Sheets.Skip(1).SelectMany(s => file.Rows(s)), r => r.Contains("insured"));
    }

    [Fact]
    public async Task A_formula_is_refused_with_its_cell_and_nothing_is_stored()
    {
        var district = await DistrictAsync();
        var formula = TestWorkbook.Raw("<c r=\"{r}\"><f>60+1</f><v>61</v></c>");

        var answer = await ImportAsync(district, TestWorkbook.Of(Fields, GoodRow, ["w2", "听涛小学", "north", "primary", "public", "urban", formula]));

        Assert.Contains("G3", answer.Expect(200).Body, StringComparison.Ordinal);
        Assert.Equal((1m, false), (answer.Number("rejected"), answer.At("stored").GetBoolean()));
        (await (await district.Admin).GetAsync("schools/w1")).Expect(404);
    }

    [Fact]
    public async Task A_refused_import_comes_back_as_a_workbook_that_can_be_corrected_and_sent_again()
    {
        var district = await DistrictAsync();
        var file = TestWorkbook.Of(Fields, GoodRow, ["BAD CODE", "听涛小学", "north", "primary", "public", "urban", 61]);

        var report = OfficeFile.Of(await ImportAsync(district, file, "?dryRun=true&report=xlsx"));
        var rows = report.Rows();

        Assert.Equal(["导入结果", "导入说明"], rows[0].Skip(Fields.Length));
        var refused = rows.Single(r => r.Contains("BAD CODE"));
        Assert.Contains("代码", refused[^1], StringComparison.Ordinal);

        var corrected = rows.Select(r => r.Select((c, i) => c == "BAD CODE" ? "w2" : i == Fields.Length - 1 && c == "61" ? (object?)61 : c).ToArray()).ToArray();
        Assert.Equal(2m, (await ImportAsync(district, TestWorkbook.Of(corrected))).Expect(200).Number("created"));
    }

    [Fact]
    public async Task What_is_no_workbook_gets_one_clear_sentence()
    {
        var district = await DistrictAsync();
        byte[][] files = ["not a zip"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [], [.. TestWorkbook.Of(Fields, GoodRow).Take(400)]];

        foreach (var file in files)
            (await ImportAsync(district, file)).ExpectInvalid("$");
    }

    [Fact]
    public async Task What_runs_or_reaches_outside_is_refused()
    {
        var district = await DistrictAsync();
        (string Code, byte[] File)[] files =
        [
            ("workbook.macros", new TestWorkbook().Sheet("a", [Fields, GoodRow]).Part("xl/vbaProject.bin", "x").ToBytes()),
            ("workbook.macros", new TestWorkbook { MainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Sheet("a", [Fields, GoodRow]).ToBytes()),
            ("workbook.externalLinks", new TestWorkbook().Sheet("a", [Fields, GoodRow]).Part("xl/externalLinks/externalLink1.xml", "<x/>").ToBytes()),
            ("workbook.dtd", new TestWorkbook().Sheet("a", [Fields, GoodRow]).Part("xl/comments1.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>").ToBytes()),
            ("workbook.tooLarge", new TestWorkbook().Sheet("a", [Fields, GoodRow]).Part("xl/media/big.bin", new string('0', 101 << 20)).ToBytes()),
        ];

        foreach (var (code, file) in files)
            Assert.Contains(code, (await ImportAsync(district, file)).ExpectInvalid("$").Body, StringComparison.Ordinal);
        (await (await district.Admin).GetAsync("schools/w1")).Expect(404);
    }

    [Fact]
    public async Task What_a_cell_does_not_say_for_certain_is_named_not_guessed()
    {
        var district = await DistrictAsync();

        var hidden = await ImportAsync(district, new TestWorkbook().Sheet("a", [Fields, GoodRow], rowAttributes: r => r == 2 ? "hidden=\"1\"" : "").ToBytes());
        var merged = await ImportAsync(district, new TestWorkbook().Sheet("a", [Fields, GoodRow], "<mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>").ToBytes());
        var text = await ImportAsync(district, TestWorkbook.Of(Fields, ["w1", "望湖小学", "north", "primary", "public", "urban", "61"]));
        var since1904 = await ImportAsync(district, new TestWorkbook { Properties = "date1904=\"1\"" }.Sheet("a", [[.. Fields, "from"], [.. GoodRow, new DateOnly(2025, 9, 1)]]).ToBytes());
        var huge = await ImportAsync(district, TestWorkbook.Of(Fields, ["w1", "望湖小学", "north", "primary", "public", "urban", TestWorkbook.Raw("<c r=\"{r}\"><v>1e400</v></c>")]));
        var unknown = await ImportAsync(district, TestWorkbook.Of([.. Fields, "身高"], [.. GoodRow, 170]));

        Assert.Contains("sheet.hiddenRow", hidden.Expect(200).Body, StringComparison.Ordinal);
        Assert.Contains("sheet.merged", merged.Expect(200).Body, StringComparison.Ordinal);
        Assert.Contains("sheet.numberAsText", text.Expect(200).Body, StringComparison.Ordinal);
        Assert.Contains("sheet.daysFrom1904", since1904.Expect(200).Body, StringComparison.Ordinal);
        Assert.Equal(1m, huge.Expect(200).Number("rejected"));
        Assert.Contains("身高", unknown.ExpectInvalid("$").Body, StringComparison.Ordinal);
        (await (await district.Admin).GetAsync("schools/w1")).Expect(404);
    }

    [Fact]
    public async Task Branches_come_in_bulk_and_move_by_date()
    {
        var district = await DistrictAsync();
        await district.PutSchool("p", "north");
        await district.PutSchool("q", "north");
        var admin = await district.Admin;
        var first = TestWorkbook.Of(["学校代码", "小组代码", "小组名称", "小组类型", "起始日期"], ["p", "b1", "语文组", "教研组", new DateOnly(2025, 1, 1)]);
        Assert.Equal(1m, (await admin.PostBytesAsync("branches/import", first, TestWorkbook.MediaType)).Expect(200).Number("created"));

        var moved = (await admin.PostAsync("branches/import", new[] { new { school = "q", code = "b1", name = "语文组", kind = "subjectGroup", from = "2025-10-01" } })).Expect(200);

        Assert.Equal(1m, moved.Number("updated"));
        Assert.Equal("2025-10-01", (await admin.GetAsync("schools/q/branches/b1")).Text("from"));
        (await admin.PostAsync("branches/import", new[] { new { school = "nobody", code = "b2", name = "组", kind = "unionGroup", from = "2025-01-01" } })).ExpectInvalid("[0].school");
    }

    [Fact]
    public async Task People_come_in_bulk_without_a_password_and_again_without_a_change()
    {
        var district = await DistrictAsync();
        await district.PutSchool("p", "north");
        var admin = await district.Admin;
        var file = TestWorkbook.Of(["用户名", "姓名", "角色", "学校代码", "任职起始日期"], [district.NameOf("new"), "主席甲", "学校工会主席", "p", new DateOnly(2025, 1, 1)]);

        Assert.Equal(1m, (await admin.PostBytesAsync("users/import", file, TestWorkbook.MediaType)).Expect(200).Number("created"));
        Assert.Equal(1m, (await admin.PostBytesAsync("users/import", file, TestWorkbook.MediaType)).Expect(200).Number("unchanged"));

        var user = (await admin.GetAsync($"users/{district.NameOf("new")}")).Expect(200);
        Assert.Contains("schoolChair", user.Body, StringComparison.Ordinal);
    }

    private async Task<TestDistrict> DistrictAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        return district;
    }

    private static async Task<Answer> ImportAsync(TestDistrict district, byte[] file, string query = "") =>
        await (await district.Admin).PostBytesAsync($"schools/import{query}", file, TestWorkbook.MediaType);

    private static void Replace(ZipArchive archive, string path, string gone)
    {
        var entry = archive.GetEntry(path)!;
        using var content = entry.Open();
        using var reader = new StreamReader(content, leaveOpen: true);
        var text = reader.ReadToEnd();
        content.SetLength(0);
        content.Write(System.Text.Encoding.UTF8.GetBytes(text.Replace(gone, "", StringComparison.Ordinal)));
    }
}
