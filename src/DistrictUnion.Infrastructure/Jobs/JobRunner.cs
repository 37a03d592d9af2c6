using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Votes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>
/// Runs jobs inside their tenant. The jobs table is the only record: who holds the lease, how far the work is, what came out.
/// A job that ended, or that another runner holds, is left alone.
/// </summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, ITenantDirectory directory, TimeProvider clock, ILogger<JobRunner> logger) : IJobRunner
{
    /// <summary>Recurring job that finds queued jobs which nobody runs, for example after a crash between commit and hand-over.</summary>
    public const string Sweep = "jobs.sweep";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task RunAsync(DistrictId district, JobId job, CancellationToken cancellationToken)
    {
        var known = (await directory.ListDistrictsAsync(cancellationToken)).FirstOrDefault(d => d.Id == district);
        if (known.Code is null)
        {
            RefusedWithoutTenant(logger, job.Value, district.Value);
            return;
        }

        var caller = Caller.System(district, known.Code);
        var started = await UpdateAsync(caller, job, j => j.TryStart(clock.GetUtcNow(), Lease), cancellationToken);
        if (started is null)
            return;
        try
        {
            await using var scope = Enter(caller);
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == started.Kind);
            using var payload = JsonDocument.Parse(started.Payload);
            var outcome = await handler.RunAsync(payload.RootElement, new Progress(this, clock, caller, job), cancellationToken);
            await EndAsync(caller, job, JobState.Succeeded, null, JsonSerializer.Serialize(outcome, outcome.GetType(), Json.Stored));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await EndAsync(caller, job, JobState.Cancelled, null, null);
        }
        catch (OperationCanceledException)
        {
            // The service stops: the lease runs out and the job is taken up again.
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong belongs into the job's record, or nobody would learn of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(logger, e, job.Value, started.Kind);
            await EndAsync(caller, job, JobState.Failed, "job.failed", null);
        }
    }

    public async Task RunRecurringAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        foreach (var (id, code) in await directory.ListDistrictsAsync(cancellationToken))
        {
            await using var scope = Enter(Caller.System(id, code));
            var services = scope.ServiceProvider;
            var engine = services.GetRequiredService<IJobEngine>();
            foreach (var job in await FindDueAsync(services, kind, scheduledFor, cancellationToken))
                await engine.EnqueueAsync(id, job, cancellationToken);
        }
    }

    private async Task<List<JobId>> FindDueAsync(IServiceProvider services, string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        try
        {
            var due = await services.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync(
                async () => (Result<List<JobId>>)(kind switch
                {
                    Sweep => await FindAbandonedAsync(services.GetRequiredService<IUnionDb>(), cancellationToken),
                    ScheduledVotes.Close => [.. (await services.GetRequiredService<ScheduledVotes>().QueueAsync(scheduledFor, cancellationToken)).Select(j => j.Id)],
                    _ => [.. (await services.GetRequiredService<ScheduledRollups>().QueueAsync(kind, scheduledFor, cancellationToken)).Select(j => j.Id)],
                }),
                cancellationToken);
            return due.Value;
        }
        catch (ConcurrentChangeException)
        {
            // Another scheduler queued the same occasion in this moment, and hands it to its engine.
            return [];
        }
    }

    private async Task<List<JobId>> FindAbandonedAsync(IUnionDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Patience;
        return await db.Jobs.AsNoTracking()
            .Where(j => (j.State == JobState.Queued && j.QueuedAt < before) || (j.State == JobState.Running && j.LeaseUntil < now))
            .OrderBy(j => j.QueuedAt).Select(j => j.Id).ToListAsync(cancellationToken);
    }

    private AsyncServiceScope Enter(Caller caller)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(caller);
        return scope;
    }

    /// <summary>Changes the job's record in a transaction of its own; null when the change says no.</summary>
    private async Task<Job?> UpdateAsync(Caller caller, JobId id, Func<Job, bool> change, CancellationToken cancellationToken)
    {
        await using var scope = Enter(caller);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        var result = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync(
            async () =>
            {
                await scope.ServiceProvider.GetRequiredService<IJobLocks>().LockAsync(id, cancellationToken);
                var job = await db.Jobs.SingleOrDefaultAsync(j => j.Id == id, cancellationToken);
                return job is not null && change(job) ? (Result<Job?>)job : (Job?)null;
            },
            cancellationToken);
        return result.Value;
    }

    private Task<Job?> EndAsync(Caller caller, JobId id, JobState state, string? error, string? outcome) => UpdateAsync(
        caller,
        id,
        j =>
        {
            j.End(state, error, outcome, clock.GetUtcNow());
            return true;
        },
        CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} of kind {Kind} failed")]
    private static partial void Failed(ILogger logger, Exception exception, Guid job, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} refused: its district {District} is unknown or suspended")]
    private static partial void RefusedWithoutTenant(ILogger logger, Guid job, Guid district);

    private sealed class Progress(JobRunner runner, TimeProvider clock, Caller caller, JobId id) : IJobProgress
    {
        public async Task ReportAsync(int done, int total, CancellationToken cancellationToken)
        {
            var cancelled = false;
            await runner.UpdateAsync(
                caller,
                id,
                j =>
                {
                    j.Progress(done, total, clock.GetUtcNow(), Lease);
                    cancelled = j.CancelRequested;
                    return true;
                },
                cancellationToken);
            if (cancelled)
                throw new OperationCanceledException("Cancelled on request.");
        }
    }
}

/// <summary>Keeps two runners from starting the same job.</summary>
internal interface IJobLocks
{
    /// <summary>Locks a job's row until the transaction ends.</summary>
    Task LockAsync(JobId id, CancellationToken cancellationToken);
}
