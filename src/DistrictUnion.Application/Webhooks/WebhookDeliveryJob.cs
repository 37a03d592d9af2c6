using System.Text.Json;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>What came of a run.</summary>
/// <param name="Delivered">Taken by the other system.</param>
/// <param name="Postponed">Tried again later.</param>
/// <param name="Failed">Given up.</param>
public sealed record WebhookDeliveryOutcome(int Delivered, int Postponed, int Failed);

/// <summary>
/// Posts due events to other systems, at least once each: portions with a lease, side by side, each recorded as soon as its answer is
/// there. A system that answers 410 is gone, and its subscription ends.
/// </summary>
internal sealed class WebhookDeliveryJob(
    IUnionDb db, IUnitOfWork unitOfWork, IWorkClaims claims, IWebhookSender sender, ISecretKeeper secrets, Operators operators, IFaultPoints faults, TimeProvider clock) : IJobHandler
{
    public const string Name = "webhooks.deliver";

    private const int Portion = 16;
    private const int GoneStatus = 410;

    /// <summary>Longer than any attempt may take, short enough that a killed instance is followed within a minute.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var results = new Dictionary<WebhookDeliveryState, int>();
        var done = 0;
        while (true)
        {
            var taken = await TakeAsync(cancellationToken);
            if (taken.Count == 0)
                break;
            faults.Pass(FaultSteps.WebhooksTaken);
            await foreach (var posted in Task.WhenEach(taken.Select(t => PostAsync(t, cancellationToken))))
            {
                var attempt = await posted;
                faults.Pass(FaultSteps.WebhookAnswered);
                var state = await RecordAsync(attempt, cancellationToken);
                results[state] = results.GetValueOrDefault(state) + 1;
            }

            done += taken.Count;
            await progress.ReportAsync(done, done, cancellationToken);
        }

        return new WebhookDeliveryOutcome(
            results.GetValueOrDefault(WebhookDeliveryState.Delivered), results.GetValueOrDefault(WebhookDeliveryState.Queued), results.GetValueOrDefault(WebhookDeliveryState.Failed));
    }

    private async Task<List<(WebhookDelivery Delivery, WebhookSubscription Webhook)>> TakeAsync(CancellationToken cancellationToken) => (await unitOfWork.WriteUnauditedAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var ids = await claims.LockWebhookDeliveriesAsync(now, Portion, cancellationToken);
            var deliveries = ids.Count == 0 ? [] : await db.WebhookDeliveries.Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
            var webhookIds = deliveries.Select(d => d.WebhookId).Distinct().ToList();
            var webhooks = ids.Count == 0 ? [] : await db.Webhooks.AsNoTracking().Where(w => webhookIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
            foreach (var delivery in deliveries)
            {
                if (webhooks[delivery.WebhookId].State == WebhookState.Active)
                    delivery.Begin(now, Lease);
                else
                    delivery.Fail(null, "webhook.disabled");
            }

            return (Result<List<(WebhookDelivery, WebhookSubscription)>>)deliveries.Select(d => (d, webhooks[d.WebhookId])).ToList();
        },
        cancellationToken)).Value;

    private async Task<Attempt> PostAsync((WebhookDelivery Delivery, WebhookSubscription Webhook) way, CancellationToken cancellationToken)
    {
        var (delivery, webhook) = way;
        var (now, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        if (delivery.State != WebhookDeliveryState.Queued)
            return new Attempt(delivery, webhook, now, 0, null);
        var keys = webhook.SecretsAt(now).Select(secrets.Reveal).OfType<string>().ToList();
        var answer = keys.Count == 0
            ? new WebhookAnswer(null, null, "secret.unreadable")
            : await sender.PostAsync(webhook.Url, delivery.Body, WebhookSignature.HeadersOf(delivery.Id.Value.ToString(), now, delivery.Body, keys), cancellationToken);
        return new Attempt(delivery, webhook, now, (int)clock.GetElapsedTime(started).TotalMilliseconds, answer);
    }

    private async Task<WebhookDeliveryState> RecordAsync(Attempt attempt, CancellationToken cancellationToken) => attempt.Answer is not { } answer
        ? attempt.Delivery.State
        : (await unitOfWork.WriteUnauditedAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var delivery = await db.WebhookDeliveries.SingleAsync(d => d.Id == attempt.Delivery.Id, cancellationToken);
                var error = answer.Error ?? (answer.Status is >= 200 and < 300 ? null : "webhook.status");
                db.WebhookAttempts.Add(WebhookAttempt.Record(delivery, attempt.At, attempt.Milliseconds, answer.Status, answer.Answer, error));
                if (error is null)
                    delivery.Deliver(answer.Status!.Value, now);
                else if (answer.Status == GoneStatus)
                    await EndAsync(delivery, attempt.Webhook, cancellationToken);
                else
                    delivery.Postpone(answer.Status, error, now);
                return (Result<WebhookDeliveryState>)delivery.State;
            },
            cancellationToken)).Value;

    private async Task EndAsync(WebhookDelivery delivery, WebhookSubscription known, CancellationToken cancellationToken)
    {
        delivery.Fail(GoneStatus, "webhook.status");
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == known.Id, cancellationToken);
        if (webhook.State == WebhookState.Disabled)
            return;
        webhook.Disable(WebhookEnd.Gone);
        var text = new MessageText("webhookGone", new Dictionary<string, string> { ["name"] = webhook.Name }, $"/webhooks/{webhook.Code}");
        await operators.TellAsync($"webhook.gone:{delivery.Id.Value:N}", text, cancellationToken);
    }

    /// <summary>An attempt and its answer; none where nothing was sent.</summary>
    private sealed record Attempt(WebhookDelivery Delivery, WebhookSubscription Webhook, DateTimeOffset At, int Milliseconds, WebhookAnswer? Answer);
}
