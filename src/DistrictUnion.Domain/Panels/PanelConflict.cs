namespace DistrictUnion.Domain.Panels;

/// <summary>Kinds of rules of an assignment.</summary>
public enum AssignmentRuleKind
{
    /// <summary>A school needs a number of judges.</summary>
    Need,

    /// <summary>A judge takes at most a number of schools.</summary>
    Most,

    /// <summary>A judge may not score a school.</summary>
    Ban,
}

/// <summary>One rule of an assignment.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="School">School of a need or a ban.</param>
/// <param name="Judge">Judge of a limit or a ban.</param>
/// <param name="Number">Judges that are needed, or schools that are the limit.</param>
/// <param name="Ban">Why a ban holds.</param>
public sealed record AssignmentRule(AssignmentRuleKind Kind, string? School, string? Judge, int Number, PanelBanKind? Ban);

/// <summary>Rules that can't all hold, while all but any one of them can.</summary>
/// <param name="Rules">The rules: needs, limits, bans.</param>
/// <param name="IsSmallest">Whether it is proven that no smaller set of rules conflicts.</param>
/// <param name="Needed">Seats that the schools named need together.</param>
/// <param name="Possible">Seats that the judges can take there under these rules.</param>
public sealed record PanelConflict(IReadOnlyList<AssignmentRule> Rules, bool IsSmallest, int Needed, int Possible);

/// <summary>
/// Finds the smallest conflicting set of rules. By the theorem of Hall a conflict is a group of schools that need more than the judges
/// can give them; of a group, the cheapest choice of limits and bans that shows it is found exactly. Groups are tried from the
/// smallest, alike schools together; when there are too many, the group in which the assignment got stuck is thinned until no rule can be left out.
/// </summary>
internal static class PanelConflictSearch
{
    private const int MostGroups = 60_000;

    /// <summary>The conflict of a task that has no solution.</summary>
    /// <param name="grid">Task.</param>
    /// <param name="stuck">Schools that compete for too few judges.</param>
    public static PanelConflict Smallest(PanelGrid grid, IReadOnlyList<int> stuck)
    {
        var best = PanelGroup.Of(grid, stuck).Cheapest(int.MaxValue) ?? throw new InvalidOperationException("These schools don't conflict.");
        var classes = Enumerable.Range(0, grid.Schools.Length).Where(s => grid.Need[s] > 0)
            .GroupBy(s => SignatureOf(grid, s), StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        var groups = 0;
        for (var size = 1; size < best.Cost && groups <= MostGroups; size++)
        {
            foreach (var group in GroupsOf(classes, 0, size, []))
            {
                if (++groups > MostGroups)
                    break;
                best = PanelGroup.Of(grid, group).Cheapest(best.Cost) ?? best;
            }
        }

        return groups <= MostGroups ? best.Describe(grid, true) : Thin(grid, best).Describe(grid, false);
    }

    /// <summary>What tells schools apart: schools with the same need, bans and seats are alike.</summary>
    private static string SignatureOf(PanelGrid grid, int school) =>
        $"{grid.Need[school]}:{new string([.. Enumerable.Range(0, grid.Judges.Length).Select(j => grid.IsSeated(school, j) ? 's' : grid.IsOpen(school, j) ? 'o' : 'b')])}";

    private static IEnumerable<List<int>> GroupsOf(List<List<int>> classes, int at, int size, List<int> chosen)
    {
        if (size == 0)
        {
            yield return chosen;
            yield break;
        }

        if (at == classes.Count)
            yield break;
        for (var count = Math.Min(size, classes[at].Count); count >= 0; count--)
        {
            foreach (var group in GroupsOf(classes, at + 1, size - count, [.. chosen, .. classes[at].Take(count)]))
                yield return group;
        }
    }

    /// <summary>Leaves out every rule without which the others conflict still.</summary>
    private static PanelProof Thin(PanelGrid grid, PanelProof proof)
    {
        var banned = proof.Bans.ToHashSet();
        var left = Thin(grid, proof, proof.Schools, RowOf, (p, school) => p with { Schools = [.. p.Schools.Where(s => s != school)] });
        left = Thin(grid, left, proof.Limits, ColumnOf, (p, judge) => p with { Limits = [.. p.Limits.Where(j => j != judge)] });
        return Thin(grid, left, proof.Bans, ban => ban.ToString(), (p, ban) => p with { Bans = [.. p.Bans.Where(b => b != ban)] });

        string RowOf(int school) =>
            $"{grid.Need[school]}:{new string([.. Enumerable.Range(0, grid.Judges.Length).Select(j => MarkOf(school, j))])}";

        string ColumnOf(int judge) => $"{grid.Room[judge]}:{new string([.. proof.Schools.Select(s => MarkOf(s, judge))])}";

        char MarkOf(int school, int judge) => grid.IsSeated(school, judge) ? 's' : banned.Contains((school, judge)) ? 'b' : 'o';
    }

    /// <summary>Leaves out rules of one kind. When one can't be left out, none that is just like it can.</summary>
    private static PanelProof Thin<T>(PanelGrid grid, PanelProof proof, IEnumerable<T> rules, Func<T, string> likenessOf, Func<PanelProof, T, PanelProof> without)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        var left = proof;
        foreach (var rule in rules.Where(rule => !needed.Contains(likenessOf(rule))))
        {
            var less = without(left, rule);
            if (Holds(grid, less))
                needed.Add(likenessOf(rule));
            else
                left = less;
        }

        return left;
    }

    /// <summary>Whether rules can all hold.</summary>
    private static bool Holds(PanelGrid grid, PanelProof proof)
    {
        var (limited, banned) = (proof.Limits.ToHashSet(), proof.Bans.ToHashSet());
        return new PanelFlow(
            [.. proof.Schools.Select(s => grid.Need[s])],
            grid.Load,
            [.. Enumerable.Range(0, grid.Judges.Length).Select(j => limited.Contains(j) ? grid.Room[j] : grid.Schools.Length)],
            (at, judge) => !grid.IsSeated(proof.Schools[at], judge) && !banned.Contains((proof.Schools[at], judge))).Fill() is null;
    }
}

/// <summary>Rules that conflict, by numbers.</summary>
internal sealed record PanelProof(IReadOnlyList<int> Schools, IReadOnlyList<int> Limits, IReadOnlyList<(int School, int Judge)> Bans)
{
    /// <summary>Number of rules.</summary>
    public int Cost => Schools.Count + Limits.Count + Bans.Count;

    /// <summary>The rules by their codes.</summary>
    public PanelConflict Describe(PanelGrid grid, bool smallest)
    {
        var banned = Bans.ToLookup(b => b.Judge);
        var possible = Enumerable.Range(0, grid.Judges.Length).Sum(judge =>
        {
            var open = Schools.Count(s => !grid.IsSeated(s, judge)) - banned[judge].Count();
            return Limits.Contains(judge) ? Math.Min(open, grid.Room[judge]) : open;
        });
        return new PanelConflict(
            [
                .. Schools.Order().Select(s => new AssignmentRule(AssignmentRuleKind.Need, grid.Schools[s], null, grid.Need[s], null)),
                .. Limits.Order().Select(j => new AssignmentRule(AssignmentRuleKind.Most, null, grid.Judges[j], grid.Most[j]!.Value, null)),
                .. Bans.Order().Select(b => new AssignmentRule(AssignmentRuleKind.Ban, grid.Schools[b.School], grid.Judges[b.Judge], 0, grid.BanOf(b.School, b.Judge))),
            ],
            smallest,
            Schools.Sum(s => grid.Need[s]),
            possible);
    }
}

/// <summary>A group of schools: what it needs, and what each judge could give if no rule held.</summary>
internal sealed class PanelGroup
{
    private readonly PanelGrid grid;
    private readonly IReadOnlyList<int> schools;
    private readonly int[] byLimit;
    private readonly int[] byBans;
    private readonly int toShow;

    private PanelGroup(PanelGrid grid, IReadOnlyList<int> schools)
    {
        (this.grid, this.schools) = (grid, schools);
        (byLimit, byBans) = (new int[grid.Judges.Length], new int[grid.Judges.Length]);
        var free = 0;
        for (var judge = 0; judge < grid.Judges.Length; judge++)
        {
            var open = schools.Count(s => !grid.IsSeated(s, judge));
            byBans[judge] = schools.Count(s => grid.BanOf(s, judge) is not null);
            byLimit[judge] = grid.Most[judge] is null ? 0 : Math.Max(0, open - grid.Room[judge]);
            free += open;
        }

        toShow = Math.Max(0, free - schools.Sum(s => grid.Need[s]) + 1);
    }

    /// <summary>Looks at a group.</summary>
    public static PanelGroup Of(PanelGrid grid, IReadOnlyList<int> schools) => new(grid, [.. schools]);

    /// <summary>
    /// The fewest limits and bans that leave the group fewer seats than it needs; null when there are none, or not fewer than
    /// <paramref name="below"/> rules in all. A judge is held back by the limit, one rule, or by bans, one rule for each seat.
    /// </summary>
    public PanelProof? Cheapest(int below)
    {
        if (schools.Count + LeastRules() >= below)
            return null;
        var costs = new int[toShow + 1];
        Array.Fill(costs, int.MaxValue / 2);
        costs[0] = 0;
        var steps = new Step?[grid.Judges.Length][];
        for (var judge = 0; judge < grid.Judges.Length; judge++)
            costs = Extend(costs, judge, steps[judge] = new Step?[toShow + 1]);
        return costs[toShow] >= int.MaxValue / 2 || schools.Count + costs[toShow] >= below ? null : Trace(steps);
    }

    /// <summary>A lower bound of the limits and bans: the strongest limits first, then bans one by one.</summary>
    private int LeastRules()
    {
        var (missing, rules, bans) = (toShow, 0, byBans.Sum());
        foreach (var strength in byLimit.Where(r => r > 1).OrderDescending())
        {
            if (missing <= 0)
                return rules;
            (missing, rules) = (missing - strength, rules + 1);
        }

        return missing <= 0 ? rules : missing <= bans + byLimit.Count(r => r == 1) ? rules + missing : int.MaxValue / 2;
    }

    /// <summary>The least costs with one more judge, who is let be, limited or banned.</summary>
    private int[] Extend(int[] costs, int judge, Step?[] steps)
    {
        int[] next = [.. costs];
        for (var shown = 0; shown < toShow; shown++)
        {
            if (costs[shown] >= int.MaxValue / 2)
                continue;
            for (var bans = 1; bans <= byBans[judge]; bans++)
                Try(Math.Min(toShow, shown + bans), costs[shown] + bans, new Step(shown, bans));
            if (byLimit[judge] > 0)
                Try(Math.Min(toShow, shown + byLimit[judge]), costs[shown] + 1, new Step(shown, 0));
        }

        return next;

        void Try(int reached, int cost, Step step)
        {
            if (cost < next[reached])
                (next[reached], steps[reached]) = (cost, step);
        }
    }

    private PanelProof Trace(Step?[][] steps)
    {
        List<int> limits = [];
        List<(int School, int Judge)> bans = [];
        var shown = toShow;
        for (var judge = grid.Judges.Length - 1; judge >= 0; judge--)
        {
            if (steps[judge][shown] is not { } step)
                continue;
            if (step.Bans == 0)
                limits.Add(judge);
            bans.AddRange(schools.Where(s => grid.BanOf(s, judge) is not null).Take(step.Bans).Select(s => (s, judge)));
            shown = step.From;
        }

        return new PanelProof(schools, limits, bans);
    }

    /// <summary>How a judge is held back.</summary>
    /// <param name="From">Seats that the judges before show to be lost.</param>
    /// <param name="Bans">Bans; 0: the limit.</param>
    private readonly record struct Step(int From, int Bans);
}
