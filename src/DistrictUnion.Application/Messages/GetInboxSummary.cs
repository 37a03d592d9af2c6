using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>How much of the caller's own inbox is unread.</summary>
public sealed record GetInboxSummary : IQuery<InboxSummary>;

internal sealed class GetInboxSummaryHandler(IUnionDb db, ITenantContext tenant) : IHandler<GetInboxSummary, InboxSummary>
{
    public async Task<Result<InboxSummary>> Handle(GetInboxSummary request, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().UserId;
        return new InboxSummary(await db.Messages.CountAsync(m => m.RecipientId == own && m.InInbox && m.ReadAt == null, cancellationToken));
    }
}
