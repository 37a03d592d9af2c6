using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Webhooks;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>Recurring work that is one job each: what it does is the same for every district and needs no more than to be due.</summary>
public sealed class ScheduledUpkeep(IUnionDb db, JobQueue jobs, TimeProvider clock) : IScheduledWork
{
    /// <summary>Several times a minute: events become messages and deliveries.</summary>
    public const string Dispatch = EventDispatchJob.Name;

    /// <summary>Several times a minute: messages that are due are sent.</summary>
    public const string Messages = MessageDeliveryJob.Name;

    /// <summary>Several times a minute: events that are due are posted to other systems.</summary>
    public const string Webhooks = WebhookDeliveryJob.Name;

    /// <summary>Every Monday morning: what people haven't read.</summary>
    public const string Digest = DigestJob.Name;

    /// <summary>Every night: old records go.</summary>
    public const string Retention = RetentionJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Dispatch, Messages, Webhooks, Digest, Retention];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        await IsDueAsync(kind, cancellationToken) ? [await jobs.QueueAsync(kind, new UpkeepPayload(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmmss}", cancellationToken)] : [];

    private async Task<bool> IsDueAsync(string kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return kind switch
        {
            Dispatch => await db.OutboxMessages.AnyAsync(m => m.DeliveredAt == null, cancellationToken),
            Messages => await db.Deliveries.AnyAsync(d => d.NextAttemptAt <= now, cancellationToken),
            Webhooks => await db.WebhookDeliveries.AnyAsync(d => d.NextAttemptAt <= now, cancellationToken),
            _ => true,
        };
    }
}

/// <summary>Nothing: the work is what is due.</summary>
public sealed record UpkeepPayload;
