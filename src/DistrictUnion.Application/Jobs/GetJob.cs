using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>One job.</summary>
public sealed record GetJob(JobId Job) : IQuery<JobView>;

internal sealed class GetJobHandler(IUnionDb db) : IHandler<GetJob, JobView>
{
    public async Task<Result<JobView>> Handle(GetJob request, CancellationToken cancellationToken) =>
        JobView.Of(await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == request.Job, cancellationToken));
}
