using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>Schools that the caller may see.</summary>
public sealed record ListSchools(PageRequest Page, DateTimeOffset? UpdatedSince, string? Zone, SchoolStage? Stage, string? Search, SchoolSort Sort) : IQuery<Page<SchoolView>>;

internal sealed class ListSchoolsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListSchools, Page<SchoolView>>
{
    public async Task<Result<Page<SchoolView>>> Handle(ListSchools request, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller() is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var schools = db.Schools.AsNoTracking()
            .Where(s => (request.UpdatedSince == null || s.UpdatedAt >= request.UpdatedSince) && (zone == null || s.ZoneId == zone) && (request.Stage == null || s.Stage == request.Stage))
            .Join(db.Zones, s => s.ZoneId, z => z.Id, (s, z) => new { School = s, Zone = z.Code })
            .Where(s => request.Zone == null || s.Zone == request.Zone);
        if (request.Search is { Length: > 0 } search)
            schools = schools.Where(s => s.School.Name.Contains(search) || s.School.Code.Contains(search));
        var ordered = request.Sort == SchoolSort.Name
            ? schools.OrderBy(s => s.School.Name).ThenBy(s => s.School.Code)
            : schools.OrderBy(s => s.School.Code);
        var page = await ordered.ToPageAsync(request.Page, cancellationToken);
        return new Page<SchoolView>([.. page.Items.Select(s => SchoolViews.Of(s.School, s.Zone))], page.Number, page.PageSize, page.Total);
    }
}
