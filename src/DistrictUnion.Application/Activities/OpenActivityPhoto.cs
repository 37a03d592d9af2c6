using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Opens a photo of an activity.</summary>
public sealed record OpenActivityPhoto(ActivityId Activity, string Photo) : IQuery<EvidenceFile>;

internal sealed class OpenActivityPhotoHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenActivityPhoto, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenActivityPhoto request, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.AsNoTracking().SingleAsync(a => a.Id == request.Activity, cancellationToken);
        return Guid.TryParse(request.Photo, out var id) && activity.Photos.FirstOrDefault(p => p.Id == id) is { } photo
            ? new EvidenceFile(photo.File.Name, photo.File.MediaType, photo.File.Hash, tenant.RequireCaller().IsOfSchool)
            : new NotFoundError();
    }
}
