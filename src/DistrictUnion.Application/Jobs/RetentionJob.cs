using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>How many days the records of the product's own work, and what tells of persons, are kept, configurable under <c>Retention</c>. Nothing here has scored.</summary>
public sealed class RetentionDays
{
    /// <summary>Answers kept for repeats; a repeat is recognised for one day.</summary>
    public int Repeats { get; set; } = 2;

    /// <summary>Jobs that ended.</summary>
    public int Jobs { get; set; } = 90;

    /// <summary>Jobs that ended well and come every few seconds.</summary>
    public int FrequentJobs { get; set; } = 3;

    /// <summary>Events that were fanned out.</summary>
    public int Events { get; set; } = 30;

    /// <summary>Messages, with the records of their ways.</summary>
    public int Messages { get; set; } = 400;

    /// <summary>Deliveries to other systems that ended, with their attempts.</summary>
    public int Webhooks { get; set; } = 30;

    /// <summary>What tells of persons in care records that were done, closed or waived; 24 months, which no source states.</summary>
    public int Care { get; set; } = 730;
}

/// <summary>What was removed.</summary>
/// <param name="Repeats">Answers kept for repeats.</param>
/// <param name="Jobs">Jobs.</param>
/// <param name="Events">Events.</param>
/// <param name="Messages">Messages.</param>
/// <param name="Webhooks">Deliveries to other systems.</param>
public sealed record RetentionOutcome(int Repeats, int Jobs, int Events, int Messages, int Webhooks);

/// <summary>Removes records of the product's own work that are older than anybody needs them.</summary>
internal sealed class RetentionJob(IUnionDb db, IUnitOfWork unitOfWork, RetentionDays days, TimeProvider clock) : IJobHandler
{
    public const string Name = "records.retention";

    private const int Kinds = 5;

    /// <summary>Rows of one transaction: a year's backlog neither holds locks nor fills the log of the database at once.</summary>
    private const int Portion = 5_000;

    private static readonly string[] Frequent = [Webhooks.EventDispatchJob.Name, Messages.MessageDeliveryJob.Name, Webhooks.WebhookDeliveryJob.Name];

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (repeats, events, messages, webhooks) = (now.AddDays(-days.Repeats), now.AddDays(-days.Events), now.AddDays(-days.Messages), now.AddDays(-days.Webhooks));
        var (jobs, frequent) = (now.AddDays(-days.Jobs), now.AddDays(-days.FrequentJobs));
        List<Func<Task<int>>> parts =
        [
            () => db.IdempotencyRecords.Where(r => db.IdempotencyRecords.Where(o => o.At < repeats).OrderBy(o => o.At).Take(Portion).Any(o => o.UserId == r.UserId && o.Key == r.Key)).ExecuteDeleteAsync(cancellationToken),
            () => db.Jobs.Where(j => db.Jobs.Where(o => o.EndedAt < jobs || (o.EndedAt < frequent && o.State == JobState.Succeeded && Frequent.Contains(o.Kind))).OrderBy(o => o.QueuedAt).Take(Portion).Any(o => o.Id == j.Id))
                .ExecuteDeleteAsync(cancellationToken),
            () => db.OutboxMessages.Where(m => db.OutboxMessages.Where(o => o.DeliveredAt < events).OrderBy(o => o.DeliveredAt).Take(Portion).Any(o => o.Id == m.Id)).ExecuteDeleteAsync(cancellationToken),
            () => db.Messages.Where(m => db.Messages.Where(o => o.CreatedAt < messages).OrderBy(o => o.CreatedAt).Take(Portion).Any(o => o.Id == m.Id)).ExecuteDeleteAsync(cancellationToken),
            () => db.WebhookDeliveries.Where(d => db.WebhookDeliveries.Where(o => o.QueuedAt < webhooks && o.State != WebhookDeliveryState.Queued).OrderBy(o => o.QueuedAt).Take(Portion).Any(o => o.Id == d.Id))
                .ExecuteDeleteAsync(cancellationToken),
        ];
        var removed = new int[Kinds];
        for (var i = 0; i < parts.Count; i++)
        {
            int portion;
            do
            {
                portion = (await unitOfWork.WriteUnauditedAsync(async () => (Result<int>)await parts[i](), cancellationToken)).Value;
                removed[i] += portion;
            }
            while (portion >= Portion);
            await progress.ReportAsync(i + 1, Kinds, cancellationToken);
        }

        return new RetentionOutcome(removed[0], removed[1], removed[2], removed[3], removed[4]);
    }
}
