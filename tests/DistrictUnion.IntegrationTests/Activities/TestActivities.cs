using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.Activities;

/// <summary>A district whose scheme counts activities.</summary>
internal static class TestActivities
{
    /// <summary>Sports and culture by number, everybody's participation, branches; 40 points.</summary>
    public const string Scheme =
        """
        { "code": "lively", "name": "文体活动考核", "basis": "区工发〔2026〕5号", "missing": "block", "bonus": { "cap": "none" },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "school" },
            { "code": "events", "name": "文体活动次数", "type": "integer", "level": "school", "activities": { "kinds": ["culture", "sport"] } },
            { "code": "people", "name": "参加活动人次", "type": "integer", "level": "school", "activities": { "measure": "participants" } },
            { "code": "groups", "name": "小组办活动次数", "type": "integer", "level": "school", "activities": { "kinds": ["sport"], "measure": "branches" } } ],
          "sections": [ { "code": "A", "name": "活动", "max": 40, "items": [
            { "code": "A1", "name": "次数", "max": 10, "rule": { "type": "count", "count": "events", "points": 2 } },
            { "code": "A2", "name": "参与率", "max": 20, "rule": { "type": "rateLinear", "rate": { "of": "people", "to": "members" } } },
            { "code": "A3", "name": "小组", "max": 10, "rule": { "type": "count", "count": "groups", "points": 1 } } ] } ] }
        """;

    /// <summary>Schools of zone north with chair, clerk and two branches each; round <c>r1</c> of 1 September to 10 November is planned. It is 3 November 2025.</summary>
    public static async Task<TestDistrict> PrepareAsync(TestService service, params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("zone.north", "zoneLead", zone: "north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in schools)
        {
            await district.PutSchoolWithChair(school, "north", branches: 2);
            await district.Appoint($"clerk.{school}", "schoolClerk", school: school);
        }

        await district.PublishScheme(Scheme);
        await district.PlanRound(scheme: "lively");
        return district;
    }

    /// <summary>An activity as the pages send it.</summary>
    public static object Of(string title = "秋季运动会", string kind = "sport", string from = "2025-10-01", int members = 30, int others = 5, string[]? branches = null, string? planItem = null) =>
        new { title, kind, from, members, others, branches = branches ?? [], planItem };

    /// <summary>Records an activity; its path.</summary>
    public static async Task<string> RecordAsync(this TestDistrict district, string person, object activity) =>
        $"activities/{(await (await district.As(person)).PostAsync("activities", activity)).Expect(201).Text("id")}";
}
