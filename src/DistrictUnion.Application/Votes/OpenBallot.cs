using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>A ballot, for whoever holds the link.</summary>
/// <param name="School">Name of the school.</param>
/// <param name="Round">Name of the round.</param>
/// <param name="Name">What is voted on.</param>
/// <param name="Options">Options to choose one of.</param>
/// <param name="TakesBallots">Whether the vote takes ballots now; not yet when it hasn't begun.</param>
/// <param name="OpensAt">First instant at which a ballot is taken.</param>
/// <param name="ClosesAt">First instant at which none is taken any more.</param>
public sealed record BallotView(
    string School, string Round, string Name, IReadOnlyList<string> Options, bool TakesBallots, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt);

/// <summary>An unknown or used link, or one of a vote that has ended: they answer alike.</summary>
public sealed record BallotRefused() : Error("ballot.refused");

/// <summary>Looks at the ballot of a link. It begins its own transaction, because the tenant is only known once the token is found.</summary>
public sealed record OpenBallot(string Token) : IQuery<BallotView>, IOwnTransactions;

internal sealed class OpenBallotHandler(BallotAccess access, IUnitOfWork unitOfWork, IUnionDb db, VoteViews views, TimeProvider clock) : IHandler<OpenBallot, BallotView>
{
    public async Task<Result<BallotView>> Handle(OpenBallot request, CancellationToken cancellationToken) =>
        await access.EnterByTokenAsync(request.Token, cancellationToken) is { } vote
            ? await unitOfWork.ReadAsync(() => FindAsync(vote, cancellationToken), cancellationToken)
            : new BallotRefused();

    private async Task<Result<BallotView>> FindAsync(VoteId id, CancellationToken cancellationToken)
    {
        var found = await db.Votes.AsNoTracking().Where(v => v.Id == id)
            .Join(db.Schools, v => v.SchoolId, s => s.Id, (v, s) => new { Vote = v, School = s.Name }).SingleOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (found is null || found.Vote.State is VoteState.Closed or VoteState.Cancelled || now >= found.Vote.ClosesAt
            || await views.SubjectAsync(found.Vote.RoundId, found.Vote.Fact, cancellationToken) is not { } subject)
        {
            return new BallotRefused();
        }

        var vote = found.Vote;
        return new BallotView(
            found.School, subject.Round.Name, subject.Fact.Name, subject.Fact.Options, vote.TakesBallotsAt(now), BusinessTime.Local(vote.OpensAt), BusinessTime.Local(vote.ClosesAt));
    }
}

/// <summary>Enters the district that a voter's link or receipt belongs to. The voter is nobody: no name, no session, no post.</summary>
internal sealed class BallotAccess(ITenantDirectory directory, ITenantContext tenant)
{
    private const string Voter = "voter";

    /// <summary>The vote of a link; null when there is none.</summary>
    public async Task<VoteId?> EnterByTokenAsync(string token, CancellationToken cancellationToken) =>
        Enter(await directory.FindByBallotAsync(BallotCodes.HashToken(token), cancellationToken));

    /// <summary>The vote of a receipt; null when there is none.</summary>
    public async Task<VoteId?> EnterByReceiptAsync(string receipt, CancellationToken cancellationToken) =>
        Enter(await directory.FindByReceiptPrefixAsync(BallotCodes.PrefixOf(receipt), cancellationToken));

    private VoteId? Enter(VoteAddress? address)
    {
        if (address is null)
            return null;
        tenant.Enter(new Caller(address.DistrictId, address.DistrictCode, null, Voter, Voter, null, null));
        return address.VoteId;
    }
}
