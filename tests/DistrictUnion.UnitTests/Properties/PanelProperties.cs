using DistrictUnion.Domain.Panels;
using Xunit;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>Assignments of small panels against a search through all of them.</summary>
public sealed class PanelProperties
{
    [Fact]
    public void A_solution_is_valid_and_no_other_one_is_better_balanced() => Seeds.Hold(draw =>
    {
        var task = TaskOf(draw);
        var all = Assignments(task).ToList();
        var solution = PanelAssignment.Solve(task);
        Assert.Equal(all.Count == 0, solution.Conflict is not null);
        if (all.Count == 0)
            return;
        Assert.Contains(all, a => a.ToHashSet().SetEquals(solution.Pairs));
        var (loads, best) = (Loads(task, solution.Pairs), all.Select(a => Loads(task, a)).MinBy(l => l.Sum(x => x * x))!);
        Assert.Equal(best.Sum(x => x * x), loads.Sum(x => x * x));
        Assert.Equal(all.Min(a => Loads(task, a).Max()), loads.Max());
    });

    [Fact]
    public void A_conflict_is_one_and_no_smaller_set_of_rules_is() => Seeds.Hold(draw =>
    {
        var task = TaskOf(draw);
        if (PanelAssignment.Solve(task).Conflict is not { } conflict)
            return;
        Assert.True(conflict.IsSmallest);
        Assert.True(conflict.Possible < conflict.Needed);
        Assert.Empty(Assignments(Only(task, conflict.Rules)));
        foreach (var rule in conflict.Rules)
            Assert.NotEmpty(Assignments(Only(task, [.. conflict.Rules.Except([rule])])));
        foreach (var fewer in Subsets(RulesOf(task), conflict.Rules.Count - 1))
            Assert.NotEmpty(Assignments(Only(task, fewer)));
    });

    private static PanelTask TaskOf(Draw draw)
    {
        var schools = Enumerable.Range(1, draw.Int(1, 4)).Select(s => $"s{s}").ToList();
        var judges = Enumerable.Range(1, draw.Int(1, 4)).Select(j => $"j{j}").ToList();
        var pairs = schools.SelectMany(s => judges.Select(j => new PanelPair(j, s))).ToList();
        var seated = draw.Some(pairs, draw.One(0, 10)).ToList();
        var loads = judges.ToDictionary(j => j, j => seated.Count(p => p.Judge == j), StringComparer.Ordinal);
        return new PanelTask(
            [.. schools.Select(s => new PanelDemand(s, draw.Int(1, Math.Min(3, judges.Count))))],
            [.. judges.Select(j => new PanelSupply(j, loads[j], draw.Chance(40) ? draw.Int(loads[j], 4) : null))],
            [.. draw.Some(pairs.Except(seated), draw.One(0, 15, 30)).Select(p => new PanelPairBan(p.Judge, p.School, draw.One(Enum.GetValues<PanelBanKind>())))],
            seated);
    }

    private static IEnumerable<IReadOnlyList<PanelPair>> Assignments(PanelTask task) => Assignments(task, 0, [], task.Judges.ToDictionary(j => j.Judge, j => j.Load));

    private static IEnumerable<IReadOnlyList<PanelPair>> Assignments(PanelTask task, int at, List<PanelPair> so, Dictionary<string, int> loads)
    {
        if (at == task.Schools.Count)
        {
            yield return [.. so];
            yield break;
        }

        var school = task.Schools[at];
        var open = task.Judges.Where(j => (j.Most is null || loads[j.Judge] < j.Most)
            && !task.Bans.Any(b => (b.Judge, b.School) == (j.Judge, school.School)) && !task.Seated.Contains(new PanelPair(j.Judge, school.School))).ToList();
        foreach (var chosen in Subsets(open, school.Needed))
        {
            var next = new Dictionary<string, int>(loads);
            foreach (var judge in chosen)
                next[judge.Judge]++;
            foreach (var whole in Assignments(task, at + 1, [.. so, .. chosen.Select(j => new PanelPair(j.Judge, school.School))], next))
                yield return whole;
        }
    }

    private static IEnumerable<IReadOnlyList<T>> Subsets<T>(IReadOnlyList<T> items, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i < items.Count; i++)
        {
            foreach (var rest in Subsets(items, size - 1, i + 1))
                yield return [items[i], .. rest];
        }
    }

    private static List<int> Loads(PanelTask task, IReadOnlyList<PanelPair> pairs) =>
        [.. task.Judges.Select(j => j.Load + pairs.Count(p => p.Judge == j.Judge))];

    private static List<AssignmentRule> RulesOf(PanelTask task) =>
    [
        .. task.Schools.Select(s => new AssignmentRule(AssignmentRuleKind.Need, s.School, null, s.Needed, null)),
        .. task.Judges.Where(j => j.Most is not null).Select(j => new AssignmentRule(AssignmentRuleKind.Most, null, j.Judge, j.Most!.Value, null)),
        .. task.Bans.Select(b => new AssignmentRule(AssignmentRuleKind.Ban, b.School, b.Judge, 0, b.Kind)),
    ];

    private static PanelTask Only(PanelTask task, IReadOnlyList<AssignmentRule> rules) => task with
    {
        Schools = [.. task.Schools.Where(s => rules.Any(r => r.Kind == AssignmentRuleKind.Need && r.School == s.School))],
        Judges = [.. task.Judges.Select(j => rules.Any(r => r.Kind == AssignmentRuleKind.Most && r.Judge == j.Judge) ? j : j with { Most = null })],
        Bans = [.. task.Bans.Where(b => rules.Any(r => r.Kind == AssignmentRuleKind.Ban && (r.Judge, r.School) == (b.Judge, b.School)))],
    };
}
