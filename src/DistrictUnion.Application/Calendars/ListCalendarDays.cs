using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Calendars;

/// <summary>A day on which the working week differs.</summary>
/// <param name="Date">Day.</param>
/// <param name="Kind">Free or worked.</param>
/// <param name="Name">Name of the holiday.</param>
/// <param name="IsOwn">Whether the district itself said so.</param>
public sealed record CalendarDayView(DateOnly Date, CalendarDayKind Kind, string Name, bool IsOwn);

/// <summary>The days of a year on which the working week differs, the district's own in their place.</summary>
/// <param name="Year">Year; null: this one.</param>
/// <param name="Page">Page.</param>
public sealed record ListCalendarDays(int? Year, PageRequest Page) : IQuery<Page<CalendarDayView>>;

internal sealed class ListCalendarDaysHandler(IUnionDb db, TimeProvider clock) : IHandler<ListCalendarDays, Page<CalendarDayView>>
{
    public async Task<Result<Page<CalendarDayView>>> Handle(ListCalendarDays request, CancellationToken cancellationToken)
    {
        if (request.Year is < 2000 or > 2100)
            return ValidationError.Of("year", "calendar.yearRange");
        var year = request.Year ?? clock.Today().Year;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var days = await db.CalendarDays.AsNoTracking().Where(d => d.Date >= from && d.Date <= to).Select(d => new CalendarDayView(d.Date, d.Kind, d.Name, false)).ToListAsync(cancellationToken);
        var own = await db.DistrictCalendarDays.AsNoTracking().Where(d => d.Date >= from && d.Date <= to).Select(d => new CalendarDayView(d.Date, d.Kind, d.Name, true)).ToListAsync(cancellationToken);
        var all = days.Where(d => !own.Exists(o => o.Date == d.Date)).Concat(own).OrderBy(d => d.Date).ToList();
        return new Page<CalendarDayView>([.. all.Skip(request.Page.Skip).Take(request.Page.Size)], request.Page.Number, request.Page.Size, all.Count);
    }
}
