using System.Globalization;

namespace DistrictUnion.Build.Demo;

/// <summary>What schools, zones and the district handed in of their obligations in 2026, and what was waived.</summary>
internal static class DemoObligations
{
    private const int TermYears = 3;

    /// <summary>The file: one row is one obligation that was fulfilled or waived.</summary>
    public static CsvTable Of(DemoDistrict district)
    {
        var table = new CsvTable("obligations.csv", "template", "period", "unit", "step", "on", "note");
        foreach (var school in district.Schools) AddSchool(table, district, school);
        foreach (var zone in district.Schools.Where(school => !school.IsInScope).Select(school => school.Zone).Distinct())
            table.Add("OB09", "2026-2027", zone, "fulfil", "2026-09-08", "片区计划已报");
        return table;
    }

    /// <summary>The union committee's term of office: three years, ending between mid 2026 and the end of 2028.</summary>
    public static (string From, string To) TermOf(DemoDistrict district, DemoSchool school)
    {
        var end = new DateOnly(2026, 12, 31).AddMonths(DemoRandom.For(district.Code, school.Code, "term").Between(0, 24));
        return (Text(end.AddYears(-TermYears).AddDays(1)), Text(end));
    }

    private static void AddSchool(CsvTable table, DemoDistrict district, DemoSchool school)
    {
        var random = DemoRandom.For(district.Code, school.Profile, school.Code, "obligations");
        var sure = 70 + (school.Strength * 28 / 100);
        void Done(string template, string period, DateOnly due, int earliest, int latest, string note)
        {
            var on = due.AddDays(-random.Between(latest, earliest));
            if (random.Chance(sure)) table.Add(template, period, school.Code, "fulfil", Text(on), note);
        }

        Done("OB20", "2026", new(2026, 1, 31), 20, -4, "计划和预算已报区教育工会");
        Done("OB04", "2025-2026-1", new(2026, 1, 31), 40, 2, "公开栏公开 7 项");
        Done("OB04", "2025-2026-2", new(2026, 8, 31), 90, 50, "公开栏公开 6 项");
        Done("OB01", "2025-2026", new(2026, 6, 30), 75, -5, "到会三分之二以上，决议全部通过");
        Done("OB14", "2026-H1", new(2026, 6, 30), 80, -6, "教职工趣味运动会");
        Done("OB10", "2025-2026-1", new(2026, 1, 31), 20, 1, "汇总表已签章");
        if (random.Chance(55)) table.Add("OB10", "2025-2026-2", school.Code, "waive", "2026-03-10", "本学期没有支教任务");
        else Done("OB10", "2025-2026-2", new(2026, 8, 31), 60, 45, "汇总表已签章");
        if (random.Chance(45)) table.Add("OB11", "2026", school.Code, "fulfil", Text(new DateOnly(2026, 11, random.Between(2, 18))), "全员参保");
        if (random.Chance(35)) table.Add("OB13", "2026", school.Code, "fulfil", Text(new DateOnly(2026, 11, random.Between(2, 18))), "摸底完成，建档数已上报");
        if (random.Chance(40)) table.Add("OB14", "2026-H2", school.Code, "fulfil", Text(new DateOnly(2026, 10, random.Between(10, 30))), "教职工合唱比赛");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
