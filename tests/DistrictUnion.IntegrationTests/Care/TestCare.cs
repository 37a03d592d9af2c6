using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;

namespace DistrictUnion.IntegrationTests.Care;

/// <summary>Districts whose schools keep care records. It is Monday, 3 November 2025.</summary>
internal static class TestCare
{
    /// <summary>A name that stands nowhere but in care records.</summary>
    public const string Person = "欧阳静秋";

    /// <summary>What happened to her.</summary>
    public const string Circumstances = "甲状腺结节手术住院";

    /// <summary>Schools of zone north with chair, clerk and care keeper each, and the obligation to visit within five working days.</summary>
    public static async Task<TestDistrict> PrepareAsync(TestService service, params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("zone.north", "zoneLead", zone: "north");
        await district.Appoint("officer", "districtOfficer");
        await district.Appoint("auditor", "auditor");
        foreach (var school in schools)
        {
            await district.PutSchoolWithChair(school, "north", branches: 1);
            await district.Appoint($"clerk.{school}", "schoolClerk", school: school);
            await district.Appoint($"lead.{school}", "branchLead", branch: $"{school}-1");
            await district.Appoint($"keeper.{school}", "careKeeper", school: school);
        }

        (await (await district.Admin).PostAsync("calendar/import", Enumerable.Range(1, 12).Select(m => new { date = $"2025-{m:00}-05", kind = "holiday", name = "假日" }))).Expect(200);
        await new TestObligations(district).AskAsync(
            "OB12",
            TestObligations.Definition(new { kind = "workingDaysAfterEvent", trigger = "careTriggered", days = 5 }, "onEvent", evidence: "careVisited", effectiveFrom: "2025-01-01", name: "五必访"));
        return district;
    }

    /// <summary>A visit as the pages send it.</summary>
    public static object Visit(string category = "illness", string on = "2025-11-03", string person = Person) =>
        new { kind = "visit", category, eventOn = on, person, circumstances = Circumstances, amount = 512.34 };

    /// <summary>Records a case; its code.</summary>
    public static async Task<string> RecordAsync(this TestDistrict district, string person, object record) =>
        (await (await district.As(person)).PostAsync("care-records", record)).Expect(201).Text("code");
}
