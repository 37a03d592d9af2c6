using System.Globalization;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Districts as journeys begin in them; dates lie around today, because browsers keep real time.</summary>
internal static class BrowserDistricts
{
    /// <summary>Two schools with chairs and two branches each, a zone lead, an officer; round <c>r1</c> is open for a week.</summary>
    public static async Task<TestDistrict> OpenAsync(BrowserService service, string? scheme = null)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("zone.north", "zoneLead", zone: "north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north", branches: 2);
        await district.Appoint("lead", "branchLead", branch: "p-1");
        await district.Appoint("clerk", "schoolClerk", school: "p");
        await district.PublishScheme(scheme ?? TestSchemes.Annual);
        await district.PlanRound(from: Day(-60), to: Day(7), dueAt: Day(7));
        await district.OpenRound();
        return district;
    }

    /// <summary>A day by its distance from today, as the product counts days: it has tomorrow already when the last third of a day in UTC begins.</summary>
    public static string Day(int distance) => TimeProvider.System.Today().AddDays(distance).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
