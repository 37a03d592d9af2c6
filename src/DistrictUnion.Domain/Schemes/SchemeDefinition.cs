using System.Diagnostics.CodeAnalysis;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Schemes;

/// <summary>
/// A scoring scheme (考核方案) as its author wrote it: the whole content of one scheme file. Immutable; what it must
/// satisfy before it is published is stated by <see cref="SchemeChecks"/>. Source of every field: scoring semantics, section 2.
/// </summary>
public sealed record SchemeDefinition
{
    /// <summary>Code, <c>[a-z][a-z0-9-]{1,62}</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Who owns the scheme, for example 区教育工会 or an education bureau.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The approving document; publishing without it warns.</summary>
    public string? Basis { get; init; }

    /// <summary>What is assessed.</summary>
    public required SchemeSubject Subject { get; init; }

    /// <summary>What a missing fact does to an evaluation.</summary>
    public required MissingPolicy Missing { get; init; }

    /// <summary>What stands for a leaf that no reviewer scored.</summary>
    public UnreviewedPolicy Unreviewed { get; init; } = UnreviewedPolicy.Self;

    /// <summary>How bonuses are capped and stacked.</summary>
    public required BonusPolicy Bonus { get; init; }

    /// <summary>The deduction for late submission; null deducts nothing.</summary>
    public LatePolicy? Late { get; init; }

    /// <summary>The data items that branches, schools and the district report.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; init; } = [];

    /// <summary>The top sections; their maxima make the scheme's total.</summary>
    public IReadOnlyList<IndicatorDefinition> Sections { get; init; } = [];

    /// <summary>Bonus nodes, added beside the base.</summary>
    public IReadOnlyList<BonusDefinition> Bonuses { get; init; } = [];

    /// <summary>Vetoes (一票否决): outcome, never score.</summary>
    public IReadOnlyList<VetoDefinition> Vetoes { get; init; } = [];

    /// <summary>Conditions a school must pass to qualify.</summary>
    public IReadOnlyList<GateDefinition> Gates { get; init; } = [];

    /// <summary>Grades, best first.</summary>
    public IReadOnlyList<GradeDefinition> Grades { get; init; } = [];

    /// <summary>Grouping and tie order of the ranking.</summary>
    public RankingPolicy Ranking { get; init; } = new();
}

/// <summary>What a scheme assesses.</summary>
public enum SchemeSubject
{
    /// <summary>A school union.</summary>
    School,

    /// <summary>A branch of a school union.</summary>
    Branch,

    /// <summary>An education community (教育共同体).</summary>
    Community,
}

/// <summary>What a missing fact does: count nothing, or block submission.</summary>
public enum MissingPolicy
{
    /// <summary>The leaf counts 0.</summary>
    Zero,

    /// <summary>The evaluation can't be submitted.</summary>
    Block,
}

/// <summary>What stands for a leaf without a reviewer's score: the school's own, or nothing.</summary>
public enum UnreviewedPolicy
{
    /// <summary>The school's own score.</summary>
    Self,

    /// <summary>0.</summary>
    Zero,
}

/// <summary>How several awards for one matter count.</summary>
public enum BonusStacking
{
    /// <summary>One matter counts once per bonus node, at its highest level.</summary>
    HighestPerMatter,

    /// <summary>Every award counts.</summary>
    Sum,
}

/// <summary>Cap of all bonuses together (null: none) in points, and how awards stack.</summary>
public sealed record BonusPolicy(decimal? Cap, BonusStacking Stacking = BonusStacking.HighestPerMatter);

/// <summary>Points deducted per day late, at most <paramref name="Max"/>; more than <paramref name="ForfeitAfterDays"/> days forfeits.</summary>
public sealed record LatePolicy(decimal PerDay, decimal? Max, int? ForfeitAfterDays);

/// <summary>The shape of a fact's value.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the words of the scheme file.")]
public enum FactType
{
    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with at most 6 decimals.</summary>
    Decimal,

    /// <summary>Judges' scores.</summary>
    Scores,

    /// <summary>A counted vote.</summary>
    Ballots,

    /// <summary>Awards.</summary>
    Awards,
}

/// <summary>Who reports a fact.</summary>
public enum FactLevel
{
    /// <summary>Each branch, in its report.</summary>
    Branch,

    /// <summary>The school, in its evaluation.</summary>
    School,

    /// <summary>The district or a zone, about a school.</summary>
    District,
}

/// <summary>How branch facts become the school's.</summary>
public enum FactRollup
{
    /// <summary>Sum of numbers; of ballots option by option.</summary>
    Sum,

    /// <summary>Simple mean.</summary>
    Mean,

    /// <summary>Mean weighted by another fact of the branch.</summary>
    WeightedMean,

    /// <summary>Least value.</summary>
    Min,

    /// <summary>Greatest value.</summary>
    Max,

    /// <summary>True if any branch says so.</summary>
    Any,

    /// <summary>True if every reporting branch says so.</summary>
    All,

    /// <summary>All entries of lists together.</summary>
    Concat,
}

/// <summary>What a number counts: nothing in particular, heads (one person once), or person-times (人次).</summary>
public enum FactCounts
{
    /// <summary>Nothing in particular.</summary>
    Unspecified,

    /// <summary>Heads: one person once.</summary>
    People,

    /// <summary>Person-times (人次).</summary>
    Times,
}

/// <summary>A data item: what it is called, its shape, who reports it and how it rolls up.</summary>
public sealed record FactDefinition
{
    /// <summary>Code, <c>[A-Za-z][A-Za-z0-9_.-]{0,62}</c>, unique in the scheme.</summary>
    public required string Code { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Shape of the value.</summary>
    public required FactType Type { get; init; }

    /// <summary>Who reports it.</summary>
    public required FactLevel Level { get; init; }

    /// <summary>How branch values become the school's; null for facts of another level.</summary>
    public FactRollup? Rollup { get; init; }

    /// <summary>Code of the fact that weighs a <see cref="FactRollup.WeightedMean"/>.</summary>
    public string? Weight { get; init; }

    /// <summary>What the number counts.</summary>
    public FactCounts Counts { get; init; }

    /// <summary>Inclusive bounds of a number or of each judge's score; null for unbounded above zero.</summary>
    public FactRange? Range { get; init; }

    /// <summary>Options of a ballot, in the order shown.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Levels of an award, lowest first.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Which activities of the school's ledger make the number; null: people report it.</summary>
    public ActivityCount? Activities { get; init; }

    /// <summary>What of the school's congresses, proposals and disclosures makes the number; null: nothing does.</summary>
    public CongressFigure? Congress { get; init; }

    /// <summary>The ledger that makes the number by itself, so that nobody types it; null: people report it.</summary>
    public FactRoute? CountedBy => Activities is not null ? FactRoute.Activity : Congress is not null ? FactRoute.Congress : null;
}

/// <summary>How activities make a number: each adds what is measured, on its day.</summary>
/// <param name="Kinds">Kinds that count; none named: all.</param>
/// <param name="Measure">What each adds.</param>
public sealed record ActivityCount(IReadOnlyList<ActivityKind> Kinds, ActivityMeasure Measure);

/// <summary>What an activity adds to a number.</summary>
public enum ActivityMeasure
{
    /// <summary>1.</summary>
    Count,

    /// <summary>Everybody who took part, members and others.</summary>
    Participants,

    /// <summary>The branches that held it together.</summary>
    Branches,
}

/// <summary>Inclusive bounds.</summary>
public sealed record FactRange(decimal From, decimal To);

/// <summary>Whether a leaf wants evidence.</summary>
public enum EvidencePolicy
{
    /// <summary>Not wanted.</summary>
    None,

    /// <summary>May be attached.</summary>
    Optional,

    /// <summary>Must be attached.</summary>
    Required,
}

/// <summary>Whether a leaf must be reviewed before its round is published.</summary>
public enum ReviewPolicy
{
    /// <summary>May stay without a review.</summary>
    Optional,

    /// <summary>A round can't be published before it is reviewed.</summary>
    Required,
}

/// <summary>A node of the indicator tree (指标). A node with a rule is a leaf; any other has items.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>Stable key of the indicator across versions, unique in the scheme.</summary>
    public required string Code { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Maximum in points (分值).</summary>
    public required decimal Max { get; init; }

    /// <summary>Whether evidence is wanted.</summary>
    public EvidencePolicy Evidence { get; init; }

    /// <summary>Whether a review is required.</summary>
    public ReviewPolicy Review { get; init; }

    /// <summary>The rule of a leaf.</summary>
    public RuleDefinition? Rule { get; init; }

    /// <summary>Children of an inner node.</summary>
    public IReadOnlyList<IndicatorDefinition> Items { get; init; } = [];
}

/// <summary>A bonus node: points per award level, capped (null: uncapped).</summary>
public sealed record BonusDefinition
{
    /// <summary>Code, unique among all nodes.</summary>
    public required string Code { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the awards fact.</summary>
    public required string Awards { get; init; }

    /// <summary>Cap of this node in points; null for none.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Points by award level.</summary>
    public required IReadOnlyDictionary<string, decimal> Levels { get; init; }
}

/// <summary>A veto: the boolean fact that triggers it; with <see cref="Caps"/> it limits the grade instead of disqualifying.</summary>
public sealed record VetoDefinition(string Code, string Name, string Fact, string? Caps);

/// <summary>A condition of qualifying.</summary>
public abstract record GateDefinition;

/// <summary>Every applicable top section must reach <paramref name="Percent"/> % of its maximum.</summary>
public sealed record SectionMinimumGate(decimal Percent) : GateDefinition;

/// <summary>No applicable node at <paramref name="Depth"/> (top sections are depth 1) may be zero.</summary>
public sealed record ZeroNodeGate(int Depth) : GateDefinition;

/// <summary>A grade: lowest total, and the grade the school must already hold.</summary>
public sealed record GradeDefinition(string Code, string Name, decimal Min, string? Holds);

/// <summary>How schools are grouped before they are ranked.</summary>
public enum RankingGroup
{
    /// <summary>All schools together.</summary>
    None,

    /// <summary>By stage (学段).</summary>
    Stage,

    /// <summary>By zone (片区).</summary>
    Zone,
}

/// <summary>Grouping, and the chain that orders schools inside a tie.</summary>
public sealed record RankingPolicy
{
    /// <summary>Grouping.</summary>
    public RankingGroup GroupBy { get; init; }

    /// <summary>Tie keys such as <c>fact:satisfaction</c>, <c>rate:ballots.very/ballots.returned</c>, <c>section:B</c>.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];
}
