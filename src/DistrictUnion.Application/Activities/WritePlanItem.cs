using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Writes an item into the work plan of the caller's unit, or writes one anew.</summary>
public sealed record WritePlanItem(PlanItemId? Existing, PlanInput Body, Precondition Precondition) : ICommand<Tagged<PlanItemView>>;

internal sealed class WritePlanItemValidator : AbstractValidator<WritePlanItem>
{
    public WritePlanItemValidator() => RuleFor(c => c.Body).SetValidator(new PlanInputValidator());
}

internal sealed class WritePlanItemHandler(IUnionDb db, ITenantContext tenant, PlanDesk desk, PlanViews views) : IHandler<WritePlanItem, Tagged<PlanItemView>>
{
    /// <summary>Items of a unit in one year.</summary>
    private const int Most = 500;

    public async Task<Result<Tagged<PlanItemView>>> Handle(WritePlanItem request, CancellationToken cancellationToken)
    {
        var item = request.Existing is { } id ? await db.PlanItems.SingleAsync(p => p.Id == id, cancellationToken) : null;
        if (item is not null && desk.RefuseWriter(item) is { } notTheirs)
            return notTheirs;
        var line = await desk.ReadAsync(request.Body, cancellationToken);
        if (!line.IsSuccess)
            return line.As<Tagged<PlanItemView>>();
        if (item is not null && request.Precondition.Against(item) is { } precondition)
            return precondition;
        var created = item is null;
        if (item is null)
        {
            var year = line.Value.Month.Year;
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            if (await desk.Own.CountAsync(p => p.Month >= from && p.Month <= to, cancellationToken) >= Most)
                return ValidationError.Of("month", "plan.tooMany", ("most", Most));
            var (school, zone) = desk.OwnUnit;
            item = PlanItem.Write(tenant.RequireCaller().DistrictId, school, zone, line.Value);
            db.PlanItems.Add(item);
        }
        else
        {
            item.Change(line.Value);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(item.Id, created, cancellationToken);
    }
}
