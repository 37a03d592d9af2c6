using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Campaigns, the latest first.</summary>
/// <param name="Programme">Programme; null: any, so that a school sees everything that is open at once.</param>
/// <param name="State">State; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListCampaigns(TitleProgrammeId? Programme, CampaignState? State, PageRequest Page) : IQuery<Page<CampaignView>>;

internal sealed class ListCampaignsHandler(IUnionDb db, CampaignViews views) : IHandler<ListCampaigns, Page<CampaignView>>
{
    public async Task<Result<Page<CampaignView>>> Handle(ListCampaigns request, CancellationToken cancellationToken)
    {
        var page = await db.TitleCampaigns.AsNoTracking().Where(c => (request.Programme == null || c.ProgrammeId == request.Programme) && (request.State == null || c.State == request.State))
            .OrderByDescending(c => c.DueAt).ThenBy(c => c.Code)
            .Select(c => new
            {
                Campaign = c,
                Programme = db.TitleProgrammes.Where(p => p.Id == c.ProgrammeId).Select(p => p.Code).First(),
                Round = db.Rounds.Where(r => r.Id == c.RoundId).Select(r => r.Code).First(),
            })
            .ToPageAsync(request.Page, cancellationToken);
        return new Page<CampaignView>([.. page.Items.Select(c => views.Of(c.Campaign, c.Programme, c.Round))], page.Number, page.PageSize, page.Total);
    }
}
