using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>The latest vote of a school on a fact.</summary>
public sealed record GetVote(RoundId Round, SchoolId School, string Fact) : IQuery<Tagged<VoteView>>;

internal sealed class GetVoteHandler(IUnionDb db, VoteViews views) : IHandler<GetVote, Tagged<VoteView>>
{
    public async Task<Result<Tagged<VoteView>>> Handle(GetVote request, CancellationToken cancellationToken)
    {
        if (await views.SubjectAsync(request.Round, request.Fact, cancellationToken) is not { } subject
            || await views.LatestAsync(request.Round, request.School, request.Fact, cancellationToken) is not { } vote)
        {
            return new NotFoundError();
        }

        var box = await db.BallotBoxes.AsNoTracking().SingleAsync(b => b.VoteId == vote.Id, cancellationToken);
        return new Tagged<VoteView>(views.Of(vote, subject, box), vote.Version);
    }
}
