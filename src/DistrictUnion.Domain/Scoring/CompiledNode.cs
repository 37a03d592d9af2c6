using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>What a node is.</summary>
public enum NodeKind
{
    /// <summary>A node with items.</summary>
    Inner,

    /// <summary>A node with a rule.</summary>
    Leaf,

    /// <summary>A bonus node, beside the tree.</summary>
    Bonus,
}

/// <summary>A node in compiled order.</summary>
/// <param name="Index">Place in <see cref="CompiledScheme.Nodes"/> and in <see cref="ScoreResult.Nodes"/>.</param>
/// <param name="Code">Code.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Kind">Inner node, leaf or bonus node.</param>
/// <param name="Parent">Index of the parent; −1 for top sections and bonus nodes.</param>
/// <param name="Depth">1 for top sections; 0 for bonus nodes.</param>
/// <param name="Max">Maximum in points; null for an uncapped bonus node.</param>
/// <param name="Evidence">Whether a leaf wants evidence.</param>
/// <param name="Review">Whether a leaf must be reviewed before its round is published.</param>
/// <param name="Rule">Rule of a leaf; null for other nodes.</param>
/// <param name="Facts">Codes of the facts that a leaf or bonus node reads.</param>
/// <param name="ReadsDistrictFact">Whether the district reports one of them, so that the school has no score of its own.</param>
public sealed record CompiledNode(
    int Index,
    string Code,
    string Name,
    NodeKind Kind,
    int Parent,
    int Depth,
    decimal? Max,
    EvidencePolicy Evidence,
    ReviewPolicy Review,
    RuleDefinition? Rule,
    IReadOnlyList<string> Facts,
    bool ReadsDistrictFact);
