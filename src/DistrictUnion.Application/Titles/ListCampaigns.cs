using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The campaigns of a programme, the latest first.</summary>
public sealed record ListCampaigns(TitleProgrammeId Programme, PageRequest Page) : IQuery<Page<CampaignView>>;

internal sealed class ListCampaignsHandler(IUnionDb db, CampaignViews views) : IHandler<ListCampaigns, Page<CampaignView>>
{
    public async Task<Result<Page<CampaignView>>> Handle(ListCampaigns request, CancellationToken cancellationToken)
    {
        var page = await db.TitleCampaigns.AsNoTracking().Where(c => c.ProgrammeId == request.Programme)
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
