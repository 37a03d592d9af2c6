using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Adds a proof of something made public; the same file sent twice is kept once.</summary>
public sealed record AddDisclosureProof(DisclosureId Disclosure, Domain.EvidenceLedger.KeptFile File) : ICommand<Tagged<DisclosureView>>;

internal sealed class AddDisclosureProofValidator : AbstractValidator<AddDisclosureProof>
{
    public AddDisclosureProofValidator() => RuleFor(c => c.File).NotNull().WithErrorCode("evidence.fileMissing");
}

internal sealed class AddDisclosureProofHandler(IUnionDb db, ITenantContext tenant, DisclosureDesk desk, DisclosureViews views, ReceiptClock clock) : IHandler<AddDisclosureProof, Tagged<DisclosureView>>
{
    public async Task<Result<Tagged<DisclosureView>>> Handle(AddDisclosureProof request, CancellationToken cancellationToken)
    {
        var known = await db.Disclosures.AsNoTracking().Where(d => d.Id == request.Disclosure).Select(d => d.Proofs).SingleAsync(cancellationToken);
        if (known.Any(p => p.File.Hash == request.File.Hash))
            return await views.OfAsync(request.Disclosure, false, cancellationToken);
        var proof = new DisclosureProof(Guid.NewGuid(), request.File, tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
        return await desk.StepAsync(request.Disclosure, Precondition.Any, d => d.Add(proof), true, cancellationToken);
    }
}
