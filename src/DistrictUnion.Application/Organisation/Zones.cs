using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>A zone as others see it.</summary>
public sealed record ZoneView(string Code, string Name);

/// <summary>What a zone is to be.</summary>
public sealed record ZoneInput(string Name);

/// <summary>Zones by code.</summary>
public sealed record ListZones(PageRequest Page, DateTimeOffset? UpdatedSince) : IQuery<Page<ZoneView>>;

internal sealed class ListZonesHandler(IUnionDb db) : IHandler<ListZones, Page<ZoneView>>
{
    public async Task<Result<Page<ZoneView>>> Handle(ListZones request, CancellationToken cancellationToken) =>
        await db.Zones.AsNoTracking().Where(z => request.UpdatedSince == null || z.UpdatedAt >= request.UpdatedSince).OrderBy(z => z.Code).Select(z => new ZoneView(z.Code, z.Name)).ToPageAsync(request.Page, cancellationToken);
}

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

/// <summary>Makes a zone be exactly this.</summary>
public sealed record PutZone(string Code, ZoneId? Existing, ZoneInput Body, Precondition Precondition) : ICommand<Tagged<ZoneView>>;

internal sealed class PutZoneValidator : AbstractValidator<PutZone>
{
    public PutZoneValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
    }
}

internal sealed class PutZoneHandler(IUnionDb db, ITenantContext tenant) : IHandler<PutZone, Tagged<ZoneView>>
{
    public async Task<Result<Tagged<ZoneView>>> Handle(PutZone request, CancellationToken cancellationToken)
    {
        var zone = request.Existing is { } id ? await db.Zones.SingleAsync(z => z.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(zone) is { } refusal)
            return refusal;
        var created = zone is null;
        if (zone is null)
        {
            zone = Zone.Create(tenant.RequireCaller().DistrictId, request.Code, request.Body.Name);
            db.Zones.Add(zone);
        }
        else
        {
            zone.Rename(request.Body.Name);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<ZoneView>(new ZoneView(zone.Code, zone.Name), zone.Version, created);
    }
}
