using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>Trials, the latest first.</summary>
/// <param name="Round">Code of a round; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListLabRuns(string? Round, PageRequest Page) : IQuery<Page<LabRunView>>;

internal sealed class ListLabRunsHandler(IUnionDb db, LabViews views) : IHandler<ListLabRuns, Page<LabRunView>>
{
    public async Task<Result<Page<LabRunView>>> Handle(ListLabRuns request, CancellationToken cancellationToken)
    {
        var runs = db.LabRuns.AsNoTracking().Where(r => request.Round == null || db.Rounds.Any(o => o.Id == r.RoundId && o.Code == request.Round)).OrderByDescending(r => r.At).ThenBy(r => r.Id);
        var total = await runs.CountAsync(cancellationToken);
        var items = await views.Name(runs.Skip(request.Page.Skip).Take(request.Page.Size)).ToListAsync(cancellationToken);
        return new Page<LabRunView>([.. items.OrderByDescending(r => r.Run.At).ThenBy(r => r.Run.Id.Value).Select(LabViews.Of)], request.Page.Number, request.Page.Size, total);
    }
}
