using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The register, the latest first; the own school's titles for a school, the own zone's for a zone lead.</summary>
/// <param name="Programme">Code of a programme; null: any.</param>
/// <param name="Unit">Code of a unit; null: any.</param>
/// <param name="Search">Part of a unit's name, or its code or the number of its certificate; null: any.</param>
/// <param name="State">State; null: any.</param>
/// <param name="DueBefore">Only titles to be re-inspected until this day; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListTitles(string? Programme, string? Unit, string? Search, HeldTitleState? State, DateOnly? DueBefore, PageRequest Page) : IQuery<Page<TitleView>>;

internal sealed class ListTitlesHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListTitles, Page<TitleView>>
{
    public async Task<Result<Page<TitleView>>> Handle(ListTitles request, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller().OwnZone;
        var page = await db.HeldTitles.AsNoTracking()
            .Join(db.Schools.Where(s => zone == null || s.ZoneId == zone), t => t.SchoolId, s => s.Id, (t, s) => new { Title = t, School = s.Code, s.Name })
            .Join(db.TitleProgrammes, t => t.Title.ProgrammeId, p => p.Id, (t, p) => new { t.Title, t.School, t.Name, Programme = p.Code })
            .Where(t => (request.Programme == null || t.Programme == request.Programme)
                && (request.Unit == null || t.Title.Unit == request.Unit)
                && (string.IsNullOrEmpty(request.Search) || t.Title.UnitName.Contains(request.Search) || t.Title.Unit == request.Search || t.Title.Number == request.Search)
                && (request.State == null || t.Title.State == request.State)
                && (request.DueBefore == null || (t.Title.EndedOn == null && t.Title.DueOn <= request.DueBefore)))
            .OrderByDescending(t => t.Title.AwardedOn).ThenBy(t => t.Title.Number)
            .Select(t => new { t.Title, t.School, t.Name, t.Programme, NominatedAt = db.TitleApplications.Where(a => a.Code == t.Title.Application).Select(a => a.NominatedAt).FirstOrDefault() })
            .ToPageAsync(request.Page, cancellationToken);
        return new Page<TitleView>([.. page.Items.Select(t => TitleView.Of(t.Title, t.School, t.Name, t.Programme, t.NominatedAt))], page.Number, page.PageSize, page.Total);
    }
}
