using System.IO.Compression;
using System.Text.Json;
using DistrictUnion.Application.Bundles;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>A published result as a file that anybody computes again, without the product's database.</summary>
[LongRunning]
public sealed class BundleTests(TestService service) : IClassFixture<TestService>
{
    private const string Path = "rounds/r1/bundle";

    private const string Scheme =
        """
        { "code": "replayed", "name": "可复算方案", "basis": "测试", "missing": "zero", "bonus": { "cap": 5 }, "late": { "perDay": 1, "max": 5, "forfeitAfterDays": 5 },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "insured", "name": "参加互助人数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "awards", "name": "获奖", "type": "awards", "level": "school", "levels": ["district", "city"] },
            { "code": "satisfied", "name": "满意票", "type": "integer", "level": "district" },
            { "code": "asked", "name": "有效票", "type": "integer", "level": "district" },
            { "code": "dispute", "name": "集体劳动争议", "type": "boolean", "level": "district" } ],
          "sections": [
            { "code": "A", "name": "组织建设", "max": 60, "items": [
              { "code": "A1", "name": "特色工作", "max": 50, "rule": { "type": "manual" } },
              { "code": "A2", "name": "医疗互助", "max": 10, "rule": { "type": "rateLinear", "rate": { "of": "insured", "to": "members" } } } ] },
            { "code": "B", "name": "民主管理", "max": 40, "items": [
              { "code": "B1", "name": "教代会", "max": 25, "rule": { "type": "manual" } },
              { "code": "B2", "name": "校务公开", "max": 15, "rule": { "type": "manual" } } ] } ],
          "bonuses": [ { "code": "Z1", "name": "荣誉加分", "awards": "awards", "cap": "none", "levels": { "district": 1, "city": 3 } } ],
          "vetoes": [ { "code": "V1", "name": "集体劳动争议", "fact": "dispute" } ],
          "grades": [ { "code": "advanced", "name": "先进", "min": 80 }, { "code": "qualified", "name": "合格", "min": 30 } ],
          "ranking": { "groupBy": "none", "ties": [ "rate:satisfied/asked", "section:B" ] } }
        """;

    [Fact]
    public async Task A_published_round_is_handed_out_as_one_file_that_the_verb_computes_again_without_a_database()
    {
        var district = await PublishedAsync();
        var officer = await district.As("officer");

        var bundle = (await officer.GetAsync(Path)).Expect(200);

        Assert.Equal("application/zip", bundle.ContentType);
        Assert.Equal($"可复算包-{district.Code}-r1-2025-11-13.zip", bundle.Disposition!.FileNameStar);
        var head = (await (await district.As("chair.a")).GetAsync("rounds/r1")).Text("bundleHead");
        var (code, output) = await VerifyAsync(bundle.Bytes, "--head", head);
        Assert.True(code == 0, output);
        Assert.Contains(head, output, StringComparison.Ordinal);
        Assert.Contains("结果：一致，正是公布的那一份", output, StringComparison.Ordinal);
        Assert.Contains("Result: same, and it is the published bundle", output, StringComparison.Ordinal);
        (code, output) = await VerifyAsync(bundle.Bytes, "--head", head[1..] + "0");
        Assert.True(code == 1 && output.Contains("这不是公布的那一份", StringComparison.Ordinal), output);
        (code, output) = await VerifyAsync(bundle.Bytes[..^30]);
        Assert.True(code == 2 && output.Contains("重新下载", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task The_bundle_holds_scheme_inputs_results_and_decisions_and_nobodys_name()
    {
        var bundle = (await (await (await PublishedAsync()).As("officer")).GetAsync(Path)).Expect(200);

        var files = Unpack(bundle.Bytes);
        Assert.Equal(["scheme.json", "organisation.json", "decisions.json", "summary.json", "inputs.jsonl", "results.jsonl", "manifest.json"], files.Keys);
        var results = Lines(files["results.jsonl"]);
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h"], results.Select(r => r.GetProperty("school").GetString()));
        Assert.Equal(
            ["qualified", "qualified", "qualified", "disqualified", "qualified", "notSubmitted", "qualified", "qualified"],
            results.Select(r => r.GetProperty("outcome").GetString()));
        Assert.Equal([5, 3, 4], results.Take(3).Select(r => r.GetProperty("position").GetInt32()));
        Assert.Equal([3, 3, 3], results.Take(3).Select(r => r.GetProperty("rank").GetInt32()));
        Assert.Equal(2m, results[4].GetProperty("late").GetDecimal());
        Assert.Equal("notApplicable", Node(results[6], "B2").GetProperty("flags").GetString());
        Assert.Equal(44.5m, Node(results[7], "A1").GetProperty("final").GetDecimal());
        var decisions = JsonDocument.Parse(files["decisions.json"]).RootElement;
        Assert.Equal("区工会主席会议决定", decisions.GetProperty("tieResolutions")[0].GetProperty("reason").GetString());
        var everything = string.Concat(files.Values);
        foreach (var name in new[] { "officer", "chair.", "admin", "核实", "张老师" })
            Assert.DoesNotContain(name, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_publication_is_the_same_file_whatever_is_renamed_since_and_taking_it_is_recorded()
    {
        var district = await PublishedAsync();
        var first = (await (await district.As("officer")).GetAsync(Path)).Expect(200).Bytes;
        (await (await district.Admin).SaveAsync("schools/a", new { name = "改名学校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 77 })).Expect(200);

        var second = (await (await district.As("auditor")).GetAsync(Path)).Expect(200).Bytes;

        Assert.Equal(first, second);
        Assert.Equal(2, await service.ReadAsync<long>($"SELECT COUNT(*) FROM audit_entries a JOIN districts d ON d.id = a.district_id WHERE d.code = '{district.Code}' AND a.action = 'ExportRoundBundle'"));
    }

    [Fact]
    public async Task A_round_that_is_not_published_has_no_bundle_and_a_school_gets_none()
    {
        var district = await ClosedAsync(Scheme);
        (await (await district.As("officer")).GetAsync(Path)).ExpectConflict("closed", "publish", "reopen");
        await district.PublishRound("full");
        (await (await district.As("chair.a")).GetAsync(Path)).Expect(403);
        var other = await service.FoundDistrictAsync();
        (await (await other.Admin).GetAsync(Path)).Expect(404);
    }

    [Fact]
    public async Task Data_that_were_changed_behind_the_products_back_since_publication_are_not_handed_out()
    {
        var district = await PublishedAsync();
        await service.ExecuteAsync(
            $"UPDATE scorecards SET frozen_input = replace(frozen_input, '\"daysLate\":2', '\"daysLate\":1') WHERE school_code = 'e' AND district_id = (SELECT id FROM districts WHERE code = '{district.Code}')");

        var refused = (await (await district.As("officer")).GetAsync(Path)).ExpectProblem(409, "bundle-changed");

        Assert.Contains("请从备份恢复", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranks_in_groups_by_evened_out_totals_after_a_reopening_are_computed_again_too()
    {
        var district = await ClosedAsync(Scheme.Replace("\"groupBy\": \"none\"", "\"groupBy\": \"zone\"", StringComparison.Ordinal), secondZone: ["b", "e", "h"]);
        var admin = await district.Admin;
        (await admin.DoAsync("rounds/r1/publish", new { visibility = "full", normaliseZones = true })).Expect(200);
        var first = (await admin.GetAsync("rounds/r1")).Text("bundleHead");
        (await admin.DoAsync("rounds/r1/reopen", new { reason = "更正一处笔误" })).Expect(200);
        await district.Review("officer", "a", "district", [("A1", 39m)]);
        await district.CloseRound();
        (await admin.DoAsync("rounds/r1/publish", new { visibility = "full", normaliseZones = true })).Expect(200);

        var bundle = (await admin.GetAsync(Path)).Expect(200).Bytes;

        var report = BundleVerifier.Verify(new MemoryStream(bundle), (await admin.GetAsync("rounds/r1")).Text("bundleHead"));
        Assert.True(report.IsSame, report.First?.ToString());
        Assert.NotEqual(first, report.Head);
        Assert.Equal(2, report.Header!.Number);
        Assert.Contains("更正一处笔误", Unpack(bundle)["decisions.json"], StringComparison.Ordinal);
    }

    private async Task<TestDistrict> PublishedAsync()
    {
        var district = await ClosedAsync(Scheme);
        await district.Appoint("auditor", "auditor");
        (await (await district.Admin).DoAsync("rounds/r1/tie-resolutions", new { schools = new[] { "b", "c", "a" }, reason = "区工会主席会议决定" })).Expect(200);
        await district.PublishRound("full");
        return district;
    }

    /// <summary>Three schools that nothing tells apart, one with a veto, one late, one that handed in nothing, one with a leaf that doesn't apply, one reviewed.</summary>
    private async Task<TestDistrict> ClosedAsync(string scheme, string[]? secondZone = null)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutZone("south");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "a", "b", "c", "d", "e", "f", "g", "h" })
            await district.PutSchoolWithChair(school, secondZone?.Contains(school, StringComparer.Ordinal) == true ? "south" : "north", branches: 1, members: 40 + school[0]);
        await district.PublishScheme(scheme);
        await district.PlanRound(scheme: "replayed");
        await district.OpenRound();
        foreach (var school in new[] { "a", "b", "c" })
            await district.HandIn(school, claims: new { A1 = 48, B1 = 20, B2 = 12 });
        foreach (var (school, insured) in new[] { ("d", 9), ("g", 7), ("h", 5) })
        {
            await district.Report(school, $"{school}-1", new { members = 9, insured });
            await district.HandIn(
                school,
                facts: new { awards = new[] { new { matter = "张老师教学竞赛", level = "city", date = "2025-10-01" }, new { matter = "张老师教学竞赛", level = "district", date = "2025-09-20" } } },
                claims: new { A1 = 45.55m, B1 = 21.5m, B2 = 11 });
        }

        await district.Review("officer", "d", "district", facts: new { dispute = true, satisfied = 95, asked = 100 });
        await district.Review("officer", "g", "district", notApplicable: ["B2"]);
        await district.Review("officer", "h", "district", [("A1", 44.5m)], facts: new { satisfied = 134, asked = 149 });
        district.MoveClockTo("2025-11-12T10:00:00+08:00");
        await district.HandIn("e", claims: new { A1 = 40, B1 = 15, B2 = 10 });
        district.MoveClockTo("2025-11-13T10:00:00+08:00");
        await district.CloseRound();
        return district;
    }

    /// <summary>Runs the real verb in a process of its own that knows no connection.</summary>
    private static async Task<(int Code, string Output)> VerifyAsync(byte[] bundle, params string[] options)
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, bundle);
            return await ProductProcess.RunAsync(["verify", "bundle", file, .. options]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Reads the file as any program for zip files would.</summary>
    private static Dictionary<string, string> Unpack(byte[] bundle)
    {
        using var archive = new ZipArchive(new MemoryStream(bundle), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd(), StringComparer.Ordinal);
    }

    private static List<JsonElement> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static JsonElement Node(JsonElement result, string code) => result.GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("code").GetString() == code);
}
