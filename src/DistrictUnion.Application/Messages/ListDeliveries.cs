using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>The way of a message by a channel, for operators: what it is about, not what it says.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Channel">Channel.</param>
/// <param name="State">How far it came.</param>
/// <param name="Kind">What the message is about.</param>
/// <param name="Title">Its title; of a reminder, only that it is one.</param>
/// <param name="Recipient">Name of the person; for a group, of the first one who is told with it.</param>
/// <param name="Address">Address, masked; name of the group; empty for the inbox.</param>
/// <param name="Attempts">Attempts.</param>
/// <param name="NextAttemptAt">When it is tried next; null: not any more.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="Detail">What the other side said.</param>
/// <param name="QueuedAt">When it was queued.</param>
/// <param name="SentAt">When it was handed over.</param>
public sealed record DeliveryView(
    Guid Id,
    MessageChannel Channel,
    DeliveryState State,
    MessageKind Kind,
    string Title,
    string Recipient,
    string Address,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    Statement? Error,
    string? Detail,
    DateTimeOffset QueuedAt,
    DateTimeOffset? SentAt)
{
    internal static DeliveryView Of(Delivery delivery, Message message, string recipient, MessageComposer composer) => new(
        delivery.Id.Value,
        delivery.Channel,
        delivery.State,
        message.Kind,
        composer.TitleForOperators(message.Text),
        recipient,
        delivery.Address,
        delivery.Attempts,
        BusinessTime.Local(delivery.NextAttemptAt),
        delivery.Error is { } code ? Statement.Of(code) : null,
        delivery.Detail,
        BusinessTime.Local(delivery.QueuedAt),
        BusinessTime.Local(delivery.SentAt));
}

/// <summary>The district's deliveries, the latest first.</summary>
public sealed record ListDeliveries(PageRequest Page, DeliveryState? State, MessageChannel? Channel) : IQuery<Page<DeliveryView>>;

internal sealed class ListDeliveriesHandler(IUnionDb db, MessageComposer composer) : IHandler<ListDeliveries, Page<DeliveryView>>
{
    public async Task<Result<Page<DeliveryView>>> Handle(ListDeliveries request, CancellationToken cancellationToken)
    {
        var deliveries = db.Deliveries.AsNoTracking().Where(d => (request.State == null || d.State == request.State) && (request.Channel == null || d.Channel == request.Channel));
        var total = await deliveries.CountAsync(cancellationToken);
        var items = await deliveries.OrderByDescending(d => d.QueuedAt).ThenBy(d => d.Id).Skip(request.Page.Skip).Take(request.Page.Size)
            .Join(db.Messages, d => d.MessageId, m => m.Id, (d, m) => new { Delivery = d, Message = m })
            .Join(db.Users, w => w.Message.RecipientId, u => u.Id, (w, u) => new { w.Delivery, w.Message, u.DisplayName })
            .ToListAsync(cancellationToken);
        return new Page<DeliveryView>(
            [.. items.OrderByDescending(w => w.Delivery.QueuedAt).ThenBy(w => w.Delivery.Id.Value).Select(w => DeliveryView.Of(w.Delivery, w.Message, w.DisplayName, composer))],
            request.Page.Number,
            request.Page.Size,
            total);
    }
}
