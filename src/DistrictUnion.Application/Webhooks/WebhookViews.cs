using System.Text.Json;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;

namespace DistrictUnion.Application.Webhooks;

/// <summary>A subscription as others see it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Events">Types of events.</param>
/// <param name="State">State.</param>
/// <param name="EndedBy">Why it is disabled; null: it isn't.</param>
/// <param name="PreviousUntil">Until when the former secret signs too; null: there is none.</param>
/// <param name="Secret">The secret; null but for the answer that makes it.</param>
public sealed record WebhookView(
    string Code, string Name, string Url, IReadOnlyList<string> Events, WebhookState State, WebhookEnd? EndedBy, DateTimeOffset? PreviousUntil, string? Secret = null)
{
    internal static WebhookView Of(WebhookSubscription webhook, DateTimeOffset now, string? secret = null) => new(
        webhook.Code,
        webhook.Name,
        webhook.Url,
        webhook.EventTypes,
        webhook.State,
        webhook.EndedBy,
        webhook.PreviousUntil > now ? BusinessTime.Local(webhook.PreviousUntil) : null,
        secret);
}

/// <summary>An event on its way to a subscription.</summary>
/// <param name="Id">Public identifier, sent as <c>webhook-id</c>.</param>
/// <param name="Type">Type of the event.</param>
/// <param name="State">How far it came.</param>
/// <param name="Attempts">Attempts ever.</param>
/// <param name="NextAttemptAt">When it is tried next; null: not any more.</param>
/// <param name="LastStatus">What was answered last; null: nothing.</param>
/// <param name="Error">What went wrong last; null: nothing.</param>
/// <param name="OccurredAt">When the event happened.</param>
/// <param name="DeliveredAt">When it was delivered.</param>
public sealed record WebhookDeliveryView(
    Guid Id, string Type, WebhookDeliveryState State, int Attempts, DateTimeOffset? NextAttemptAt, int? LastStatus, Statement? Error, DateTimeOffset OccurredAt, DateTimeOffset? DeliveredAt)
{
    internal static WebhookDeliveryView Of(WebhookDelivery delivery) => new(
        delivery.Id.Value,
        delivery.EventType,
        delivery.State,
        delivery.AttemptsInAll,
        BusinessTime.Local(delivery.NextAttemptAt),
        delivery.LastStatus,
        delivery.Error is { } code ? Statement.Of(code) : null,
        BusinessTime.Local(delivery.OccurredAt),
        BusinessTime.Local(delivery.DeliveredAt));
}

/// <summary>An attempt to deliver an event.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="At">When it began.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">What was answered; null: nothing.</param>
/// <param name="Answer">Beginning of the answer.</param>
/// <param name="Error">What went wrong; null: nothing.</param>
public sealed record WebhookAttemptView(int Number, DateTimeOffset At, int Milliseconds, int? Status, string? Answer, Statement? Error);

/// <summary>An event on its way with all that was sent and answered.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Attempts">Attempts, the latest first.</param>
public sealed record WebhookLogView(WebhookDeliveryView Delivery, JsonElement Body, IReadOnlyList<WebhookAttemptView> Attempts)
{
    internal static WebhookLogView Of(WebhookDelivery delivery, IEnumerable<WebhookAttempt> attempts) => new(
        WebhookDeliveryView.Of(delivery),
        JsonElement.Parse(delivery.Body),
        [.. attempts.Select(a => new WebhookAttemptView(a.Number, BusinessTime.Local(a.At), a.Milliseconds, a.Status, a.Answer, a.Error is { } code ? Statement.Of(code) : null))]);
}

/// <summary>How many deliveries were begun again.</summary>
/// <param name="Deliveries">Deliveries.</param>
public sealed record ReplayView(int Deliveries);
