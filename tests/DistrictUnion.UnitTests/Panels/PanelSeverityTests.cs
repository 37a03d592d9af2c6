using DistrictUnion.Domain.Panels;
using Xunit;

namespace DistrictUnion.UnitTests.Panels;

/// <summary>How severe judges are, in exact numbers.</summary>
public sealed class PanelSeverityTests
{
    [Fact]
    public void A_judge_is_measured_against_the_colleagues_at_the_same_schools()
    {
        // Means of the schools: 85 and 75. Differences: a +5 and −5, b −5, c +5.
        var report = PanelSeverity.Of([new("a", "x", 90), new("b", "x", 80), new("a", "y", 70), new("c", "y", 80)]);
        Assert.Equal(
            [new("a", 2, 80.00m, 10.00m, 0.00m, 0m, false), new("b", 1, 80.00m, 0.00m, -5.00m, -1.22m, false), new("c", 1, 80.00m, 0.00m, 5.00m, 1.22m, false)],
            report);
    }

    [Fact]
    public void Judges_who_agree_have_no_z()
    {
        var report = PanelSeverity.Of([new("a", "x", 90), new("b", "x", 90)]);
        Assert.All(report, judge => Assert.Equal((null, false), (judge.Z, judge.Flagged)));
    }

    [Fact]
    public void Two_deviations_exactly_are_flagged()
    {
        // Of five judges four agree: the fifth lies exactly two standard deviations away.
        var report = PanelSeverity.Of([new("a", "x", 70), new("b", "x", 90), new("c", "x", 90), new("d", "x", 90), new("e", "x", 90)]);
        Assert.Equal([("a", -2.00m, true), ("b", 0.50m, false), ("c", 0.50m, false), ("d", 0.50m, false), ("e", 0.50m, false)], report.Select(j => (j.Judge, j.Z!.Value, j.Flagged)));
    }

    [Fact]
    public void No_scores_make_no_report() => Assert.Empty(PanelSeverity.Of([]));
}
