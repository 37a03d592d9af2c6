using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>The work plan of a calendar year by month: the caller's own unit's, or a school's by its code.</summary>
public sealed record ListPlanItems(int? Year, string? School, PageRequest Page) : IQuery<Page<PlanItemView>>;

internal sealed class ListPlanItemsHandler(IUnionDb db, ITenantContext tenant, PlanDesk desk, PlanViews views, TimeProvider clock) : IHandler<ListPlanItems, Page<PlanItemView>>
{
    public async Task<Result<Page<PlanItemView>>> Handle(ListPlanItems request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year;
        if (year is < PlanYear.First or > PlanYear.Last)
            return ValidationError.Of("year", "plan.year");
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var seen = request.School is { } school
            ? PlanSight.Of(db, tenant.RequireCaller()).Where(p => db.Schools.Any(s => s.Id == p.SchoolId && s.Code == school))
            : desk.Own;
        var page = await views.Rows(seen.AsNoTracking().Where(p => p.Month >= from && p.Month <= to).OrderBy(p => p.Month).ThenBy(p => p.Date ?? DateOnly.MaxValue).ThenBy(p => p.Id))
            .ToPageAsync(request.Page, cancellationToken);
        return new Page<PlanItemView>(await views.OfAsync(page.Items, cancellationToken), page.Number, page.PageSize, page.Total);
    }
}
