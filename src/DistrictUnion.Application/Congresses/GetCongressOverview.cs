using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Numbers of a school's congress, proposals and disclosures in a school year: no names, no texts.</summary>
/// <param name="School">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Kind">Who met, or is to meet; null: nothing is planned.</param>
/// <param name="Term">Term.</param>
/// <param name="Session">Session.</param>
/// <param name="State">Where the year's last congress stands.</param>
/// <param name="PlannedOn">Its planned day.</param>
/// <param name="HeldOn">Day on which it was held.</param>
/// <param name="Delegates">People entitled.</param>
/// <param name="Present">People present.</param>
/// <param name="Resolutions">Resolutions put to the vote.</param>
/// <param name="Proposals">Numbers of proposals to the year's congresses.</param>
/// <param name="Disclosed">Categories made public in the first and the second semester.</param>
/// <param name="Categories">Categories there are.</param>
public sealed record CongressOverviewRow(
    string School,
    string Name,
    string Zone,
    CongressKind? Kind,
    int? Term,
    int? Session,
    CongressState? State,
    DateOnly? PlannedOn,
    DateOnly? HeldOn,
    int? Delegates,
    int? Present,
    int Resolutions,
    ProposalCounts Proposals,
    IReadOnlyList<int> Disclosed,
    int Categories);

/// <summary>Congresses, proposals and disclosures of a school year by school: a zone lead the zone's, the district all.</summary>
/// <param name="Year">Calendar year in which the school year begins; null: the current one.</param>
/// <param name="Zone">Code of a zone; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record GetCongressOverview(int? Year, string? Zone, PageRequest Page) : IQuery<Page<CongressOverviewRow>>;

internal sealed class GetCongressOverviewHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<GetCongressOverview, Page<CongressOverviewRow>>
{
    public async Task<Result<Page<CongressOverviewRow>>> Handle(GetCongressOverview request, CancellationToken cancellationToken)
    {
        const int firstMonth = 9;
        if (request.Year is < 2000 or > 2100)
            return ValidationError.Of("year", "calendar.yearRange");
        var (caller, year) = (tenant.RequireCaller(), CongressFigures.SchoolYearOf(request.Year is { } asked ? new DateOnly(asked, firstMonth, 1) : clock.Today()));
        var (from, to) = (year.From, year.To);
        var schools = await db.Schools.AsNoTracking()
            .Where(s => (caller.OwnZone == null || s.ZoneId == caller.OwnZone) && (request.Zone == null || db.Zones.Any(z => z.Id == s.ZoneId && z.Code == request.Zone)))
            .Where(s => (s.ActiveFrom == null || s.ActiveFrom <= to) && (s.ActiveTo == null || s.ActiveTo > from))
            .OrderBy(s => s.Code).Select(s => new { s.Id, s.Code, s.Name, Zone = db.Zones.Where(z => z.Id == s.ZoneId).Select(z => z.Code).First() })
            .ToPageAsync(request.Page, cancellationToken);
        var ids = schools.Items.Select(s => s.Id).ToList();
        var congresses = await db.Congresses.AsNoTracking()
            .Where(c => ids.Contains(c.SchoolId) && c.State != CongressState.Cancelled && (c.HeldOn ?? c.PlannedOn) >= from && (c.HeldOn ?? c.PlannedOn) <= to)
            .OrderBy(c => c.PlannedOn).ThenBy(c => c.Code)
            .Select(c => new
            {
                c.SchoolId,
                c.Kind,
                c.Term,
                c.Session,
                c.State,
                c.PlannedOn,
                c.HeldOn,
                c.Delegates,
                c.Present,
                c.Resolutions,
                Proposals = db.Proposals.Where(p => p.CongressId == c.Id).Select(p => new { p.State, p.Rating }).ToList(),
            })
            .ToListAsync(cancellationToken);
        var proposals = congresses.SelectMany(c => c.Proposals.Select(p => (c.SchoolId, Standing: new ProposalStanding(p.State, p.Rating)))).ToLookup(p => p.SchoolId, p => p.Standing);
        var disclosed = (await db.Disclosures.AsNoTracking().Where(d => ids.Contains(d.SchoolId) && d.Counts && d.PostedOn >= from && d.PostedOn <= to)
            .Select(d => new { d.SchoolId, d.Category, d.PostedOn }).Distinct().ToListAsync(cancellationToken)).ToLookup(d => d.SchoolId);
        return new Page<CongressOverviewRow>(
            [.. schools.Items.Select(s =>
            {
                var last = congresses.FindLast(c => c.SchoolId == s.Id);
                return new CongressOverviewRow(
                    s.Code,
                    s.Name,
                    s.Zone,
                    last?.Kind,
                    last?.Term,
                    last?.Session,
                    last?.State,
                    last?.PlannedOn,
                    last?.HeldOn,
                    last?.Delegates,
                    last?.Present,
                    last?.Resolutions.Count ?? 0,
                    ProposalCounts.Of([.. proposals[s.Id]]),
                    [.. new[] { year.From, year.To }.Select(day => CongressFigures.SemesterOf(day)).Select(semester =>
                        disclosed[s.Id].Where(d => d.PostedOn >= semester.From && d.PostedOn <= semester.To).Select(d => d.Category).Distinct().Count())],
                    Enum.GetValues<DisclosureCategory>().Length);
            })],
            schools.Number,
            schools.PageSize,
            schools.Total);
    }
}
