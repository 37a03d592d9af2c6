using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>A round with the scheme that it pins: all that a form has to know besides its content.</summary>
/// <param name="Round">Round.</param>
/// <param name="Scheme">The version that it pins since it opened.</param>
public sealed record RoundSchemeView(RoundView Round, SchemeVersionView Scheme);

/// <summary>A round with its scheme, so that a form needs no second question.</summary>
public sealed record GetRoundScheme(RoundId Round) : IQuery<RoundSchemeView>;

internal sealed class GetRoundSchemeHandler(IUnionDb db) : IHandler<GetRoundScheme, RoundSchemeView>
{
    public async Task<Result<RoundSchemeView>> Handle(GetRoundScheme request, CancellationToken cancellationToken)
    {
        var found = await RoundViews.WithScheme(db).SingleAsync(r => r.Round.Id == request.Round, cancellationToken);
        if (found.Round.SchemeVersionId is not { } version)
            return new NotFoundError();
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions.Where(v => v.Id == version)).SingleAsync(s => s.Id == found.Round.SchemeId, cancellationToken);
        return new RoundSchemeView(RoundViews.Of(found), SchemeViews.Of(scheme, scheme.Versions[0]).Body);
    }
}
