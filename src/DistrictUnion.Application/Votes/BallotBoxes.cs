using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>
/// Locks of ballot boxes. Casting, closing and making links each lock the box before they read links or states, so that they happen one
/// after another and never wait for each other in a circle.
/// </summary>
internal static class BallotBoxes
{
    /// <summary>Locks the box until the transaction ends.</summary>
    public static Task<int> LockAsync(IUnionDb db, VoteId vote, CancellationToken cancellationToken) =>
        db.BallotBoxes.Where(b => b.VoteId == vote).ExecuteUpdateAsync(set => set.SetProperty(b => b.Cast, b => b.Cast), cancellationToken);

    /// <summary>Locks the box and counts one more ballot.</summary>
    public static Task<int> CountAsync(IUnionDb db, VoteId vote, CancellationToken cancellationToken) =>
        db.BallotBoxes.Where(b => b.VoteId == vote).ExecuteUpdateAsync(set => set.SetProperty(b => b.Cast, b => b.Cast + 1), cancellationToken);
}
