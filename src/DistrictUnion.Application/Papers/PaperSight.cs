using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Papers;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Papers;

/// <summary>Who sees which paper.</summary>
internal sealed class PaperSight(IUnionDb db, ITenantContext tenant)
{
    /// <summary>A school sees what reviewers say of it only once the round is published.</summary>
    public async Task<bool> IsHiddenAsync(RoundId round, PaperKind kind, CancellationToken cancellationToken) =>
        kind == PaperKind.ReviewSheet && tenant.RequireCaller().IsOfSchool
        && !await db.Rounds.AsNoTracking().AnyAsync(r => r.Id == round && r.State == RoundState.Published, cancellationToken);
}
