using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Waives an obligation, or demands it again.</summary>
/// <param name="Obligation">Obligation.</param>
/// <param name="IsWaived">Whether it is waived; else demanded again.</param>
/// <param name="Reason">Why.</param>
/// <param name="Precondition">What the caller knows of it.</param>
public sealed record WaiveObligation(ObligationId Obligation, bool IsWaived, string? Reason, Precondition Precondition) : ICommand<Tagged<ObligationView>>;

internal sealed class WaiveObligationValidator : AbstractValidator<WaiveObligation>
{
    public WaiveObligationValidator()
    {
        RuleFor(c => c.Reason!).Reason().When(c => c.IsWaived);
        RuleFor(c => c.Reason).OptionalReason().When(c => !c.IsWaived);
    }
}

internal sealed class WaiveObligationHandler(IUnionDb db, ITenantContext tenant, ObligationDesk desk, ObligationViews views, TimeProvider clock) : IHandler<WaiveObligation, Tagged<ObligationView>>
{
    public async Task<Result<Tagged<ObligationView>>> Handle(WaiveObligation request, CancellationToken cancellationToken)
    {
        var obligation = await db.Obligations.SingleAsync(o => o.Id == request.Obligation, cancellationToken);
        if (desk.RefuseWaiver(obligation) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(obligation) is { } precondition)
            return precondition;
        var (actor, now, today) = (tenant.RequireCaller().UserName, clock.GetUtcNow(), clock.Today());
        if ((request.IsWaived ? obligation.Waive(request.Reason!, actor, now, today) : obligation.Unwaive(actor, now, today, request.Reason)) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(obligation.Id, cancellationToken);
    }
}
