using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Plan against done in one month.</summary>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="Planned">Items still to be done.</param>
/// <param name="Done">Items done.</param>
/// <param name="Dropped">Items given up.</param>
/// <param name="Activities">Activities held, planned or not.</param>
public sealed record PlanMonth(int Month, int Planned, int Done, int Dropped, int Activities);

/// <summary>Plan against done of a school.</summary>
/// <param name="School">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Months">Months in which something was planned or held.</param>
public sealed record PlanProgress(string School, string Name, string Zone, IReadOnlyList<PlanMonth> Months);

/// <summary>Plan against done of a calendar year by school: a school its own, a zone lead the zone's, the district all.</summary>
public sealed record GetPlanProgress(int? Year, string? Zone, PageRequest Page) : IQuery<Page<PlanProgress>>;

internal sealed class GetPlanProgressHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<GetPlanProgress, Page<PlanProgress>>
{
    public async Task<Result<Page<PlanProgress>>> Handle(GetPlanProgress request, CancellationToken cancellationToken)
    {
        var (caller, year) = (tenant.RequireCaller(), request.Year ?? clock.Today().Year);
        if (year is < PlanYear.First or > PlanYear.Last)
            return ValidationError.Of("year", "plan.year");
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var schools = await db.Schools.AsNoTracking()
            .Where(s => (caller.OwnZone == null || s.ZoneId == caller.OwnZone) && (request.Zone == null || db.Zones.Any(z => z.Id == s.ZoneId && z.Code == request.Zone)))
            .Where(s => (s.ActiveFrom == null || s.ActiveFrom <= to) && (s.ActiveTo == null || s.ActiveTo > from))
            .OrderBy(s => s.Code).Select(s => new { s.Id, s.Code, s.Name, Zone = db.Zones.Where(z => z.Id == s.ZoneId).Select(z => z.Code).First() })
            .ToPageAsync(request.Page, cancellationToken);
        var ids = schools.Items.Select(s => (SchoolId?)s.Id).ToList();
        var items = (await db.PlanItems.AsNoTracking().Where(p => ids.Contains(p.SchoolId) && p.Month >= from && p.Month <= to)
            .Select(p => new
            {
                p.SchoolId,
                p.Month,
                IsDone = p.DoneOn != null || db.Activities.Any(a => a.PlanItemId == p.Id && a.CancelledFor == null),
                IsDropped = p.DroppedFor != null,
            }).ToListAsync(cancellationToken)).ToLookup(p => (p.SchoolId!.Value, p.Month.Month), p => p.IsDone ? PlanItemState.Done : p.IsDropped ? PlanItemState.Dropped : PlanItemState.Planned);
        var held = (await db.Activities.AsNoTracking().Where(a => ids.Contains(a.SchoolId) && a.CancelledFor == null && a.From >= from && a.From <= to)
            .GroupBy(a => new { a.SchoolId, a.From.Month }).Select(g => new { g.Key.SchoolId, g.Key.Month, Count = g.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(a => (a.SchoolId, a.Month), a => a.Count);
        return new Page<PlanProgress>(
            [.. schools.Items.Select(s => new PlanProgress(s.Code, s.Name, s.Zone, [.. Enumerable.Range(1, 12).Select(m => MonthOf(m, items[(s.Id, m)], held.GetValueOrDefault((s.Id, m)))).OfType<PlanMonth>()]))],
            schools.Number,
            schools.PageSize,
            schools.Total);
    }

    private static PlanMonth? MonthOf(int month, IEnumerable<PlanItemState> states, int held)
    {
        var counts = states.CountBy(s => s).ToDictionary();
        return counts.Count == 0 && held == 0
            ? null
            : new PlanMonth(month, counts.GetValueOrDefault(PlanItemState.Planned), counts.GetValueOrDefault(PlanItemState.Done), counts.GetValueOrDefault(PlanItemState.Dropped), held);
    }
}
