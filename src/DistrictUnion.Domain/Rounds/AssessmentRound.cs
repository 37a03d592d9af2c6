using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Domain.Rounds;

/// <summary>State of a round: planned → open → closed → published; reopening leads back to open.</summary>
public enum RoundState
{
    /// <summary>Planned: still changes freely.</summary>
    Planned,

    /// <summary>Takes reports, evaluations and reviews.</summary>
    Open,

    /// <summary>Results are frozen.</summary>
    Closed,

    /// <summary>The ranking is frozen and shown.</summary>
    Published,
}

/// <summary>What a round is for; it decides the default base of quotas.</summary>
public enum RoundKind
{
    /// <summary>An obligatory assessment.</summary>
    Annual,

    /// <summary>Voluntary applications.</summary>
    Application,
}

/// <summary>What schools see of a published round.</summary>
public enum RoundVisibility
{
    /// <summary>Each school its own card.</summary>
    OwnCard,

    /// <summary>The first ranks.</summary>
    Top,

    /// <summary>Grades of all, totals and ranks of none.</summary>
    Grades,

    /// <summary>Everything.</summary>
    Full,
}

/// <summary>Which schools take part; an absent list means any.</summary>
public sealed record RoundScope
{
    /// <summary>Stages.</summary>
    public IReadOnlyList<SchoolStage>? Stages { get; init; }

    /// <summary>Ownerships.</summary>
    public IReadOnlyList<SchoolOwnership>? Ownership { get; init; }

    /// <summary>Zone codes.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>Codes of schools that take part in any case.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Codes of schools that don't.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Whether a school takes part: matched by the lists or included, not excluded, and active on the window's last day.</summary>
    public bool Holds(School school, string zone, DateOnly windowTo) =>
        school.IsActiveOn(windowTo)
        && Exclude?.Contains(school.Code, StringComparer.Ordinal) != true
        && (Include?.Contains(school.Code, StringComparer.Ordinal) == true
            || ((Stages is null || Stages.Contains(school.Stage))
                && (Ownership is null || Ownership.Contains(school.Ownership))
                && (Zones is null || Zones.Contains(zone, StringComparer.Ordinal))));
}

/// <summary>What a district plans of a round.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="SchemeId">Scheme.</param>
/// <param name="RequestedVersion">Version to pin; null: the one published when the round opens.</param>
/// <param name="WindowFrom">First day that counts.</param>
/// <param name="WindowTo">Last day that counts.</param>
/// <param name="DueAt">First late instant before any shift, UTC.</param>
/// <param name="ClosesAt">From when a school can hand in nothing more; null: until the round closes.</param>
/// <param name="DueShift">What a non-working deadline day does.</param>
/// <param name="Scope">Who takes part.</param>
/// <param name="Kind">What for.</param>
public sealed record RoundPlan(
    string Name,
    SchemeId SchemeId,
    int? RequestedVersion,
    DateOnly WindowFrom,
    DateOnly WindowTo,
    DateTimeOffset DueAt,
    DateTimeOffset? ClosesAt,
    DueShift DueShift,
    RoundScope Scope,
    RoundKind Kind);

/// <summary>An assessment round (评估轮次): dated, for a scope of schools, pinning one scheme version when it opens.</summary>
public sealed class AssessmentRound : AggregateRoot, ITenantOwned
{
    private AssessmentRound()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public RoundId Id { get; private set; }

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Scheme.</summary>
    public SchemeId SchemeId { get; private set; }

    /// <summary>Version asked for; null: the one published when the round opens.</summary>
    public int? RequestedVersion { get; private set; }

    /// <summary>Version pinned since the round opened.</summary>
    public SchemeVersionId? SchemeVersionId { get; private set; }

    /// <summary>First day that counts.</summary>
    public DateOnly WindowFrom { get; private set; }

    /// <summary>Last day that counts.</summary>
    public DateOnly WindowTo { get; private set; }

    /// <summary>First late instant, before any shift (UTC).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>First late instant after the shift (UTC); the one that counts.</summary>
    public DateTimeOffset EffectiveDueAt { get; private set; }

    /// <summary>From when nothing more can be handed in (UTC); null: until the round closes.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>What a non-working deadline day does.</summary>
    public DueShift DueShift { get; private set; }

    /// <summary>Who takes part; frozen when the round opens.</summary>
    public RoundScope Scope { get; private set; } = new();

    /// <summary>What for.</summary>
    public RoundKind Kind { get; private set; }

    /// <summary>State.</summary>
    public RoundState State { get; private set; }

    /// <summary>What schools see; null until published.</summary>
    public RoundVisibility? Visibility { get; private set; }

    /// <summary>How many ranks <see cref="RoundVisibility.Top"/> shows.</summary>
    public int? Top { get; private set; }

    /// <summary>When it opened first.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it closed last.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it was published last.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Tie resolutions recorded so far.</summary>
    public int TieResolutions { get; private set; }

    /// <summary>The last instant that is on time lies in this local day.</summary>
    public DateOnly LastOnTimeDay => Deadline.LastOnTimeDay(EffectiveDueAt);

    /// <summary>First late instant and lock of a school with its extension; an extension never locks before it is due.</summary>
    /// <param name="extendedTo">First late instant of the extension; null without one.</param>
    /// <param name="extendedLock">Lock that the extension names.</param>
    public (DateTimeOffset DueAt, DateTimeOffset? ClosesAt) DeadlinesWith(DateTimeOffset? extendedTo, DateTimeOffset? extendedLock) => extendedTo is not { } due
        ? (EffectiveDueAt, ClosesAt)
        : (due, extendedLock ?? (ClosesAt is { } closes && closes < due ? due : ClosesAt));

    /// <summary>Plans a round.</summary>
    public static AssessmentRound Plan(DistrictId district, string code, RoundPlan plan, DateTimeOffset effectiveDueAt)
    {
        var round = new AssessmentRound { DistrictId = district, Id = RoundId.New(), Code = code };
        round.Apply(plan, effectiveDueAt);
        return round;
    }

    /// <summary>Changes a plan; only while the round is planned.</summary>
    public Error? Replan(RoundPlan plan, DateTimeOffset effectiveDueAt)
    {
        if (State != RoundState.Planned)
            return Refusal("round.notPlanned");
        Apply(plan, effectiveDueAt);
        return null;
    }

    /// <summary>Opens the round on a scheme version.</summary>
    public Error? Open(SchemeVersionId version, DateTimeOffset now)
    {
        if (State != RoundState.Planned)
            return Refusal("round.notPlanned");
        (State, SchemeVersionId, OpenedAt) = (RoundState.Open, version, now);
        Raise(new RoundOpened(Code));
        return null;
    }

    /// <summary>Closes the round: nothing more is accepted.</summary>
    public Error? Close(DateTimeOffset now)
    {
        if (State != RoundState.Open)
            return Refusal("round.notOpen");
        (State, ClosedAt) = (RoundState.Closed, now);
        Raise(new RoundClosed(Code));
        return null;
    }

    /// <summary>Publishes the result with what schools see of it.</summary>
    public Error? Publish(RoundVisibility visibility, int? top, DateTimeOffset now)
    {
        if (State != RoundState.Closed)
            return Refusal("round.notClosed");
        (State, Visibility, Top, PublishedAt) = (RoundState.Published, visibility, top, now);
        Raise(new RoundPublished(Code, visibility));
        return null;
    }

    /// <summary>Opens a closed or published round again, for a reason; what was published stays on record.</summary>
    public Error? Reopen(string reason)
    {
        if (State is not (RoundState.Closed or RoundState.Published))
            return Refusal("round.notClosed");
        (State, Visibility, Top) = (RoundState.Open, null, null);
        Raise(new RoundReopened(Code, reason));
        return null;
    }

    /// <summary>Changes the scope of an open round, by a recorded amendment.</summary>
    public void AmendScope(RoundScope scope) => Scope = scope;

    /// <summary>Pins another version in an open round, by a recorded amendment.</summary>
    public void AmendVersion(SchemeVersionId version) => SchemeVersionId = version;

    /// <summary>Counts a recorded tie resolution.</summary>
    public void CountResolution() => TieResolutions++;

    /// <summary>The refusal of whatever needs the round open; null when it is.</summary>
    public Error? RefuseUnlessOpen() => State == RoundState.Open ? null : Refusal("round.notOpen");

    /// <summary>A conflict that tells the state and what it allows.</summary>
    public ConflictError Refusal(string code) => new(code, Words.Camel(State), State switch
    {
        RoundState.Planned => ["open"],
        RoundState.Open => ["close"],
        RoundState.Closed => ["publish", "reopen"],
        _ => ["reopen"],
    });

    private void Apply(RoundPlan plan, DateTimeOffset effectiveDueAt)
    {
        (Name, SchemeId, RequestedVersion, Kind) = (plan.Name, plan.SchemeId, plan.RequestedVersion, plan.Kind);
        (WindowFrom, WindowTo, DueAt, ClosesAt, DueShift) = (plan.WindowFrom, plan.WindowTo, plan.DueAt, plan.ClosesAt, plan.DueShift);
        (Scope, EffectiveDueAt) = (plan.Scope, effectiveDueAt);
    }
}

/// <summary>A round opened.</summary>
public sealed record RoundOpened(string Round) : IDomainEvent;

/// <summary>A round closed.</summary>
public sealed record RoundClosed(string Round) : IDomainEvent;

/// <summary>A round was published.</summary>
public sealed record RoundPublished(string Round, RoundVisibility Visibility) : IDomainEvent;

/// <summary>A round was opened again.</summary>
public sealed record RoundReopened(string Round, string Reason) : IDomainEvent;
