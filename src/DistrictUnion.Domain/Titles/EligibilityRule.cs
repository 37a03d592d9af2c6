using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>What a rule asks for.</summary>
public enum EligibilityKind
{
    /// <summary>To hold a title already (<see cref="EligibilityRule.Title"/>).</summary>
    HoldsTitle,

    /// <summary>To have held a title for so many years (<see cref="EligibilityRule.Years"/>).</summary>
    HeldForYears,

    /// <summary>Not to hold the title already; with years: not to have got it in so many years.</summary>
    NotHolder,

    /// <summary>At least so many members (<see cref="EligibilityRule.Minimum"/>).</summary>
    MinimumMembers,

    /// <summary>At least so many points (<see cref="EligibilityRule.Minimum"/>).</summary>
    MinimumScore,

    /// <summary>Every top section has at least this share of its points (<see cref="EligibilityRule.Percent"/>).</summary>
    SectionMinimum,

    /// <summary>No applicable node at a depth has nothing (<see cref="EligibilityRule.Depth"/>).</summary>
    NoZeroNode,

    /// <summary>A rate of facts is at least this high (<see cref="EligibilityRule.Percent"/>), as an exact fraction.</summary>
    RateAtLeast,

    /// <summary>None of the scheme's vetoes happened; what is known of one disqualifies instead of refusing.</summary>
    NoVeto,
}

/// <summary>Where a rule stands in a document.</summary>
/// <param name="Document">Title or number of the document.</param>
/// <param name="Article">Article or item.</param>
/// <param name="Text">What it says.</param>
public sealed record Clause(string Document, string Article, string Text);

/// <summary>A rule of eligibility with its clause, its days and its own examples.</summary>
public sealed record EligibilityRule
{
    /// <summary>Code, unique in the programme.</summary>
    public required string Code { get; init; }

    /// <summary>What it asks for.</summary>
    public required EligibilityKind Kind { get; init; }

    /// <summary>Where it stands; a refusal cites it.</summary>
    public required Clause Clause { get; init; }

    /// <summary>First day; null: always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; null: for good.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Tiers it counts for; empty: all.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Title asked for or ruled out; null with <see cref="EligibilityKind.NotHolder"/>: the tier applied for.</summary>
    public string? Title { get; init; }

    /// <summary>Years.</summary>
    public int? Years { get; init; }

    /// <summary>Least number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Least share, in percent.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Depth of nodes, top sections being 1.</summary>
    public int? Depth { get; init; }

    /// <summary>Numerator: facts, or parts of ballots such as <c>ballots.very</c>, added up.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Denominator.</summary>
    public string? Per { get; init; }

    /// <summary>Cases with a known answer; a change that contradicts one is refused.</summary>
    public IReadOnlyList<EligibilityExample> Examples { get; init; } = [];

    /// <summary>Whether it can be judged before anything is scored.</summary>
    public bool IsKnownAtEntry() => Kind is EligibilityKind.HoldsTitle or EligibilityKind.HeldForYears or EligibilityKind.NotHolder or EligibilityKind.MinimumMembers;

    /// <summary>Whether it counts on a day for a tier.</summary>
    public bool AppliesTo(string tier, DateOnly day) =>
        (From is null || From <= day) && (To is null || day <= To) && (Tiers.Count == 0 || Tiers.Contains(tier, StringComparer.Ordinal));
}

/// <summary>A case with a known answer.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Candidate">The unit.</param>
/// <param name="Tier">Tier applied for.</param>
/// <param name="Day">Day on which it is judged.</param>
/// <param name="IsMet">Whether the rule is met.</param>
public sealed record EligibilityExample(string Name, Candidate Candidate, string Tier, DateOnly Day, bool IsMet);

/// <summary>What rules of eligibility look at; what isn't known is absent, and a rule that needs it isn't met.</summary>
public sealed record Candidate
{
    /// <summary>Titles held, by code, each since which day; null: since before it was recorded.</summary>
    public IReadOnlyDictionary<string, DateOnly?> Titles { get; init; } = new Dictionary<string, DateOnly?>();

    /// <summary>Members, heads.</summary>
    public int? Members { get; init; }

    /// <summary>Published total, in points.</summary>
    public decimal? Total { get; init; }

    /// <summary>Nodes with points.</summary>
    public IReadOnlyList<CandidateNode> Nodes { get; init; } = [];

    /// <summary>Facts by code, and parts of ballots as <c>code.part</c>.</summary>
    public IReadOnlyDictionary<string, decimal> Facts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Codes of the vetoes that happened.</summary>
    public IReadOnlyList<string> Vetoes { get; init; } = [];
}

/// <summary>A node as rules see it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Depth">Depth, top sections being 1.</param>
/// <param name="Max">Points it can have.</param>
/// <param name="Score">Points it has; null: doesn't apply.</param>
public sealed record CandidateNode(string Code, int Depth, decimal Max, decimal? Score);

/// <summary>What a rule says of a unit.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="Disqualifies">Whether not meeting it disqualifies instead of refusing.</param>
/// <param name="Finding">What was compared.</param>
/// <param name="Clause">Where the rule stands.</param>
public sealed record EligibilityFinding(string Rule, bool IsMet, bool Disqualifies, Statement Finding, Clause Clause);
