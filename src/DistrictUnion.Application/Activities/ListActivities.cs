using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Activities that the caller sees, the latest first.</summary>
/// <param name="School">Code of a school; null: any.</param>
/// <param name="Kind">Kind; null: any.</param>
/// <param name="From">First day on which one may begin; null: any.</param>
/// <param name="To">Last day on which one may begin; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListActivities(string? School, ActivityKind? Kind, DateOnly? From, DateOnly? To, PageRequest Page) : IQuery<Page<ActivityView>>;

internal sealed class ListActivitiesHandler(IUnionDb db, ITenantContext tenant, ActivityViews views) : IHandler<ListActivities, Page<ActivityView>>
{
    public async Task<Result<Page<ActivityView>>> Handle(ListActivities request, CancellationToken cancellationToken)
    {
        var found = ActivitySight.Of(db, tenant.RequireCaller()).AsNoTracking()
            .Where(a => (request.School == null || db.Schools.Any(s => s.Id == a.SchoolId && s.Code == request.School))
                && (request.Kind == null || a.Kind == request.Kind) && (request.From == null || a.From >= request.From) && (request.To == null || a.From <= request.To));
        var page = await views.Rows(found).OrderByDescending(r => r.Activity.From).ThenByDescending(r => r.Activity.RecordedAt).ThenBy(r => r.Activity.Id).ToPageAsync(request.Page, cancellationToken);
        return new Page<ActivityView>(await views.OfAsync(page.Items, cancellationToken), page.Number, page.PageSize, page.Total);
    }
}
