using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Activities;

/// <summary>An activity and what it counts for.</summary>
public sealed record GetActivity(ActivityId Activity) : IQuery<Tagged<ActivityView>>;

internal sealed class GetActivityHandler(ActivityViews views) : IHandler<GetActivity, Tagged<ActivityView>>
{
    public async Task<Result<Tagged<ActivityView>>> Handle(GetActivity request, CancellationToken cancellationToken) => await views.OfAsync(request.Activity, false, cancellationToken);
}
