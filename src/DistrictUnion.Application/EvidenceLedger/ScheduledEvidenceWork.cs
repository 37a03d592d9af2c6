using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Jobs;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What is done about a district's files by the clock.</summary>
public sealed class ScheduledEvidenceWork(JobQueue jobs) : IScheduledWork
{
    /// <summary>Every night: files that nothing refers to go.</summary>
    public const string Sweep = EvidenceSweepJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Sweep];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        [await jobs.QueueAsync(kind, new SweepPayload(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}", cancellationToken)];
}
