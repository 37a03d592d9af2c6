using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reminders;

/// <summary>That a school was reminded.</summary>
/// <param name="School">Code.</param>
/// <param name="Actor">User name of who reminded it.</param>
/// <param name="At">When.</param>
/// <param name="People">People who were told.</param>
public sealed record NudgeView(string School, string Actor, DateTimeOffset At, int People);

/// <summary>Who was reminded in a round, the latest first; a zone lead sees those of the own zone.</summary>
/// <param name="Round">Round.</param>
/// <param name="School">Code of a school; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListNudges(RoundId Round, string? School, PageRequest Page) : IQuery<Page<NudgeView>>;

internal sealed class ListNudgesHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListNudges, Page<NudgeView>>
{
    public async Task<Result<Page<NudgeView>>> Handle(ListNudges request, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller().OwnZone;
        return await db.Nudges.AsNoTracking().Where(n => n.RoundId == request.Round)
            .Join(db.Schools.Where(s => (zone == null || s.ZoneId == zone) && (request.School == null || s.Code == request.School)), n => n.SchoolId, s => s.Id, (n, s) => new { n, s.Code })
            .OrderByDescending(x => x.n.At).ThenBy(x => x.Code)
            .Select(x => new NudgeView(x.Code, x.n.Actor, BusinessTime.Local(x.n.At), x.n.People))
            .ToPageAsync(request.Page, cancellationToken);
    }
}
