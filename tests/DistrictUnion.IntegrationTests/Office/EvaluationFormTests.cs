using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Walls;
using Xunit;

namespace DistrictUnion.IntegrationTests.Office;

/// <summary>The self-evaluation as a form that goes out as a workbook and comes back filled in.</summary>
public sealed class EvaluationFormTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private const string Template = $"{Evaluation}/template.xlsx";
    private const string Import = $"{Evaluation}/import";
    private const string DryRun = $"{Import}?dryRun=true";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task The_form_is_the_scheme_with_a_row_for_each_input_and_what_is_known_filled_in()
    {
        var file = await FormAsync(await DraftAsync());

        Assert.Equal(["自评表", "获奖清单", "_form", "选项"], file.Sheets);
        Assert.Contains("r1轮", Text(file, "A1"), StringComparison.Ordinal);
        Assert.Contains("p学校（p）", Text(file, "A2"), StringComparison.Ordinal);
        Assert.Equal(["一级指标", "序号", "指标", "分值", "评分细则", "数据项", "数据项代码", "填报值", "数据说明", "自评分", "申请不适用", "佐证", "备注"], file.Rows()[3]);
        Assert.Equal("A 组织建设（40 分）", Text(file, "A5"));
        Assert.Equal(["A3", "教代会", "10", "召开教代会：是，得 10 分；否，不得分", "召开教代会", "congressHeld", "是"], file.Rows()[7].Skip(1).Take(7));
        Assert.Equal(("25", "建设“教工之家”", "不需要"), (Text(file, "J11"), Text(file, "M11"), Text(file, "L11")));
        Assert.Equal(["获奖", "先进工会", "市级", "45931"], file.Rows("获奖清单")[1]);
        Assert.Equal("lectures", Text(file, "G14"));
        Assert.False(file.HasFormulas);
    }

    [Fact]
    public async Task What_branches_and_the_district_report_is_shown_or_left_to_them_and_locked()
    {
        var district = await DraftAsync();
        (await district.Import([new { school = "p", fact = "lectures", value = 7 }, new { school = "p", fact = "satisfaction", value = 90 }])).Expect(200);

        var file = await FormAsync(district);

        // 10 of 20 members, as branch p-1 handed in; the lectures as another system told; what the district knows isn't for the school yet.
        Assert.Equal(("10", "20", "由小组填报汇总"), (Text(file, "H5"), Text(file, "H6"), Text(file, "I5")));
        Assert.Equal(("", "区级评定"), (Text(file, "H12"), Text(file, "I12")));
        Assert.DoesNotContain(file.Rows(), r => r.Contains("90"));
        foreach (var locked in new[] { "H5", "H6", "H12", "J5", "A5", "C5", "L5" })
            Assert.False(IsUnlocked(file, locked), locked);
    }

    [Fact]
    public async Task Only_inputs_are_unlocked_on_protected_sheets_and_they_choose_from_lists_or_lie_in_a_range()
    {
        var file = await FormAsync(await DraftAsync());

        var unlocked = file.Xml().Descendants(Main + "c").Select(c => c.Attribute("r")!.Value).Where(r => IsUnlocked(file, r)).ToHashSet();
        Assert.Equal(["H8", "H14", "I8", "I14", "J11", "K5", "K7", "K8", "K9", "K11", "K12", "M5", "M7", "M8", "M9", "M11", "M12", "M13"], unlocked.OrderBy(r => r[0]).ThenBy(r => int.Parse(r[1..], CultureInfo.InvariantCulture)));
        foreach (var sheet in file.Sheets.Take(3))
            Assert.Equal("1", file.Xml(sheet).Element(Main + "sheetProtection")?.Attribute("sheet")?.Value);
        Assert.Null(file.Xml().Element(Main + "sheetProtection")!.Attribute("password"));
        Assert.Equal(["A5:A10", "A11:A12", "B5:B6", "B9:B10"], Merged(file).Where(m => m.StartsWith('B') || (m.StartsWith('A') && !m.Contains('M', StringComparison.Ordinal))).OrderBy(m => m[0]).ThenBy(m => m.Length).ThenBy(m => m, StringComparer.Ordinal));
        var rules = file.Xml().Descendants(Main + "dataValidation").ToList();
        string? Type(string cell) => rules.Find(r => r.Attribute("sqref")!.Value.Split(' ').Contains(cell))?.Attribute("type")?.Value;
        Assert.Equal(("list", "decimal", "whole", "list"), (Type("H8"), Type("J11"), Type("H14"), Type("K5")));
        Assert.Equal(["0", "40"], rules.Find(r => r.Attribute("sqref")!.Value == "J11")!.Elements().Select(e => e.Value));
        Assert.Equal(["veryHidden", "hidden"], file.SheetStates.Skip(2));
    }

    [Fact]
    public async Task A_form_that_comes_back_unchanged_writes_nothing()
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        var form = (await FormAsync(district)).Bytes;
        var tag = (await chair.GetAsync(Evaluation)).ETag;
        var before = await TenantTables.DigestAsync(service, district.Code);

        var report = (await chair.PostBytesAsync(Import, form, TestWorkbook.MediaType)).Expect(200);

        Assert.Empty(report.At("changes").EnumerateArray());
        Assert.False(report.At("stored").GetBoolean());
        Assert.Equal(tag, (await chair.GetAsync(Evaluation)).ETag);
        Assert.Equal(before, await TenantTables.DigestAsync(service, district.Code));
    }

    [Fact]
    public async Task An_empty_form_begins_no_evaluation()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");

        (await chair.PostBytesAsync(Import, (await FormAsync(district)).Bytes, TestWorkbook.MediaType)).Expect(200);

        (await chair.GetAsync(Evaluation)).Expect(404);
    }

    [Fact]
    public async Task A_filled_in_form_tells_its_changes_and_then_fills_the_draft()
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        var form = new EditedWorkbook((await FormAsync(district)).Bytes)
            .Text("H8", "否").Number("J11", 30.5m).Text("M5", "全员参加").Number("H14", 6).Text("I14", "含线上").Text("K12", "是").Clear("M11")
            .Text("A3", "获奖", 2).Text("B3", "区优秀项目", 2).Text("C3", "区级", 2).Day("D3", new DateOnly(2025, 9, 20), 2).ToBytes();

        var trial = (await chair.PostBytesAsync(DryRun, form, TestWorkbook.MediaType)).Expect(200);
        Assert.Equal(25m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
        var report = (await chair.PostBytesAsync($"{Import}?confirm={trial.Text("confirm")}", form, TestWorkbook.MediaType)).Expect(200);

        var claim = report.Find("changes", "cell", "J11");
        Assert.Equal(("B1", "claim", 25m, 30.5m), (claim.GetProperty("node").GetString(), claim.GetProperty("field").GetString(), claim.GetProperty("old").GetDecimal(), claim.GetProperty("new").GetDecimal()));
        var held = report.Find("changes", "fact", "congressHeld");
        Assert.Equal(("A3", 8, true, false), (held.GetProperty("node").GetString(), held.GetProperty("row").GetInt32(), held.GetProperty("old").GetBoolean(), held.GetProperty("new").GetBoolean()));
        Assert.Equal(8, report.At("changes").GetArrayLength());
        Assert.True(report.At("stored").GetBoolean());
        var stored = (await chair.GetAsync(Evaluation)).Expect(200);
        Assert.Equal((30.5m, 6m, "全员参加", "含线上"), (stored.Number("claims.B1"), stored.Number("facts.lectures"), stored.Text("comments.A1"), stored.Text("notes.lectures")));
        Assert.False(stored.At("facts.congressHeld").GetBoolean());
        Assert.Equal(["B2"], stored.At("notApplicable").EnumerateArray().Select(n => n.GetString()));
        Assert.False(stored.At("comments").TryGetProperty("B1", out _));
        Assert.Equal("节的说明", stored.Text("comments.A"));
        Assert.Equal(["city", "district"], stored.Texts("facts.awards", "level"));
        Assert.Equal("draft", stored.Text("state"));
    }

    [Fact]
    public async Task A_form_that_was_overtaken_says_so()
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        var form = (await FormAsync(district)).Bytes;
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 10 } })).Expect(200);

        var report = (await chair.PostBytesAsync(DryRun, form, TestWorkbook.MediaType)).Expect(200);

        Assert.True(report.At("changedSinceDownload").GetBoolean());
        Assert.Equal(10m, report.Find("changes", "cell", "J11").GetProperty("old").GetDecimal());
    }

    [Fact]
    public async Task Another_rounds_schools_districts_or_versions_form_is_refused()
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        await district.PlanRound("r2");
        await district.OpenRound("r2");
        var own = (await FormAsync(district)).Bytes;
        var elsewhere = await DraftAsync();
        async Task RefusedAsync(byte[] form, string path, string person, string code)
        {
            var answer = await (await district.As(person)).PostBytesAsync(path, form, TestWorkbook.MediaType);
            answer.ExpectInvalid("A2");
            Assert.Equal(code, answer.At("codes.A2[0]").GetString());
        }

        await RefusedAsync(own, "rounds/r2/schools/p/self-evaluation/import", "chair.p", "form.otherRound");
        await RefusedAsync(own, "rounds/r1/schools/q/self-evaluation/import", "chair.q", "form.otherSchool");
        await RefusedAsync((await FormAsync(elsewhere)).Bytes, Import, "chair.p", "form.otherSchool");
        await district.PublishScheme(TestSchemes.Annual.Replace("特色工作", "创新工作", StringComparison.Ordinal));
        (await (await district.Admin).DoAsync("rounds/r1/amendments", new { reason = "更正名称", version = 2 })).Expect(200);
        await RefusedAsync(own, Import, "chair.p", "form.otherVersion");
        Assert.Equal(25m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
    }

    public static TheoryData<string, string> Layouts => new()
    {
        { "delete", "B8" }, { "swap", "B7" }, { "rename", "F8" }, { "heading", "J4" }, { "locked", "H6" }, { "added", "N9" }, { "below", "B20" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_changed_layout_is_told_by_cell_and_stores_nothing(string change, string cell)
    {
        var district = await DraftAsync();
        var form = new EditedWorkbook((await FormAsync(district)).Bytes).Number("J11", 30);
        form = change switch
        {
            "delete" => form.DeleteRow(8),
            "swap" => form.SwapRows(7, 8),
            "rename" => form.Text("F8", "召开职代会"),
            "heading" => form.Text("J4", "自评"),
            "locked" => form.Number("H6", 99),
            "added" => form.Add("N9", "另加一列"),
            _ => form.Add("B20", "另加一行"),
        };

        var answer = await (await district.As("chair.p")).PostBytesAsync(Import, form.ToBytes(), TestWorkbook.MediaType);

        answer.ExpectInvalid(cell);
        Assert.Equal(25m, (await (await district.As("chair.p")).GetAsync(Evaluation)).Number("claims.B1"));
    }

    public static TheoryData<string, string, string> WrongCells => new()
    {
        { "formula", "H14", "sheet.formula" }, { "aboveMax", "J11", "points.outOfRange" }, { "negative", "H14", "fact.number.negative" }, { "fraction", "H14", "fact.number.notWhole" },
        { "numberAsText", "H14", "sheet.numberAsText" }, { "notYesOrNo", "H8", "sheet.wordExpected" }, { "threeDecimals", "J11", "points.twoDecimals" },
        { "noteOnly", "I14", "note.withoutFact" }, { "merged", "H14", "sheet.merged" }, { "hidden", "A14", "sheet.hiddenRow" }, { "award", "获奖清单!C3", "fact.level.unknown" },
    };

    [Theory]
    [MemberData(nameof(WrongCells))]
    public async Task A_wrong_cell_is_told_by_its_name_and_stores_nothing(string wrong, string cell, string code)
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        var form = new EditedWorkbook((await FormAsync(district)).Bytes).Text("M5", "也不保存");
        form = wrong switch
        {
            "formula" => form.Formula("H14", "1+1"),
            "aboveMax" => form.Number("J11", 41),
            "negative" => form.Number("H14", -1),
            "fraction" => form.Number("H14", 1.5m),
            "numberAsText" => form.Text("H14", "6"),
            "notYesOrNo" => form.Text("H8", "也许"),
            "threeDecimals" => form.Number("J11", 1.005m),
            "noteOnly" => form.Text("I14", "没有次数的说明"),
            "merged" => form.Number("H14", 6).Merge("H14:I14"),
            "hidden" => form.Number("H14", 6).Hide(14),
            _ => form.Text("B3", "奖", 2).Text("C3", "宇宙级", 2).Day("D3", new DateOnly(2025, 9, 20), 2),
        };

        var trial = (await chair.PostBytesAsync(DryRun, form.ToBytes(), TestWorkbook.MediaType)).Expect(200);
        var answer = await chair.PostBytesAsync(Import, form.ToBytes(), TestWorkbook.MediaType);

        Assert.Contains(trial.At("errors").EnumerateArray(), e => e.GetProperty("cell").GetString() == cell && e.GetProperty("code").GetString() == code && e.GetProperty("message").GetString() != code);
        answer.ExpectInvalid(cell);
        Assert.False((await chair.GetAsync(Evaluation)).At("comments").TryGetProperty("A1", out _));
    }

    [Fact]
    public async Task What_cannot_be_saved_on_the_page_cannot_be_imported_either()
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        var form = new EditedWorkbook((await FormAsync(district)).Bytes).Number("J11", 30).ToBytes();

        (await chair.PostBytesAsync("rounds/r1/schools/q/self-evaluation/import", form, TestWorkbook.MediaType)).ExpectProblem(404, "not-found");
        (await chair.GetAsync("rounds/r1/schools/q/self-evaluation/template.xlsx")).ExpectProblem(404, "not-found");
        (await chair.PostTextAsync(Import, "{}", "application/json")).ExpectInvalid("$");
        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        (await chair.PostBytesAsync(DryRun, form, TestWorkbook.MediaType)).ExpectConflict("submitted", "withdraw", "return", "review");
        (await chair.DoAsync($"{Evaluation}/withdraw")).Expect(200);
        await district.CloseRound();
        (await chair.PostBytesAsync(Import, form, TestWorkbook.MediaType)).Expect(409);
        (await chair.PostBytesAsync(DryRun, form, TestWorkbook.MediaType)).Expect(409);
    }

    [Fact]
    public async Task A_school_whose_time_is_over_imports_nothing()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.PlanRound("late", dueAt: "2025-11-01", closesAt: "2025-11-02");
        await district.OpenRound("late");
        var chair = await district.As("chair.p");
        var path = "rounds/late/schools/p/self-evaluation";
        var form = new EditedWorkbook(OfficeFile.Of(await chair.GetAsync($"{path}/template.xlsx")).Bytes).Text("M5", "迟了").ToBytes();

        var answer = await chair.PostBytesAsync($"{path}/import", form, TestWorkbook.MediaType);

        answer.ExpectConflict("locked");
    }

    [Fact]
    public async Task An_officer_imports_on_a_schools_behalf_with_a_reason_and_sees_nothing_of_its_draft()
    {
        var district = await DraftAsync();
        var officer = await district.As("officer");
        var file = await FormAsync(district, "officer");
        Assert.Equal("", Text(file, "J11"));
        Assert.Equal("", Text(file, "H6"));
        var form = new EditedWorkbook(file.Bytes).Number("J11", 12).ToBytes();

        (await officer.PostBytesAsync(Import, form, TestWorkbook.MediaType)).ExpectInvalid("onBehalfReason");
        (await officer.PostBytesAsync($"{Import}?onBehalfReason={Uri.EscapeDataString("主席病假，纸质表代录")}", form, TestWorkbook.MediaType)).Expect(200);

        var seen = await (await district.As("chair.p")).GetAsync(Evaluation);
        Assert.Equal((12m, "主席病假，纸质表代录"), (seen.Number("claims.B1"), seen.Text("onBehalfReason")));
    }

    [Fact]
    public async Task Votes_scores_and_deep_trees_come_back_as_they_went_out()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        await district.PublishScheme(Deep);
        await district.PlanRound(scheme: "deep");
        await district.OpenRound();
        var chair = await district.As("chair.p");
        object votes = new { eligible = 20, returned = 18, invalid = 1, counts = new { very = 10, not = 0 } };
        (await chair.SaveAsync(Evaluation, new { facts = new { votes, judged = new[] { 88m, 92.5m }, done = 3.50m, shared = true } })).Expect(201);

        var file = await FormAsync(district);
        var unchanged = (await chair.PostBytesAsync(Import, file.Bytes, TestWorkbook.MediaType)).Expect(200);
        Assert.Empty(unchanged.At("changes").EnumerateArray());
        Assert.Equal(["A5:A13", "B5:B11", "C5:C10"], Merged(file).Where(m => m[0] is 'A' or 'B' or 'C' && m.Contains('5', StringComparison.Ordinal)));

        // The votes stand below each other, the scores in one cell; what two leaves read is filled in once.
        var rows = file.Rows().Select((cells, i) => (Code: cells.ElementAtOrDefault(8) ?? "", Number: i + 1)).Where(r => r.Code.Length > 0).DistinctBy(r => r.Code)
            .ToDictionary(r => r.Code, r => r.Number, StringComparer.Ordinal);
        Assert.Equal((true, false), (IsUnlocked(file, "J12"), IsUnlocked(file, "J13")));
        var changed = new EditedWorkbook(file.Bytes).Number($"J{rows["votes.counts.very"]}", 12).Text($"J{rows["judged"]}", "90, 91；93").ToBytes();
        var report = (await chair.PostBytesAsync(Import, changed, TestWorkbook.MediaType)).Expect(200);
        Assert.Equal(["votes.counts.very", "judged"], report.Texts("changes", "fact").Order(StringComparer.Ordinal).Reverse());
        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((12m, 18m, 0m), (stored.Number("facts.votes.counts.very"), stored.Number("facts.votes.returned"), stored.Number("facts.votes.counts.not")));
        Assert.Equal([90m, 91m, 93m], stored.At("facts.judged").EnumerateArray().Select(s => s.GetDecimal()));

        var halfCounted = new EditedWorkbook(file.Bytes).Clear($"J{rows["votes.invalid"]}").ToBytes();
        (await chair.PostBytesAsync(Import, halfCounted, TestWorkbook.MediaType)).ExpectInvalid($"J{rows["votes.invalid"]}");
    }

    [Fact]
    public async Task A_form_in_English_comes_back_whatever_the_language_of_the_upload()
    {
        var district = await DraftAsync();
        var chair = await district.As("chair.p");
        var file = OfficeFile.Of(await chair.GetAsync(Template, ("Accept-Language", "en")));
        Assert.Equal("claim", Text(file, "J4"));

        var unchanged = (await chair.PostBytesAsync(Import, file.Bytes, TestWorkbook.MediaType)).Expect(200);
        Assert.Empty(unchanged.At("changes").EnumerateArray());
        (await chair.PostBytesAsync(Import, new EditedWorkbook(file.Bytes).Text("H8", "no").ToBytes(), TestWorkbook.MediaType)).Expect(200);
        Assert.False((await chair.GetAsync(Evaluation)).At("facts.congressHeld").GetBoolean());
    }

    [Fact]
    public async Task A_form_saved_by_LibreOffice_is_read()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        var form = new EditedWorkbook(await File.ReadAllBytesAsync(FixtureOf("libreoffice-form.xlsx"))).Replace("xl/sharedStrings.xml", ">fixture-district<", $">{district.Code}<").ToBytes();

        (await chair.PostBytesAsync(Import, form, TestWorkbook.MediaType)).Expect(200);

        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((32.5m, 4m, "用 LibreOffice 填写"), (stored.Number("claims.B1"), stored.Number("facts.lectures"), stored.Text("comments.B1")));
        Assert.True(stored.At("facts.congressHeld").GetBoolean());
        Assert.Equal("2025-10-12", stored.At("facts.awards[0]").GetProperty("date").GetString());
    }

    private const string Deep =
        """
        { "code": "deep", "name": "深层方案", "basis": "区工发〔2026〕5号", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "votes", "name": "测评票", "type": "ballots", "level": "school", "options": ["very", "not"] },
            { "code": "judged", "name": "打分", "type": "scores", "level": "school", "range": [0, 100] },
            { "code": "done", "name": "完成数", "type": "decimal", "level": "school" },
            { "code": "shared", "name": "共用", "type": "boolean", "level": "school" } ],
          "sections": [
            { "code": "A", "name": "甲", "max": 100, "items": [
              { "code": "A1", "name": "乙", "max": 60, "items": [
                { "code": "A11", "name": "丙", "max": 40, "items": [
                  { "code": "A111", "name": "满意", "max": 30, "rule": { "type": "surveyIndex", "ballots": "votes", "weights": { "very": 100, "not": 0 } } },
                  { "code": "A112", "name": "评分", "max": 10, "rule": { "type": "panel", "scores": "judged", "outOf": 100 } } ] },
                { "code": "A12", "name": "丁", "max": 20, "rule": { "type": "count", "count": "done", "points": 1 } } ] },
              { "code": "A2", "name": "戊", "max": 20, "rule": { "type": "boolean", "fact": "shared" } },
              { "code": "A3", "name": "己", "max": 20, "rule": { "type": "boolean", "fact": "shared" } } ] } ] }
        """;

    private static string Text(OfficeFile file, string cell) => file.Cell(cell).Value;

    private static bool IsUnlocked(OfficeFile file, string cell) => file.Style(file.Cell(cell)).Element(Main + "protection")?.Attribute("locked")?.Value == "0";

    private static IEnumerable<string> Merged(OfficeFile file) => file.Xml().Descendants(Main + "mergeCell").Select(m => m.Attribute("ref")!.Value);

    private static string FixtureOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Files", name);

    private static async Task<OfficeFile> FormAsync(TestDistrict district, string person = "chair.p") => OfficeFile.Of(await (await district.As(person)).GetAsync(Template));

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        return district;
    }

    private async Task<TestDistrict> DraftAsync()
    {
        var district = await OpenAsync();
        await district.Report("p", "p-1", new { members = 20, insured = 10, activities = 3, visits = 5 });
        (await (await district.As("chair.p")).SaveAsync(
            Evaluation,
            new
            {
                facts = new { congressHeld = true, awards = new[] { new { matter = "先进工会", level = "city", date = "2025-10-01" } } },
                claims = new { B1 = 25 },
                comments = new { B1 = "建设“教工之家”", A = "节的说明" },
            })).Expect(201);
        return district;
    }
}
