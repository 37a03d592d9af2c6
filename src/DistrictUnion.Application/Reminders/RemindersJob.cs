using System.Text.Json;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;

namespace DistrictUnion.Application.Reminders;

/// <summary>What sending reminders works on: nothing but its district.</summary>
public sealed record SendRemindersPayload;

/// <summary>Every morning at eight: who has something coming up is reminded, once.</summary>
public sealed class ScheduledReminders(JobQueue jobs) : IScheduledWork
{
    /// <summary>The morning's work.</summary>
    public const string Send = RemindersJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Send];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        [await jobs.QueueAsync(kind, new SendRemindersPayload(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}", cancellationToken)];
}

/// <summary>What came of a run.</summary>
/// <param name="Obligations">Open obligations that were looked at.</param>
/// <param name="People">People who got a digest.</param>
/// <param name="Reminders">Reminders in them.</param>
public sealed record SentReminders(int Obligations, int People, int Reminders);

/// <summary>
/// Sends the day's digests, some hundred people at a time. Each portion is stored with what it told, so that a run that died goes on
/// where it stopped and one that comes twice has nothing left to tell.
/// </summary>
internal sealed class RemindersJob(ReminderPlan plan, ReminderDigests digests, IUnitOfWork unitOfWork, TimeProvider clock) : IJobHandler
{
    public const string Name = "reminders.send";

    private const int Portion = 500;

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // What was missed and is made up at night waits for the morning, when all of it is told at once.
        if (Domain.Messages.QuietHours.Usual.FirstAudible(now) != now)
            return new SentReminders(0, 0, 0);
        var today = clock.Today();
        var planned = (await unitOfWork.ReadAsync(async () => (Result<PlannedReminders>)await plan.OfAsync(today, cancellationToken), cancellationToken)).Value;
        var (people, told, reminders) = (planned.ByPerson.Keys.OrderBy(p => p.Value).ToList(), 0, 0);
        for (var from = 0; from < people.Count; from += Portion)
        {
            var portion = people.GetRange(from, Math.Min(Portion, people.Count - from));
            var sent = (await unitOfWork.WriteUnauditedAsync(async () => (Result<(int People, int Reminders)>)await digests.SendAsync(planned, portion, today, cancellationToken), cancellationToken)).Value;
            (told, reminders) = (told + sent.People, reminders + sent.Reminders);
            await progress.ReportAsync(people.Take(from + portion.Count).Count(planned.HasMoreThanPrivate), people.Count(planned.HasMoreThanPrivate), cancellationToken);
        }

        return new SentReminders(planned.Obligations, told, reminders);
    }
}
