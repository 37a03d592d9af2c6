using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Votes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>How many links to make.</summary>
/// <param name="Count">Links; unused links and ballots together never exceed the eligible voters.</param>
/// <param name="ReplaceUnused">Withdraws every link that is still unused first, because slips were lost: nobody can tell which.</param>
public sealed record BallotLinksInput(int Count, bool ReplaceUnused = false);

/// <summary>One-time links, shown this once.</summary>
/// <param name="Tokens">Their tokens; a page address is <c>/ballot#token</c>.</param>
public sealed record BallotLinksView(IReadOnlyList<string> Tokens);

/// <summary>Makes one-time links; their tokens are in the answer and nowhere else.</summary>
public sealed record MakeBallotLinks(RoundId Round, SchoolId School, string Fact, BallotLinksInput Body, Precondition Precondition) : ICommand<Tagged<BallotLinksView>>;

internal sealed class MakeBallotLinksValidator : AbstractValidator<MakeBallotLinks>
{
    public MakeBallotLinksValidator() => RuleFor(c => c.Body.Count).Must(n => n > 0).WithErrorCode("number.positive");
}

internal sealed class MakeBallotLinksHandler(IUnionDb db, VoteViews views) : IHandler<MakeBallotLinks, Tagged<BallotLinksView>>
{
    public async Task<Result<Tagged<BallotLinksView>>> Handle(MakeBallotLinks request, CancellationToken cancellationToken)
    {
        if (await views.SubjectAsync(request.Round, request.Fact, cancellationToken) is not { } subject
            || await views.LatestAsync(request.Round, request.School, request.Fact, cancellationToken) is not { } vote)
        {
            return new NotFoundError();
        }

        if (views.RefuseRunning(subject.Fact) is { } forbidden)
            return forbidden;
        if (request.Precondition.Against(vote.Version) is { } precondition)
            return precondition;
        await BallotBoxes.LockAsync(db, vote.Id, cancellationToken);
        if (request.Body.ReplaceUnused)
            await db.BallotLinks.Where(l => l.VoteId == vote.Id).ExecuteDeleteAsync(cancellationToken);
        var taken = await db.BallotLinks.CountAsync(l => l.VoteId == vote.Id, cancellationToken)
            + await db.BallotBoxes.Where(b => b.VoteId == vote.Id).Select(b => b.Cast).SingleAsync(cancellationToken);
        if (vote.MakeLinks(request.Body.Count, taken) is { } refusal)
            return refusal;
        List<string> tokens = [.. Enumerable.Range(0, request.Body.Count).Select(_ => BallotCodes.NewToken())];
        db.BallotLinks.AddRange(tokens.Select(t => BallotLink.For(vote, BallotCodes.HashToken(t))));
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<BallotLinksView>(new BallotLinksView(tokens), vote.Version);
    }
}
