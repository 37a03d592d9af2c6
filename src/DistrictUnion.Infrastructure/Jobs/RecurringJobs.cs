using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Titles;
using DistrictUnion.Application.Votes;
using Microsoft.Extensions.Hosting;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>Makes the recurring jobs be what the product needs, whenever the service starts.</summary>
internal sealed class RecurringJobs(IJobEngine engine) : IHostedService
{
    private const string Zone = "Asia/Shanghai";

    /// <summary>Every recurring job.</summary>
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new(ScheduledRollups.Nightly, ScheduledRollups.Nightly, "0 0 2 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledRollups.DeadlineDay, ScheduledRollups.DeadlineDay, "0 0/15 * * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledEvidenceWork.Sweep, ScheduledEvidenceWork.Sweep, "0 0 3 * * ?", Zone, MissedRuns.Skip),
        new(ScheduledEvidenceWork.Scan, ScheduledEvidenceWork.Scan, "15 0/5 * * * ?", Zone, MissedRuns.Skip),
        new(ScheduledTitles.Lapse, ScheduledTitles.Lapse, "0 30 0 * * ?", Zone, MissedRuns.RunOnce),
        new(ScheduledVotes.Close, ScheduledVotes.Close, "10 * * * * ?", Zone, MissedRuns.RunOnce),
        new(JobRunner.Sweep, JobRunner.Sweep, "30 * * * * ?", Zone, MissedRuns.Skip),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in All)
            await engine.UpsertRecurringAsync(job, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
