using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>What the scheduled roll-up does for a district: a full roll-up of each open round that the occasion concerns.</summary>
public sealed class ScheduledRollups(IUnionDb db, JobQueue jobs, TimeProvider clock) : IScheduledWork
{
    /// <summary>Every night.</summary>
    public const string Nightly = "rollup.nightly";

    /// <summary>Every quarter of an hour of a day on which something is due.</summary>
    public const string DeadlineDay = "rollup.deadlineDay";

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Nightly, DeadlineDay];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Open).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        List<Job> queued = [];
        foreach (var round in rounds.Where(r => kind == Nightly || r.LastOnTimeDay == today))
        {
            var key = $"{kind}:{round.Id.Value:N}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}";
            queued.Add(await jobs.QueueAsync(FullRollupJob.Name, new RollupPayload(round.Id.Value), key, cancellationToken));
        }

        return queued;
    }
}
