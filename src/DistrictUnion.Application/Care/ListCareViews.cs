using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>That somebody looked at care records.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">User name.</param>
/// <param name="ActorName">Name shown to people.</param>
/// <param name="Role">Post in use.</param>
/// <param name="IsList">Whether it was a list, with names only.</param>
/// <param name="Records">Codes of the records that were shown.</param>
public sealed record CareViewLine(DateTimeOffset At, string Actor, string? ActorName, Role Role, bool IsList, IReadOnlyList<string> Records);

/// <summary>Who looked at the school's care records, the latest first.</summary>
/// <param name="Page">Page.</param>
public sealed record ListCareViews(PageRequest Page) : IQuery<Page<CareViewLine>>;

internal sealed class ListCareViewsValidator : AbstractValidator<ListCareViews>
{
    public ListCareViewsValidator() => RuleFor(q => q.Page.Number).GreaterThan(0).WithErrorCode("paging.range");
}

internal sealed class ListCareViewsHandler(IUnionDb db, CareDesk desk) : IHandler<ListCareViews, Page<CareViewLine>>
{
    public async Task<Result<Page<CareViewLine>>> Handle(ListCareViews request, CancellationToken cancellationToken)
    {
        var school = desk.School;
        var wanted = db.CareViews.AsNoTracking().Where(v => v.SchoolId == school);
        var total = await wanted.CountAsync(cancellationToken);
        var found = await wanted.OrderByDescending(v => v.At).ThenByDescending(v => v.Id).Skip(request.Page.Skip).Take(request.Page.Size)
            .Select(v => new { v.At, v.Actor, v.Role, v.IsList, v.Records, Name = db.Users.Where(u => u.UserName == v.Actor).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return new Page<CareViewLine>(
            found.ConvertAll(v => new CareViewLine(BusinessTime.Local(v.At), v.Actor, v.Name, v.Role, v.IsList, v.Records)), request.Page.Number, request.Page.Size, total);
    }
}
