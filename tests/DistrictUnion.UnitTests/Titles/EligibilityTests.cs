using DistrictUnion.Domain.Titles;
using Xunit;

namespace DistrictUnion.UnitTests.Titles;

/// <summary>Worked case 5 (V1, V2, V7, V8) by rules of a programme, and the floors of the sources.</summary>
public sealed class EligibilityTests
{
    private static readonly DateOnly Day = new(2026, 11, 10);
    private static readonly Clause Source = new("评选办法", "第三条", "条件");

    [Fact]
    public void Who_holds_only_the_lowest_tier_may_not_apply_for_the_highest()
    {
        var rules = new[] { Rule("R1", EligibilityKind.HoldsTitle) with { Title = "advanced", Tiers = ["model"] }, Rule("R2", EligibilityKind.HoldsTitle) with { Title = "qualified", Tiers = ["advanced"] } };
        var school = new Candidate { Titles = new Dictionary<string, DateOnly?> { ["qualified"] = null }, Total = 96.00m };

        var refusal = Assert.Single(EligibilityRules.Judge(Programme(rules), school, "model", Day));
        Assert.False(refusal.IsMet);
        Assert.Equal(("R1", Source), (refusal.Rule, refusal.Clause));
        Assert.True(Assert.Single(EligibilityRules.Judge(Programme(rules), school, "advanced", Day)).IsMet);
    }

    [Theory]
    [InlineData("89.99", 90, false)]
    [InlineData("90.00", 90, true)]
    [InlineData("75.00", 75, true)]
    [InlineData("74.99", 75, false)]
    public void Points_are_compared_as_published(string total, int least, bool isMet) =>
        Assert.Equal(isMet, IsMet(Rule("R", EligibilityKind.MinimumScore) with { Minimum = least }, new Candidate { Total = decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData(2024, 11, 10, true)]
    [InlineData(2024, 11, 11, false)]
    public void A_waiting_period_is_counted_in_whole_years(int year, int month, int day, bool isMet) =>
        Assert.Equal(isMet, IsMet(
            Rule("R", EligibilityKind.HeldForYears) with { Title = "qualified", Years = 2 },
            new Candidate { Titles = new Dictionary<string, DateOnly?> { ["qualified"] = new DateOnly(year, month, day) } }));

    [Fact]
    public void A_rate_is_an_exact_fraction()
    {
        var rule = Rule("R", EligibilityKind.RateAtLeast) with { Of = ["ballots.very", "ballots.mostly"], Per = "ballots.valid", Percent = 90 };
        Assert.False(IsMet(rule, Vote(100, 34, 149)));
        Assert.True(IsMet(rule, Vote(100, 35, 150)));
        Assert.False(IsMet(rule, new Candidate()));

        static Candidate Vote(int very, int mostly, int valid) =>
            new() { Facts = new Dictionary<string, decimal> { ["ballots.very"] = very, ["ballots.mostly"] = mostly, ["ballots.valid"] = valid } };
    }

    [Fact]
    public void A_zero_node_fails_and_one_that_does_not_apply_passes()
    {
        var rule = Rule("R", EligibilityKind.NoZeroNode) with { Depth = 2 };
        Assert.False(IsMet(rule, Nodes(("A1", 2, 0m), ("A2", 2, 5m))));
        Assert.True(IsMet(rule, Nodes(("A1", 2, null), ("A2", 2, 5m), ("A", 1, 0m))));
    }

    [Fact]
    public void A_section_below_its_share_fails()
    {
        var rule = Rule("R", EligibilityKind.SectionMinimum) with { Percent = 70 };
        Assert.False(IsMet(rule, Nodes(("A", 1, 70m), ("B", 1, 69.99m))));
        Assert.True(IsMet(rule, Nodes(("A", 1, 70m), ("B", 1, 70m))));
    }

    [Fact]
    public void A_veto_disqualifies_instead_of_refusing()
    {
        var finding = Assert.Single(EligibilityRules.Judge(Programme(Rule("R", EligibilityKind.NoVeto)), new Candidate { Total = 96.50m, Vetoes = ["V1"] }, "model", Day));
        Assert.Equal((false, true), (finding.IsMet, finding.Disqualifies));
    }

    [Fact]
    public void A_rule_counts_on_its_days_only()
    {
        var rule = Rule("R", EligibilityKind.NotHolder) with { From = Day.AddDays(1) };
        Assert.Empty(EligibilityRules.Judge(Programme(rule), new Candidate(), "model", Day));
        Assert.Single(EligibilityRules.Judge(Programme(rule), new Candidate(), "model", Day.AddDays(1)));
    }

    [Fact]
    public void A_programme_whose_rule_contradicts_its_example_is_refused()
    {
        var rule = Rule("R", EligibilityKind.MinimumScore) with { Minimum = 90, Examples = [new("正好九十分", new Candidate { Total = 90 }, "model", Day, true)] };
        var programme = new ProgrammeDefinition { Name = "模范职工之家", Tiers = [new("model", "模范")], Rules = [rule], Places = new() { Places = 3 } };
        Assert.Empty(ProgrammeChecks.Check(programme));

        var problem = Assert.Single(ProgrammeChecks.Check(programme with { Rules = [rule with { Minimum = 90.01m }] }));
        Assert.Equal("programme.exampleContradicted", problem.Code);
    }

    private static bool IsMet(EligibilityRule rule, Candidate candidate) => Assert.Single(EligibilityRules.Judge(Programme(rule), candidate, "model", Day)).IsMet;

    private static ProgrammeDefinition Programme(params EligibilityRule[] rules) =>
        new() { Name = "职工之家", Tiers = [new("model", "模范"), new("advanced", "先进"), new("qualified", "合格")], Rules = rules };

    private static Candidate Nodes(params ReadOnlySpan<(string Code, int Depth, decimal? Score)> nodes)
    {
        List<CandidateNode> list = [];
        foreach (var (code, depth, score) in nodes)
            list.Add(new(code, depth, 100, score));
        return new Candidate { Nodes = list };
    }

    private static EligibilityRule Rule(string code, EligibilityKind kind) => new() { Code = code, Kind = kind, Clause = Source };
}
