using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Takes a proof of something made public away.</summary>
public sealed record RemoveDisclosureProof(DisclosureId Disclosure, string Proof) : ICommand<Nothing>;

internal sealed class RemoveDisclosureProofValidator : AbstractValidator<RemoveDisclosureProof>
{
    public RemoveDisclosureProofValidator() => RuleFor(c => c.Proof).NotEmpty().WithErrorCode("notFound");
}

internal sealed class RemoveDisclosureProofHandler(IUnionDb db, DisclosureDesk desk) : IHandler<RemoveDisclosureProof, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveDisclosureProof request, CancellationToken cancellationToken)
    {
        var known = await db.Disclosures.AsNoTracking().Where(d => d.Id == request.Disclosure).Select(d => d.Proofs).SingleAsync(cancellationToken);
        if (!Guid.TryParse(request.Proof, out var id) || known.FirstOrDefault(p => p.Id == id) is not { } proof)
            return new NotFoundError();
        var removed = await desk.StepAsync(request.Disclosure, Precondition.Any, d => d.Remove(proof), false, cancellationToken);
        return removed.Error is { } refusal ? refusal : default(Nothing);
    }
}
