using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Votes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>What a vote is to be. A bare day closes at its end.</summary>
public sealed record VoteInput(int Eligible, DateTimeOffset? OpensAt = null, DueMoment? ClosesAt = null);

/// <summary>Prepares a vote or changes a draft; after a cancelled or void vote it prepares the repetition.</summary>
public sealed record PutVote(RoundId Round, SchoolId School, string Fact, VoteInput Body, Precondition Precondition) : ICommand<Tagged<VoteView>>;

internal sealed class PutVoteValidator : AbstractValidator<PutVote>
{
    private const int MostVoters = 5_000;

    public PutVoteValidator()
    {
        RuleFor(c => c.Body.Eligible).InclusiveBetween(1, MostVoters).WithErrorCode("vote.eligible");
        RuleFor(c => c.Body.ClosesAt).Must((c, at) => at is null || !(at.Value.FirstLate <= c.Body.OpensAt)).WithErrorCode("range.endBeforeStart");
    }
}

internal sealed class PutVoteHandler(IUnionDb db, ITenantContext tenant, RoundGate gate, VoteViews views) : IHandler<PutVote, Tagged<VoteView>>
{
    public async Task<Result<Tagged<VoteView>>> Handle(PutVote request, CancellationToken cancellationToken)
    {
        if (await views.SubjectAsync(request.Round, request.Fact, cancellationToken) is not { } subject)
            return new NotFoundError();
        if (views.RefuseRunning(subject.Fact) is { } forbidden)
            return forbidden;
        var latest = await views.LatestAsync(request.Round, request.School, request.Fact, cancellationToken);
        if (request.Precondition.Against(latest) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(subject.Round, request.School, cancellationToken) is { } closed)
            return closed;
        var terms = new VoteTerms(request.Body.Eligible, request.Body.OpensAt?.ToUniversalTime(), request.Body.ClosesAt?.FirstLate.ToUniversalTime());
        if (latest is not null && !await MayBeRepeatedAsync(latest, subject, cancellationToken))
        {
            if (latest.Plan(terms) is { } refusal)
                return refusal;
            await db.SaveChangesAsync(cancellationToken);
            return new Tagged<VoteView>(views.Of(latest, subject, null), latest.Version);
        }

        var vote = DemocraticVote.Prepare(
            tenant.RequireCaller().DistrictId, request.Round, request.School, request.Fact, (latest?.Number ?? 0) + 1, BallotCodes.NewPrefix(), terms);
        db.Votes.Add(vote);
        db.BallotBoxes.Add(BallotBox.For(vote));
        return new Tagged<VoteView>(views.Of(vote, subject, null), vote.Version, Created: true);
    }

    private async Task<bool> MayBeRepeatedAsync(DemocraticVote vote, VoteSubject subject, CancellationToken cancellationToken)
    {
        if (vote.IsCancelled)
            return true;
        if (vote.State != VoteState.Closed)
            return false;
        var box = await db.BallotBoxes.AsNoTracking().SingleAsync(b => b.VoteId == vote.Id, cancellationToken);
        return VoteJudgement.Of(VoteViews.Counted(vote, box), VoteJudgement.QuorumOf(subject.Scheme, vote.Fact)) is VoteVerdict.NoQuorum or VoteVerdict.NoValid;
    }
}
