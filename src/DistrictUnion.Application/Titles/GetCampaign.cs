using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One campaign.</summary>
public sealed record GetCampaign(TitleCampaignId Campaign) : IQuery<Tagged<CampaignView>>;

internal sealed class GetCampaignHandler(IUnionDb db, CampaignViews views) : IHandler<GetCampaign, Tagged<CampaignView>>
{
    public async Task<Result<Tagged<CampaignView>>> Handle(GetCampaign request, CancellationToken cancellationToken) =>
        await views.OfAsync(await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == request.Campaign, cancellationToken), false, cancellationToken);
}
