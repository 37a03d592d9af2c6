using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>One zone.</summary>
public sealed record GetZone(ZoneId Zone) : IQuery<Tagged<ZoneView>>;

internal sealed class GetZoneHandler(IUnionDb db) : IHandler<GetZone, Tagged<ZoneView>>
{
    public async Task<Result<Tagged<ZoneView>>> Handle(GetZone request, CancellationToken cancellationToken)
    {
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == request.Zone, cancellationToken);
        return new Tagged<ZoneView>(new ZoneView(zone.Code, zone.Name), zone.Version);
    }
}
