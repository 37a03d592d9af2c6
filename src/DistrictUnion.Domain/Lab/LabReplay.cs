using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Lab;

/// <summary>A school of a closed round, apart from its figures.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Group">Group in which it is ranked; empty when all are ranked together.</param>
/// <param name="TiePosition">Place that people decided inside a tie; null: none.</param>
public sealed record LabUnit(string Code, string Name, string Zone, string Group, int? TiePosition);

/// <summary>A score as ranking needs it.</summary>
/// <param name="Total">Total, in points.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Grade">Code of the grade.</param>
/// <param name="TieValues">Exact values of the tie chain.</param>
public sealed record LabScore(decimal Total, Outcome Outcome, string? Grade, IReadOnlyList<Fraction?> TieValues)
{
    /// <summary>What ranking needs of a result.</summary>
    public static LabScore Of(ScoreResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(result.Total, result.Outcome, result.Grade, result.TieValues);
    }
}

/// <summary>A school scored by both schemes.</summary>
/// <param name="Unit">The school.</param>
/// <param name="Before">By the scheme that the round pins.</param>
/// <param name="After">By the changed one.</param>
/// <param name="Mover">What moves its total most.</param>
public sealed record LabScored(LabUnit Unit, LabScore Before, LabScore After, LabMover? Mover);

/// <summary>
/// Replays frozen inputs under a changed scheme. Pure: the same inputs give the same rows. Points that people gave (claims, reviews) follow a leaf's maximum when asked to, because a
/// reviewer's 8 of 10 says four fifths and not that fifteen would have been out of reach.
/// </summary>
/// <param name="before">The scheme that the round pins.</param>
/// <param name="after">The changed one.</param>
/// <param name="pointsFollow">Whether points that people gave follow the maxima.</param>
public sealed class LabReplay(CompiledScheme before, CompiledScheme after, bool pointsFollow)
{
    private readonly Dictionary<string, (decimal Before, decimal After)> maxima = pointsFollow ? ChangedMaxima(before, after) : [];
    private readonly IReadOnlyList<MoverNode> tree = MoverNode.TreeOf(before, after);

    /// <summary>The scheme that the round pins.</summary>
    public CompiledScheme Before => before;

    /// <summary>The changed one.</summary>
    public CompiledScheme After => after;

    /// <summary>Scores one input by both schemes.</summary>
    public (ScoreResult Before, ScoreResult After) Score(ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return (ScoringEngine.Score(before, input), ScoringEngine.Score(after, maxima.Count == 0 ? input : Follow(input)));
    }

    /// <summary>The input as the changed scheme reads it.</summary>
    public ScoringInput Follow(ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input with
        {
            Evaluation = input.Evaluation is { } evaluation ? evaluation with { Claims = evaluation.Claims.ToDictionary(c => c.Key, c => Scaled(c.Key, c.Value), StringComparer.Ordinal) } : null,
            ZoneReview = Follow(input.ZoneReview),
            DistrictReview = Follow(input.DistrictReview),
        };
    }

    /// <summary>
    /// What moves a total most: the section that changes most, and in it the smallest indicator that alone makes more than half of its section's change; or the bonus, or the deduction.
    /// </summary>
    public LabMover? MoverOf(ScoreResult then, ScoreResult now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        var best = new LabMover(LabMoverKind.Bonus, null, null, now.Bonus - then.Bonus);
        if (Math.Abs(then.Late - now.Late) > Math.Abs(best.Points))
            best = new LabMover(LabMoverKind.Late, null, null, then.Late - now.Late);
        MoverNode? section = null;
        foreach (var node in tree)
        {
            var change = node.Change(then, now);
            if (Math.Abs(change) > Math.Abs(best.Points) || (change != 0 && section is null && Math.Abs(change) == Math.Abs(best.Points)))
                (section, best) = (node, node.MoverOf(change));
        }

        while (section?.Items.Select(item => (item, Change: item.Change(then, now))).FirstOrDefault(i => Math.Abs(i.Change) * 2 > Math.Abs(best.Points)) is { item: { } item, Change: var part })
            (section, best) = (item, item.MoverOf(part));
        return best.Points == 0 ? null : best;
    }

    private static Dictionary<string, (decimal Before, decimal After)> ChangedMaxima(CompiledScheme before, CompiledScheme after) => before.Nodes
        .Where(node => node.Kind == NodeKind.Leaf && after.IndexOf(node.Code) is var i and >= 0 && after.Nodes[i] is { Kind: NodeKind.Leaf, Max: var max } && max != node.Max)
        .ToDictionary(node => node.Code, node => (node.Max!.Value, after.Nodes[after.IndexOf(node.Code)].Max!.Value), StringComparer.Ordinal);

    private ReviewInput? Follow(ReviewInput? review) => review is null
        ? null
        : review with { Scores = review.Scores.ToDictionary(s => s.Key, s => s.Value with { Score = Scaled(s.Key, s.Value.Score) }, StringComparer.Ordinal) };

    // A score above the maximum (after an amendment) counted as the maximum, so it follows as that.
    private decimal Scaled(string leaf, decimal points) => maxima.TryGetValue(leaf, out var max) ? Math.Min(points, max.Before) * max.After / max.Before : points;

    /// <summary>A node of either scheme with its place in both results.</summary>
    private sealed record MoverNode(string Code, string Name, int Before, int After, IReadOnlyList<MoverNode> Items)
    {
        public static IReadOnlyList<MoverNode> TreeOf(CompiledScheme before, CompiledScheme after)
        {
            var nodes = after.Nodes.Take(after.FirstBonus).Select(n => (n.Code, n.Name, Parent: n.Parent < 0 ? null : after.Nodes[n.Parent].Code))
                .Concat(before.Nodes.Take(before.FirstBonus).Where(n => after.IndexOf(n.Code) < 0).Select(n => (n.Code, n.Name, Parent: n.Parent < 0 ? null : before.Nodes[n.Parent].Code)))
                .ToLookup(n => n.Parent, StringComparer.Ordinal);
            return Below(null);

            IReadOnlyList<MoverNode> Below(string? parent) => [.. nodes[parent].Select(n => new MoverNode(n.Code, n.Name, before.IndexOf(n.Code), after.IndexOf(n.Code), Below(n.Code)))];
        }

        public decimal Change(ScoreResult then, ScoreResult now) => Final(now, After) - Final(then, Before);

        public LabMover MoverOf(decimal points) => new(LabMoverKind.Node, Code, Name, points);

        private static decimal Final(ScoreResult result, int index) => index < 0 ? 0 : result.Nodes[index].Final ?? 0;
    }
}
