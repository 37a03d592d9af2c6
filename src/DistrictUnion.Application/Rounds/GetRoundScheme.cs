using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>The scheme version that a round pins since it opened, so that a form needs no second question.</summary>
public sealed record GetRoundScheme(RoundId Round) : IQuery<SchemeVersionView>;

internal sealed class GetRoundSchemeHandler(IUnionDb db) : IHandler<GetRoundScheme, SchemeVersionView>
{
    public async Task<Result<SchemeVersionView>> Handle(GetRoundScheme request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().Where(r => r.Id == request.Round).Select(r => new { r.SchemeId, r.SchemeVersionId }).SingleAsync(cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return new NotFoundError();
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions.Where(v => v.Id == version)).SingleAsync(s => s.Id == round.SchemeId, cancellationToken);
        return SchemeViews.Of(scheme, scheme.Versions[0]).Body;
    }
}
