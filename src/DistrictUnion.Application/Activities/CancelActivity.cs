using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Calls an activity off with a reason: it counts nowhere any more, and stays to be seen.</summary>
public sealed record CancelActivity(ActivityId Activity, string Reason, Precondition Precondition) : ICommand<Tagged<ActivityView>>;

internal sealed class CancelActivityValidator : AbstractValidator<CancelActivity>
{
    public CancelActivityValidator() => RuleFor(c => c.Reason).Reason();
}

internal sealed class CancelActivityHandler(IUnionDb db, ActivityDesk desk, ActivityObligations obligations, ActivityViews views) : IHandler<CancelActivity, Tagged<ActivityView>>
{
    public async Task<Result<Tagged<ActivityView>>> Handle(CancelActivity request, CancellationToken cancellationToken)
    {
        var school = await db.Activities.Where(a => a.Id == request.Activity).Select(a => a.SchoolId).SingleAsync(cancellationToken);
        await using var work = await desk.BeginAcrossSchoolsAsync(school, cancellationToken);
        var activity = await db.Activities.SingleAsync(a => a.Id == request.Activity, cancellationToken);
        if (await desk.RefuseWriterAsync(activity, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(activity) is { } precondition)
            return precondition;
        if (activity.Cancel(request.Reason) is { } refusal)
            return refusal;
        await obligations.FollowAsync(activity, cancellationToken);
        await desk.ScoreAsync(work, school, cancellationToken);
        return await views.OfAsync(activity.Id, false, cancellationToken);
    }
}
