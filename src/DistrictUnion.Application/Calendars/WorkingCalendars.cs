using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Calendars;

/// <summary>Reads the working calendar of the district in scope: the days that hold everywhere, with the district's own in their place.</summary>
internal sealed class WorkingCalendars(IUnionDb db)
{
    /// <summary>The calendar with every year that is known.</summary>
    public async Task<WorkingCalendar> LoadAsync(CancellationToken cancellationToken) => new(
        await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken),
        await db.DistrictCalendarDays.AsNoTracking().ToListAsync(cancellationToken));
}
