using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>
/// Ranks a campaign by the frozen results of its round. What was not accepted in time counts as given up, what a rule refuses is
/// rejected with its clause, a veto disqualifies; the rest have a rank.
/// </summary>
public sealed record RankCampaign(TitleCampaignId Campaign, Precondition Precondition) : ICommand<Tagged<CampaignView>>;

internal sealed class RankCampaignValidator : AbstractValidator<RankCampaign>;

internal sealed class RankCampaignHandler(IUnionDb db, ITenantContext tenant, Candidates candidates, EndedUnits ended, CampaignViews views, IMessages messages, TimeProvider clock)
    : IHandler<RankCampaign, Tagged<CampaignView>>
{
    public async Task<Result<Tagged<CampaignView>>> Handle(RankCampaign request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        if (campaign.State != CampaignState.Open)
            return campaign.Refusal();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == campaign.RoundId, cancellationToken);
        if (round.State is not (RoundState.Closed or RoundState.Published))
            return new ConflictError("campaign.roundOpen", Words.Camel(round.State), ["close"]);
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        var applications = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        await ended.LapseAsync(applications, clock.Today(), actor, now, cancellationToken);
        if (Unexamined(applications, definition) is { Count: > 0 } open)
            return new UnprocessableError("campaign.examinationOpen", open);

        var units = await candidates.LoadAsync(campaign, applications, cancellationToken);
        foreach (var unit in units.Where(u => ApplicationSteps.IsActive(u.Application.State)))
            Judge(unit, definition, campaign, actor, now);
        await RankAsync(campaign, units, definition, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(campaign, false, cancellationToken);
    }

    /// <summary>Applications in the running whose examination isn't through.</summary>
    private static List<FieldError> Unexamined(IEnumerable<TitleApplication> applications, ProgrammeDefinition definition)
    {
        var last = definition.Examinations.Count == 0 ? ApplicationState.DistrictAccepted : definition.Examinations.Max() switch
        {
            ExaminationStep.DocumentReview => ApplicationState.DocumentReviewed,
            ExaminationStep.OnSiteInspection => ApplicationState.OnSiteInspected,
            _ => ApplicationState.Surveyed,
        };
        return
        [
            .. applications.Where(a => a.State is >= ApplicationState.DistrictAccepted and < ApplicationState.Ranked && a.State < last)
                .Select(a => FieldError.Of(a.Code, "campaign.examinationOpen", ("application", a.Code), ("state", a.State))),
        ];
    }

    private void Judge(CampaignUnit unit, ProgrammeDefinition definition, TitleCampaign campaign, string actor, DateTimeOffset now)
    {
        var application = unit.Application;
        if (application.State is ApplicationState.Draft or ApplicationState.SchoolRecommended)
        {
            application.Take(ApplicationStep.Forfeit, actor, now, messages.Of("application.notAccepted"));
            return;
        }

        var refused = EligibilityRules.Judge(definition, unit.Candidate, campaign.Tier, campaign.LastDay).Where(f => !f.IsMet).ToList();
        if (unit.Result is null || unit.Result.Outcome is Outcome.NotSubmitted or Outcome.Forfeited)
            application.Take(ApplicationStep.Reject, actor, now, messages.Of("application.noResult"));
        else if (unit.Result.Outcome == Outcome.Disqualified || refused.Exists(f => f.Disqualifies))
            application.Take(ApplicationStep.Disqualify, actor, now, messages.Of("application.vetoed", ("vetoes", string.Join("、", unit.Result.Vetoes))));
        else if (unit.Result.Outcome == Outcome.NotQualified)
            application.Take(ApplicationStep.Reject, actor, now, messages.Of("application.notQualified"));
        else if (refused.Count > 0)
            application.Take(ApplicationStep.Reject, actor, now, string.Join("；", refused.Select(f => messages.Of("application.refusedBy", ("document", f.Clause.Document), ("article", f.Clause.Article), ("text", f.Clause.Text)))));
        else
            application.Take(ApplicationStep.Rank, actor, now);
    }

    private async Task RankAsync(
        TitleCampaign campaign, IReadOnlyList<CampaignUnit> units, ProgrammeDefinition definition, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inScope = definition.Subject == TitleSubject.School
            ? await db.Scorecards.CountAsync(c => c.RoundId == campaign.RoundId, cancellationToken)
            : await db.Branches.CountAsync(cancellationToken);
        var kept = new RankedFrom(inScope, [.. units.Where(u => u.Application.State != ApplicationState.Withdrawn).Select(Kept)]);
        campaign.Rank(Json.Write(kept), actor, now);
        var lines = CampaignSelection.Of(campaign, units.Select(u => u.Application)).Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);
        var totals = kept.Units.ToDictionary(u => u.Application, u => u.Total, StringComparer.Ordinal);
        foreach (var unit in units.Where(u => lines.ContainsKey(u.Application.Code)))
        {
            var line = lines[unit.Application.Code];
            unit.Application.Keep(new ApplicationRank(totals[line.Code], line.Position, line.Rank, line.Ties));
        }
    }

    private static RankedUnit Kept(CampaignUnit unit) => new(
        unit.Application.Code,
        unit.Result?.Total ?? 0,
        unit.Application.State switch
        {
            ApplicationState.Forfeited => Outcome.Forfeited,
            ApplicationState.Ranked when RankingRules.IsRanked(unit.Result!.Outcome) => unit.Result.Outcome,
            _ => Outcome.Disqualified,
        },
        [.. (unit.Result?.TieValues ?? []).Select(RankedUnit.Text)],
        unit.Marks);
}
