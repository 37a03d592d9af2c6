using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Reports;

/// <summary>
/// The value of one fact that came in by one route. The current value of a fact is that of the last accepted write among
/// the routes that count: a returned report stops counting, and what an import said before counts again.
/// </summary>
public abstract class FactEntry : IKeepsOwnHistory
{
    /// <summary>Round.</summary>
    public RoundId RoundId { get; protected set; }

    /// <summary>Fact code.</summary>
    public string Code { get; protected set; } = "";

    /// <summary>Route.</summary>
    public FactRoute Route { get; protected set; }

    /// <summary>Value as canonical JSON.</summary>
    public string Value { get; protected set; } = "";

    /// <summary>Explanation that the reporter gave, needed where person-times exceed their denominator.</summary>
    public string? Note { get; protected set; }

    /// <summary>Place in the order of accepted writes of this fact; the greatest that counts is current.</summary>
    public long Order { get; protected set; }

    /// <summary>Whether the document or import that brought the value counts.</summary>
    public bool Counts { get; protected set; }

    /// <summary>User name of who brought the value.</summary>
    public string Actor { get; protected set; } = "";

    /// <summary>When it was accepted (UTC).</summary>
    public DateTimeOffset At { get; protected set; }

    /// <summary>Takes an accepted write; true when it changes what counts.</summary>
    public bool Accept(string value, string? note, long order, string actor, DateTimeOffset at)
    {
        var changed = !Counts || Value != value || Note != note || order != Order;
        (Value, Note, Order, Counts, Actor, At) = (value, note, order, true, actor, at);
        return changed;
    }

    /// <summary>Stops counting, because its document was returned, withdrawn or no longer holds the fact.</summary>
    public void Discount() => Counts = false;
}

/// <summary>A fact of a branch.</summary>
public sealed class BranchFact : FactEntry, IBranchOwned
{
    private BranchFact()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <inheritdoc/>
    public BranchId BranchId { get; private set; }

    /// <summary>A fact without a value yet.</summary>
    public static BranchFact For(DistrictId district, RoundId round, BranchId branch, string code, FactRoute route) =>
        new() { DistrictId = district, RoundId = round, BranchId = branch, Code = code, Route = route };
}

/// <summary>A fact of a school, or of the district about it.</summary>
public sealed class SchoolFact : FactEntry, ISchoolOwned
{
    private SchoolFact()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>A fact without a value yet.</summary>
    public static SchoolFact For(DistrictId district, RoundId round, SchoolId school, string code, FactRoute route) =>
        new() { DistrictId = district, RoundId = round, SchoolId = school, Code = code, Route = route };
}

/// <summary>A dated event that adds to a fact. An imported event is keyed by its day.</summary>
public abstract class EventEntry : IKeepsOwnHistory
{
    /// <summary>Round.</summary>
    public RoundId RoundId { get; protected set; }

    /// <summary>Event code; two branches that report the same code tell of the same event.</summary>
    public string Code { get; protected set; } = "";

    /// <summary>Fact code.</summary>
    public string Fact { get; protected set; } = "";

    /// <summary>Route.</summary>
    public FactRoute Route { get; protected set; }

    /// <summary>Day.</summary>
    public DateOnly Date { get; protected set; }

    /// <summary>What the event adds.</summary>
    public decimal Value { get; protected set; }

    /// <summary>Note.</summary>
    public string? Note { get; protected set; }

    /// <summary>Whether the document or import that brought it counts.</summary>
    public bool Counts { get; protected set; }

    /// <summary>User name of who brought it.</summary>
    public string Actor { get; protected set; } = "";

    /// <summary>When it was accepted (UTC).</summary>
    public DateTimeOffset At { get; protected set; }

    /// <summary>Takes an accepted write; true when it changes anything.</summary>
    public bool Accept(DateOnly date, decimal value, string? note, string actor, DateTimeOffset at)
    {
        var changed = !Counts || Date != date || Value != value || Note != note;
        (Date, Value, Note, Counts, Actor, At) = (date, value, note, true, actor, at);
        return changed;
    }

    /// <summary>Stops counting.</summary>
    public void Discount() => Counts = false;
}

/// <summary>An event of a branch.</summary>
public sealed class BranchEvent : EventEntry, IBranchOwned
{
    private BranchEvent()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <inheritdoc/>
    public BranchId BranchId { get; private set; }

    /// <summary>An event without a day yet.</summary>
    public static BranchEvent For(DistrictId district, RoundId round, BranchId branch, string code, string fact, FactRoute route) =>
        new() { DistrictId = district, RoundId = round, BranchId = branch, Code = code, Fact = fact, Route = route };
}

/// <summary>An event of a school.</summary>
public sealed class SchoolEvent : EventEntry, ISchoolOwned
{
    private SchoolEvent()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>An event without a day yet.</summary>
    public static SchoolEvent For(DistrictId district, RoundId round, SchoolId school, string code, string fact, FactRoute route) =>
        new() { DistrictId = district, RoundId = round, SchoolId = school, Code = code, Fact = fact, Route = route };
}

/// <summary>One change of a fact or event: what it was, what it is, by which route, who and when. Only ever added to.</summary>
public sealed class FactChange : ITenantOwned, IKeepsOwnHistory, IAppendOnly
{
    private FactChange()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>School of a school's fact.</summary>
    public SchoolId? SchoolId { get; private set; }

    /// <summary>Branch of a branch's fact.</summary>
    public BranchId? BranchId { get; private set; }

    /// <summary>Fact code, or fact and event code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Route.</summary>
    public FactRoute Route { get; private set; }

    /// <summary>Value before; null: none that counted.</summary>
    public string? OldValue { get; private set; }

    /// <summary>Value after; null: none that counts.</summary>
    public string? NewValue { get; private set; }

    /// <summary>Who.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records a change.</summary>
    public static FactChange Record(
        DistrictId district,
        RoundId round,
        SchoolId? school,
        BranchId? branch,
        string code,
        FactRoute route,
        string? oldValue,
        string? newValue,
        string actor,
        DateTimeOffset at) => new()
        {
            DistrictId = district,
            Id = Guid.CreateVersion7(),
            RoundId = round,
            SchoolId = school,
            BranchId = branch,
            Code = code,
            Route = route,
            OldValue = oldValue,
            NewValue = newValue,
            Actor = actor,
            At = at,
        };
}
