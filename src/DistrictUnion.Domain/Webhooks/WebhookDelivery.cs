using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Webhooks;

/// <summary>How far an event came on its way to a subscription.</summary>
public enum WebhookDeliveryState
{
    /// <summary>Waits for its next attempt.</summary>
    Queued,

    /// <summary>The other system took it.</summary>
    Delivered,

    /// <summary>Given up; it can be replayed.</summary>
    Failed,
}

/// <summary>An event on its way to one subscription. The same event goes to the same subscription once, however often it is fanned out.</summary>
public sealed class WebhookDelivery : ITenantOwned, IKeepsOwnHistory
{
    /// <summary>Waits after the first, second, … failure: three days in all.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14),
        TimeSpan.FromHours(18), TimeSpan.FromHours(22),
    ];

    private WebhookDelivery()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier, sent as <c>webhook-id</c>, the same at every attempt and replay.</summary>
    public WebhookDeliveryId Id { get; private set; }

    /// <summary>Subscription.</summary>
    public WebhookId WebhookId { get; private set; }

    /// <summary>Event; a test has one of its own.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Type of the event.</summary>
    public string EventType { get; private set; } = "";

    /// <summary>What is sent, byte for byte.</summary>
    public string Body { get; private set; } = "{}";

    /// <summary>State.</summary>
    public WebhookDeliveryState State { get; private set; }

    /// <summary>Attempts of this round; a replay begins at 0 again.</summary>
    public int Attempts { get; private set; }

    /// <summary>Attempts ever.</summary>
    public int AttemptsInAll { get; private set; }

    /// <summary>When it may be tried next (UTC); null: never again by itself.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>What the other system answered last; null: nothing.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>Code of what went wrong last; null: nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>When the event happened (UTC).</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>When it was queued (UTC).</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When it was delivered (UTC).</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Queues an event for a subscription.</summary>
    public static WebhookDelivery Queue(WebhookSubscription webhook, WebhookDeliveryId id, Guid eventId, string type, string body, DateTimeOffset occurredAt, DateTimeOffset now) => new()
    {
        DistrictId = webhook.DistrictId,
        Id = id,
        WebhookId = webhook.Id,
        EventId = eventId,
        EventType = type,
        Body = body,
        OccurredAt = occurredAt,
        QueuedAt = now,
        NextAttemptAt = now,
    };

    /// <summary>Takes it for an attempt; whoever took it and died is followed by the next after the lease.</summary>
    public void Begin(DateTimeOffset now, TimeSpan lease) => (Attempts, AttemptsInAll, NextAttemptAt) = (Attempts + 1, AttemptsInAll + 1, now + lease);

    /// <summary>The other system took it.</summary>
    public void Deliver(int status, DateTimeOffset now) =>
        (State, LastStatus, Error, NextAttemptAt, DeliveredAt) = (WebhookDeliveryState.Delivered, status, null, null, now);

    /// <summary>The other system didn't take it: it waits, or is given up after three days.</summary>
    public void Postpone(int? status, string error, DateTimeOffset now)
    {
        (LastStatus, Error) = (status, error);
        if (Attempts > Waits.Length)
            Fail(status, error);
        else
            NextAttemptAt = now + Waits[Math.Max(Attempts, 1) - 1];
    }

    /// <summary>It is given up.</summary>
    public void Fail(int? status, string error) => (State, LastStatus, Error, NextAttemptAt) = (WebhookDeliveryState.Failed, status, error, null);

    /// <summary>Sends it once more, whatever became of it.</summary>
    public void Replay(DateTimeOffset now) => (State, Attempts, NextAttemptAt) = (WebhookDeliveryState.Queued, 0, now);
}

/// <summary>One attempt to deliver an event: what was answered. It goes with its delivery when that is old.</summary>
public sealed class WebhookAttempt : ITenantOwned, IKeepsOwnHistory
{
    private const int MaxAnswer = 1000;

    private WebhookAttempt()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Delivery.</summary>
    public WebhookDeliveryId DeliveryId { get; private set; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; private set; }

    /// <summary>Status of the answer; null: none came.</summary>
    public int? Status { get; private set; }

    /// <summary>Beginning of the answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>Code of what went wrong; null: nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>Records an attempt.</summary>
    public static WebhookAttempt Record(WebhookDelivery delivery, DateTimeOffset at, int milliseconds, int? status, string? answer, string? error) => new()
    {
        DistrictId = delivery.DistrictId,
        DeliveryId = delivery.Id,
        Number = delivery.AttemptsInAll,
        At = at,
        Milliseconds = milliseconds,
        Status = status,
        Answer = answer is null || answer.Length <= MaxAnswer ? answer : answer[..MaxAnswer],
        Error = error,
    };
}
