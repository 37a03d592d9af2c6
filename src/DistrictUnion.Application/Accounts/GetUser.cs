using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>One account.</summary>
public sealed record GetUser(UserId User) : IQuery<Tagged<UserView>>;

internal sealed class GetUserHandler(IUnionDb db, UserViews views) : IHandler<GetUser, Tagged<UserView>>
{
    public async Task<Result<Tagged<UserView>>> Handle(GetUser request, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().Include(u => u.Posts).SingleAsync(u => u.Id == request.User, cancellationToken);
        return new Tagged<UserView>(await views.OfAsync(user, null, cancellationToken), user.Version);
    }
}
