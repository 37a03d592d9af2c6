using System.Collections.Concurrent;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Notes what it is asked to run and runs nothing.</summary>
public sealed class RecordingJobEngine : IJobEngine
{
    /// <summary>Jobs in the order they came.</summary>
    public ConcurrentQueue<JobId> Enqueued { get; } = new();

    /// <inheritdoc/>
    public Task EnqueueAsync(DistrictId district, JobId job, CancellationToken cancellationToken)
    {
        Enqueued.Enqueue(job);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task UpsertRecurringAsync(RecurringJob job, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task TriggerAsync(string recurringJobId, CancellationToken cancellationToken) => Task.CompletedTask;
}
