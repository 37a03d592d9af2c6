using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Votes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>The vote to close.</summary>
public sealed record CloseVotePayload(Guid Vote);

/// <summary>What came of closing a vote.</summary>
/// <param name="Closed">Whether this run closed it; somebody may have been there before.</param>
public sealed record CloseVoteOutcome(bool Closed);

/// <summary>Counts a vote whose time is over, as its organiser would by hand.</summary>
internal sealed class CloseVoteJob(IUnionDb db, IUnitOfWork unitOfWork, IMediator mediator, TimeProvider clock) : IJobHandler
{
    public const string Name = "vote.close";

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var (id, now) = (new VoteId(payload.Deserialize<CloseVotePayload>(Json.Stored)!.Vote), clock.GetUtcNow());
        var found = await unitOfWork.ReadAsync(
            async () => (Result<DemocraticVote?>)await db.Votes.AsNoTracking().SingleOrDefaultAsync(
                v => v.Id == id && v.State == VoteState.Open && v.ClosesAt != null && v.ClosesAt <= now, cancellationToken),
            cancellationToken);
        if (found.Value is not { } vote)
            return new CloseVoteOutcome(false);
        var closed = await mediator.Send(new DecideVote(vote.RoundId, vote.SchoolId, vote.Fact, VoteStep.Close, null, Precondition.Any, vote.Id), cancellationToken);
        await progress.ReportAsync(1, 1, cancellationToken);
        return new CloseVoteOutcome(closed.IsSuccess);
    }
}
