using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>Zones by code.</summary>
public sealed record ListZones(PageRequest Page, DateTimeOffset? UpdatedSince) : IQuery<Page<ZoneView>>;

internal sealed class ListZonesHandler(IUnionDb db) : IHandler<ListZones, Page<ZoneView>>
{
    public async Task<Result<Page<ZoneView>>> Handle(ListZones request, CancellationToken cancellationToken) =>
        await db.Zones.AsNoTracking().Where(z => request.UpdatedSince == null || z.UpdatedAt >= request.UpdatedSince).OrderBy(z => z.Code).Select(z => new ZoneView(z.Code, z.Name)).ToPageAsync(request.Page, cancellationToken);
}
