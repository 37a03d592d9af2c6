using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>A round with the scheme that it pins: all that a form has to know besides its content.</summary>
/// <param name="Round">Round.</param>
/// <param name="Scheme">The version that it pins since it opened.</param>
/// <param name="DueAt">First late instant: for a school's people their school's own, any extension included.</param>
/// <param name="LocksAt">From when nothing more can be handed in, likewise.</param>
public sealed record RoundSchemeView(RoundView Round, SchemeVersionView Scheme, DateTimeOffset DueAt, DateTimeOffset? LocksAt);

/// <summary>A round with its scheme, so that a form needs no second question.</summary>
public sealed record GetRoundScheme(RoundId Round) : IQuery<RoundSchemeView>;

internal sealed class GetRoundSchemeHandler(IUnionDb db, ITenantContext tenant, RoundGate gate) : IHandler<GetRoundScheme, RoundSchemeView>
{
    public async Task<Result<RoundSchemeView>> Handle(GetRoundScheme request, CancellationToken cancellationToken)
    {
        var found = await RoundViews.WithScheme(db).SingleAsync(r => r.Round.Id == request.Round, cancellationToken);
        if (found.Round.SchemeVersionId is not { } version)
            return new NotFoundError();
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions.Where(v => v.Id == version)).SingleAsync(s => s.Id == found.Round.SchemeId, cancellationToken);
        var (dueAt, locksAt) = tenant.RequireCaller() is { IsOfSchool: true, Post.SchoolId: { } school }
            ? await gate.DeadlinesAsync(found.Round, school, cancellationToken)
            : found.Round.DeadlinesWith(null, null);
        return new RoundSchemeView(RoundViews.Of(found), SchemeViews.Of(scheme, scheme.Versions[0]).Body, BusinessTime.Local(dueAt), BusinessTime.Local(locksAt));
    }
}
