using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Which file it is, so that its bytes can be handed out.</summary>
/// <param name="Name">Name to save it under.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Hash">Where it lies.</param>
/// <param name="IsOwn">Whether the caller uploaded it, or the caller's school did.</param>
public sealed record EvidenceFile(string Name, string MediaType, string Hash, bool IsOwn);

/// <summary>Opens a file within the caller's reach, or an earlier version of it by its number.</summary>
public sealed record OpenEvidence(RoundId Round, SchoolId School, EvidenceId Evidence, int? Version = null) : IQuery<EvidenceFile>;

internal sealed class OpenEvidenceHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenEvidence, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenEvidence request, CancellationToken cancellationToken)
    {
        var seen = EvidenceSight.Of(db, tenant, request.Round, request.School).Where(e => e.Id == request.Evidence);
        var file = request.Version is { } number
            ? seen.Where(e => e.Number == number).Union(EvidenceSight.EarlierOf(db, tenant, seen).Where(e => e.Number == number))
            : seen;
        var (isOfSchool, actor) = (tenant.RequireCaller().IsOfSchool, tenant.RequireCaller().UserName);
        var found = await file
            .Select(e => new EvidenceFile(e.Name, e.MediaType, e.Hash, isOfSchool || e.Actor == actor)).SingleOrDefaultAsync(cancellationToken);
        return found is null ? new NotFoundError() : found;
    }
}
