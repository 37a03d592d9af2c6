using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>The district's subscriptions by their codes.</summary>
public sealed record ListWebhooks(PageRequest Page) : IQuery<Page<WebhookView>>;

internal sealed class ListWebhooksHandler(IUnionDb db, TimeProvider clock) : IHandler<ListWebhooks, Page<WebhookView>>
{
    public async Task<Result<Page<WebhookView>>> Handle(ListWebhooks request, CancellationToken cancellationToken)
    {
        var total = await db.Webhooks.CountAsync(cancellationToken);
        var webhooks = await db.Webhooks.AsNoTracking().OrderBy(w => w.Code).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<WebhookView>([.. webhooks.Select(w => WebhookView.Of(w, clock.GetUtcNow()))], request.Page.Number, request.Page.Size, total);
    }
}

/// <summary>One subscription.</summary>
public sealed record GetWebhook(WebhookId Webhook) : IQuery<Tagged<WebhookView>>;

internal sealed class GetWebhookHandler(IUnionDb db, TimeProvider clock) : IHandler<GetWebhook, Tagged<WebhookView>>
{
    public async Task<Result<Tagged<WebhookView>>> Handle(GetWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == request.Webhook, cancellationToken);
        return new Tagged<WebhookView>(WebhookView.Of(webhook, clock.GetUtcNow()), webhook.Version);
    }
}
