using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>What rekeying a district came to.</summary>
/// <param name="Renewed">Records that were encrypted anew.</param>
/// <param name="Unreadable">Codes of records that hold something that doesn't open; it stays as it is.</param>
public sealed record RekeyOutcome(int Renewed, IReadOnlyList<string> Unreadable);

/// <summary>
/// Encrypts the care records of a district under the current key, for the operator's command line. It works portion by portion; one that is
/// cut off is started again.
/// </summary>
public sealed record RekeyCare : ICommand<RekeyOutcome>, IOwnTransactions;

internal sealed class RekeyCareHandler(IUnionDb db, IUnitOfWork unitOfWork, CareFields fields) : IHandler<RekeyCare, RekeyOutcome>
{
    private const int Portion = 200;

    public async Task<Result<RekeyOutcome>> Handle(RekeyCare request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var (renewed, unreadable, seen, portion) = (0, new List<string>(), 0, Portion);
        while (portion == Portion)
        {
            var before = seen;
            (portion, var count) = (await unitOfWork.WriteAsync(nameof(RekeyCare), request, () => RenewAsync(before, unreadable, cancellationToken), cancellationToken)).Value;
            (seen, renewed) = (seen + portion, renewed + count);
        }

        return new RekeyOutcome(renewed, unreadable);
    }

    /// <summary>One portion, the oldest first. Records are never deleted, so none is passed over; one that is added meanwhile has the current key.</summary>
    private async Task<Result<(int Seen, int Renewed)>> RenewAsync(int before, List<string> unreadable, CancellationToken cancellationToken)
    {
        var records = await db.CareRecords.OrderBy(r => r.RecordedAt).ThenBy(r => r.Id).Skip(before).Take(Portion).ToListAsync(cancellationToken);
        var renewed = 0;
        foreach (var record in records)
        {
            if (fields.Renew(record, out var failed) is { } told)
            {
                record.Reseal(told);
                renewed++;
            }

            if (failed > 0)
                unreadable.Add(record.Code);
        }

        return (records.Count, renewed);
    }
}
