using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Activities;

/// <summary>Records an activity of the caller's school. Facts, scores and obligations follow in the same transaction.</summary>
public sealed record RecordActivity(ActivityInput Body) : ICommand<Tagged<ActivityView>>;

internal sealed class RecordActivityValidator : AbstractValidator<RecordActivity>
{
    public RecordActivityValidator(TimeProvider clock) => RuleFor(c => c.Body).SetValidator(new ActivityInputValidator(clock));
}

internal sealed class RecordActivityHandler(IUnionDb db, ITenantContext tenant, ActivityDesk desk, ActivityObligations obligations, ActivityViews views, ReceiptClock clock)
    : IHandler<RecordActivity, Tagged<ActivityView>>
{
    public async Task<Result<Tagged<ActivityView>>> Handle(RecordActivity request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (!caller.IsOfSchool || caller.Post!.SchoolId is not { } school)
            return new ForbiddenError();
        await using var work = await desk.BeginAcrossSchoolsAsync(school, cancellationToken);
        var account = await desk.ReadAsync(school, request.Body, cancellationToken);
        if (!account.IsSuccess)
            return account.As<Tagged<ActivityView>>();
        var activity = Activity.Record(caller.DistrictId, school, account.Value, caller.UserName, await clock.NowAsync(cancellationToken));
        db.Activities.Add(activity);
        await obligations.FulfilAsync(activity, cancellationToken);
        await desk.ScoreAsync(work, school, cancellationToken);
        return await views.OfAsync(activity.Id, true, cancellationToken);
    }
}
