using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.Panels;

/// <summary>A district whose round has a leaf that judges score, in the words of the domain.</summary>
internal static class TestPanels
{
    /// <summary>A leaf of 100 points that judges score, with the worked case's numbers, beside one that the school claims.</summary>
    public const string Scheme =
        """
        { "code": "judged", "name": "特色评审", "basis": "区工发〔2026〕5号", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "judges", "name": "评委打分", "type": "scores", "level": "district", "range": [0, 100] },
            { "code": "members", "name": "会员数", "type": "integer", "level": "school" } ],
          "sections": [
            { "code": "L", "name": "特色工作", "max": 100, "evidence": "optional", "rule": { "type": "panel", "scores": "judges", "outOf": 100 } },
            { "code": "M", "name": "自报", "max": 10, "evidence": "optional", "rule": { "type": "manual" } } ] }
        """;

    /// <summary>The panel's path.</summary>
    public const string Panel = "rounds/r1/panels/p1";

    /// <summary>Schools <c>s1</c>… with chairs, judges <c>j1</c>…, an officer; round <c>r1</c> is open.</summary>
    public static async Task<TestDistrict> FoundJudgedAsync(this TestService service, int schools, int judges)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        for (var i = 1; i <= schools; i++)
            await district.PutSchoolWithChair($"s{i}", "north");
        for (var i = 1; i <= judges; i++)
            await district.Appoint($"j{i}", "expertReviewer");
        await district.PublishScheme(Scheme);
        await district.PlanRound(scheme: "judged");
        await district.OpenRound();
        return district;
    }

    /// <summary>The body of a panel of judges <c>j1</c>….</summary>
    public static object Body(
        TestDistrict district, int judges, int each, int? most = null, string[]? schools = null, (int Judge, string School, string Kind)[]? bans = null, string name = "特色评审组") => new
        {
            name,
            fact = "judges",
            judgesPerSchool = each,
            mostPerJudge = most,
            schools,
            judges = Enumerable.Range(1, judges).Select(i => district.NameOf($"j{i}")),
            bans = bans?.Select(b => new { judge = district.NameOf($"j{b.Judge}"), school = b.School, kind = b.Kind, reason = "申报" }),
        };

    /// <summary>Plans, assigns and starts panel <c>p1</c>.</summary>
    public static async Task StartPanel(this TestDistrict district, int judges, int each, int? most = null, string[]? schools = null, (int Judge, string School, string Kind)[]? bans = null)
    {
        var officer = await district.As("officer");
        (await officer.PutAsync(Panel, Body(district, judges, each, most, schools, bans))).Expect(201);
        (await officer.DoAsync($"{Panel}/assign")).Expect(200);
        (await officer.DoAsync($"{Panel}/start")).Expect(200);
    }

    /// <summary>A judge scores a school, and hands it in.</summary>
    public static async Task Judge(this TestDistrict district, string judge, string school, decimal score, bool handIn = true)
    {
        var client = await district.As(judge);
        (await client.PutAsync($"{Panel}/sheets/{school}", new { score }, ("If-Match", "*"))).Expect(200);
        if (handIn)
            (await client.DoAsync($"{Panel}/sheets/{school}/submit")).Expect(200);
    }

    /// <summary>A judge's score is refused.</summary>
    public static async Task JudgeRefused(this TestDistrict district, string judge, string school, decimal score, int status) =>
        (await (await district.As(judge)).PutAsync($"{Panel}/sheets/{school}", new { score }, ("If-Match", "*"))).Expect(status);

    /// <summary>Judges who sit at a school.</summary>
    public static async Task<IReadOnlyList<string>> Seated(this TestDistrict district, string school) =>
        [.. (await district.Progress()).At("seats").EnumerateArray().Where(s => s.GetProperty("school").GetString() == school && s.GetProperty("ending").GetString() is null)
            .Select(s => s.GetProperty("judge").GetString()![(district.Code.Length + 1)..])];

    /// <summary>The progress as the officer sees it.</summary>
    public static async Task<Answer> Progress(this TestDistrict district) => (await (await district.As("officer")).GetAsync($"{Panel}/progress")).Expect(200);
}
