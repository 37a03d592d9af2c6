using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>An on-site inspection in a list.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="School">Code of the school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="PlannedOn">Day.</param>
/// <param name="State">State.</param>
/// <param name="Inspectors">User names of the inspectors.</param>
public sealed record VisitSummary(Guid Id, string School, string SchoolName, DateOnly PlannedOn, VisitState State, IReadOnlyList<string> Inspectors);

/// <summary>The inspections of a round by day: all for the district, the own zone's for its lead, for a school those that an inspector confirmed.</summary>
public sealed record ListVisits(RoundId Round, PageRequest Page) : IQuery<Page<VisitSummary>>;

internal sealed class ListVisitsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListVisits, Page<VisitSummary>>
{
    public async Task<Result<Page<VisitSummary>>> Handle(ListVisits request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var (seesAll, zone) = (!caller.IsOfSchool, caller.Role == Role.ZoneLead ? caller.Post!.ZoneId : null);
        return await db.Visits.AsNoTracking().Where(v => v.RoundId == request.Round && (seesAll || v.Report != null))
            .Join(db.Schools.Where(s => zone == null || s.ZoneId == zone), v => v.SchoolId, s => s.Id, (v, s) => new { Visit = v, School = s })
            .OrderBy(x => x.Visit.PlannedOn).ThenBy(x => x.School.Code).ThenBy(x => x.Visit.Id)
            .Select(x => new VisitSummary(x.Visit.Id.Value, x.School.Code, x.School.Name, x.Visit.PlannedOn, x.Visit.State, x.Visit.Inspectors))
            .ToPageAsync(request.Page, cancellationToken);
    }
}
