using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Feeds;

/// <summary>The caller's calendar feeds that are read, without their secrets.</summary>
public sealed record ListFeeds(PageRequest Page) : IQuery<Page<FeedView>>;

internal sealed class ListFeedsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListFeeds, Page<FeedView>>
{
    public async Task<Result<Page<FeedView>>> Handle(ListFeeds request, CancellationToken cancellationToken)
    {
        var user = tenant.RequireCaller().UserId;
        var page = await db.CalendarFeeds.AsNoTracking().Where(f => f.UserId == user && f.RevokedAt == null).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id).ToPageAsync(request.Page, cancellationToken);
        return new Page<FeedView>([.. page.Items.Select(f => FeedView.Of(f, null))], page.Number, page.PageSize, page.Total);
    }
}
