using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>One trial.</summary>
public sealed record GetLabRun(LabRunId Run) : IQuery<Tagged<LabRunView>>;

internal sealed class GetLabRunHandler(IUnionDb db, LabViews views) : IHandler<GetLabRun, Tagged<LabRunView>>
{
    public async Task<Result<Tagged<LabRunView>>> Handle(GetLabRun request, CancellationToken cancellationToken)
    {
        var found = await views.Name(db.LabRuns.AsNoTracking().Where(r => r.Id == request.Run)).SingleAsync(cancellationToken);
        return new Tagged<LabRunView>(LabViews.Of(found), found.Run.Version);
    }
}
