using System.Globalization;

namespace DistrictUnion.Build.Demo;

/// <summary>All CSV files of a district.</summary>
internal static class DemoFiles
{
    private const string CommunitiesSince = "2025-09-01";
    private const string Stages = "primary;junior;senior;nineYear;vocational;special";

    /// <summary>Writes the organisation, its rounds and what happened in them.</summary>
    public static IReadOnlyList<CsvTable> Of(DemoDistrict district)
    {
        var reports = new DemoReports(district);
        var evaluations = new DemoEvaluations(district);
        foreach (var round in DemoRound.All)
        {
            foreach (var school in district.Schools.Where(school => school.IsInScope))
            {
                reports.Add(round, school);
                evaluations.Add(round, school);
            }
        }

        return
        [
            .. Organisation(district), DemoAccounts.Of(district), DemoObligations.Of(district), Rounds(), .. reports.Tables, .. evaluations.Tables, TieResolutions(district),
        ];
    }

    private static IEnumerable<CsvTable> Organisation(DemoDistrict district)
    {
        var names = new CsvTable("district.csv", "code", "name");
        names.Add(district.Code, district.Name);
        var zones = new CsvTable("zones.csv", "code", "name");
        foreach (var (code, name) in district.Zones) zones.Add(code, name);
        return [names, zones, Schools(district), Branches(district), Communities(district)];
    }

    private static CsvTable Schools(DemoDistrict district)
    {
        var table = new CsvTable("schools.csv", "code", "name", "zone", "stage", "ownership", "setting", "members", "countingKind", "titles", "termStartsOn", "termEndsOn");
        foreach (var school in district.Schools)
        {
            var (termFrom, termTo) = DemoObligations.TermOf(district, school);
            table.Add(
                school.Code, school.Name, school.Zone, school.Stage, school.Ownership, school.Setting,
                MembersAfterMoves(district, school).ToString(CultureInfo.InvariantCulture), "unionGroup", school.Titles, termFrom, termTo);
        }

        return table;
    }

    private static CsvTable Communities(DemoDistrict district)
    {
        var table = new CsvTable("communities.csv", "code", "name", "type", "school", "role", "from");
        foreach (var community in district.Communities)
        {
            table.Add(community.Code, community.Name, community.Type, community.Core, "core", CommunitiesSince);
            foreach (var member in community.Members) table.Add(community.Code, community.Name, community.Type, member, "member", CommunitiesSince);
        }

        return table;
    }

    private static int MembersAfterMoves(DemoDistrict district, DemoSchool school)
    {
        var moved = district.Moves.ToDictionary(move => move.Branch, StringComparer.Ordinal);
        return district.Schools
            .SelectMany(owner => owner.Branches.Select(branch => (School: moved.GetValueOrDefault(branch.Code)?.To ?? owner.Code, branch.Members)))
            .Where(branch => branch.School == school.Code)
            .Sum(branch => branch.Members);
    }

    private static CsvTable Branches(DemoDistrict district)
    {
        var table = new CsvTable("branches.csv", "school", "code", "name", "kind", "from", "to");
        foreach (var school in district.Schools)
        {
            foreach (var branch in school.Branches)
            {
                var move = district.Moves.FirstOrDefault(move => move.Branch == branch.Code);
                table.Add(school.Code, branch.Code, branch.Name, branch.Kind, "2025-09-01", Day(move?.On));
                if (move is not null) table.Add(move.To, branch.Code, branch.Name, branch.Kind, Day(move.On), null);
            }
        }

        return table;
    }

    private static CsvTable Rounds()
    {
        var table = new CsvTable(
            "rounds.csv", "code", "name", "scheme", "windowFrom", "windowTo", "dueAt", "closesAt", "dueShift", "kind", "stages", "openedAt",
            "closedAt", "publishedAt", "visibility");
        foreach (var round in DemoRound.All)
        {
            table.Add(
                round.Code, round.Name, "union-annual", Day(round.From), Day(round.To), round.DueAt, null, "none", "annual", Stages,
                round.OpenedAt, round.ClosedAt, round.PublishedAt, round.IsPublished ? "full" : null);
        }

        return table;
    }

    private static CsvTable TieResolutions(DemoDistrict district)
    {
        var table = new CsvTable("tie-resolutions.csv", "round", "schools", "reason");
        if (district.Code == "binhu")
            table.Add(DemoRound.Spring.Code, string.Join(';', DemoStories.ResolvedTie), "总分与并列规则均相同，经区教育工会常委会集体研究，以年度活动覆盖面确定先后");
        return table;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
