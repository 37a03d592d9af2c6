using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Takes an item out of the work plan; one that an activity names stays.</summary>
public sealed record RemovePlanItem(PlanItemId PlanItem, Precondition Precondition) : ICommand<Nothing>;

internal sealed class RemovePlanItemValidator : AbstractValidator<RemovePlanItem>
{
    public RemovePlanItemValidator() => RuleFor(c => c.PlanItem).NotEmpty().WithErrorCode("plan.unknown");
}

internal sealed class RemovePlanItemHandler(IUnionDb db, PlanDesk desk) : IHandler<RemovePlanItem, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemovePlanItem request, CancellationToken cancellationToken)
    {
        var item = await db.PlanItems.SingleAsync(p => p.Id == request.PlanItem, cancellationToken);
        if (desk.RefuseWriter(item) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(item) is { } precondition)
            return precondition;
        if (await db.Activities.AnyAsync(a => a.PlanItemId == item.Id, cancellationToken))
            return new ConflictError("plan.inUse", "done", ["drop"]);
        db.PlanItems.Remove(item);
        return default(Nothing);
    }
}
