using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Accounts of the district, by user name.</summary>
public sealed record ListUsers(PageRequest Page, DateTimeOffset? UpdatedSince, Role? Role) : IQuery<Page<UserView>>;

internal sealed class ListUsersHandler(IUnionDb db, UserViews views) : IHandler<ListUsers, Page<UserView>>
{
    public async Task<Result<Page<UserView>>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var users = db.Users.AsNoTracking().Where(u => (request.UpdatedSince == null || u.UpdatedAt >= request.UpdatedSince) && (request.Role == null || u.Posts.Any(p => p.Role == request.Role)));
        var total = await users.CountAsync(cancellationToken);
        var page = await users.OrderBy(u => u.UserName).Skip(request.Page.Skip).Take(request.Page.Size)
            .Include(u => u.Posts).AsSplitQuery().ToListAsync(cancellationToken);
        return new Page<UserView>(await views.OfAsync(page, null, cancellationToken), request.Page.Number, request.Page.Size, total);
    }
}
