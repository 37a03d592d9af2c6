using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One notice of a campaign.</summary>
public sealed record GetNotice(TitleCampaignId Campaign, PublicityNoticeId Notice) : IQuery<Tagged<NoticeView>>;

internal sealed class GetNoticeHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<GetNotice, Tagged<NoticeView>>
{
    public async Task<Result<Tagged<NoticeView>>> Handle(GetNotice request, CancellationToken cancellationToken) =>
        await db.PublicityNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.Notice && n.CampaignId == request.Campaign, cancellationToken) is { } notice
            ? new Tagged<NoticeView>(NoticeView.Of(notice, tenant.RequireCaller().DistrictCode, clock.Today()), notice.Version)
            : new NotFoundError();
}
