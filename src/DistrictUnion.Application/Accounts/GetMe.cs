using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Who the caller is.</summary>
public sealed record GetMe : IQuery<UserView>;

internal sealed class GetMeHandler(IUnionDb db, UserViews views, ITenantContext tenant) : IHandler<GetMe, UserView>
{
    public async Task<Result<UserView>> Handle(GetMe request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var user = await db.Users.AsNoTracking().Include(u => u.Posts).SingleAsync(u => u.Id == caller.UserId, cancellationToken);
        return await views.OfAsync(user, caller.Post?.PostId, cancellationToken);
    }
}
