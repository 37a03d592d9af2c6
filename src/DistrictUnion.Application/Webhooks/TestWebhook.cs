using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>Sends a subscription an event that means nothing, on the way that every event goes.</summary>
public sealed record TestWebhook(WebhookId Webhook) : ICommand<WebhookDeliveryView>;

internal sealed class TestWebhookValidator : AbstractValidator<TestWebhook>
{
    public TestWebhookValidator() => RuleFor(c => c.Webhook).NotEmpty().WithErrorCode("webhook.unknown");
}

internal sealed class TestWebhookHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<TestWebhook, WebhookDeliveryView>
{
    private const string Type = "webhook.test";

    public async Task<Result<WebhookDeliveryView>> Handle(TestWebhook request, CancellationToken cancellationToken)
    {
        var (now, id) = (clock.GetUtcNow(), Guid.CreateVersion7());
        var webhook = await db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == request.Webhook, cancellationToken);
        if (webhook.State == WebhookState.Disabled)
            return new ConflictError("webhook.disabled", Words.Camel(webhook.State), ["enable"]);
        var body = Json.Write(new { type = Type, id, at = BusinessTime.Local(now), data = new { district = tenant.RequireCaller().DistrictCode, href = $"/api/v1/webhooks/{webhook.Code}" } });
        var delivery = WebhookDelivery.Queue(webhook, WebhookDeliveryId.New(), id, Type, body, now, now);
        db.WebhookDeliveries.Add(delivery);
        return WebhookDeliveryView.Of(delivery);
    }
}
