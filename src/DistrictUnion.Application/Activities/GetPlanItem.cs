using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Activities;

/// <summary>An item of a work plan and what was done about it.</summary>
public sealed record GetPlanItem(PlanItemId PlanItem) : IQuery<Tagged<PlanItemView>>;

internal sealed class GetPlanItemHandler(PlanViews views) : IHandler<GetPlanItem, Tagged<PlanItemView>>
{
    public async Task<Result<Tagged<PlanItemView>>> Handle(GetPlanItem request, CancellationToken cancellationToken) => await views.OfAsync(request.PlanItem, false, cancellationToken);
}
