using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>A step of a campaign that needs no more than a reason.</summary>
public enum CampaignStep
{
    /// <summary>Take applications.</summary>
    Open,

    /// <summary>Take the ranking back.</summary>
    Unrank,

    /// <summary>Take the decision back.</summary>
    Rescind,

    /// <summary>Give free places to reserves.</summary>
    FillPlaces,

    /// <summary>Nominate the best to the next level.</summary>
    Nominate,

    /// <summary>Take the nomination back.</summary>
    WithdrawNomination,

    /// <summary>End it: whoever is still in reserve is not chosen.</summary>
    End,
}

/// <summary>Takes a step.</summary>
public sealed record DecideCampaign(TitleCampaignId Campaign, CampaignStep Step, string? Reason, Precondition Precondition) : ICommand<Tagged<CampaignView>>;

internal sealed class DecideCampaignValidator : AbstractValidator<DecideCampaign>
{
    public DecideCampaignValidator() => RuleFor(c => c.Reason!).Reason().When(c => c.Step is CampaignStep.Unrank or CampaignStep.Rescind or CampaignStep.FillPlaces or CampaignStep.WithdrawNomination);
}

internal sealed class DecideCampaignHandler(IUnionDb db, ITenantContext tenant, CampaignSelection selection, EndedUnits ended, CampaignNomination nomination, ObligationLedger obligations, CampaignViews views, IMessages messages, TimeProvider clock)
    : IHandler<DecideCampaign, Tagged<CampaignView>>
{
    public async Task<Result<Tagged<CampaignView>>> Handle(DecideCampaign request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        var refusal = request.Step switch
        {
            CampaignStep.Open => campaign.Open(await db.TitleProgrammes.Where(p => p.Id == campaign.ProgrammeId).Select(p => p.Definition).SingleAsync(cancellationToken), actor, now),
            CampaignStep.Unrank => await UnrankAsync(campaign, actor, now, request.Reason!, cancellationToken),
            CampaignStep.Rescind => await RescindAsync(campaign, actor, now, request.Reason!, cancellationToken),
            CampaignStep.FillPlaces => await FillAsync(campaign, actor, now, request.Reason!, cancellationToken),
            CampaignStep.Nominate => await nomination.NominateAsync(campaign, actor, request.Reason, cancellationToken),
            CampaignStep.WithdrawNomination => await nomination.WithdrawAsync(campaign, actor, request.Reason!, cancellationToken),
            _ => await EndAsync(campaign, actor, now, cancellationToken),
        };
        if (refusal is not null)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(campaign, false, cancellationToken);
    }

    private async Task<Error?> UnrankAsync(TitleCampaign campaign, string actor, DateTimeOffset now, string reason, CancellationToken cancellationToken)
    {
        var rankedAt = campaign.Trail.LastOrDefault(t => t.Step == "rank")?.At;
        if (campaign.Unrank(actor, now, reason) is { } refusal)
            return refusal;
        foreach (var application in await InStatesAsync(campaign, [ApplicationState.Ranked], cancellationToken))
            application.Take(ApplicationStep.Unrank, actor, now, reason);

        // What the ranking itself refused comes back with it; what people refused stays.
        foreach (var application in await InStatesAsync(campaign, [ApplicationState.Forfeited, ApplicationState.Rejected, ApplicationState.Disqualified], cancellationToken))
        {
            if (application.Trail[^1].At == rankedAt)
                application.Take(ApplicationStep.Reinstate, actor, now, reason);
        }

        return null;
    }

    private async Task<Error?> RescindAsync(TitleCampaign campaign, string actor, DateTimeOffset now, string reason, CancellationToken cancellationToken)
    {
        if ((await InStatesAsync(campaign, [ApplicationState.InPublicity, ApplicationState.Objected, ApplicationState.Awarded], cancellationToken)).Count > 0)
            return new ConflictError("campaign.inPublic", Words.Camel(campaign.State), ["cancelPublicity"]);
        if (campaign.Rescind(actor, now, reason) is { } refusal)
            return refusal;
        foreach (var application in await InStatesAsync(campaign, [ApplicationState.Shortlisted, ApplicationState.Decided], cancellationToken))
            application.Take(ApplicationStep.RescindDecision, actor, now, reason);
        await obligations.DropAsync(ObligationTrigger.NomineesDecided, UnitKey.District, campaign.Code, cancellationToken);
        return null;
    }

    private async Task<Error?> FillAsync(TitleCampaign campaign, string actor, DateTimeOffset now, string reason, CancellationToken cancellationToken)
    {
        if (campaign.State != CampaignState.Decided)
            return campaign.Refusal();
        await ended.LapseAsync(await db.TitleApplications.Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken), clock.Today(), actor, now, cancellationToken);
        await selection.FillPlacesAcrossSchoolsAsync(campaign, actor, now, reason, cancellationToken);
        return null;
    }

    private async Task<Error?> EndAsync(TitleCampaign campaign, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await InStatesAsync(campaign, [ApplicationState.Shortlisted, ApplicationState.InPublicity, ApplicationState.Objected], cancellationToken)).Count > 0)
            return new ConflictError("campaign.notThrough", Words.Camel(campaign.State), ["publicise", "award"]);
        if (campaign.End(actor, now) is { } refusal)
            return refusal;
        foreach (var application in await InStatesAsync(campaign, [ApplicationState.Decided], cancellationToken))
            application.Take(ApplicationStep.Reject, actor, now, messages.Of("application.notChosen"));
        return null;
    }

    private Task<List<TitleApplication>> InStatesAsync(TitleCampaign campaign, ApplicationState[] states, CancellationToken cancellationToken) =>
        db.TitleApplications.Where(a => a.CampaignId == campaign.Id && states.Contains(a.State)).ToListAsync(cancellationToken);
}
