using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>One version of a scheme.</summary>
public sealed record GetSchemeVersion(SchemeId Scheme, int Number) : IQuery<Tagged<SchemeVersionView>>;

internal sealed class GetSchemeVersionHandler(IUnionDb db) : IHandler<GetSchemeVersion, Tagged<SchemeVersionView>>
{
    public async Task<Result<Tagged<SchemeVersionView>>> Handle(GetSchemeVersion request, CancellationToken cancellationToken)
    {
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions.Where(v => v.Number == request.Number))
            .SingleAsync(s => s.Id == request.Scheme, cancellationToken);
        return scheme.Versions.Count == 0 ? new NotFoundError() : SchemeViews.Of(scheme, scheme.Versions[0]);
    }
}
