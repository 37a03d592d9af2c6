using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Forgets an upload that nobody goes on with.</summary>
public sealed record DropUpload(RoundId Round, SchoolId School, EvidenceUploadId Upload) : ICommand<Nothing>;

internal sealed class DropUploadValidator : AbstractValidator<DropUpload>
{
    public DropUploadValidator() => RuleFor(c => c.Upload).NotEmpty().WithErrorCode("evidence.unknown");
}

internal sealed class DropUploadHandler(IUnionDb db, ITenantContext tenant, IEvidenceStore store) : IHandler<DropUpload, Nothing>
{
    public async Task<Result<Nothing>> Handle(DropUpload request, CancellationToken cancellationToken)
    {
        var upload = await db.EvidenceUploads.SingleOrDefaultAsync(
            u => u.Id == request.Upload && u.RoundId == request.Round && u.SchoolId == request.School, cancellationToken);
        if (upload is null)
            return new NotFoundError();
        db.EvidenceUploads.Remove(upload);
        store.Discard(tenant.RequireCaller().DistrictId, upload.Id);
        return default(Nothing);
    }
}
