using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>Finds the votes of a district whose time is over while nobody closed them.</summary>
public sealed class ScheduledVotes(IUnionDb db, JobQueue jobs, TimeProvider clock) : IScheduledWork
{
    /// <summary>Every minute.</summary>
    public const string Close = "votes.close";

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Close];

    /// <summary>Queues the closing of each; one that failed is tried again an hour later. A round that takes nothing more keeps its votes as they are.</summary>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var over = await db.Votes.AsNoTracking().Where(v => v.State == VoteState.Open && v.ClosesAt != null && v.ClosesAt <= now)
            .Where(v => db.Rounds.Any(r => r.Id == v.RoundId && r.State == RoundState.Open))
            .OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(cancellationToken);
        List<Job> queued = [];
        foreach (var vote in over)
            queued.Add(await jobs.QueueAsync(CloseVoteJob.Name, new CloseVotePayload(vote.Value), $"{Close}:{vote.Value:N}:{scheduledFor.ToUniversalTime():yyyyMMddHH}", cancellationToken));
        return queued;
    }
}
