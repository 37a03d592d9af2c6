using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>The caller's own messages, the latest first.</summary>
public sealed record ListInbox(PageRequest Page, bool UnreadOnly) : IQuery<Page<InboxMessageView>>;

internal sealed class ListInboxHandler(IUnionDb db, ITenantContext tenant, MessageComposer composer) : IHandler<ListInbox, Page<InboxMessageView>>
{
    public async Task<Result<Page<InboxMessageView>>> Handle(ListInbox request, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().UserId;
        var messages = db.Messages.AsNoTracking().Where(m => m.RecipientId == own && m.InInbox && (!request.UnreadOnly || m.ReadAt == null));
        var total = await messages.CountAsync(cancellationToken);
        var items = await messages.OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<InboxMessageView>([.. items.Select(m => InboxMessageView.Of(m, composer))], request.Page.Number, request.Page.Size, total);
    }
}
