using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Which file it is, so that its bytes can be handed out.</summary>
/// <param name="Name">Name to save it under.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Hash">Where it lies.</param>
public sealed record EvidenceFile(string Name, string MediaType, string Hash);

/// <summary>Opens a file within the caller's reach.</summary>
public sealed record OpenEvidence(RoundId Round, SchoolId School, EvidenceId Evidence) : IQuery<EvidenceFile>;

internal sealed class OpenEvidenceHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenEvidence, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenEvidence request, CancellationToken cancellationToken)
    {
        var found = await EvidenceSight.Of(db, tenant, request.Round, request.School).Where(e => e.Id == request.Evidence)
            .Select(e => new EvidenceFile(e.Name, e.MediaType, e.Hash)).SingleOrDefaultAsync(cancellationToken);
        return found is null ? new NotFoundError() : found;
    }
}
