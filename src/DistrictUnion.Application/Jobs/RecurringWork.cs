using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>Queues what a recurring job means for the district in scope.</summary>
public sealed class RecurringWork(IUnionDb db, IEnumerable<IScheduledWork> work)
{
    /// <summary>Queues the work of an occasion, unless somebody paused it here.</summary>
    public async Task<IReadOnlyList<Job>> QueueAsync(string definition, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        await db.JobPauses.AsNoTracking().AnyAsync(p => p.Definition == definition, cancellationToken) ? [] : await QueueNowAsync(definition, scheduledFor, cancellationToken);

    /// <summary>Queues it because a person asked for it, paused or not.</summary>
    public async Task<IReadOnlyList<Job>> QueueNowAsync(string definition, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        [.. (await work.Single(w => w.Kinds.Contains(definition)).QueueAsync(definition, scheduledFor, cancellationToken)).Select(j => j.QueuedBy(definition))];
}

/// <summary>
/// Finds jobs that nobody runs: queued ones whose engine died before it took them, those whose time has come again after a failure, and
/// running ones whose runner died.
/// </summary>
public sealed class ScheduledSweep(IUnionDb db, TimeProvider clock)
{
    /// <summary>Several times a minute.</summary>
    public const string Name = "jobs.sweep";

    private const int Most = 200;

    /// <summary>An engine takes a job within moments.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Finds them, the longest waiting first.</summary>
    public async Task<List<Domain.Common.JobId>> FindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Patience;
        return await db.Jobs.AsNoTracking()
            .Where(j => (j.State == JobState.Queued && j.NextAttemptAt == null && j.QueuedAt < before)
                || (j.State == JobState.Queued && j.NextAttemptAt <= now)
                || (j.State == JobState.Running && j.LeaseUntil < now))
            .OrderBy(j => j.QueuedAt).ThenBy(j => j.Id).Select(j => j.Id).Take(Most).ToListAsync(cancellationToken);
    }
}
