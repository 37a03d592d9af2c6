using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>A ballot that is in the box.</summary>
/// <param name="School">Name of the school.</param>
/// <param name="Round">Name of the round.</param>
/// <param name="State">State of the vote.</param>
/// <param name="Counted">Ballots in the box.</param>
public sealed record ReceiptView(string School, string Round, VoteState State, int Counted);

/// <summary>No ballot has this receipt.</summary>
public sealed record ReceiptUnknown() : Error("receipt.unknown");

/// <summary>Checks that the ballot of a receipt is in the box. It begins its own transaction, because the tenant is only known once the vote is found.</summary>
public sealed record CheckReceipt(string Receipt) : IQuery<ReceiptView>, IOwnTransactions;

internal sealed class CheckReceiptHandler(BallotAccess access, IUnitOfWork unitOfWork, IUnionDb db) : IHandler<CheckReceipt, ReceiptView>
{
    public async Task<Result<ReceiptView>> Handle(CheckReceipt request, CancellationToken cancellationToken) =>
        BallotCodes.ReadReceipt(request.Receipt) is { } receipt && await access.EnterByReceiptAsync(receipt, cancellationToken) is { } vote
            ? await unitOfWork.ReadAsync(() => FindAsync(vote, BallotCodes.HashReceipt(receipt), cancellationToken), cancellationToken)
            : new ReceiptUnknown();

    private async Task<Result<ReceiptView>> FindAsync(VoteId id, string hash, CancellationToken cancellationToken)
    {
        var found = await db.Votes.AsNoTracking().Where(v => v.Id == id)
            .Select(v => new
            {
                v.State,
                School = db.Schools.Where(s => s.Id == v.SchoolId).Select(s => s.Name).First(),
                Round = db.Rounds.Where(r => r.Id == v.RoundId).Select(r => r.Name).First(),
                Box = db.BallotBoxes.First(b => b.VoteId == v.Id),
            }).SingleAsync(cancellationToken);
        return found.Box.Receipts.Contains(hash, StringComparer.Ordinal)
            ? new ReceiptView(found.School, found.Round, found.State, found.Box.Cast)
            : new ReceiptUnknown();
    }
}
