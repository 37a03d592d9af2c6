namespace DistrictUnion.Domain.Panels;

/// <summary>Why a judge may not score a school.</summary>
public enum PanelBanKind
{
    /// <summary>The judge belongs to the school by a post.</summary>
    OwnSchool,

    /// <summary>The judge's school and the school are of one community (教育共同体).</summary>
    Community,

    /// <summary>A relative works at the school.</summary>
    Kinship,

    /// <summary>Another reason that was put down.</summary>
    Other,

    /// <summary>The judge recused from the school.</summary>
    Recused,

    /// <summary>The judge was removed from the school.</summary>
    Removed,
}

/// <summary>A judge and a school, by user name and code.</summary>
public sealed record PanelPair(string Judge, string School);

/// <summary>A school that needs judges.</summary>
/// <param name="School">Code.</param>
/// <param name="Needed">Judges that it still needs.</param>
public sealed record PanelDemand(string School, int Needed);

/// <summary>A judge who can take schools.</summary>
/// <param name="Judge">User name.</param>
/// <param name="Load">Schools that the judge has already.</param>
/// <param name="Most">Schools that the judge takes at most, those included; null: any number.</param>
public sealed record PanelSupply(string Judge, int Load, int? Most);

/// <summary>A judge may not score a school.</summary>
public sealed record PanelPairBan(string Judge, string School, PanelBanKind Kind);

/// <summary>Who is to be assigned to what.</summary>
/// <param name="Schools">Schools with what they need.</param>
/// <param name="Judges">Judges with what they have and can take.</param>
/// <param name="Bans">Who may not score whom.</param>
/// <param name="Seated">Who has a seat at a school already, and can't have a second one.</param>
public sealed record PanelTask(
    IReadOnlyList<PanelDemand> Schools, IReadOnlyList<PanelSupply> Judges, IReadOnlyList<PanelPairBan> Bans, IReadOnlyList<PanelPair> Seated);

/// <summary>New seats, or why there can't be any.</summary>
/// <param name="Pairs">New seats by school and judge; empty when there is a conflict.</param>
/// <param name="Conflict">Rules that can't all hold; null when they can.</param>
public sealed record PanelSolution(IReadOnlyList<PanelPair> Pairs, PanelConflict? Conflict);

/// <summary>
/// Gives every school the judges it needs, none of them banned, with loads as equal as the bans allow. The same task always has
/// the same solution.
/// </summary>
public static class PanelAssignment
{
    /// <summary>Solves a task.</summary>
    public static PanelSolution Solve(PanelTask task)
    {
        var grid = PanelGrid.Of(task);
        var flow = new PanelFlow(grid.Need, grid.Load, grid.Room, (school, judge) => grid.IsOpen(school, judge));
        return flow.Fill() is { } stuck
            ? new PanelSolution([], PanelConflictSearch.Smallest(grid, stuck))
            : new PanelSolution([.. flow.Seats().Select(seat => new PanelPair(grid.Judges[seat.Judge], grid.Schools[seat.School]))], null);
    }
}

/// <summary>A task by numbers: schools and judges in the order of their codes.</summary>
internal sealed class PanelGrid
{
    private readonly PanelBanKind?[,] bans;
    private readonly bool[,] seated;

    private PanelGrid(string[] schools, string[] judges)
    {
        (Schools, Judges) = (schools, judges);
        (Need, Load, Room, Most) = (new int[schools.Length], new int[judges.Length], new int[judges.Length], new int?[judges.Length]);
        (bans, seated) = (new PanelBanKind?[schools.Length, judges.Length], new bool[schools.Length, judges.Length]);
    }

    /// <summary>Codes of the schools.</summary>
    public string[] Schools { get; }

    /// <summary>User names of the judges.</summary>
    public string[] Judges { get; }

    /// <summary>Judges that each school needs.</summary>
    public int[] Need { get; }

    /// <summary>Schools that each judge has.</summary>
    public int[] Load { get; }

    /// <summary>Schools that each judge can still take.</summary>
    public int[] Room { get; }

    /// <summary>Schools that each judge takes at most; null: no rule says so.</summary>
    public int?[] Most { get; }

    /// <summary>Numbers a task.</summary>
    public static PanelGrid Of(PanelTask task)
    {
        var schools = task.Schools.OrderBy(s => s.School, StringComparer.Ordinal).ToList();
        var judges = task.Judges.OrderBy(j => j.Judge, StringComparer.Ordinal).ToList();
        var grid = new PanelGrid([.. schools.Select(s => s.School)], [.. judges.Select(j => j.Judge)]);
        for (var s = 0; s < schools.Count; s++)
            grid.Need[s] = schools[s].Needed;
        for (var j = 0; j < judges.Count; j++)
        {
            (grid.Load[j], grid.Most[j]) = (judges[j].Load, judges[j].Most);
            grid.Room[j] = judges[j].Most is { } most ? Math.Max(0, most - judges[j].Load) : schools.Count;
        }

        var (schoolAt, judgeAt) = (IndexOf(grid.Schools), IndexOf(grid.Judges));
        foreach (var pair in task.Seated)
        {
            if (schoolAt.TryGetValue(pair.School, out var s) && judgeAt.TryGetValue(pair.Judge, out var j))
                grid.seated[s, j] = true;
        }

        foreach (var ban in task.Bans)
        {
            if (schoolAt.TryGetValue(ban.School, out var s) && judgeAt.TryGetValue(ban.Judge, out var j) && !grid.seated[s, j])
                grid.bans[s, j] ??= ban.Kind;
        }

        return grid;
    }

    /// <summary>Why the pair is banned; null when it isn't.</summary>
    public PanelBanKind? BanOf(int school, int judge) => bans[school, judge];

    /// <summary>Whether the judge has a seat at the school already.</summary>
    public bool IsSeated(int school, int judge) => seated[school, judge];

    /// <summary>Whether the judge can get a seat at the school.</summary>
    public bool IsOpen(int school, int judge) => !seated[school, judge] && bans[school, judge] is null;

    private static Dictionary<string, int> IndexOf(string[] codes) =>
        codes.Select((code, at) => (code, at)).ToDictionary(c => c.code, c => c.at, StringComparer.Ordinal);
}

/// <summary>
/// A flow from schools to judges. Each further seat goes along a shortest chain of exchanges to the judge with the fewest schools
/// among all that can be reached: successive cheapest paths with convex costs, so that the sum of squared loads, and with it the
/// greatest load and the spread, is the least possible.
/// </summary>
internal sealed class PanelFlow
{
    private readonly int[] need;
    private readonly int[] load;
    private readonly int[] room;
    private readonly bool[,] open;
    private readonly bool[,] seats;

    public PanelFlow(int[] need, int[] load, int[] room, Func<int, int, bool> isOpen)
    {
        (this.need, this.load, this.room) = (need, [.. load], [.. room]);
        (open, seats) = (new bool[need.Length, load.Length], new bool[need.Length, load.Length]);
        for (var school = 0; school < need.Length; school++)
        {
            for (var judge = 0; judge < load.Length; judge++)
                open[school, judge] = isOpen(school, judge);
        }
    }

    /// <summary>Fills all seats; the schools that compete for too few judges when that can't be done, else null.</summary>
    public IReadOnlyList<int>? Fill()
    {
        for (var school = 0; school < need.Length; school++)
        {
            for (var filled = 0; filled < need[school]; filled++)
            {
                if (FillOne(school) is { } stuck)
                    return stuck;
            }
        }

        return null;
    }

    /// <summary>The seats given.</summary>
    public IEnumerable<(int School, int Judge)> Seats()
    {
        for (var school = 0; school < need.Length; school++)
        {
            for (var judge = 0; judge < load.Length; judge++)
            {
                if (seats[school, judge])
                    yield return (school, judge);
            }
        }
    }

    private List<int>? FillOne(int start)
    {
        var judgeFrom = new int[load.Length];
        var schoolFrom = new int[need.Length];
        Array.Fill(judgeFrom, -1);
        Array.Fill(schoolFrom, -1);
        List<int> reached = [start];
        var best = -1;
        for (var at = 0; at < reached.Count; at++)
        {
            for (var judge = 0; judge < load.Length; judge++)
            {
                if (judgeFrom[judge] >= 0 || !open[reached[at], judge] || seats[reached[at], judge])
                    continue;
                judgeFrom[judge] = reached[at];
                if (room[judge] > 0 && (best < 0 || load[judge] < load[best]))
                    best = judge;
                for (var other = 0; other < need.Length; other++)
                {
                    if (other == start || schoolFrom[other] >= 0 || !seats[other, judge])
                        continue;
                    schoolFrom[other] = judge;
                    reached.Add(other);
                }
            }
        }

        if (best < 0)
            return reached;
        (load[best], room[best]) = (load[best] + 1, room[best] - 1);
        for (var judge = best; ;)
        {
            var school = judgeFrom[judge];
            seats[school, judge] = true;
            if (school == start)
                return null;
            judge = schoolFrom[school];
            seats[school, judge] = false;
        }
    }
}
