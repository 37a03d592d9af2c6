using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>A step of a vote.</summary>
public enum VoteStep
{
    /// <summary>Take ballots.</summary>
    Open,

    /// <summary>Count; the result scores at once.</summary>
    Close,

    /// <summary>Call off.</summary>
    Cancel,
}

/// <summary>Opens, closes or cancels the latest vote of a school on a fact.</summary>
/// <param name="Round">Round.</param>
/// <param name="School">School.</param>
/// <param name="Fact">Fact.</param>
/// <param name="Step">Step.</param>
/// <param name="Reason">Why it is called off.</param>
/// <param name="Precondition">Version that the caller knew.</param>
/// <param name="Only">The vote that is meant, where the step must not reach the one that repeats it; null: the latest.</param>
public sealed record DecideVote(
    RoundId Round, SchoolId School, string Fact, VoteStep Step, string? Reason, Precondition Precondition, VoteId? Only = null) : ICommand<Tagged<VoteView>>;

internal sealed class DecideVoteValidator : AbstractValidator<DecideVote>
{
    public DecideVoteValidator() => RuleFor(c => c.Reason!).Reason().When(c => c.Step == VoteStep.Cancel);
}

internal sealed class DecideVoteHandler(
    IUnionDb db, RoundGate gate, VoteViews views, FactLedger ledger, ScorecardRollup rollup, TimeProvider clock) : IHandler<DecideVote, Tagged<VoteView>>
{
    public async Task<Result<Tagged<VoteView>>> Handle(DecideVote request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        if (await views.SubjectAsync(request.Round, request.Fact, cancellationToken) is not { } subject
            || await views.LatestAsync(request.Round, request.School, request.Fact, cancellationToken) is not { } vote)
        {
            return new NotFoundError();
        }

        if (request.Only is { } only && vote.Id != only)
            return vote.Refusal("vote.ended");
        if (views.RefuseRunning(subject.Fact) is { } forbidden)
            return forbidden;
        if (request.Precondition.Against(vote.Version) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(subject.Round, request.School, cancellationToken) is { } closed)
            return closed;
        var now = clock.GetUtcNow();
        await BallotBoxes.LockAsync(db, vote.Id, cancellationToken);
        var refusal = request.Step switch
        {
            VoteStep.Open => vote.Open(now),
            VoteStep.Close => vote.Close(now),
            _ => vote.Cancel(request.Reason!, now),
        };
        if (refusal is not null)
            return refusal;

        var box = await db.BallotBoxes.SingleAsync(b => b.VoteId == vote.Id, cancellationToken);
        if (request.Step != VoteStep.Open)
        {
            await db.BallotLinks.Where(l => l.VoteId == vote.Id).ExecuteDeleteAsync(cancellationToken);
            if (request.Step == VoteStep.Cancel || VoteJudgement.IsTooSmall(vote.Eligible, box.Cast))
                box.ForgetChoices();
        }

        if (request.Step == VoteStep.Close)
        {
            var counted = VoteViews.Counted(vote, box);
            await ledger.TakeVoteAsync(request.Round, request.School, new CheckedFact(vote.Fact, counted, FactValueWriter.Write(counted), null), cancellationToken);
        }

        await work.RecomputeAsync(cancellationToken);
        return new Tagged<VoteView>(views.Of(vote, subject, box), vote.Version);
    }
}
