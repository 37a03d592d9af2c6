namespace DistrictUnion.Domain.Scoring;

/// <summary>What became of a school in a round; the first that applies (scoring semantics, section 4).</summary>
public enum Outcome
{
    /// <summary>Nothing was handed in.</summary>
    NotSubmitted,

    /// <summary>A veto applies.</summary>
    Disqualified,

    /// <summary>Handed in too late to count.</summary>
    Forfeited,

    /// <summary>A gate failed, or no grade is met.</summary>
    NotQualified,

    /// <summary>Qualified.</summary>
    Qualified,
}

/// <summary>What is worth knowing about a node's values.</summary>
[Flags]
public enum NodeFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A needed fact or claim that nobody reported.</summary>
    Missing = 1,

    /// <summary>A rate of nothing out of nothing: full marks.</summary>
    NotTriggered = 2,

    /// <summary>The node does not apply; its siblings are rescaled.</summary>
    NotApplicable = 4,

    /// <summary>Too few votes to show a result.</summary>
    VoteTooSmall = 8,

    /// <summary>The vote missed its quorum or has no valid ballot.</summary>
    VoteVoid = 16,

    /// <summary>A rate above 100 % was cut.</summary>
    RateCapped = 32,

    /// <summary>A claim or review above the node's maximum (after an amendment) was clamped and waits for confirmation.</summary>
    Clamped = 64,

    /// <summary>A bonus was cut at its cap.</summary>
    BonusCapped = 128,

    /// <summary>The rule finds fewer judges than the panel needs.</summary>
    PanelTooSmall = 256,

    /// <summary>Some applicable child was rescaled because a sibling does not apply.</summary>
    Rescaled = 512,
}

/// <summary>
/// Values of one node: leaf, inner node, or bonus node, in the compiled order of the scheme. Null: not applicable, or for
/// <see cref="Self"/> a leaf that reads a district fact, and for <see cref="Review"/> a leaf nobody reviewed.
/// </summary>
/// <param name="Self">The school's own score (自评分).</param>
/// <param name="Review">The reviewer's score, district before zone (考评分).</param>
/// <param name="Final">What counts (综评分).</param>
/// <param name="Flags">Flags.</param>
public readonly record struct NodeScore(decimal? Self, decimal? Review, decimal? Final, NodeFlags Flags);

/// <summary>The result of scoring one school: exact, and rounded once per published node.</summary>
public sealed record ScoreResult
{
    /// <summary>Values in the compiled order of the scheme: every node in document order (a parent before its items), then the bonus nodes.</summary>
    public required IReadOnlyList<NodeScore> Nodes { get; init; }

    /// <summary>Sum of the top sections, in points with two decimals.</summary>
    public required decimal Base { get; init; }

    /// <summary>Bonus after every cap.</summary>
    public required decimal Bonus { get; init; }

    /// <summary>Points deducted for lateness.</summary>
    public required decimal Late { get; init; }

    /// <summary>Total: base + bonus − late, at least 0.</summary>
    public required decimal Total { get; init; }

    /// <summary>What the school's own figures come to, by the same sum; null when nothing is handed in.</summary>
    public required decimal? SelfTotal { get; init; }

    /// <summary>Outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Grade code; null unless qualified.</summary>
    public required string? Grade { get; init; }

    /// <summary>Codes of the vetoes that were triggered.</summary>
    public required IReadOnlyList<string> Vetoes { get; init; }

    /// <summary>The exact values of the tie chain, in its order; null where missing.</summary>
    public required IReadOnlyList<Common.Fraction?> TieValues { get; init; }
}
