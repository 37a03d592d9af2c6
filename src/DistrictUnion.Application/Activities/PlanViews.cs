using System.Globalization;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>An activity that carries out an item of a plan.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="From">First day.</param>
public sealed record HeldActivity(Guid Id, string Title, DateOnly From);

/// <summary>An item of a work plan.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Level">Level of the unit.</param>
/// <param name="School">Code of the school, of a school's item.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Zone">Code of the zone, of a zone's item.</param>
/// <param name="Month">Month, for example <c>2026-03</c>.</param>
/// <param name="Date">The day; null: some time in the month.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Kind">Kind of activity; null: it isn't one.</param>
/// <param name="Note">Note.</param>
/// <param name="Obligation">Code of the obligation template that it answers.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DoneOn">Day on which somebody said that it is done.</param>
/// <param name="DroppedFor">Why it isn't done.</param>
/// <param name="Activities">Activities that carry it out.</param>
public sealed record PlanItemView(
    Guid Id,
    UnitLevel Level,
    string? School,
    string? SchoolName,
    string? Zone,
    string Month,
    DateOnly? Date,
    string Title,
    ActivityKind? Kind,
    string? Note,
    string? Obligation,
    PlanItemState State,
    DateOnly? DoneOn,
    string? DroppedFor,
    IReadOnlyList<HeldActivity> Activities);

/// <summary>Reads items of work plans with the activities that carry them out.</summary>
internal sealed class PlanViews(IUnionDb db)
{
    /// <summary>One item, as it is stored.</summary>
    public async Task<Tagged<PlanItemView>> OfAsync(PlanItemId id, bool created, CancellationToken cancellationToken)
    {
        var row = await Rows(db.PlanItems.AsNoTracking().Where(p => p.Id == id)).SingleAsync(cancellationToken);
        return new Tagged<PlanItemView>((await OfAsync([row], cancellationToken))[0], row.Item.Version, created);
    }

    /// <summary>Items with what belongs to them; the statement ends in the caller's hands.</summary>
    public IQueryable<PlanRow> Rows(IQueryable<PlanItem> items) => items.Select(p => new PlanRow
    {
        Item = p,
        School = db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Code).FirstOrDefault(),
        SchoolName = db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).FirstOrDefault(),
        Zone = db.Zones.Where(z => z.Id == p.ZoneId).Select(z => z.Code).FirstOrDefault(),
    });

    /// <summary>Views of rows: one more statement for any number of them.</summary>
    public async Task<IReadOnlyList<PlanItemView>> OfAsync(IReadOnlyList<PlanRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => (PlanItemId?)r.Item.Id).ToList();
        var held = (await db.Activities.AsNoTracking().Where(a => ids.Contains(a.PlanItemId) && a.CancelledFor == null).OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new { a.PlanItemId, a.Id, a.Title, a.From }).ToListAsync(cancellationToken)).ToLookup(a => a.PlanItemId!.Value, a => new HeldActivity(a.Id.Value, a.Title, a.From));
        return [.. rows.Select(r => new PlanItemView(
            r.Item.Id.Value,
            r.Item.Level,
            r.School,
            r.SchoolName,
            r.Zone,
            r.Item.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            r.Item.Date,
            r.Item.Title,
            r.Item.Kind,
            r.Item.Note,
            r.Item.Obligation,
            r.Item.StateWith(held[r.Item.Id].Any()),
            r.Item.DoneOn,
            r.Item.DroppedFor,
            [.. held[r.Item.Id]]))];
    }

    /// <summary>An item with what belongs to it.</summary>
    internal sealed class PlanRow
    {
        public required PlanItem Item { get; init; }

        public string? School { get; init; }

        public string? SchoolName { get; init; }

        public string? Zone { get; init; }
    }
}
