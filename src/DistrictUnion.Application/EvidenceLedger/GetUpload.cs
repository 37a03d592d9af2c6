using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>How far an upload is, and what is needed to go on with it.</summary>
/// <param name="View">How far it is.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Purpose">What it is to prove.</param>
/// <param name="Replaces">File that it is to replace; null: it is a new one.</param>
/// <param name="PictureHash">Difference hash of a picture; null: not told.</param>
public sealed record UploadState(UploadView View, string Name, EvidencePurpose Purpose, EvidenceId? Replaces, string? PictureHash);

/// <summary>Where an upload stands.</summary>
public sealed record GetUpload(RoundId Round, SchoolId School, EvidenceUploadId Upload) : IQuery<UploadState>;

internal sealed class GetUploadHandler(IUnionDb db, ITenantContext tenant, IEvidenceStore store) : IHandler<GetUpload, UploadState>
{
    public async Task<Result<UploadState>> Handle(GetUpload request, CancellationToken cancellationToken)
    {
        var upload = await db.EvidenceUploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == request.Upload && u.RoundId == request.Round && u.SchoolId == request.School, cancellationToken);
        return upload is null
            ? new NotFoundError()
            : new UploadState(new UploadView(upload.Id.Value, upload.Size, store.Received(tenant.RequireCaller().DistrictId, upload.Id)), upload.Name, upload.Purpose, upload.Replaces, PictureHash.Text(upload.PictureHash));
    }
}
