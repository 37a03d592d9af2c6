using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Obligations that the caller sees, the first due first; those without a due day stand where they would be due.</summary>
/// <param name="Unit">Code of a unit; of a school also its branches'. Null: any.</param>
/// <param name="Level">Level of the unit; null: any.</param>
/// <param name="Template">Code of a template; null: any.</param>
/// <param name="State">State today; null: any.</param>
/// <param name="DueFrom">First due day; null: any.</param>
/// <param name="DueTo">Last due day; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListObligations(string? Unit, UnitLevel? Level, string? Template, ObligationState? State, DateOnly? DueFrom, DateOnly? DueTo, PageRequest Page) : IQuery<Page<ObligationView>>;

internal sealed class ListObligationsHandler(IUnionDb db, ITenantContext tenant, ObligationViews views, TimeProvider clock) : IHandler<ListObligations, Page<ObligationView>>
{
    public async Task<Result<Page<ObligationView>>> Handle(ListObligations request, CancellationToken cancellationToken)
    {
        var found = ObligationSight.Of(db, tenant.RequireCaller()).AsNoTracking()
            .Where(o => (request.Unit == null || o.Unit == request.Unit || db.Schools.Any(s => s.Id == o.SchoolId && s.Code == request.Unit))
                && (request.Level == null || o.Level == request.Level)
                && (request.Template == null || o.Template == request.Template)
                && (request.DueFrom == null || (o.DueOn ?? o.BasisOn) >= request.DueFrom)
                && (request.DueTo == null || (o.DueOn ?? o.BasisOn) <= request.DueTo));
        if (request.State is { } state)
            found = found.In(state, clock.Today());
        var page = await views.Rows(found.OrderBy(o => o.DueOn ?? o.BasisOn).ThenBy(o => o.Code)).ToPageAsync(request.Page, cancellationToken);
        return new Page<ObligationView>(await views.OfAsync(page.Items, cancellationToken), page.Number, page.PageSize, page.Total);
    }
}
