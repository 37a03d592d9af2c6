using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Everything one school's scorecard is computed from. Only what counts is in it: facts of reports that are submitted or
/// accepted, an evaluation that is handed in, imported and review facts (scoring semantics, section 3.2).
/// </summary>
public sealed record ScoringInput
{
    /// <summary>First and last day of the round's window, both inclusive.</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>Last day of the window, inclusive.</summary>
    public required DateOnly WindowTo { get; init; }

    /// <summary>Kind of branch from which head counts roll up.</summary>
    public required BranchKind CountingKind { get; init; }

    /// <summary>Grade codes the school holds.</summary>
    public IReadOnlyList<string> HeldGrades { get; init; } = [];

    /// <summary>The evaluation; null when none is handed in.</summary>
    public EvaluationInput? Evaluation { get; init; }

    /// <summary>Branches that belonged to the school on any day of the window.</summary>
    public IReadOnlyList<BranchInput> Branches { get; init; } = [];

    /// <summary>Facts of the school and of the district about it, by fact code.</summary>
    public IReadOnlyDictionary<string, RecordedFact> Facts { get; init; } = new Dictionary<string, RecordedFact>();

    /// <summary>Dated events of the school itself.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];

    /// <summary>Zone review; null when there is none.</summary>
    public ReviewInput? ZoneReview { get; init; }

    /// <summary>District review; it goes before the zone's.</summary>
    public ReviewInput? DistrictReview { get; init; }
}

/// <summary>What a school handed in beside its facts.</summary>
public sealed record EvaluationInput
{
    /// <summary>Days late, 0 when on time.</summary>
    public int DaysLate { get; init; }

    /// <summary>Points claimed for manual leaves, by node code.</summary>
    public IReadOnlyDictionary<string, decimal> Claims { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>A branch with its days at the school and what it reported.</summary>
public sealed record BranchInput
{
    /// <summary>Branch code.</summary>
    public required string Code { get; init; }

    /// <summary>Kind.</summary>
    public required BranchKind Kind { get; init; }

    /// <summary>All affiliations of the branch that touch the window, of every school, in date order: [from, to).</summary>
    public required IReadOnlyList<AffiliationSpan> Affiliations { get; init; }

    /// <summary>Facts by code.</summary>
    public IReadOnlyDictionary<string, RecordedFact> Facts { get; init; } = new Dictionary<string, RecordedFact>();

    /// <summary>Dated events, those of days at other schools included.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];
}

/// <summary>Days [<paramref name="From"/>, <paramref name="To"/>) of a branch; <paramref name="Here"/>: at the school being scored.</summary>
public sealed record AffiliationSpan(DateOnly From, DateOnly? To, bool Here);

/// <summary>A value and where it came from.</summary>
public sealed record RecordedFact(FactValue Value, FactSource Source);

/// <summary>A dated event: adds <paramref name="Value"/> to fact <paramref name="Fact"/> on <paramref name="Date"/>.</summary>
public sealed record RecordedEvent(string Code, string Fact, DateOnly Date, decimal Value, string? Note, FactSource Source);

/// <summary>By which route a value came in.</summary>
public enum FactRoute
{
    /// <summary>A branch report.</summary>
    Report,

    /// <summary>The school's self-evaluation.</summary>
    Evaluation,

    /// <summary>A bulk import from another system.</summary>
    Import,

    /// <summary>A zone's or the district's review.</summary>
    Review,

    /// <summary>A panel of judges.</summary>
    Panel,

    /// <summary>A secret vote that was counted by the product.</summary>
    Vote,

    /// <summary>The school's activity ledger.</summary>
    Activity,

    /// <summary>The school's congresses, proposals and disclosures.</summary>
    Congress,
}

/// <summary>Where a value came from: route, person (user name, or the name of a system) and instant (UTC).</summary>
public sealed record FactSource(FactRoute Route, string Actor, DateTimeOffset At);

/// <summary>A review of one level.</summary>
public sealed record ReviewInput
{
    /// <summary>Scores by leaf code, each with who, when and why.</summary>
    public IReadOnlyDictionary<string, ReviewScore> Scores { get; init; } = new Dictionary<string, ReviewScore>();

    /// <summary>Leaves the reviewer lists as not applicable; null when the review says nothing about it (a list, also an empty one, decides).</summary>
    public IReadOnlyList<string>? NotApplicable { get; init; }
}

/// <summary>A reviewer's score of one leaf.</summary>
public sealed record ReviewScore(decimal Score, string Reason, string Actor, DateTimeOffset At);
