using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What is done about a district's files by the clock.</summary>
public sealed class ScheduledEvidenceWork(IUnionDb db, FileScans scans, JobQueue jobs) : IScheduledWork
{
    /// <summary>Every night: files that nothing refers to go.</summary>
    public const string Sweep = EvidenceSweepJob.Name;

    /// <summary>Every few minutes: the scanner is asked for files that wait for it, where any do.</summary>
    public const string Scan = FileScanJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Sweep, Scan];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        kind == Scan && !(scans.AreOn && await db.FileScans.AnyAsync(s => s.State == ScanState.Pending, cancellationToken))
            ? []
            : [await jobs.QueueAsync(kind, new ScheduledPayload(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}", cancellationToken)];
}
