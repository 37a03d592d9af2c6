using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Takes a step of a single application. Steps of a whole campaign, such as ranking, are the campaign's.</summary>
public sealed record StepApplication(TitleApplicationId Application, ApplicationStep Step, string? Reason, Precondition Precondition) : ICommand<Tagged<ApplicationView>>;

internal sealed class StepApplicationValidator : AbstractValidator<StepApplication>
{
    private static readonly ApplicationStep[] Explained =
    [
        ApplicationStep.Return, ApplicationStep.Forfeit, ApplicationStep.Disqualify, ApplicationStep.Reinstate, ApplicationStep.ReopenExamination, ApplicationStep.Reject,
    ];

    public StepApplicationValidator()
    {
        RuleFor(c => c.Reason!).Reason().When(c => Explained.Contains(c.Step));
        RuleFor(c => c.Reason).OptionalReason().When(c => !Explained.Contains(c.Step));
    }
}

internal sealed class StepApplicationHandler(
    IUnionDb db, ITenantContext tenant, RecommendationGate gate, ApplicationFiles files, EndedUnits ended, CampaignSelection selection, ApplicationViews views, IMessages messages, ReceiptClock clock)
    : IHandler<StepApplication, Tagged<ApplicationView>>
{
    public async Task<Result<Tagged<ApplicationView>>> Handle(StepApplication request, CancellationToken cancellationToken)
    {
        var application = await db.TitleApplications.SingleAsync(a => a.Id == request.Application, cancellationToken);
        if (request.Precondition.Against(application) is { } precondition)
            return precondition;
        if (!ApplicationSteps.AllowedIn(application.State).Contains(request.Step))
            return application.Refusal();
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == application.CampaignId, cancellationToken);
        if (await RefuseAsync(application, campaign, request.Step, cancellationToken) is { } unready)
            return unready;
        var (actor, now) = (tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
        if (application.Take(request.Step, actor, now, request.Reason) is { } refusal)
            return refusal;
        if (request.Step == ApplicationStep.Recommend)
            application.Freeze([.. (await files.RenewAsync(application, cancellationToken)).OfType<ApplicationFile>()]);
        if (campaign.State == CampaignState.Decided && !ApplicationSteps.IsActive(application.State))
            await selection.FillPlacesAcrossSchoolsAsync(campaign, actor, now, messages.Of("application.placeFree"), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(application, false, cancellationToken);
    }

    private async Task<Error?> RefuseAsync(TitleApplication application, TitleCampaign campaign, ApplicationStep step, CancellationToken cancellationToken) => step switch
    {
        ApplicationStep.Recommend => await gate.RefuseRecommendationAsync(application, campaign, cancellationToken),
        ApplicationStep.Accept when application.ReceivedAt >= campaign.DueAt => new ConflictError("application.late", Words.Camel(application.State), ["forfeit"]),
        ApplicationStep.Accept when await ended.OfAsync(application, BusinessTime.DateOf(await clock.NowAsync(cancellationToken)), cancellationToken) is { } day =>
            new ConflictError("application.unitEnded", Words.Camel(application.State), ["forfeit"]) { Arguments = new Dictionary<string, object?> { ["day"] = day } },
        ApplicationStep.Reinstate when campaign.State != CampaignState.Open => campaign.Refusal(),
        ApplicationStep.ReviewDocuments or ApplicationStep.Inspect or ApplicationStep.Survey => await gate.RefuseExaminationAsync(application, campaign, step, cancellationToken),
        _ => null,
    };
}
