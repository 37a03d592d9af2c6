using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>Somebody who may read the school's care records today.</summary>
/// <param name="UserName">User name.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="Role">Post that allows it.</param>
/// <param name="From">Since when.</param>
/// <param name="To">First day on which no more; null: until further notice.</param>
public sealed record CareKeeperView(string UserName, string DisplayName, Role Role, DateOnly From, DateOnly? To);

/// <summary>Who may read the school's care records today, by the posts that are held.</summary>
public sealed record ListCareKeepers(PageRequest Page) : IQuery<Page<CareKeeperView>>;

internal sealed class ListCareKeepersValidator : AbstractValidator<ListCareKeepers>
{
    public ListCareKeepersValidator() => RuleFor(q => q.Page.Number).GreaterThan(0).WithErrorCode("paging.range");
}

internal sealed class ListCareKeepersHandler(IUnionDb db, CareDesk desk, TimeProvider clock) : IHandler<ListCareKeepers, Page<CareKeeperView>>
{
    public async Task<Result<Page<CareKeeperView>>> Handle(ListCareKeepers request, CancellationToken cancellationToken)
    {
        var (school, today) = (desk.School, clock.Today());
        var roles = Enum.GetValues<Role>().Where(r => RolePermissions.Allows(r, Permission.KeepCareRecords)).ToList();
        var wanted = db.Posts.AsNoTracking().Where(p => p.SchoolId == school && roles.Contains(p.Role) && p.From <= today && (p.To == null || p.To > today))
            .Join(db.Users, p => p.UserId, u => u.Id, (p, u) => new { u.UserName, u.DisplayName, p.Role, p.From, p.To });
        var total = await wanted.CountAsync(cancellationToken);
        var found = await wanted.OrderBy(p => p.Role).ThenBy(p => p.UserName).ThenBy(p => p.From).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<CareKeeperView>(found.ConvertAll(p => new CareKeeperView(p.UserName, p.DisplayName, p.Role, p.From, p.To)), request.Page.Number, request.Page.Size, total);
    }
}
