using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One unit of a selection report: rank and decision side by side.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="School">Code of its school.</param>
/// <param name="State">Where the application stands.</param>
/// <param name="Position">Place in the list.</param>
/// <param name="Rank">Rank; null: none.</param>
/// <param name="Ties">Units that share the rank.</param>
/// <param name="Total">Published total; null when it has none.</param>
/// <param name="Marks">Marks that shares look at.</param>
/// <param name="Verdict">Where the rules put it.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsChosen">Whether the decision chooses it; null until there is one.</param>
/// <param name="DepartureReason">Why the decision departs from the order for it; null: it doesn't.</param>
/// <param name="RefusedFor">Why it is refused; null: it isn't.</param>
/// <param name="IsNominated">Whether it is nominated to the next level.</param>
public sealed record SelectionRow(
    string Application,
    string UnitName,
    string School,
    ApplicationState State,
    int Position,
    int? Rank,
    int Ties,
    decimal? Total,
    IReadOnlyList<string> Marks,
    SelectionVerdict Verdict,
    Statement Reason,
    bool? IsChosen,
    string? DepartureReason,
    string? RefusedFor,
    bool IsNominated);

/// <summary>Why each unit is in or out.</summary>
/// <param name="State">State of the campaign.</param>
/// <param name="Base">Units that the places are a share of.</param>
/// <param name="Places">Places.</param>
/// <param name="BlockingTies">Ties across the line that people must decide first.</param>
/// <param name="UnfilledShares">Names of minimum shares with fewer candidates than places.</param>
/// <param name="Rows">Units in ranking order.</param>
public sealed record SelectionView(
    CampaignState State, int Base, int Places, IReadOnlyList<IReadOnlyList<string>> BlockingTies, IReadOnlyList<string> UnfilledShares, IReadOnlyList<SelectionRow> Rows);

/// <summary>The selection report of a campaign: all of it for district staff; for a zone lead, once it is public, the rows of the own zone.</summary>
public sealed record GetSelection(TitleCampaignId Campaign) : IQuery<SelectionView>;

internal sealed class GetSelectionHandler(IUnionDb db, ITenantContext tenant, ApplicationSight sight, TimeProvider clock) : IHandler<GetSelection, SelectionView>
{
    public async Task<Result<SelectionView>> Handle(GetSelection request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        var (zone, today) = (tenant.RequireCaller().OwnZone, clock.Today());
        if (zone is not null && !await db.PublicityNotices.AnyAsync(n => n.CampaignId == campaign.Id && n.CancelledFor == null && n.StartOn <= today, cancellationToken))
            return new NotFoundError();
        if (campaign.RankedFrom is null)
            return campaign.Refusal();
        var applications = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign.Id)
            .Select(a => new
            {
                Application = a,
                School = db.Schools.Where(s => s.Id == a.SchoolId).Select(s => new { s.Code, s.Name, s.ZoneId }).First(),
                Branch = db.Branches.Where(b => b.Id == a.BranchId).Select(b => b.Name).FirstOrDefault(),
            })
            .ToDictionaryAsync(a => a.Application.Code, StringComparer.Ordinal, cancellationToken);
        var selection = CampaignSelection.Of(campaign, applications.Values.Select(a => a.Application));
        var units = Application.Common.Json.Read<RankedFrom>(campaign.RankedFrom).Units.ToDictionary(u => u.Application, StringComparer.Ordinal);
        var awaiting = await sight.AwaitingAsync(campaign.Id, cancellationToken);
        var departures = campaign.Decision?.Departures.ToDictionary(d => d.Application, d => d.Reason, StringComparer.Ordinal) ?? [];
        return new SelectionView(
            campaign.State,
            selection.Base,
            selection.Places,
            zone is null ? selection.Shortlist.BlockingTies : [],
            selection.Shortlist.UnfilledShares,
            [
                .. selection.Lines.Where(line => zone is null || applications[line.Code].School.ZoneId == zone).Select(line =>
                {
                    var (found, unit) = (applications[line.Code], units[line.Code]);
                    var state = found.Application.State;

                    // Who was promoted since is as secret as the first choice was, until it is public too.
                    var awaits = awaiting.Contains(line.Code, StringComparer.Ordinal);
                    var isKnown = zone is null || (state != ApplicationState.Shortlisted && !awaits);
                    return new SelectionRow(
                        line.Code,
                        found.Branch is null ? found.School.Name : $"{found.School.Name} {found.Branch}",
                        found.School.Code,
                        zone is null ? state : ApplicationSight.ToSchool(state, awaits),
                        line.Position,
                        line.Rank,
                        line.Ties,
                        found.Application.Ranking is null ? null : unit.Total,
                        unit.Marks,
                        line.Verdict,
                        line.Reason,
                        campaign.Decision is null || !isKnown ? null : state is ApplicationState.Shortlisted or ApplicationState.InPublicity or ApplicationState.Objected or ApplicationState.Awarded,
                        isKnown ? departures.GetValueOrDefault(line.Code) : null,
                        ApplicationSteps.IsRefusal(state) ? found.Application.Trail[^1].Reason : null,
                        found.Application.NominatedAt is not null);
                }),
            ]);
    }
}
