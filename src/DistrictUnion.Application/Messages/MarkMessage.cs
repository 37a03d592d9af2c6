using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>Marks one of the caller's messages read or unread; the record of its way tells that it was opened.</summary>
public sealed record MarkMessage(MessageId Message, bool Read) : ICommand<InboxMessageView>;

internal sealed class MarkMessageValidator : AbstractValidator<MarkMessage>
{
    public MarkMessageValidator() => RuleFor(c => c.Message).NotEmpty().WithErrorCode("message.unknown");
}

internal sealed class MarkMessageHandler(IUnionDb db, MessageComposer composer, TimeProvider clock) : IHandler<MarkMessage, InboxMessageView>
{
    public async Task<Result<InboxMessageView>> Handle(MarkMessage request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var message = await db.Messages.SingleAsync(m => m.Id == request.Message, cancellationToken);
        message.MarkRead(request.Read, now);
        if (request.Read)
            await InboxOpening.MarkAsync(db.Deliveries.Where(d => d.MessageId == request.Message), now, cancellationToken);
        return InboxMessageView.Of(message, composer);
    }
}

/// <summary>Marks all of the caller's messages read.</summary>
public sealed record ReadInbox : ICommand<InboxSummary>;

internal sealed class ReadInboxHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<ReadInbox, InboxSummary>
{
    public async Task<Result<InboxSummary>> Handle(ReadInbox request, CancellationToken cancellationToken)
    {
        var (own, now) = (tenant.RequireCaller().UserId, clock.GetUtcNow());
        var unread = db.Messages.Where(m => m.RecipientId == own && m.InInbox && m.ReadAt == null);
        await InboxOpening.MarkAsync(db.Deliveries.Where(d => unread.Any(m => m.Id == d.MessageId)), now, cancellationToken);
        await unread.ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancellationToken);
        return new InboxSummary(0);
    }
}

/// <summary>Notes in the record of ways by the inbox that a message was opened.</summary>
internal static class InboxOpening
{
    public static Task<int> MarkAsync(IQueryable<Delivery> deliveries, DateTimeOffset now, CancellationToken cancellationToken) =>
        deliveries.Where(d => d.Channel == MessageChannel.Inbox && d.State == DeliveryState.Accepted)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Opened).SetProperty(d => d.UpdatedAt, now), cancellationToken);
}
