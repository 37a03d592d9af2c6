using System.Globalization;
using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Walls;

namespace DistrictUnion.IntegrationTests.Lab;

/// <summary>A closed round of six schools whose points are small enough to compute by hand.</summary>
internal static class TestLab
{
    /// <summary>100 points: two claimed leaves and one by bands; two grades.</summary>
    public const string Scheme =
        """
        { "code": "lab", "name": "试算方案", "basis": "区工发〔2026〕5号", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [ { "code": "activities", "name": "活动次数", "type": "integer", "level": "school" } ],
          "sections": [
            { "code": "A", "name": "组织建设", "max": 50, "items": [ { "code": "A1", "name": "换届与机构", "max": 50, "rule": { "type": "manual" } } ] },
            { "code": "B", "name": "民主管理", "max": 50, "items": [
              { "code": "B1", "name": "教代会", "max": 30, "rule": { "type": "manual" } },
              { "code": "B2", "name": "活动", "max": 20, "rule": { "type": "tiers", "value": "activities", "bands": [ { "atLeast": 10, "points": 20 }, { "atLeast": 5, "points": 10 } ] } } ] } ],
          "grades": [ { "code": "advanced", "name": "先进", "min": 90 }, { "code": "qualified", "name": "合格", "min": 75 } ] }
        """;

    /// <summary>组织建设 50 → 30, 民主管理 50 → 70.</summary>
    public static object[] Weights =>
    [
        Change("sections[0].max", 30), Change("sections[0].items[0].max", 30),
        Change("sections[1].max", 70), Change("sections[1].items[0].max", 42), Change("sections[1].items[1].max", 28),
    ];

    /// <summary>A change.</summary>
    public static object Change(string path, decimal value) => new { path, value };

    /// <summary>
    /// Six schools, each with as many branches as asked for, by A1, B1 and activities: s1 50 + 21 + 20 = 91, s2 44 + 27 + 20 = 91, s3 40 + 30 + 20 = 90 (先进), s4 48 + 21 + 20 = 89, s5 50 + 24 + 10 = 84 (合格), s6 30 + 30 + 10 = 70.
    /// </summary>
    public static async Task<TestDistrict> ClosedAsync(TestService service, int branches = 0)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutZone("east");
        await district.Appoint("officer", "districtOfficer");
        await district.PublishScheme(Scheme);
        await district.PlanRound("r1", "lab");
        foreach (var (school, _, _, _) in Points)
            await district.PutSchoolWithChair(school, school is "s3" or "s6" ? "east" : "north", branches);
        await district.OpenRound();
        foreach (var (school, a1, b1, activities) in Points)
            await district.HandIn(school, new { activities }, new { A1 = a1, B1 = b1 });
        await district.CloseRound();
        return district;
    }

    /// <summary>Runs a trial.</summary>
    public static async Task<Answer> RunAsync(TestDistrict district, object[]? changes = null, object? campaign = null, bool pointsFollow = true, string person = "admin") =>
        await (await district.As(person)).PostAsync("lab/runs", new { name = "民主管理加重", round = "r1", changes, campaign, pointsFollow });

    /// <summary>Totals, ranks and grades of the schools of a trial on one side, in the order of codes.</summary>
    public static string Side(Answer schools, string side) => string.Join(
        "; ",
        schools.At("items").EnumerateArray().OrderBy(r => r.GetProperty("school").GetString(), StringComparer.Ordinal).Select(r => Text(r.GetProperty("school").GetString()!, r.GetProperty(side))));

    /// <summary>A digest of everything that a district stores besides trials and the audit trail.</summary>
    public static async Task<string> DigestAsync(TestDistrict district) => string.Join(
        '\n', (await TenantTables.DigestAsync(district.Service, district.Code)).Split('\n').Where(line => !line.StartsWith("lab_", StringComparison.Ordinal) && !line.StartsWith("audit_entries", StringComparison.Ordinal)));

    private static readonly (string School, decimal A1, decimal B1, int Activities)[] Points =
        [("s1", 50, 21, 10), ("s2", 44, 27, 11), ("s3", 40, 30, 12), ("s4", 48, 21, 10), ("s5", 50, 24, 5), ("s6", 30, 30, 6)];

    private static string Text(string school, JsonElement standing) =>
        string.Create(CultureInfo.InvariantCulture, $"{school} {standing.GetProperty("total").GetDecimal():0.##} {standing.GetProperty("rank")} {standing.GetProperty("grade")}").TrimEnd();
}
