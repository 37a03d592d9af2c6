using System.Globalization;

namespace DistrictUnion.Build.Demo;

/// <summary>Branch reports of a round: figures of union groups, dated activities of every branch.</summary>
internal sealed class DemoReports(DemoDistrict district)
{
    private static readonly string[] Activities =
    [
        "趣味运动会", "健步走", "读书分享会", "师德宣讲", "教学技能比武", "心理健康讲座", "插花体验", "羽毛球友谊赛", "红色研学", "送温暖走访",
    ];

    private readonly CsvTable _reports = new("reports.csv", "round", "branch", "state", "submittedAt");
    private readonly CsvTable _facts = new("report-facts.csv", "round", "branch", "fact", "value", "note");
    private readonly CsvTable _events = new("report-events.csv", "round", "branch", "code", "fact", "date", "value", "note");

    /// <summary>The files.</summary>
    public IReadOnlyList<CsvTable> Tables => [_reports, _facts, _events];

    /// <summary>Writes the reports of a school's branches.</summary>
    public void Add(DemoRound round, DemoSchool school)
    {
        var random = DemoRandom.For(district.Code, school.Profile, round.Code, "reports");
        foreach (var branch in school.Branches)
        {
            var state = StateOf(round, random);
            var submitted = DemoRound.Instant(round.DaysBeforeEnd(random.Between(6, 20)), random.Between(8, 17), random.Between(0, 59));
            if (state is null) continue;
            _reports.Add(round.Code, branch.Code, state, state == "draft" ? null : submitted);
            if (branch.CountsPeople) AddFigures(round, school, branch, random);
            Fact(round, branch, "articles", Number(random.Between(0, branch.CountsPeople ? 4 : 2) * 0.5m));
            AddActivities(round, school, branch, random);
        }
    }

    // All of the spring is accepted; in the open round some branches are still at work or did not begin.
    private static string? StateOf(DemoRound round, DemoRandom random)
    {
        var draw = random.Between(1, 100);
        if (round.IsPublished) return "accepted";
        return draw switch { <= 55 => "accepted", <= 85 => "submitted", <= 91 => "draft", <= 96 => "returned", _ => null };
    }

    private void AddFigures(DemoRound round, DemoSchool school, DemoBranch branch, DemoRandom random)
    {
        var weakness = 100 - school.Strength;
        Fact(round, branch, "staff", Number(branch.Staff));
        Fact(round, branch, "members", Number(branch.Members));
        Fact(round, branch, "insured", Number(branch.Members - random.Between(0, branch.Members * weakness / 180)));
        var participants = branch.Members - random.Between(0, branch.Members * weakness / 120) + random.Between(-2, 1);
        Fact(round, branch, "participants", Number(participants), participants > branch.Members ? "含退休教职工与家属参加的人次" : null);
        var visits = random.Between(1, 5);
        Fact(round, branch, "visitsDue", Number(visits));
        Fact(round, branch, "visitsDone", Number(visits - (random.Chance(weakness) ? 1 : 0)));
        var hardship = random.Between(0, 2);
        Fact(round, branch, "hardshipDue", Number(hardship));
        Fact(round, branch, "hardshipHelped", Number(hardship - (hardship > 0 && random.Chance(weakness / 2) ? 1 : 0)));
        Fact(round, branch, "quality", Number(Math.Min(99.5m, 68 + (school.Strength * 0.28m) + (random.Between(0, 40) * 0.1m))));
    }

    private void AddActivities(DemoRound round, DemoSchool school, DemoBranch branch, DemoRandom random)
    {
        var count = 1 + random.Between(0, 1) + (random.Chance(school.Strength) ? 1 : 0);
        for (var number = 1; number <= count; number++)
        {
            var day = round.From.AddDays(random.Between(5, 45));
            Activity(round, branch, string.Create(CultureInfo.InvariantCulture, $"{branch.Code}-a{number}"), day, random.Pick(Activities));
        }

        // The first two union groups hold one activity together: both report it under one code, and it counts once.
        if (branch.Code.EndsWith("-u1", StringComparison.Ordinal) || branch.Code.EndsWith("-u2", StringComparison.Ordinal))
            Activity(round, branch, $"{school.Code}-joint", round.From.AddDays(40), "工会小组联合活动");

        // One on the day of a move, which is the new school's.
        if (district.Moves.FirstOrDefault(move => move.Branch == branch.Code && move.On >= round.From && move.On <= round.To) is { } moved)
            Activity(round, branch, $"{branch.Code}-welcome", moved.On, "新校迎新座谈");
    }

    private void Activity(DemoRound round, DemoBranch branch, string code, DateOnly day, string note) =>
        _events.Add(round.Code, branch.Code, code, "activities", Day(day), "1", note);

    private void Fact(DemoRound round, DemoBranch branch, string fact, string value, string? note = null) =>
        _facts.Add(round.Code, branch.Code, fact, value, note);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
