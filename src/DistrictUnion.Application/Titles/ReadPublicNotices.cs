using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The notices of a district that have begun, the latest first; for everybody.</summary>
public sealed record ReadPublicNotices(string District, PageRequest Page) : IQuery<Page<NoticeView>>, IOwnTransactions;

internal sealed class ReadPublicNoticesHandler(PublicAccess access, IUnitOfWork unitOfWork, IUnionDb db, TimeProvider clock) : IHandler<ReadPublicNotices, Page<NoticeView>>
{
    public async Task<Result<Page<NoticeView>>> Handle(ReadPublicNotices request, CancellationToken cancellationToken) =>
        await access.EnterByCodeAsync(request.District, cancellationToken) is { } district
            ? await unitOfWork.ReadAsync(() => ListAsync(district, request.Page, cancellationToken), cancellationToken)
            : new PublicPageUnknown();

    private async Task<Result<Page<NoticeView>>> ListAsync(string district, PageRequest request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var page = await db.PublicityNotices.AsNoTracking().Where(n => n.StartOn <= today).OrderByDescending(n => n.StartOn).ThenByDescending(n => n.Id).ToPageAsync(request, cancellationToken);
        return new Page<NoticeView>([.. page.Items.Select(n => NoticeView.Of(n, district, today))], page.Number, page.PageSize, page.Total);
    }
}

/// <summary>One notice; for everybody, from its first day on.</summary>
public sealed record ReadPublicNotice(string Address) : IQuery<NoticeView>, IOwnTransactions;

internal sealed class ReadPublicNoticeHandler(PublicAccess access, IUnitOfWork unitOfWork, IUnionDb db, TimeProvider clock) : IHandler<ReadPublicNotice, NoticeView>
{
    public async Task<Result<NoticeView>> Handle(ReadPublicNotice request, CancellationToken cancellationToken)
    {
        return PublicAccess.NoticeOf(request.Address) is { } id && await access.EnterByNoticeAsync(id, cancellationToken) is { } district
            ? await unitOfWork.ReadAsync(() => FindAsync(id, district, cancellationToken), cancellationToken)
            : new PublicPageUnknown();
    }

    private async Task<Result<NoticeView>> FindAsync(PublicityNoticeId id, string district, CancellationToken cancellationToken)
    {
        var (today, notice) = (clock.Today(), await db.PublicityNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken));
        return notice is null || notice.StartOn > today ? new PublicPageUnknown() : NoticeView.Of(notice, district, today);
    }
}
