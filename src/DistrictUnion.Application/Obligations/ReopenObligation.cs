using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Takes back what was handed in; what evidence fulfilled goes with the evidence only.</summary>
public sealed record ReopenObligation(ObligationId Obligation, string? Reason, Precondition Precondition) : ICommand<Tagged<ObligationView>>;

internal sealed class ReopenObligationValidator : AbstractValidator<ReopenObligation>
{
    public ReopenObligationValidator() => RuleFor(c => c.Reason).OptionalReason();
}

internal sealed class ReopenObligationHandler(IUnionDb db, ITenantContext tenant, ObligationDesk desk, ObligationViews views, TimeProvider clock) : IHandler<ReopenObligation, Tagged<ObligationView>>
{
    public async Task<Result<Tagged<ObligationView>>> Handle(ReopenObligation request, CancellationToken cancellationToken)
    {
        var obligation = await db.Obligations.SingleAsync(o => o.Id == request.Obligation, cancellationToken);
        if (desk.RefuseFulfilment(obligation) is { } notTheirs)
            return notTheirs;
        if (request.Reason is null && !desk.IsOwn(obligation))
            return ValidationError.Of("reason", "obligation.onBehalf");
        if (request.Precondition.Against(obligation) is { } precondition)
            return precondition;
        if (obligation.Reference is not null)
            return new ConflictError("obligation.byEvidence", Words.Camel(obligation.StateOn(clock.Today())), []);
        if (obligation.Reopen(tenant.RequireCaller().UserName, clock.GetUtcNow(), clock.Today(), request.Reason) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(obligation.Id, cancellationToken);
    }
}
