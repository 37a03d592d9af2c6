using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>A filled-in ballot: one option, or an abstention; never both, never neither.</summary>
public sealed record BallotInput(string? Option = null, bool Abstain = false);

/// <summary>What a voter takes home.</summary>
/// <param name="Receipt">Code by which the voter can check that the ballot is in; it tells nobody what was chosen.</param>
public sealed record CastView(string Receipt);

/// <summary>
/// Casts the ballot of a link: the link is gone, the box has one more. No audit entry is written, because one entry a ballot, with its time,
/// could be laid beside who was seen at the poll; the box itself is the record.
/// </summary>
public sealed record CastBallot(string Token, BallotInput Body) : ICommand<CastView>, IOwnTransactions;

internal sealed class CastBallotValidator : AbstractValidator<CastBallot>
{
    public CastBallotValidator() => RuleFor(c => c.Body.Option).Must((c, option) => option is null == c.Body.Abstain).WithErrorCode("ballot.choice");
}

internal sealed class CastBallotHandler(BallotAccess access, IUnitOfWork unitOfWork, IUnionDb db, VoteViews views, TimeProvider clock) : IHandler<CastBallot, CastView>
{
    public async Task<Result<CastView>> Handle(CastBallot request, CancellationToken cancellationToken) =>
        await access.EnterByTokenAsync(request.Token, cancellationToken) is { } vote
            ? await unitOfWork.WriteUnauditedAsync(() => PutAsync(vote, BallotCodes.HashToken(request.Token), request.Body.Option, cancellationToken), cancellationToken)
            : new BallotRefused();

    private async Task<Result<CastView>> PutAsync(VoteId id, byte[] tokenHash, string? option, CancellationToken cancellationToken)
    {
        await BallotBoxes.CountAsync(db, id, cancellationToken);
        if (await db.BallotLinks.Where(l => l.TokenHash == tokenHash).ExecuteDeleteAsync(cancellationToken) == 0)
            return new BallotRefused();
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == id, cancellationToken);
        if (!vote.TakesBallotsAt(clock.GetUtcNow()))
            return vote.Refusal("ballot.notNow");
        if (await views.SubjectAsync(vote.RoundId, vote.Fact, cancellationToken) is not { } subject)
            return new BallotRefused();
        if (option is not null && !subject.Fact.Options.Contains(option, StringComparer.Ordinal))
            return ValidationError.Of("option", "ballot.option");
        var receipt = BallotCodes.NewReceipt(vote.ReceiptPrefix);
        var box = await db.BallotBoxes.SingleAsync(b => b.VoteId == id, cancellationToken);
        box.Put(option, BallotCodes.HashReceipt(receipt));
        return new CastView(receipt);
    }
}
