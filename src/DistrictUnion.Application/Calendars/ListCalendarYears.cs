using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Calendars;

/// <summary>What is known of a year's working days.</summary>
/// <param name="Year">Year.</param>
/// <param name="IsKnown">Whether its days are known; else nothing is guessed, and what needs them waits.</param>
/// <param name="Holidays">Free days.</param>
/// <param name="Workdays">Weekend days that are worked.</param>
/// <param name="Waiting">Obligations in the caller's sight that have no due day because of it.</param>
public sealed record CalendarYearView(int Year, bool IsKnown, int Holidays, int Workdays, int Waiting);

/// <summary>The years of the working calendar: those that are known, this one and the next, and those that something waits for.</summary>
public sealed record ListCalendarYears(PageRequest Page) : IQuery<Page<CalendarYearView>>;

internal sealed class ListCalendarYearsHandler(IUnionDb db, ITenantContext tenant, WorkingCalendars calendars, TimeProvider clock) : IHandler<ListCalendarYears, Page<CalendarYearView>>
{
    public async Task<Result<Page<CalendarYearView>>> Handle(ListCalendarYears request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var calendar = await calendars.LoadAsync(cancellationToken);
        var waiting = await ObligationSight.Of(db, tenant.RequireCaller()).AsNoTracking().Where(o => o.DueOn == null && o.WaivedFor == null)
            .GroupBy(o => o.BasisOn.Year).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

        // What waits at the end of a known year waits for the next one.
        var missing = waiting.GroupBy(w => calendar.Knows(w.Key) ? w.Key + 1 : w.Key).ToDictionary(g => g.Key, g => g.Sum(w => w.Value));
        var years = calendar.Years.Append(today.Year).Append(today.Year + 1).Concat(missing.Keys).Distinct().Order().ToList();
        var views = years.ConvertAll(y => new CalendarYearView(
            y, calendar.Knows(y), calendar.CountOf(y, CalendarDayKind.Holiday), calendar.CountOf(y, CalendarDayKind.Workday), missing.GetValueOrDefault(y)));
        return new Page<CalendarYearView>([.. views.Skip(request.Page.Skip).Take(request.Page.Size)], request.Page.Number, request.Page.Size, views.Count);
    }
}
