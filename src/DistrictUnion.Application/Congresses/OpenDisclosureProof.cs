using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Opens a proof of something made public.</summary>
public sealed record OpenDisclosureProof(DisclosureId Disclosure, string Proof) : IQuery<EvidenceFile>;

internal sealed class OpenDisclosureProofHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenDisclosureProof, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenDisclosureProof request, CancellationToken cancellationToken)
    {
        var disclosure = await db.Disclosures.AsNoTracking().SingleAsync(d => d.Id == request.Disclosure, cancellationToken);
        return Guid.TryParse(request.Proof, out var id) && disclosure.Proofs.FirstOrDefault(p => p.Id == id) is { } proof
            ? new EvidenceFile(proof.File.Name, proof.File.MediaType, proof.File.Hash, tenant.RequireCaller().IsOfSchool)
            : new NotFoundError();
    }
}
