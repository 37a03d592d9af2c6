using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>How the caller wants to be told; what somebody has who never chose is a resource too, of version 0.</summary>
public sealed record GetPreference : IQuery<Tagged<PreferenceView>>;

internal sealed class GetPreferenceHandler(IUnionDb db, ITenantContext tenant, PreferenceViews views) : IHandler<GetPreference, Tagged<PreferenceView>>
{
    public async Task<Result<Tagged<PreferenceView>>> Handle(GetPreference request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var chosen = await db.MessagePreferences.AsNoTracking().SingleOrDefaultAsync(p => p.UserId == caller.UserId, cancellationToken);
        return new Tagged<PreferenceView>(views.Of(chosen ?? MessagePreference.For(caller.DistrictId, caller.UserId!.Value)), chosen?.Version ?? 0);
    }
}
