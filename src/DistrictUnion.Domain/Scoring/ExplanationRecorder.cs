using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Collects what a scoring run writes down, and adds the sources of the facts.</summary>
internal sealed class ExplanationRecorder(CompiledScheme scheme, ScoringInput input)
{
    private readonly List<Statement>[] _steps = [.. scheme.Nodes.Select(_ => new List<Statement>())];

    /// <summary>Steps of the total.</summary>
    public List<Statement> Total { get; } = [];

    /// <summary>Facts after roll-up, by index; set by the run.</summary>
    public SchoolFact[] Facts { get; set; } = [];

    /// <summary>Roll-up of the run, asked for the sources.</summary>
    public FactRollUp? RollUp { get; set; }

    /// <summary>Steps of a node.</summary>
    public List<Statement> StepsOf(int node) => _steps[node];

    public ScoreExplanation Explain(ScoreResult result)
    {
        var nodes = new Explanation[scheme.Nodes.Count];
        foreach (var node in scheme.Nodes)
        {
            var score = result.Nodes[node.Index];
            var isHidden = score.Flags.HasFlag(NodeFlags.VoteTooSmall);
            nodes[node.Index] = new(
                node, score, [.. node.Facts.Distinct(StringComparer.Ordinal).Select(code => Trace(code, isHidden))], _steps[node.Index], Reviews(node.Code));
        }

        return new(result, nodes, Total);
    }

    private FactTrace Trace(string code, bool isHidden)
    {
        var fact = scheme.FindFact(code)!;
        var value = Facts[fact.Index];
        return new(
            code,
            fact.Name,
            fact.Definition.Rollup,
            fact.IsNumber && value.IsReported ? value.Number : null,
            isHidden ? [] : [.. RollUp!.ContributionsOf(fact).Select(Part)]);
    }

    private static FactPart Part(Contribution one) =>
        new(
            one.Branch?.Code, one.Value, one.Event?.Code, one.Event?.Date, one.Event?.Note, one.Weight, one.Weight is null ? null : one.Days,
            one.Source);

    private List<ReviewTrace> Reviews(string node)
    {
        var reviews = new List<ReviewTrace>();
        if (input.ZoneReview?.Scores.GetValueOrDefault(node) is { } zone) reviews.Add(Of(ReviewLevel.Zone, zone));
        if (input.DistrictReview?.Scores.GetValueOrDefault(node) is { } district) reviews.Add(Of(ReviewLevel.District, district));
        return reviews;
    }

    private static ReviewTrace Of(ReviewLevel level, ReviewScore score) => new(level, score.Score, score.Reason, score.Actor, score.At);
}
