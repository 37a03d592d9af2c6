using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>Jobs of the district, the latest first.</summary>
public sealed record ListJobs(PageRequest Page, JobState? State) : IQuery<Page<JobView>>;

internal sealed class ListJobsHandler(IUnionDb db) : IHandler<ListJobs, Page<JobView>>
{
    public async Task<Result<Page<JobView>>> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        var jobs = db.Jobs.AsNoTracking().Where(j => request.State == null || j.State == request.State);
        var total = await jobs.CountAsync(cancellationToken);
        var items = await jobs.OrderByDescending(j => j.QueuedAt).ThenByDescending(j => j.Id)
            .Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<JobView>([.. items.Select(JobView.Of)], request.Page.Number, request.Page.Size, total);
    }
}
