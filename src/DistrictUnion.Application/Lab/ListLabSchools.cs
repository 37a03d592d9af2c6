using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>Schools of a trial, those that move most first.</summary>
/// <param name="Run">Trial.</param>
/// <param name="OnlyCrossing">Only those that cross a line.</param>
/// <param name="Page">Page.</param>
public sealed record ListLabSchools(LabRunId Run, bool OnlyCrossing, PageRequest Page) : IQuery<Page<LabSchool>>;

internal sealed class ListLabSchoolsHandler(IUnionDb db) : IHandler<ListLabSchools, Page<LabSchool>>
{
    public async Task<Result<Page<LabSchool>>> Handle(ListLabSchools request, CancellationToken cancellationToken)
    {
        var text = await db.LabResults.AsNoTracking().Where(r => r.RunId == request.Run).Select(r => r.Schools).SingleAsync(cancellationToken);
        var rows = Json.Read<List<LabSchool>>(text).Where(r => !request.OnlyCrossing || r.Crossings.Count > 0).ToList();
        return new Page<LabSchool>([.. rows.Skip(request.Page.Skip).Take(request.Page.Size)], request.Page.Number, request.Page.Size, rows.Count);
    }
}
