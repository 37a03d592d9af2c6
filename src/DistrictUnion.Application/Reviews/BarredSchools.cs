using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reviews;

/// <summary>
/// The schools of which a person decides nothing: those that the person belongs to by any post of today, the one in use or not,
/// and those from whose review of the round the person is recused.
/// </summary>
internal sealed class BarredSchools(IUnionDb db, TimeProvider clock)
{
    /// <summary>The refusal for one school; null when the caller may decide.</summary>
    public async Task<ForbiddenError?> RefuseAsync(Caller caller, RoundId round, SchoolId school, CancellationToken cancellationToken) =>
        (await OfAsync(caller, round, cancellationToken)).Find(b => b.Id == school) is { } barred ? new ForbiddenError(barred.Reason) : null;

    /// <summary>The schools that the caller stays out of; none for the product itself.</summary>
    public async Task<List<BarredSchool>> OfAsync(Caller caller, RoundId round, CancellationToken cancellationToken)
    {
        var (user, today) = (caller.UserId, clock.Today());
        var recusals = db.ReviewRecusals.AsNoTracking().Where(r => r.RoundId == round && r.UserId == user);
        var own = db.Posts.AsNoTracking().Where(p => p.UserId == user && p.From <= today && (p.To == null || p.To > today));
        return await db.Schools.AsNoTracking()
            .Select(s => new
            {
                s.Id,
                s.Code,
                IsRecused = recusals.Any(r => r.SchoolId == s.Id),
                IsOwn = own.Any(p => p.SchoolId == s.Id
                    || db.BranchAffiliations.Any(a => a.BranchId == p.BranchId && a.SchoolId == s.Id && a.From <= today && (a.To == null || a.To > today))),
            })
            .Where(s => s.IsOwn || s.IsRecused)
            .Select(s => new BarredSchool(s.Id, s.Code, s.IsOwn ? "review.ownSchool" : "review.recused"))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A school that a person stays out of.</summary>
/// <param name="Id">School.</param>
/// <param name="Code">Its code.</param>
/// <param name="Reason">Code of the refusal.</param>
internal sealed record BarredSchool(SchoolId Id, string Code, string Reason);
