using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reviews;

/// <summary>The schools that a person belongs to by any post of today, the one in use or not: nobody decides about them.</summary>
internal sealed class OwnSchools(IUnionDb db, TimeProvider clock)
{
    /// <summary>The caller's own schools; none for the product itself.</summary>
    public async Task<HashSet<SchoolId>> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var own = await db.Posts.AsNoTracking().Where(p => p.UserId == caller.UserId && p.From <= today && (p.To == null || p.To > today))
            .Select(p => p.SchoolId ?? db.BranchAffiliations
                .Where(a => a.BranchId == p.BranchId && a.From <= today && (a.To == null || a.To > today)).Select(a => (SchoolId?)a.SchoolId).FirstOrDefault())
            .ToListAsync(cancellationToken);
        return [.. own.OfType<SchoolId>()];
    }

    /// <summary>The own schools of several people, by user name: one statement for any number of them.</summary>
    public async Task<IReadOnlyList<(string UserName, SchoolId School)>> OfPeopleAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken)
    {
        var (today, names) = (clock.Today(), userNames.ToList());
        var own = await db.Posts.AsNoTracking().Where(p => p.From <= today && (p.To == null || p.To > today))
            .Join(db.Users.Where(u => names.Contains(u.UserName)), p => p.UserId, u => u.Id, (p, u) => new
            {
                u.UserName,
                School = p.SchoolId ?? db.BranchAffiliations
                    .Where(a => a.BranchId == p.BranchId && a.From <= today && (a.To == null || a.To > today)).Select(a => (SchoolId?)a.SchoolId).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. own.Where(o => o.School is not null).Select(o => (o.UserName, o.School!.Value)).Distinct()];
    }
}
