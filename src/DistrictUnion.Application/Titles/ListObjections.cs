using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>An objection, for whoever decides about it.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Notice">Notice.</param>
/// <param name="Application">Code of the application.</param>
/// <param name="Text">What is said.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="State">State.</param>
/// <param name="Finding">What was found.</param>
/// <param name="IfUpheld">For an open one: who would lose a place and who would get it; null when it is decided or nothing would change.</param>
public sealed record ObjectionView(Guid Id, Guid Notice, string Application, string Text, DateTimeOffset ReceivedAt, ObjectionState State, string? Finding, Counterfactual? IfUpheld);

/// <summary>The objections of a campaign, the latest first.</summary>
public sealed record ListObjections(TitleCampaignId Campaign, PageRequest Page) : IQuery<Page<ObjectionView>>;

internal sealed class ListObjectionsHandler(IUnionDb db) : IHandler<ListObjections, Page<ObjectionView>>
{
    public async Task<Result<Page<ObjectionView>>> Handle(ListObjections request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        var page = await db.Objections.AsNoTracking().Where(o => db.PublicityNotices.Any(n => n.Id == o.NoticeId && n.CampaignId == request.Campaign))
            .OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id).ToPageAsync(request.Page, cancellationToken);
        var applications = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == request.Campaign).ToListAsync(cancellationToken);
        var candidates = campaign.RankedFrom is null ? [] : CampaignSelection.CandidatesOf(campaign, applications);
        return new Page<ObjectionView>(
            [
                .. page.Items.Select(o => new ObjectionView(
                    o.Id.Value,
                    o.NoticeId.Value,
                    o.Application,
                    o.Text,
                    BusinessTime.Local(o.ReceivedAt),
                    o.State,
                    o.Finding,
                    o.State == ObjectionState.Open && candidates.Count > 0
                        ? SelectionRules.Without(
                            o.Application, candidates, CampaignSelection.PlacesOf(campaign), CampaignSelection.InScopeOf(campaign), s => CampaignSelection.ChosenOf(campaign, s))
                        : null)),
            ],
            page.Number,
            page.PageSize,
            page.Total);
    }
}
