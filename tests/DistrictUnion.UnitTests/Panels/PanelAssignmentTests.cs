using DistrictUnion.Domain.Panels;
using Xunit;

namespace DistrictUnion.UnitTests.Panels;

/// <summary>Assignments of the size that districts have, and conflicts as people meet them.</summary>
public sealed class PanelAssignmentTests
{
    [Fact]
    public void Two_hundred_schools_of_five_judges_are_spread_evenly_over_forty_judges()
    {
        var task = TaskOf(200, 40, 5, ban: (school, judge) => (school * 7) % 40 == judge || (school % 11 == 0 && judge < 12));
        var solution = PanelAssignment.Solve(task);
        var loads = solution.Pairs.GroupBy(p => p.Judge).Select(g => g.Count()).ToList();
        Assert.Equal((1000, 40, 25, 25), (solution.Pairs.Distinct().Count(), loads.Count, loads.Min(), loads.Max()));
        Assert.Empty(solution.Pairs.Intersect(task.Bans.Select(b => new PanelPair(b.Judge, b.School))));
        Assert.All(solution.Pairs.GroupBy(p => p.School), g => Assert.Equal(5, g.Count()));
        Assert.Equal(solution.Pairs, PanelAssignment.Solve(task with { Schools = [.. task.Schools.Reverse()], Judges = [.. task.Judges.Reverse()] }).Pairs);
    }

    [Fact]
    public void A_school_that_too_many_judges_must_not_score_is_named_with_just_the_bans_that_matter()
    {
        var conflict = PanelAssignment.Solve(TaskOf(30, 6, 5, ban: (school, judge) => school == 3 ? judge < 3 : school == judge + 10)).Conflict!;
        Assert.Equal((true, 5, 4), (conflict.IsSmallest, conflict.Needed, conflict.Possible));
        Assert.Equal([AssignmentRuleKind.Need, AssignmentRuleKind.Ban, AssignmentRuleKind.Ban], conflict.Rules.Select(r => r.Kind));
        Assert.All(conflict.Rules, r => Assert.Equal("s003", r.School ?? "s003"));
    }

    [Fact]
    public void Too_little_room_names_as_many_schools_and_limits_as_it_takes_and_no_more()
    {
        var conflict = PanelAssignment.Solve(TaskOf(200, 40, 5, most: 20)).Conflict!;
        Assert.True(conflict.IsSmallest);
        Assert.Equal((805, 800), (conflict.Needed, conflict.Possible));
        Assert.Equal((161, 40), (conflict.Rules.Count(r => r.Kind == AssignmentRuleKind.Need), conflict.Rules.Count(r => r.Kind == AssignmentRuleKind.Most)));
    }

    [Fact]
    public void A_conflict_too_large_to_prove_the_smallest_says_so()
    {
        var conflict = PanelAssignment.Solve(TaskOf(200, 40, 5, most: 20, ban: (school, judge) => (school * 7) % 40 == judge)).Conflict!;
        Assert.False(conflict.IsSmallest);
        Assert.True(conflict.Possible < conflict.Needed);
    }

    [Fact]
    public void A_replacement_goes_to_the_judge_with_the_fewest_schools_who_isnt_there_already()
    {
        var solution = PanelAssignment.Solve(new PanelTask(
            [new("s1", 1)], [new("a", 3, null), new("b", 1, null), new("c", 2, null)], [], [new("b", "s1")]));
        Assert.Equal([new PanelPair("c", "s1")], solution.Pairs);
    }

    private static PanelTask TaskOf(int schools, int judges, int each, int? most = null, Func<int, int, bool>? ban = null) => new(
        [.. Enumerable.Range(0, schools).Select(s => new PanelDemand($"s{s:000}", each))],
        [.. Enumerable.Range(0, judges).Select(j => new PanelSupply($"j{j:00}", 0, most))],
        [.. Enumerable.Range(0, schools).SelectMany(s => Enumerable.Range(0, judges).Where(j => ban?.Invoke(s, j) == true)
            .Select(j => new PanelPairBan($"j{j:00}", $"s{s:000}", PanelBanKind.Kinship)))],
        []);
}
