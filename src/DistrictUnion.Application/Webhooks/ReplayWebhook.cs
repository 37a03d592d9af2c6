using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>Sends one event once more, whatever became of it; its identifier stays.</summary>
public sealed record ReplayWebhookDelivery(WebhookDeliveryId Delivery) : ICommand<WebhookDeliveryView>;

internal sealed class ReplayWebhookDeliveryValidator : AbstractValidator<ReplayWebhookDelivery>
{
    public ReplayWebhookDeliveryValidator() => RuleFor(c => c.Delivery).NotEmpty().WithErrorCode("webhook.unknown");
}

internal sealed class ReplayWebhookDeliveryHandler(IUnionDb db, TimeProvider clock) : IHandler<ReplayWebhookDelivery, WebhookDeliveryView>
{
    public async Task<Result<WebhookDeliveryView>> Handle(ReplayWebhookDelivery request, CancellationToken cancellationToken)
    {
        var delivery = await db.WebhookDeliveries.SingleAsync(d => d.Id == request.Delivery, cancellationToken);
        if (await db.Webhooks.AnyAsync(w => w.Id == delivery.WebhookId && w.State == WebhookState.Disabled, cancellationToken))
            return new ConflictError("webhook.disabled", Words.Camel(WebhookState.Disabled), ["enable"]);
        if (delivery.State == WebhookDeliveryState.Queued && delivery.Attempts == 0)
            return new ConflictError("webhook.stillQueued", Words.Camel(delivery.State), []);
        delivery.Replay(clock.GetUtcNow());
        return WebhookDeliveryView.Of(delivery);
    }
}

/// <summary>From when on events are sent once more.</summary>
/// <param name="Since">Moment at which the oldest of them happened.</param>
/// <param name="FailedOnly">Only those that weren't delivered; left out: all.</param>
public sealed record ReplayInput(DateTimeOffset Since, bool FailedOnly = false);

/// <summary>Sends the events of a subscription since a moment once more: the other system lost its data, or was down longer than three days.</summary>
public sealed record ReplayWebhook(WebhookId Webhook, ReplayInput Body) : ICommand<ReplayView>;

internal sealed class ReplayWebhookValidator : AbstractValidator<ReplayWebhook>
{
    /// <summary>As long as deliveries are kept.</summary>
    private const int MaxDays = 30;

    public ReplayWebhookValidator(TimeProvider clock) =>
        RuleFor(c => c.Body.Since).Must(s => s <= clock.GetUtcNow() && s >= clock.GetUtcNow().AddDays(-MaxDays)).WithErrorCode("webhook.since");
}

internal sealed class ReplayWebhookHandler(IUnionDb db, TimeProvider clock) : IHandler<ReplayWebhook, ReplayView>
{
    public async Task<Result<ReplayView>> Handle(ReplayWebhook request, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AnyAsync(w => w.Id == request.Webhook && w.State == WebhookState.Disabled, cancellationToken))
            return new ConflictError("webhook.disabled", Words.Camel(WebhookState.Disabled), ["enable"]);
        var (now, since, failedOnly) = (clock.GetUtcNow(), request.Body.Since.ToUniversalTime(), request.Body.FailedOnly);
        return new ReplayView(await db.WebhookDeliveries
            .Where(d => d.WebhookId == request.Webhook && d.OccurredAt >= since && d.State != WebhookDeliveryState.Queued && (!failedOnly || d.State == WebhookDeliveryState.Failed))
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, WebhookDeliveryState.Queued).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAttemptAt, now), cancellationToken));
    }
}
