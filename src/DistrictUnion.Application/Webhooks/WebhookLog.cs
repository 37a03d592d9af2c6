using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>What was sent to a subscription, the latest events first.</summary>
public sealed record ListWebhookDeliveries(WebhookId Webhook, PageRequest Page, WebhookDeliveryState? State) : IQuery<Page<WebhookDeliveryView>>;

internal sealed class ListWebhookDeliveriesHandler(IUnionDb db) : IHandler<ListWebhookDeliveries, Page<WebhookDeliveryView>>
{
    public async Task<Result<Page<WebhookDeliveryView>>> Handle(ListWebhookDeliveries request, CancellationToken cancellationToken)
    {
        var deliveries = db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == request.Webhook && (request.State == null || d.State == request.State));
        var total = await deliveries.CountAsync(cancellationToken);
        var items = await deliveries.OrderByDescending(d => d.OccurredAt).ThenBy(d => d.Id).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<WebhookDeliveryView>([.. items.Select(WebhookDeliveryView.Of)], request.Page.Number, request.Page.Size, total);
    }
}

/// <summary>One event on its way with all attempts.</summary>
public sealed record GetWebhookLog(WebhookDeliveryId Delivery) : IQuery<WebhookLogView>;

internal sealed class GetWebhookLogHandler(IUnionDb db) : IHandler<GetWebhookLog, WebhookLogView>
{
    /// <summary>More than any round of attempts and a few replays make.</summary>
    private const int Most = 50;

    public async Task<Result<WebhookLogView>> Handle(GetWebhookLog request, CancellationToken cancellationToken)
    {
        var delivery = await db.WebhookDeliveries.AsNoTracking().SingleAsync(d => d.Id == request.Delivery, cancellationToken);
        var attempts = await db.WebhookAttempts.AsNoTracking().Where(a => a.DeliveryId == request.Delivery).OrderByDescending(a => a.Number).Take(Most).ToListAsync(cancellationToken);
        return WebhookLogView.Of(delivery, attempts);
    }
}
