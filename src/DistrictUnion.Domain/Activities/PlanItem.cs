using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Domain.Activities;

/// <summary>Where an item of a work plan stands.</summary>
public enum PlanItemState
{
    /// <summary>Still to be done.</summary>
    Planned,

    /// <summary>Done: an activity carries it out, or somebody said so.</summary>
    Done,

    /// <summary>It isn't done, for a reason.</summary>
    Dropped,
}

/// <summary>What a work plan says.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Date">The day, within the month; null: some time in it.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Kind">Kind of activity; null: it isn't one.</param>
/// <param name="Note">Note.</param>
/// <param name="Obligation">Code of the obligation template that it answers; null: none.</param>
public sealed record PlanLine(DateOnly Month, DateOnly? Date, string Title, ActivityKind? Kind, string? Note, string? Obligation);

/// <summary>
/// One item of the work plan (月工作计划) of the district, a zone or a school. It is done once an activity that counts carries it out, or
/// once somebody says so; the first is told by the activities, so that calling one off opens the item again.
/// </summary>
public sealed class PlanItem : AggregateRoot, IUnitOwned
{
    private PlanItem()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public PlanItemId Id { get; private set; }

    /// <summary>Level of the unit.</summary>
    public UnitLevel Level { get; private set; }

    /// <inheritdoc/>
    public SchoolId? SchoolId { get; private set; }

    /// <summary>Zone, of a zone's item.</summary>
    public ZoneId? ZoneId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>The day; null: some time in the month.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Kind of activity; null: it isn't one.</summary>
    public ActivityKind? Kind { get; private set; }

    /// <summary>Note.</summary>
    public string? Note { get; private set; }

    /// <summary>Code of the obligation template that it answers; null: none.</summary>
    public string? Obligation { get; private set; }

    /// <summary>Item that it was copied from, so that copying again adds only what is new; null: it was written.</summary>
    public PlanItemId? CopiedFrom { get; private set; }

    /// <summary>Day on which somebody said that it is done; null: nobody did.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Why it isn't done; null: it is still to be.</summary>
    public string? DroppedFor { get; private set; }

    /// <summary>Writes an item.</summary>
    public static PlanItem Write(DistrictId district, SchoolId? school, ZoneId? zone, PlanLine line, PlanItemId? copiedFrom = null)
    {
        var item = new PlanItem
        {
            DistrictId = district,
            Id = PlanItemId.New(),
            Level = school is not null ? UnitLevel.School : zone is not null ? UnitLevel.Zone : UnitLevel.District,
            SchoolId = school,
            ZoneId = zone,
            CopiedFrom = copiedFrom,
        };
        item.Change(line);
        return item;
    }

    /// <summary>Writes it anew.</summary>
    public void Change(PlanLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        (Month, Date, Title, Kind, Note, Obligation) = (line.Month, line.Date, line.Title, line.Kind, line.Note, line.Obligation);
    }

    /// <summary>Says by hand that it is done.</summary>
    public Error? Finish(DateOnly on)
    {
        if (DroppedFor is not null || DoneOn is not null)
            return Refusal();
        DoneOn = on;
        return null;
    }

    /// <summary>Gives it up with a reason.</summary>
    public Error? Drop(string reason)
    {
        if (DroppedFor is not null || DoneOn is not null)
            return Refusal();
        DroppedFor = reason;
        return null;
    }

    /// <summary>Takes back what was said by hand.</summary>
    public Error? Reopen()
    {
        if (DroppedFor is null && DoneOn is null)
            return Refusal();
        (DroppedFor, DoneOn) = (null, null);
        return null;
    }

    /// <summary>Where it stands, given whether an activity that counts carries it out.</summary>
    public PlanItemState StateWith(bool isHeld) =>
        isHeld || DoneOn is not null ? PlanItemState.Done : DroppedFor is not null ? PlanItemState.Dropped : PlanItemState.Planned;

    private ConflictError Refusal() => DoneOn is null && DroppedFor is null
        ? new ConflictError("plan.notDecided", Words.Camel(PlanItemState.Planned), ["done", "drop"])
        : new ConflictError("plan.decided", Words.Camel(DoneOn is null ? PlanItemState.Dropped : PlanItemState.Done), ["reopen"]);
}
