using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One notice.</summary>
public sealed record GetNotice(PublicityNoticeId Notice) : IQuery<Tagged<NoticeView>>;

internal sealed class GetNoticeHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<GetNotice, Tagged<NoticeView>>
{
    public async Task<Result<Tagged<NoticeView>>> Handle(GetNotice request, CancellationToken cancellationToken)
    {
        var notice = await db.PublicityNotices.AsNoTracking().SingleAsync(n => n.Id == request.Notice, cancellationToken);
        if (!NoticeView.IsSeenBy(tenant.RequireCaller(), notice, clock.Today()))
            return new NotFoundError();
        return new Tagged<NoticeView>(NoticeView.Of(notice, tenant.RequireCaller().DistrictCode, clock.Today()), notice.Version);
    }
}
