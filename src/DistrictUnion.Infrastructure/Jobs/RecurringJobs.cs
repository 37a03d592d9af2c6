using DistrictUnion.Application.Care;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reminders;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Titles;
using DistrictUnion.Application.Votes;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>What the product does by the clock.</summary>
internal sealed class RecurringSchedule : IRecurringSchedule
{
    private const string Zone = "Asia/Shanghai";

    /// <inheritdoc/>
    public IReadOnlyList<RecurringJob> All { get; } =
    [
        new(ScheduledRollups.Nightly, ScheduledRollups.Nightly, "0 0 2 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledRollups.DeadlineDay, ScheduledRollups.DeadlineDay, "0 0/15 * * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledEvidenceWork.Sweep, ScheduledEvidenceWork.Sweep, "0 0 3 * * ?", Zone, MissedRuns.Skip),
        new(ScheduledEvidenceWork.Scan, ScheduledEvidenceWork.Scan, "15 0/5 * * * ?", Zone, MissedRuns.Skip),
        new(ScheduledTitles.Lapse, ScheduledTitles.Lapse, "0 30 0 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledObligations.Open, ScheduledObligations.Open, "0 10 0 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledReminders.Send, ScheduledReminders.Send, "0 0 8 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledVotes.Close, ScheduledVotes.Close, "10 * * * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledUpkeep.Dispatch, ScheduledUpkeep.Dispatch, "0/10 * * * * ?", Zone, MissedRuns.Skip),
        new(ScheduledUpkeep.Messages, ScheduledUpkeep.Messages, "3/10 * * * * ?", Zone, MissedRuns.Skip),
        new(ScheduledUpkeep.Webhooks, ScheduledUpkeep.Webhooks, "6/10 * * * * ?", Zone, MissedRuns.Skip),
        new(ScheduledUpkeep.Digest, ScheduledUpkeep.Digest, "0 30 8 ? * MON", Zone, MissedRuns.RunOnce),
        new(ScheduledUpkeep.Retention, ScheduledUpkeep.Retention, "0 30 3 * * ?", Zone, MissedRuns.Skip),
        new(ScheduledCare.Erase, ScheduledCare.Erase, "0 45 3 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledSweep.Name, ScheduledSweep.Name, "5/15 * * * * ?", Zone, MissedRuns.Skip),
    ];

    /// <inheritdoc/>
    public DateTimeOffset? NextRun(RecurringJob job, DateTimeOffset after) =>
        new CronExpression(job.Cron, TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone)).GetNextValidTimeAfter(after);
}

/// <summary>Makes the engine's recurring jobs be what the product needs, whenever the service starts.</summary>
internal sealed class RecurringJobs(IJobEngine engine, IRecurringSchedule schedule) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in schedule.All)
            await engine.UpsertRecurringAsync(job, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
