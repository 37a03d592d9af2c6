using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>How many have voted; never what.</summary>
/// <param name="Eligible">Eligible voters.</param>
/// <param name="Cast">Ballots cast.</param>
/// <param name="UnusedLinks">Links that can still be used.</param>
public sealed record TurnoutView(int Eligible, int Cast, int UnusedLinks);

/// <summary>The turnout of the latest vote of a school on a fact.</summary>
public sealed record GetTurnout(RoundId Round, SchoolId School, string Fact) : IQuery<TurnoutView>;

internal sealed class GetTurnoutHandler(IUnionDb db) : IHandler<GetTurnout, TurnoutView>
{
    public async Task<Result<TurnoutView>> Handle(GetTurnout request, CancellationToken cancellationToken) =>
        await db.Votes.AsNoTracking()
            .Where(v => v.RoundId == request.Round && v.SchoolId == request.School && v.Fact == request.Fact).OrderByDescending(v => v.Number)
            .Select(v => new TurnoutView(
                v.Eligible,
                db.BallotBoxes.Where(b => b.VoteId == v.Id).Select(b => b.Cast).First(),
                db.BallotLinks.Count(l => l.VoteId == v.Id)))
            .FirstOrDefaultAsync(cancellationToken) is { } turnout
            ? turnout
            : new NotFoundError();
}
