using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>What a zone is to be.</summary>
public sealed record ZoneInput(string Name);

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
