using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>What somebody says of an item of a work plan by hand.</summary>
public enum PlanStep
{
    /// <summary>It is done, without an activity.</summary>
    Done,

    /// <summary>It isn't done, for a reason.</summary>
    Drop,

    /// <summary>Neither.</summary>
    Reopen,
}

/// <summary>Says by hand where an item stands.</summary>
public sealed record DecidePlanItem(PlanItemId PlanItem, PlanStep Step, string? Reason, Precondition Precondition) : ICommand<Tagged<PlanItemView>>;

internal sealed class DecidePlanItemValidator : AbstractValidator<DecidePlanItem>
{
    public DecidePlanItemValidator()
    {
        RuleFor(c => c.Reason!).Reason().When(c => c.Step == PlanStep.Drop);
        RuleFor(c => c.Reason).OptionalReason();
    }
}

internal sealed class DecidePlanItemHandler(IUnionDb db, PlanDesk desk, PlanViews views, TimeProvider clock) : IHandler<DecidePlanItem, Tagged<PlanItemView>>
{
    public async Task<Result<Tagged<PlanItemView>>> Handle(DecidePlanItem request, CancellationToken cancellationToken)
    {
        var item = await db.PlanItems.SingleAsync(p => p.Id == request.PlanItem, cancellationToken);
        if (desk.RefuseWriter(item) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(item) is { } precondition)
            return precondition;
        var refusal = request.Step switch
        {
            PlanStep.Done => item.Finish(clock.Today()),
            PlanStep.Drop => item.Drop(request.Reason!),
            _ => item.Reopen(),
        };
        if (refusal is not null)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(item.Id, false, cancellationToken);
    }
}
