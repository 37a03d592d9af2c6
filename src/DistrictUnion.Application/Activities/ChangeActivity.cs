using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Tells an activity anew.</summary>
public sealed record ChangeActivity(ActivityId Activity, ActivityInput Body, Precondition Precondition) : ICommand<Tagged<ActivityView>>;

internal sealed class ChangeActivityValidator : AbstractValidator<ChangeActivity>
{
    public ChangeActivityValidator(TimeProvider clock) => RuleFor(c => c.Body).SetValidator(new ActivityInputValidator(clock));
}

internal sealed class ChangeActivityHandler(IUnionDb db, ActivityDesk desk, ActivityObligations obligations, ActivityViews views) : IHandler<ChangeActivity, Tagged<ActivityView>>
{
    public async Task<Result<Tagged<ActivityView>>> Handle(ChangeActivity request, CancellationToken cancellationToken)
    {
        var school = await db.Activities.Where(a => a.Id == request.Activity).Select(a => a.SchoolId).SingleAsync(cancellationToken);
        await using var work = await desk.BeginAcrossSchoolsAsync(school, cancellationToken);
        var activity = await db.Activities.SingleAsync(a => a.Id == request.Activity, cancellationToken);
        if (await desk.RefuseWriterAsync(activity, cancellationToken) is { } notTheirs)
            return notTheirs;
        var account = await desk.ReadAsync(school, request.Body, cancellationToken);
        if (!account.IsSuccess)
            return account.As<Tagged<ActivityView>>();
        if (request.Precondition.Against(activity) is { } precondition)
            return precondition;
        if (activity.Change(account.Value) is { } refusal)
            return refusal;
        await obligations.FollowAsync(activity, cancellationToken);
        await desk.ScoreAsync(work, school, cancellationToken);
        return await views.OfAsync(activity.Id, false, cancellationToken);
    }
}
