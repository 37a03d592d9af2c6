using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>Jobs of the district, the latest first.</summary>
/// <param name="Page">Page.</param>
/// <param name="State">State; null: any.</param>
/// <param name="Kind">Kind of work; null: any.</param>
/// <param name="Definition">Recurring job that queued them; null: any.</param>
public sealed record ListJobs(PageRequest Page, JobState? State, string? Kind = null, string? Definition = null) : IQuery<Page<JobView>>;

internal sealed class ListJobsHandler(IUnionDb db) : IHandler<ListJobs, Page<JobView>>
{
    public async Task<Result<Page<JobView>>> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        var jobs = db.Jobs.AsNoTracking().Where(j => (request.State == null || j.State == request.State)
            && (request.Kind == null || j.Kind == request.Kind) && (request.Definition == null || j.Definition == request.Definition));
        var total = await jobs.CountAsync(cancellationToken);
        var items = await jobs.OrderByDescending(j => j.QueuedAt).ThenByDescending(j => j.Id)
            .Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<JobView>([.. items.Select(JobView.Of)], request.Page.Number, request.Page.Size, total);
    }
}
