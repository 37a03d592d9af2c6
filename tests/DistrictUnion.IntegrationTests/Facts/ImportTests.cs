using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Facts;

/// <summary>Bulk imports of facts, schools and schemes.</summary>
public sealed class ImportTests(TestService service) : IClassFixture<TestService>
{
    [Theory]
    [InlineData("atomic")]
    [InlineData("perRow")]
    public async Task One_foreign_code_refuses_the_whole_request(string mode)
    {
        var (district, foreign) = (await OpenAsync("p"), await OpenAsync("foreign"));
        Assert.NotNull(foreign);
        foreach (var code in new[] { "foreign", "nobody" })
        {
            (await district.Import([Row(5), new { school = code, branch = "p-1", fact = "activities", value = 5 }], $"?mode={mode}")).ExpectInvalid("[1].school");
            (await district.Import([Row(5), new { school = "p", branch = $"{code}-1", fact = "activities", value = 5 }], $"?mode={mode}")).ExpectInvalid("[1].branch");
        }

        Assert.Equal(0m, await district.Final("p", "A2"));
    }

    [Fact]
    public async Task A_whole_file_is_written_at_once_with_its_history_and_a_second_time_changes_nothing()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(40, "p", "q");
        await district.OpenRound();
        await district.HandIn("p");
        object[] Rows(int insured) =>
        [
            .. from school in new[] { "p", "q" }
               from branch in Enumerable.Range(1, 40)
               from row in new object[]
               {
                   new { school, branch = $"{school}-{branch}", fact = "members", value = 10 },
                   new { school, branch = $"{school}-{branch}", fact = "insured", value = insured },
                   new { school, branch = $"{school}-{branch}", fact = "activities", value = 1, date = "2025-10-01" },
               }
               select row,
            new { school = "p", fact = "lectures", value = 3 },
            new { school = "p", fact = "lectures", value = 1, date = "2025-10-02" },
        ];

        var first = (await district.Import(Rows(5))).Expect(200);
        var same = (await district.Import(Rows(5))).Expect(200);
        var changed = (await district.Import(Rows(8))).Expect(200);

        Assert.Equal((242m, 242m, 80m), (first.Number("created"), same.Number("unchanged"), changed.Number("updated")));
        Assert.Equal((12m, 10m), (await district.Final("p", "A1"), await district.Final("p", "A2")));
        Assert.Equal(322, await service.ReadAsync<long>(
            "SELECT COUNT(*) FROM fact_changes c JOIN districts d ON d.id = c.district_id WHERE d.code = $1 AND c.route = 2", district.Code));
        (await district.Import([.. Rows(9), new { school = "p", fact = "nobody", value = 1 }])).Expect(200);
        Assert.Equal(12m, await district.Final("p", "A1"));
    }

    [Fact]
    public async Task A_wrong_row_stops_an_atomic_import_and_only_itself_row_by_row()
    {
        var district = await OpenAsync("p");
        object[] rows = [Row(5), new { school = "p", branch = "p-1", fact = "nonsense", value = 5 }, new { school = "p", branch = "p-1", fact = "members", value = -3 }];

        var atomic = (await district.Import(rows)).Expect(200);
        Assert.False(atomic.At("stored").GetBoolean());
        Assert.Equal(["created", "rejected", "rejected"], atomic.Texts("rows", "status"));
        Assert.Equal("fact", atomic.Text("rows[1].field"));
        Assert.Equal("value", atomic.Text("rows[2].field"));
        Assert.Equal(0m, await district.Final("p", "A2"));

        var perRow = (await district.Import(rows, "?mode=perRow")).Expect(200);
        Assert.True(perRow.At("stored").GetBoolean());
        Assert.Equal((1m, 2m), (perRow.Number("created"), perRow.Number("rejected")));
        Assert.NotEmpty(perRow.Text("rows[1].message"));
        Assert.Equal(5m, await district.Final("p", "A2"));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_stores_nothing()
    {
        var district = await OpenAsync("p");
        var audits = await AuditsAsync(district);
        var dry = (await district.Import([Row(5)], "?dryRun=true")).Expect(200);
        Assert.Equal((1m, false), (dry.Number("created"), dry.At("stored").GetBoolean()));
        Assert.Equal(0m, await district.Final("p", "A2"));
        Assert.Equal(audits, await AuditsAsync(district));
    }

    [Fact]
    public async Task An_empty_list_changes_nothing_and_skips_no_check()
    {
        var district = await OpenAsync("p");
        Assert.Equal(0m, (await district.Import([])).Expect(200).Number("created"));
        Assert.Equal(0m, (await (await district.Admin).PostAsync("schools/import", Array.Empty<object>())).Expect(200).Number("created"));
        (await (await district.As("chair.p")).PostAsync("rounds/r1/facts/import", Array.Empty<object>())).Expect(403);
        await district.CloseRound();
        (await district.Import([])).ExpectConflict("closed", "publish", "reopen");
    }

    [Fact]
    public async Task A_days_import_sets_that_days_event_and_twice_is_unchanged()
    {
        var district = await OpenAsync("p");
        object Day(string date, int value) => new { school = "p", branch = "p-1", fact = "activities", date, value };
        Assert.Equal(2m, (await district.Import([Day("2025-10-01", 2), Day("2025-10-02", 1)])).Number("created"));
        Assert.Equal(2m, (await district.Import([Day("2025-10-01", 2), Day("2025-10-02", 1)])).Number("unchanged"));
        Assert.Equal(1m, (await district.Import([Day("2025-10-01", 4)])).Number("updated"));
        Assert.Equal(5m, await district.Final("p", "A2"));
        Assert.Equal("event.outsideWindow", (await district.Import([Day("2025-12-01", 1)])).Text("rows[0].code"));
    }

    [Fact]
    public async Task Csv_is_read_with_a_byte_order_mark_quotes_and_line_breaks_in_cells()
    {
        var district = await OpenAsync("p");
        var admin = await district.Admin;
        var csv = "\uFEFFcode,name,zone,stage,ownership,setting,members,titles\r\nq,\"北,\"\"一\"\"\r\n小学\",north,primary,public,rural,12,advanced;qualified\r\nr,=cmd,north,nineYear,private,urban,3,\r\n";
        var imported = (await admin.PostTextAsync("schools/import", csv, "text/csv")).Expect(200);
        Assert.Equal(["created", "created"], imported.Texts("rows", "status"));
        var school = await admin.GetAsync("schools/q");
        Assert.Equal("北,\"一\"\r\n小学", school.Text("name"));
        Assert.Equal(["advanced", "qualified"], school.At("titles").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("=cmd", (await admin.GetAsync("schools/r")).Text("name"));

        var facts = "school,branch,fact,value,date,note\r\np,p-1,activities,3,2025-10-01,\"说明,一\"\r\np,,congressHeld,true,,\r\n";
        Assert.Equal(2m, (await admin.PostTextAsync("rounds/r1/facts/import", facts, "text/csv")).Expect(200).Number("created"));
        Assert.Equal(3m, await district.Final("p", "A2"));
        Assert.Equal(10m, await district.Final("p", "A3"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("code,code\r\na,b\r\n")]
    [InlineData("code,name\r\na\r\n")]
    [InlineData("code,name\r\n\"a,b\r\n")]
    public async Task Broken_csv_is_refused_and_nothing_is_stored(string csv)
    {
        var district = await OpenAsync("p");
        (await (await district.Admin).PostTextAsync("schools/import", csv, "text/csv")).ExpectProblem(400, "validation");
        Assert.Equal(1m, (await (await district.Admin).GetAsync("schools")).Number("total"));
    }

    [Theory]
    [InlineData("a,b,north,university,public,rural,1", "stage", "D3")]
    [InlineData("a,b,north,primary,public,rural,1e2", "members", "G3")]
    [InlineData("a,b,north,primary,public,,1", "setting", "F3")]
    public async Task A_cell_that_cannot_be_read_is_its_rows_error_and_nothing_is_stored(string row, string field, string cell)
    {
        var district = await OpenAsync("p");
        var csv = $"code,name,zone,stage,ownership,setting,members\r\ngood,好,north,primary,public,rural,1\r\n{row}\r\n";

        var report = (await (await district.Admin).PostTextAsync("schools/import", csv, "text/csv")).Expect(200);

        Assert.False(report.At("stored").GetBoolean());
        Assert.Equal((2m, field), (report.Find("rows", "status", "rejected").GetProperty("row").GetDecimal(), report.Find("rows", "status", "rejected").GetProperty("field").GetString()));
        Assert.Contains(cell, report.Find("rows", "status", "rejected").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1m, (await (await district.Admin).GetAsync("schools")).Number("total"));
    }

    [Fact]
    public async Task A_file_that_isnt_utf8_is_refused()
    {
        var admin = await (await OpenAsync("p")).Admin;
        (await admin.PostBytesAsync("schools/import", [.. Encoding.ASCII.GetBytes("code,name\r\na,"), 0xB1, 0xB1], "text/csv")).ExpectProblem(400, "validation");
        (await admin.PostBytesAsync("schemes/import", [0xB1, 0xB1], "application/yaml")).ExpectProblem(400, "validation");
    }

    [Fact]
    public async Task An_unchanged_scheme_file_is_a_no_op_and_a_changed_one_makes_and_then_replaces_the_next_draft()
    {
        var admin = await (await OpenAsync("p")).Admin;
        Task<Answer> Import(string text) => admin.PostTextAsync("schemes/import", text, "application/json");
        var same = (await Import(TestSchemes.Annual)).Expect(200);
        Assert.Equal((1m, true), (same.Number("version"), same.At("unchanged").GetBoolean()));
        var draft = (await Import(TestSchemes.Annual.Replace("医疗互助", "职工医疗互助", StringComparison.Ordinal))).Expect(200);
        Assert.Equal((2m, "draft"), (draft.Number("version"), draft.Text("state")));
        var replaced = (await Import(TestSchemes.Annual.Replace("医疗互助", "互助保障", StringComparison.Ordinal))).Expect(200);
        Assert.Equal((2m, "draft"), (replaced.Number("version"), replaced.Text("state")));
        (await admin.DoAsync("schemes/annual/versions/1/publish")).ExpectProblem(409, "scheme-version-not-draft");
    }

    [Fact]
    public async Task A_scheme_whose_maxima_dont_add_up_imports_with_its_problems_and_isnt_published()
    {
        var admin = await (await service.FoundDistrictAsync()).Admin;
        var imported = (await admin.PostTextAsync("schemes/import", TestSchemes.Annual.Replace("\"max\": 40, \"items\"", "\"max\": 41, \"items\"", StringComparison.Ordinal), "application/json")).Expect(200);
        Assert.Contains("scheme.max.sum", imported.Texts("problems", "code"));
        var refused = (await admin.DoAsync("schemes/annual/versions/1/publish")).ExpectProblem(422, "scheme-unpublishable");
        Assert.Contains("sections", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code: a\ncode: b\n")]
    [InlineData("base: &x 1\nother: *x\n")]
    [InlineData("code: !!str a\n")]
    [InlineData("<<: {a: 1}\n")]
    [InlineData("a: [\n")]
    [InlineData("")]
    [InlineData("--- 1\n--- 2\n")]
    public async Task Yaml_with_tricks_is_refused(string yaml) =>
        (await (await (await service.FoundDistrictAsync()).Admin).PostTextAsync("schemes/import", yaml, "application/yaml")).ExpectProblem(400, "validation");

    private static object Row(int value) => new { school = "p", branch = "p-1", fact = "activities", value };

    private Task<long> AuditsAsync(TestDistrict district) =>
        service.ReadAsync<long>("SELECT COUNT(*) FROM audit_entries WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);

    private async Task<TestDistrict> OpenAsync(string school)
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, school);
        await district.OpenRound();
        await district.HandIn(school);
        return district;
    }
}
