using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>
/// Runs jobs inside their tenant. The jobs table is the only record: who holds the lease, how far the work is, what came out. A job
/// that ended, or that another runner holds, is left alone; one that fails waits and is tried again, until it is given up and people
/// are told. A runner that dies is followed within a minute: half of one for its lease, the rest for the sweep that finds the job.
/// </summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, ITenantDirectory directory, IFaultPoints faults, TimeProvider clock, ILogger<JobRunner> logger) : IJobRunner
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Heartbeat = Lease / 3;

    public async Task RunAsync(DistrictId district, JobId job, CancellationToken cancellationToken)
    {
        var known = (await directory.ListDistrictsAsync(cancellationToken)).FirstOrDefault(d => d.Id == district);
        if (known.Code is null)
        {
            RefusedWithoutTenant(logger, job.Value, district.Value);
            return;
        }

        var caller = Caller.System(district, known.Code);
        if (await UpdateAsync(caller, job, j => j.TryStart(clock.GetUtcNow(), Lease), cancellationToken) is not { } started)
            return;
        faults.Pass(FaultSteps.JobStarted);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = new CancellationTokenSource();
        var alive = KeepAliveAsync(caller, started, stop, over.Token);
        try
        {
            await using var scope = Enter(caller);
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == started.Kind);
            using var payload = JsonDocument.Parse(started.Payload);
            var outcome = await handler.RunAsync(payload.RootElement, new Progress(this, clock, caller, started), stop.Token);
            faults.Pass(FaultSteps.JobDone);
            await EndAsync(caller, started, JobState.Succeeded, JsonSerializer.Serialize(outcome, outcome.GetType(), Json.Stored));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody asked for it; where another attempt took the job over instead, the record isn't ours any more and stays as it is.
            await EndAsync(caller, started, JobState.Cancelled, null);
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
            Failed(logger, e, job.Value, started.Kind, started.Attempts);
            await PostponeAsync(caller, started);
        }
        finally
        {
            await over.CancelAsync();
            await alive;
        }
    }

    public async Task RunRecurringAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        foreach (var (id, code) in await directory.ListDueAsync(kind, clock.GetUtcNow(), cancellationToken))
        {
            await using var scope = Enter(Caller.System(id, code));
            var services = scope.ServiceProvider;
            var engine = services.GetRequiredService<IJobEngine>();
            foreach (var job in await FindDueAsync(services, kind, scheduledFor, cancellationToken))
                await engine.EnqueueAsync(id, job, cancellationToken);
        }
    }

    private static async Task<List<JobId>> FindDueAsync(IServiceProvider services, string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        try
        {
            var due = await services.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync(
                async () => (Result<IReadOnlyList<JobId>>)(kind == ScheduledSweep.Name
                    ? await services.GetRequiredService<ScheduledSweep>().FindAsync(cancellationToken)
                    : [.. (await services.GetRequiredService<RecurringWork>().QueueAsync(kind, scheduledFor, cancellationToken)).Select(j => j.Id)]).ToList(),
                cancellationToken);
            return [.. due.Value];
        }
        catch (ConcurrentChangeException)
        {
            // Another scheduler queued the same occasion in this moment, and hands it to its engine.
            return [];
        }
    }

    /// <summary>Renews the lease while the work goes on, and stops the work when somebody asked for that or another attempt has the job.</summary>
    private async Task KeepAliveAsync(Caller caller, Job started, CancellationTokenSource stop, CancellationToken over)
    {
        while (true)
        {
            try
            {
                await Task.Delay(Heartbeat, over);
                var goesOn = await UpdateAsync(
                    caller,
                    started.Id,
                    j =>
                    {
                        if (!j.IsHeldBy(started.Attempts))
                            return false;
                        j.Renew(clock.GetUtcNow(), Lease);
                        return !j.CancelRequested;
                    },
                    over);
                if (goesOn is null)
                    await stop.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a moment costs a heartbeat, not the work: the next one may come through.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Missed(logger, e, started.Id.Value);
            }
        }
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

    private Task<Job?> EndAsync(Caller caller, Job started, JobState state, string? outcome) => UpdateAsync(
        caller,
        started.Id,
        j =>
        {
            if (j.IsHeldBy(started.Attempts))
                j.End(state, null, outcome, clock.GetUtcNow());
            return true;
        },
        CancellationToken.None);

    private async Task PostponeAsync(Caller caller, Job started)
    {
        var postponed = await UpdateAsync(
            caller,
            started.Id,
            j =>
            {
                if (!j.IsHeldBy(started.Attempts))
                    return false;
                j.Postpone("job.failed", clock.GetUtcNow());
                return true;
            },
            CancellationToken.None);
        if (postponed is not { HasEnded: true })
            return;
        await using var scope = Enter(caller);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync(
            async () =>
            {
                await scope.ServiceProvider.GetRequiredService<Operators>().TellAsync($"job.failed:{postponed.Id.Value:N}", new MessageText("jobFailed", new Dictionary<string, string>(), "/jobs"), CancellationToken.None);
                return (Result<bool>)true;
            },
            CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} of kind {Kind} failed at attempt {Attempt}")]
    private static partial void Failed(ILogger logger, Exception exception, Guid job, string kind, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of job {Job} couldn't be renewed")]
    private static partial void Missed(ILogger logger, Exception exception, Guid job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} refused: its district {District} is unknown or suspended")]
    private static partial void RefusedWithoutTenant(ILogger logger, Guid job, Guid district);

    private sealed class Progress(JobRunner runner, TimeProvider clock, Caller caller, Job started) : IJobProgress
    {
        public async Task ReportAsync(int done, int total, CancellationToken cancellationToken)
        {
            var goesOn = false;
            await runner.UpdateAsync(
                caller,
                started.Id,
                j =>
                {
                    if (!j.IsHeldBy(started.Attempts))
                        return false;
                    j.Progress(done, total, clock.GetUtcNow(), Lease);
                    goesOn = !j.CancelRequested;
                    return true;
                },
                cancellationToken);
            if (!goesOn)
                throw new OperationCanceledException("Cancelled on request, or another attempt has the job.");
        }
    }
}

/// <summary>Keeps two runners from starting the same job.</summary>
internal interface IJobLocks
{
    /// <summary>Locks a job's row until the transaction ends.</summary>
    Task LockAsync(JobId id, CancellationToken cancellationToken);
}
