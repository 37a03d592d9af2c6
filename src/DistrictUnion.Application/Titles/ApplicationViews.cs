using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>An application for a title.</summary>
/// <param name="Code">Code.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="School">Code of the school.</param>
/// <param name="Unit">Code of the unit: the school's or the branch's.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="State">State.</param>
/// <param name="Known">What the district knows of the unit already.</param>
/// <param name="Report">Report; of a draft its school sees it only.</param>
/// <param name="Marks">Marks that shares look at; of a draft its school sees them only.</param>
/// <param name="Files">Files of the ledger with what they show; of a draft its school sees them only.</param>
/// <param name="Approvals">What the school side did.</param>
/// <param name="ReceivedAt">When it was recommended; null: it isn't.</param>
/// <param name="DueAt">First instant at which a recommendation is late.</param>
/// <param name="IsLate">Whether it was recommended late.</param>
/// <param name="Eligibility">What the rules say, with their clauses; before the ranking only those that are known by then.</param>
/// <param name="Total">Total of the campaign's round; a school sees it once that round is published.</param>
/// <param name="Rank">Rank; schools see it once titles are conferred.</param>
/// <param name="Scores">Points of a branch by leaf; district staff only, which a zone lead isn't.</param>
/// <param name="Allowed">Steps that its state allows, whoever takes them.</param>
/// <param name="Trail">What happened; schools don't see persons of the district.</param>
public sealed record ApplicationView(
    string Code,
    string Programme,
    string Campaign,
    string School,
    string Unit,
    string UnitName,
    ApplicationState State,
    KnownUnit Known,
    string Report,
    IReadOnlyList<string> Marks,
    IReadOnlyList<ApplicationFileView> Files,
    IReadOnlyList<ApprovalRecord> Approvals,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset DueAt,
    bool IsLate,
    IReadOnlyList<EligibilityFinding> Eligibility,
    decimal? Total,
    int? Rank,
    IReadOnlyDictionary<string, decimal>? Scores,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<TrailEntry> Trail);

/// <summary>Makes views of applications.</summary>
internal sealed class ApplicationViews(IUnionDb db, ITenantContext tenant, Candidates candidates, KnownUnits knownUnits, ApplicationSight sight)
{
    /// <summary>One application.</summary>
    public async Task<Tagged<ApplicationView>> OfAsync(TitleApplication application, bool created, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == application.CampaignId, cancellationToken);
        return new Tagged<ApplicationView>(await OfAsync(application, campaign, cancellationToken), application.Version, created);
    }

    private async Task<ApplicationView> OfAsync(TitleApplication application, TitleCampaign campaign, CancellationToken cancellationToken)
    {
        var programme = await db.TitleProgrammes.AsNoTracking().SingleAsync(p => p.Id == campaign.ProgrammeId, cancellationToken);
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition ?? programme.Definition);
        var unit = (await candidates.LoadAsync(campaign, [application], cancellationToken))[0];
        var (caller, isRanked) = (tenant.RequireCaller(), campaign.RankedFrom is not null);
        var (isOfSchool, isOutside) = (caller.IsOfSchool, !caller.IsDistrictStaff);
        var sees = !isOfSchool || campaign.State == CampaignState.Ended || application.State == ApplicationState.Awarded;
        var isOpen = isOfSchool || application.State != ApplicationState.Draft;
        var awaits = (await sight.AwaitingAsync(campaign.Id, cancellationToken)).Contains(application.Code, StringComparer.Ordinal);
        var shown = isOutside ? ApplicationSight.ToSchool(application.State, awaits) : application.State;
        return new ApplicationView(
            application.Code,
            programme.Code,
            campaign.Code,
            unit.School.Code,
            application.Unit,
            unit.UnitName,
            shown,
            await knownUnits.OfAsync(application, cancellationToken),
            isOpen ? application.Report : "",
            isOpen ? application.Marks : [],
            isOpen ? [.. application.Files.Select(ApplicationFileView.Of)] : [],
            application.Approvals,
            BusinessTime.Local(application.ReceivedAt),
            BusinessTime.Local(campaign.DueAt),
            application.ReceivedAt >= campaign.DueAt,
            EligibilityRules.Judge(definition, unit.Candidate, campaign.Tier, campaign.LastDay, atEntry: !isRanked || !sees),
            sees ? unit.Result?.Total : null,
            sees ? application.Ranking?.Rank : null,
            isOutside ? null : application.Scores.ToDictionary(s => s.Key, s => s.Value.Score, StringComparer.Ordinal),
            [.. ApplicationSteps.AllowedIn(shown).Select(s => Words.Camel(s))],
            isOutside ? ApplicationSight.ToSchool(application.Trail, awaits) : application.Trail);
    }
}
