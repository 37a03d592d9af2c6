namespace DistrictUnion.Build.Demo;

/// <summary>Accounts of a district, named by their posts; no person is named.</summary>
internal static class DemoAccounts
{
    private const string Since = "2025-09-01";

    /// <summary>The file of accounts; one row is one post.</summary>
    public static CsvTable Of(DemoDistrict district)
    {
        var table = new CsvTable("users.csv", "userName", "displayName", "role", "scopeKind", "scope", "from", "to");
        void Post(string user, string name, string role, string kind, string scope, string from = Since, string? to = null) =>
            table.Add($"{district.UserPrefix}{user}", name, role, kind, scope, from, to);

        Post("district.admin", "区教育工会管理员", "DistrictAdmin", "district", district.Code);
        Post("district.officer", "区教育工会干部", "DistrictOfficer", "district", district.Code);
        Post("auditor", "审计员", "Auditor", "district", district.Code);
        Post("district.approver", "区教育工会主席", "DistrictApprover", "district", district.Code);
        foreach (var zone in district.Zones) Post($"zone.{zone.Code}", $"{zone.Name}负责人", "ZoneLead", "zone", zone.Code);
        foreach (var school in district.Schools)
        {
            // One chair left without a successor: the kindergarten's obligations go to the zone.
            var left = school == district.Schools.LastOrDefault(s => !s.IsInScope) ? "2026-09-01" : null;
            Post($"chair.{school.Code}", $"{school.Name}工会主席", "SchoolChair", "school", school.Code, to: left);

            // One person, two posts: the chair of a southern school also leads the northern zone.
            if (district.Code == "binhu" && school.Code == "p-012")
                Post($"chair.{school.Code}", $"{school.Name}工会主席", "ZoneLead", "zone", "north", "2026-02-01");
        }

        var first = district.Schools[0];
        Post($"clerk.{first.Code}", $"{first.Name}经办人", "SchoolClerk", "school", first.Code);
        foreach (var school in district.Schools)
        {
            foreach (var branch in school.Branches)
                Post($"branch.{branch.Code}", $"{school.Name}{branch.Name}负责人", "BranchLead", "branch", branch.Code);
        }

        return table;
    }
}
