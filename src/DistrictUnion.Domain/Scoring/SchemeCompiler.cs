using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>A bonus node resolved against its awards fact.</summary>
internal sealed record CompiledBonus(int Index, CompiledFact Awards, decimal? Cap, IReadOnlyDictionary<string, decimal> Points);

/// <summary>Walks a scheme once and resolves every code.</summary>
internal sealed class SchemeCompiler
{
    private readonly Dictionary<string, CompiledFact> _facts;
    private readonly List<CompiledNode> _nodes = [];
    private readonly List<LeafRule?> _rules = [];
    private readonly List<Fraction> _maxima = [];
    private readonly List<CompiledBonus> _bonuses = [];
    private readonly List<RatePair> _ratePairs = [];
    private readonly SchemeDefinition _definition;

    public SchemeCompiler(SchemeDefinition definition)
    {
        _definition = definition;
        Facts = [.. definition.Facts.Select((fact, index) => new CompiledFact(fact, index))];
        _facts = Facts.ToDictionary(fact => fact.Definition.Code, StringComparer.Ordinal);
        foreach (var section in definition.Sections) AddNode(section, parent: -1, depth: 1);
        foreach (var bonus in definition.Bonuses) AddBonus(bonus);
        Ties = [.. definition.Ranking.Ties.Select(Tie)];
    }

    public CompiledFact[] Facts { get; }

    public IReadOnlyList<CompiledNode> Nodes => _nodes;

    public LeafRule?[] Rules => [.. _rules];

    public Fraction[] Maxima => [.. _maxima];

    public IReadOnlyList<CompiledBonus> Bonuses => _bonuses;

    public IReadOnlyList<RatePair> RatePairs => [.. _ratePairs.DistinctBy(pair => (pair.Of.Code, pair.To.Code))];

    public IReadOnlyList<TieSource> Ties { get; }

    public IReadOnlySet<string> NeededFacts()
    {
        var needed = _nodes.SelectMany(node => node.Facts)
            .Concat(_definition.Vetoes.Select(veto => veto.Fact))
            .Concat(Ties.SelectMany(tie => tie.Facts).Select(fact => fact.Definition.Code))
            .ToHashSet(StringComparer.Ordinal);
        needed.UnionWith([.. needed.Select(code => Find(code).Definition.Weight).OfType<string>()]);
        return needed;
    }

    private void AddNode(IndicatorDefinition node, int parent, int depth)
    {
        var index = _nodes.Count;
        var max = Fraction.From(node.Max);
        var rule = node.Rule is { } given ? Rule(given, max) : null;
        _nodes.Add(new(
            index, node.Code, node.Name, rule is null ? NodeKind.Inner : NodeKind.Leaf, parent, depth, node.Max, node.Evidence, node.Review,
            node.Rule, [.. (rule?.Facts ?? []).Select(fact => fact.Definition.Code)],
            rule is not null && rule.Facts.Any(fact => fact.Definition.Level == FactLevel.District)));
        _rules.Add(rule);
        _maxima.Add(max);
        foreach (var item in node.Items) AddNode(item, index, depth + 1);
    }

    private void AddBonus(BonusDefinition bonus)
    {
        var index = _nodes.Count;
        var awards = Find(bonus.Awards);
        _nodes.Add(new(
            index, bonus.Code, bonus.Name, NodeKind.Bonus, Parent: -1, Depth: 0, bonus.Cap, EvidencePolicy.None, ReviewPolicy.Optional,
            Rule: null, [bonus.Awards], awards.Definition.Level == FactLevel.District));
        _rules.Add(null);
        _maxima.Add(Fraction.Zero);
        _bonuses.Add(new(index, awards, bonus.Cap, bonus.Levels));
    }

    private LeafRule Rule(RuleDefinition rule, Fraction max) => rule switch
    {
        ManualRule => new ManualLeaf(max),
        BooleanRule boolean => new BooleanLeaf(Find(boolean.Fact), max),
        ChecklistRule checklist => new ChecklistLeaf([.. checklist.Parts.Select(part => (Find(part.Fact), Fraction.From(part.Points)))]),
        DeductRule deduct => new DeductLeaf(Find(deduct.Misses), deduct.Points, deduct.Gate is { } gate ? Find(gate) : null, max),
        CountRule count => new CountLeaf(Find(count.Count), count.Points),
        TiersRule { Value: { } value } tiers => new ValueTiersLeaf(Find(value), new(tiers.Bands)),
        TiersRule { Rate: { } rate } tiers => new RateTiersLeaf(Of(rate), To(rate), new(tiers.Bands), max),
        RateStepRule step => new RateStepLeaf(Of(step.Rate), To(step.Rate), step, max),
        RateLinearRule line => new RateLinearLeaf(Of(line.Rate), To(line.Rate), line, max),
        ValueRule value => new ValueLeaf(Find(value.Fact), value.OutOf, max),
        PanelRule panel => new PanelLeaf(Find(panel.Scores), panel, max),
        SurveyIndexRule index => new SurveyIndexLeaf(Find(index.Ballots), index, max),
        SurveyRateRule rate => new SurveyRateLeaf(Find(rate.Ballots), rate, max),
        _ => throw new ArgumentException($"No leaf can be scored by {rule}.", nameof(rule)),
    };

    private CompiledFact Of(RateDefinition rate)
    {
        var of = Find(rate.Of);
        _ratePairs.Add(new(of.Definition, Find(rate.To).Definition));
        return of;
    }

    private CompiledFact To(RateDefinition rate) => Find(rate.To);

    private TieSource Tie(string text) => TieExpression.Resolve(text, _definition) switch
    {
        FactTie tie => new FactTieSource(Find(tie.Fact.Code)),
        RateTie tie => new RateTieSource(Find(tie.Of.Fact), tie.Of.BallotPart, Find(tie.To.Fact), tie.To.BallotPart),
        SectionTie tie => new SectionTieSource(_nodes.FindIndex(node => node.Code == tie.Node)),
        _ => throw new ArgumentException($"The tie entry '{text}' points at nothing.", nameof(text)),
    };

    private CompiledFact Find(string code) =>
        _facts.GetValueOrDefault(code) ?? throw new ArgumentException($"The scheme has no fact '{code}'.", nameof(code));
}
