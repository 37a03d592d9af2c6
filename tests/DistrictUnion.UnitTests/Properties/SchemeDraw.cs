using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>Draws publishable schemes over a palette of facts of every type, level and roll-up.</summary>
internal static class SchemeDraw
{
    public static readonly string[] Options = ["very", "mostly", "not"];
    public static readonly string[] Levels = ["city", "province", "national"];

    public static SchemeDefinition Scheme(Draw draw)
    {
        var facts = Facts(draw);
        var sections = Enumerable.Range(1, draw.Int(1, 4)).Select(n => Node(draw, $"S{n}", depth: 1)).ToList();
        var total = sections.Sum(section => section.Max);
        return new()
        {
            Code = "drawn",
            Name = "抽取的方案",
            Basis = draw.Chance(50) ? "区工发〔2026〕3号" : null,
            Subject = SchemeSubject.School,
            Missing = draw.One(MissingPolicy.Zero, MissingPolicy.Block),
            Unreviewed = draw.One(UnreviewedPolicy.Self, UnreviewedPolicy.Zero),
            Bonus = new(draw.Chance(50) ? null : draw.Decimal(0, 10, 2), draw.One(BonusStacking.HighestPerMatter, BonusStacking.Sum)),
            Late = draw.Chance(50) ? new(draw.Decimal(0, 2, 1), draw.Chance(50) ? 3m : null, draw.Chance(50) ? 4 : null) : null,
            Facts = facts,
            Sections = sections,
            Bonuses = draw.Chance(60)
                ? [new() { Code = "Z1", Name = "加分", Awards = "awards", Cap = draw.Chance(50) ? 5m : null, Levels = new Dictionary<string, decimal> { ["city"] = 1m, ["national"] = 4.5m } }]
                : [],
            Vetoes = draw.Chance(40) ? [new("V1", "否决", "dispute", draw.Chance(50) ? "good" : null)] : [],
            Gates = draw.Chance(40) ? [draw.Chance(50) ? new SectionMinimumGate(40) : new ZeroNodeGate(1)] : [],
            Grades = [new("best", "模范", total * 0.8m, draw.Chance(50) ? "good" : null), new("good", "合格", total * 0.3m, null)],
            Ranking = new()
            {
                GroupBy = draw.One(RankingGroup.None, RankingGroup.Zone),
                Ties = ["fact:quality", "rate:vote.very/vote.returned", "rate:active/members", "section:S1"],
            },
        };
    }

    private static IReadOnlyList<FactDefinition> Facts(Draw draw) =>
    [
        Branch("members", FactType.Integer, FactRollup.Sum) with { Counts = FactCounts.People },
        Branch("active", FactType.Integer, FactRollup.Sum) with { Counts = draw.One(FactCounts.People, FactCounts.Times, FactCounts.Unspecified) },
        Branch("activities", FactType.Decimal, FactRollup.Sum),
        Branch("quality", FactType.Decimal, FactRollup.WeightedMean) with { Weight = "members", Range = new(0, 100) },
        Branch("best", FactType.Decimal, draw.One(FactRollup.Min, FactRollup.Max, FactRollup.Mean)),
        Branch("held", FactType.Boolean, draw.One(FactRollup.Any, FactRollup.All)),
        Branch("judges", FactType.Scores, FactRollup.Concat) with { Range = new(0, 100) },
        new() { Code = "misses", Name = "缺席", Type = FactType.Integer, Level = FactLevel.School },
        new() { Code = "plan", Name = "有计划", Type = FactType.Boolean, Level = FactLevel.School },
        new() { Code = "awards", Name = "获奖", Type = FactType.Awards, Level = FactLevel.School, Levels = Levels },
        new() { Code = "vote", Name = "测评", Type = FactType.Ballots, Level = FactLevel.District, Options = Options },
        new() { Code = "dispute", Name = "争议", Type = FactType.Boolean, Level = FactLevel.District },
    ];

    private static FactDefinition Branch(string code, FactType type, FactRollup rollup) =>
        new() { Code = code, Name = code, Type = type, Level = FactLevel.Branch, Rollup = rollup };

    private static IndicatorDefinition Node(Draw draw, string code, int depth)
    {
        if (depth >= 4 || draw.Chance(depth == 1 ? 20 : 70))
        {
            var max = draw.Decimal(1, 20, 1);
            return new()
            {
                Code = code,
                Name = code,
                Max = max,
                Evidence = draw.One(EvidencePolicy.None, EvidencePolicy.Required),
                Review = draw.One(ReviewPolicy.Optional, ReviewPolicy.Required),
                Rule = Rule(draw, max),
            };
        }

        var items = Enumerable.Range(1, draw.Int(1, 4)).Select(n => Node(draw, $"{code}.{n}", depth + 1)).ToList();
        return new() { Code = code, Name = code, Max = items.Sum(item => item.Max), Items = items };
    }

    private static RuleDefinition Rule(Draw draw, decimal max)
    {
        var rate = draw.One(new RateDefinition("active", "members"), new("best", "activities"), new("activities", "members"));
        IReadOnlyList<BandDefinition> bands = [new(90, max), new(60.5m, max / 2), new(0, 0.25m)];
        return draw.Int(1, 13) switch
        {
            1 => new BooleanRule(draw.One("held", "plan")),
            2 => new ChecklistRule([new("held", 1.5m), new("plan", 2m)]),
            3 => new DeductRule("misses", 0.75m, draw.Chance(50) ? "plan" : null),
            4 => new CountRule(draw.One("activities", "best", "active"), 0.35m),
            5 => new TiersRule(null, rate, bands),
            6 => new TiersRule("quality", null, bands),
            7 => new RateStepRule(rate, 85, 7, 0.5m, draw.One(StepRounding.Floor, StepRounding.Ceil, StepRounding.Linear)),
            8 => new RateLinearRule(rate, draw.Int(0, 60), draw.Int(61, 100)),
            9 => new ValueRule("quality", 100),
            10 => new PanelRule("judges", 100, draw.Int(3, 6), draw.Int(1, 4)),
            11 => new SurveyIndexRule("vote", new Dictionary<string, decimal> { ["very"] = 100, ["mostly"] = 70.5m }, new(2, 3)),
            12 => new SurveyRateRule("vote", ["very", "mostly"], draw.One(SurveyBase.Valid, SurveyBase.Returned, SurveyBase.Eligible), new(1, 2), draw.Chance(50) ? bands : null),
            _ => new ManualRule(),
        };
    }
}
