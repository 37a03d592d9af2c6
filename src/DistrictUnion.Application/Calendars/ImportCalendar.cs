using System.Globalization;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Calendars;

/// <summary>
/// Takes days of the working week as the district's own: they stand in the place of those that hold everywhere, for this district only.
/// A year that nobody knew needs its whole notice. Obligations that waited for it get their due days at once.
/// </summary>
public sealed record ImportCalendar(IReadOnlyList<ImportLine<CalendarRow>> Rows, ImportMode Mode, bool DryRun) : ICommand<ImportReport>;

internal sealed class ImportCalendarValidator : AbstractValidator<ImportCalendar>
{
    private const int MostRows = 2_000;

    public ImportCalendarValidator() => RuleFor(c => c.Rows).Must(r => r.Count <= MostRows).WithErrorCode("list.tooLong");
}

internal sealed class ImportCalendarHandler(IUnionDb db, ITenantContext tenant, ITransactionControl transaction, WorkingCalendars calendars, ObligationOpener opener) : IHandler<ImportCalendar, ImportReport>
{
    /// <summary>Public holidays of a year, the least that its notice names.</summary>
    private const int LeastHolidays = 11;
    private const int LongestName = 100;

    public async Task<Result<ImportReport>> Handle(ImportCalendar request, CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadAsync(cancellationToken);
        var own = await db.DistrictCalendarDays.ToDictionaryAsync(d => d.Date, cancellationToken);
        var incomplete = request.Rows.Select(r => r.Row).OfType<CalendarRow>().GroupBy(r => r.Date.Year)
            .Where(g => !calendar.Knows(g.Key) && g.Where(r => r.Kind == CalendarDayKind.Holiday).Select(r => r.Date).Distinct().Count() < LeastHolidays).Select(g => g.Key).ToHashSet();
        HashSet<DateOnly> seen = [];
        List<ImportRow> rows = [];
        foreach (var line in request.Rows)
            rows.Add(line.Row is { } row ? Take(line.Number, row, own, seen, incomplete) : ImportRow.Unreadable(line));

        var stored = !request.DryRun && (request.Mode == ImportMode.PerRow || rows.TrueForAll(r => r.Status != ImportRowStatus.Rejected));
        if (!stored)
        {
            transaction.Discard();
            return ImportReport.Of(rows, false);
        }

        await db.SaveChangesAsync(cancellationToken);
        await opener.DateAsync(await calendars.LoadAsync(cancellationToken), cancellationToken);
        return ImportReport.Of(rows, true);
    }

    private ImportRow Take(int number, CalendarRow row, Dictionary<DateOnly, DistrictCalendarDay> own, HashSet<DateOnly> seen, HashSet<int> incomplete)
    {
        var key = row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (row.Date.Year is < 2000 or > 2100)
            return ImportRow.Rejected(number, key, FieldError.Of("date", "calendar.yearRange"));
        if (!seen.Add(row.Date))
            return ImportRow.Rejected(number, key, FieldError.Of("date", "calendar.dayTwice"));
        if (string.IsNullOrWhiteSpace(row.Name) || row.Name.Length > LongestName)
            return ImportRow.Rejected(number, key, FieldError.Of("name", "name.required"));
        if (incomplete.Contains(row.Date.Year))
            return ImportRow.Rejected(number, key, FieldError.Of("date", "calendar.yearIncomplete", ("year", row.Date.Year), ("least", LeastHolidays)));
        if (own.TryGetValue(row.Date, out var day))
            return ImportRow.Taken(number, key, day.Correct(row.Kind, row.Name) ? false : null);
        db.DistrictCalendarDays.Add(DistrictCalendarDay.Create(tenant.RequireCaller().DistrictId, row.Date, row.Kind, row.Name));
        return ImportRow.Taken(number, key, true);
    }
}
