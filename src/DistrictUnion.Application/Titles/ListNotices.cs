using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The notices of a campaign, the latest first; outside the district only those that have begun.</summary>
public sealed record ListNotices(TitleCampaignId Campaign, PageRequest Page) : IQuery<Page<NoticeView>>;

internal sealed class ListNoticesHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<ListNotices, Page<NoticeView>>
{
    public async Task<Result<Page<NoticeView>>> Handle(ListNotices request, CancellationToken cancellationToken)
    {
        var (isOutside, today) = (!tenant.RequireCaller().IsDistrictStaff, clock.Today());
        var page = await db.PublicityNotices.AsNoTracking().Where(n => n.CampaignId == request.Campaign && (!isOutside || n.StartOn <= today)).OrderByDescending(n => n.Number).ToPageAsync(request.Page, cancellationToken);
        return new Page<NoticeView>([.. page.Items.Select(n => NoticeView.Of(n, tenant.RequireCaller().DistrictCode, today))], page.Number, page.PageSize, page.Total);
    }
}
