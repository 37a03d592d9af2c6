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

/// <summary>What the leadership decided.</summary>
/// <param name="Meeting">Meeting.</param>
/// <param name="On">Day.</param>
/// <param name="Minutes">Number of the minutes.</param>
/// <param name="Signatories">Who signed, by office.</param>
/// <param name="Departures">Units that the decision treats otherwise than the order does, each with its reason.</param>
public sealed record DecisionInput(string Meeting, DateOnly On, string Minutes, IReadOnlyList<string> Signatories, IReadOnlyList<Departure>? Departures = null);

/// <summary>Records the decision: it adopts the list or departs from it unit by unit. Scores and ranks stay as they are.</summary>
public sealed record RecordDecision(TitleCampaignId Campaign, DecisionInput Body, Precondition Precondition) : ICommand<Tagged<CampaignView>>;

internal sealed class RecordDecisionValidator : AbstractValidator<RecordDecision>
{
    private const int MostSignatories = 50;

    public RecordDecisionValidator()
    {
        RuleFor(c => c.Body.Meeting).PersonalOrBusinessName(200);
        RuleFor(c => c.Body.Minutes).PersonalOrBusinessName();
        RuleFor(c => c.Body.Signatories).Must(s => s.Count is >= 1 and <= MostSignatories).WithErrorCode("decision.signatories");
        RuleForEach(c => c.Body.Signatories).PersonalOrBusinessName();
        RuleFor(c => c.Body.Departures).Must(d => d is null || d.Select(x => x.Application).Distinct(StringComparer.Ordinal).Count() == d.Count).WithErrorCode("decision.twice");
        RuleForEach(c => c.Body.Departures).ChildRules(d => d.RuleFor(x => x.Reason).Reason());
    }
}

internal sealed class RecordDecisionHandler(IUnionDb db, ITenantContext tenant, EndedUnits ended, CampaignViews views, ObligationLedger obligations, TimeProvider clock) : IHandler<RecordDecision, Tagged<CampaignView>>
{
    public async Task<Result<Tagged<CampaignView>>> Handle(RecordDecision request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        if (request.Body.On > clock.Today())
            return ValidationError.Of("on", "date.future");
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        if (campaign.State != CampaignState.Ranked)
            return campaign.Refusal();
        var applications = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        await ended.LapseAsync(applications, clock.Today(), actor, now, cancellationToken);
        var selection = CampaignSelection.Of(campaign, applications);
        if (selection.Shortlist.IsBlocked)
            return new UnprocessableError("campaign.tieAcrossLine", [.. selection.Shortlist.BlockingTies.Select(t => FieldError.Of("applications", "campaign.tieAcrossLine", ("applications", t)))]);
        var departures = request.Body.Departures ?? [];
        if (Refuse(selection, departures) is { } wrong)
            return wrong;

        if (campaign.Decide(new LeadershipDecision(request.Body.Meeting, request.Body.On, request.Body.Minutes, request.Body.Signatories, departures, actor, now)) is { } refusal)
            return refusal;
        var chosen = CampaignSelection.ChosenOf(campaign, selection).ToHashSet(StringComparer.Ordinal);
        foreach (var application in applications.Where(a => a.State == ApplicationState.Ranked))
        {
            var reason = departures.FirstOrDefault(d => d.Application == application.Code)?.Reason;
            application.Take(chosen.Contains(application.Code) ? ApplicationStep.Shortlist : ApplicationStep.PlaceInReserve, actor, now, reason);
        }

        await obligations.OpenAsync(ObligationTrigger.NomineesDecided, UnitKey.District, request.Body.On, campaign.Code, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(campaign, false, cancellationToken);
    }

    private static ValidationError? Refuse(Selection selection, IReadOnlyList<Departure> departures)
    {
        var lines = selection.Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);
        List<FieldError> problems = [];
        for (var i = 0; i < departures.Count; i++)
        {
            if (!lines.TryGetValue(departures[i].Application, out var line) || line.Rank is null)
                problems.Add(FieldError.Of($"departures[{i}].application", "decision.notRanked", ("application", departures[i].Application)));
            else if (departures[i].IsChosen == (line.Verdict == SelectionVerdict.Selected))
                problems.Add(FieldError.Of($"departures[{i}].isChosen", "decision.noDeparture", ("application", departures[i].Application)));
        }

        if (departures.Count(d => d.IsChosen) > selection.Places)
            problems.Add(FieldError.Of("departures", "decision.tooMany", ("places", selection.Places)));
        return problems.Count == 0 ? null : new ValidationError(problems);
    }
}
