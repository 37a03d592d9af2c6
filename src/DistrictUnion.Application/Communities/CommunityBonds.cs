using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Communities;

/// <summary>Which schools stand in one community during a round: nobody decides about them either.</summary>
internal sealed class CommunityBonds(IUnionDb db)
{
    /// <summary>The schools that share an active community with others on some day of the round's window.</summary>
    public async Task<ILookup<SchoolId, SchoolId>> DuringAsync(RoundId round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        // Three spans of days that meet two by two have a day in common, so that pairs are all there is to compare.
        var own = schools.Distinct().ToList();
        var days = db.Rounds.Where(r => r.Id == round).Select(r => new { r.WindowFrom, r.WindowTo });
        var bonds = await db.CommunityMemberships.AsNoTracking().Where(m => own.Contains(m.SchoolId) && db.Communities.Any(c => c.Id == m.CommunityId && c.IsActive))
            .Join(db.CommunityMemberships, m => m.CommunityId, m => m.CommunityId, (a, b) => new { Own = a, Other = b })
            .Where(x => x.Own.SchoolId != x.Other.SchoolId && (x.Own.To == null || x.Other.From < x.Own.To) && (x.Other.To == null || x.Own.From < x.Other.To))
            .Where(x => days.Any(r => x.Own.From <= r.WindowTo && (x.Own.To == null || x.Own.To > r.WindowFrom) && x.Other.From <= r.WindowTo && (x.Other.To == null || x.Other.To > r.WindowFrom)))
            .Select(x => new { Own = x.Own.SchoolId, Other = x.Other.SchoolId }).Distinct().ToListAsync(cancellationToken);
        return bonds.ToLookup(b => b.Own, b => b.Other);
    }
}
