using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>Opens a photo; a school opens those that an inspector confirmed.</summary>
public sealed record OpenVisitPhoto(VisitId Visit, string Photo) : IQuery<EvidenceFile>;

internal sealed class OpenVisitPhotoHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenVisitPhoto, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenVisitPhoto request, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.AsNoTracking().SingleAsync(v => v.Id == request.Visit, cancellationToken);
        var seen = tenant.RequireCaller().IsOfSchool ? visit.Report?.Photos ?? [] : visit.Photos;
        return Guid.TryParse(request.Photo, out var id) && seen.FirstOrDefault(p => p.Id == id) is { } photo
            ? new EvidenceFile(photo.File.Name, photo.File.MediaType, photo.File.Hash, photo.Actor == tenant.RequireCaller().UserName)
            : new NotFoundError();
    }
}
