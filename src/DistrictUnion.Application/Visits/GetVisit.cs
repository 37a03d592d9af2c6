using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>An on-site inspection with its checklist.</summary>
public sealed record GetVisit(VisitId Visit) : IQuery<Tagged<VisitView>>;

internal sealed class GetVisitHandler(IUnionDb db, VisitViews views) : IHandler<GetVisit, Tagged<VisitView>>
{
    public async Task<Result<Tagged<VisitView>>> Handle(GetVisit request, CancellationToken cancellationToken) =>
        await views.OfAsync(await db.Visits.AsNoTracking().SingleAsync(v => v.Id == request.Visit, cancellationToken), false, cancellationToken);
}
