using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>Applicants of the campaign that a trial selected again, those that cross the line first; none without a campaign.</summary>
/// <param name="Run">Trial.</param>
/// <param name="OnlyCrossing">Only those that cross the line.</param>
/// <param name="Page">Page.</param>
public sealed record ListLabApplications(LabRunId Run, bool OnlyCrossing, PageRequest Page) : IQuery<Page<LabApplication>>;

internal sealed class ListLabApplicationsHandler(IUnionDb db) : IHandler<ListLabApplications, Page<LabApplication>>
{
    public async Task<Result<Page<LabApplication>>> Handle(ListLabApplications request, CancellationToken cancellationToken)
    {
        var text = await db.LabResults.AsNoTracking().Where(r => r.RunId == request.Run).Select(r => r.Applications).SingleAsync(cancellationToken);
        var rows = Json.Read<List<LabApplication>>(text).Where(r => !request.OnlyCrossing || r.Crossing is not null).ToList();
        return new Page<LabApplication>(
            [.. rows.Skip(request.Page.Skip).Take(request.Page.Size).Select(r => r with { Before = LabViews.Plain(r.Before), After = LabViews.Plain(r.After) })], request.Page.Number, request.Page.Size, rows.Count);
    }
}
