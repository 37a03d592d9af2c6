using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Rounds;

/// <summary>Whether an exceptional day is free or worked.</summary>
public enum CalendarDayKind
{
    /// <summary>A free day.</summary>
    Holiday,

    /// <summary>A worked weekend day.</summary>
    Workday,
}

/// <summary>A day on which the working week differs, from the State Council's yearly notice. The same for all districts.</summary>
public sealed class CalendarDay : IGlobal
{
    private CalendarDay()
    {
    }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Free or worked.</summary>
    public CalendarDayKind Kind { get; private set; }

    /// <summary>Name of the holiday that the notice gives.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Makes a day.</summary>
    public static CalendarDay Create(DateOnly date, CalendarDayKind kind, string name) => new() { Date = date, Kind = kind, Name = name };

    /// <summary>Takes over another kind or name; true when that changes anything.</summary>
    public bool Correct(CalendarDayKind kind, string name)
    {
        var changed = (Kind, Name) != (kind, name);
        (Kind, Name) = (kind, name);
        return changed;
    }
}

/// <summary>A day on which a district's working week differs from what holds everywhere, or from what nobody has told yet.</summary>
public sealed class DistrictCalendarDay : ITenantOwned
{
    private DistrictCalendarDay()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Free or worked.</summary>
    public CalendarDayKind Kind { get; private set; }

    /// <summary>Name of the holiday.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Makes a day.</summary>
    public static DistrictCalendarDay Create(DistrictId district, DateOnly date, CalendarDayKind kind, string name) =>
        new() { DistrictId = district, Date = date, Kind = kind, Name = name };

    /// <summary>Takes over another kind or name; true when that changes anything.</summary>
    public bool Correct(CalendarDayKind kind, string name)
    {
        var changed = (Kind, Name) != (kind, name);
        (Kind, Name) = (kind, name);
        return changed;
    }
}

/// <summary>What happens to a deadline on a day that is not worked.</summary>
public enum DueShift
{
    /// <summary>The deadline stays.</summary>
    None,

    /// <summary>It moves to the next working day.</summary>
    NextWorkingDay,

    /// <summary>It moves to the working day before.</summary>
    PreviousWorkingDay,
}

/// <summary>Working-day arithmetic over the exceptional days of the years whose notice is known.</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, CalendarDayKind> days;
    private readonly HashSet<int> years;

    /// <summary>A calendar of exceptional days.</summary>
    public WorkingCalendar(IEnumerable<CalendarDay> exceptions)
        : this(exceptions, [])
    {
    }

    /// <summary>A calendar of the days that hold everywhere, with a district's own days in their place.</summary>
    public WorkingCalendar(IEnumerable<CalendarDay> exceptions, IEnumerable<DistrictCalendarDay> own)
    {
        days = exceptions.ToDictionary(d => d.Date, d => d.Kind);
        foreach (var day in own)
            days[day.Date] = day.Kind;
        years = [.. days.Keys.Select(d => d.Year)];
    }

    /// <summary>Years whose notice is known.</summary>
    public IReadOnlyCollection<int> Years => years;

    /// <summary>How many exceptional days of a kind a year has.</summary>
    public int CountOf(int year, CalendarDayKind kind) => days.Count(d => d.Key.Year == year && d.Value == kind);

    /// <summary>Whether the notice of a year is known; without it nothing is said about its days.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>Whether a day is worked: an exceptional day as listed, else Monday to Friday.</summary>
    public bool IsWorkingDay(DateOnly day) => days.TryGetValue(day, out var kind)
        ? kind == CalendarDayKind.Workday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The deadline day after a shift; an error names the first year without a notice.</summary>
    public Result<DateOnly> Shift(DateOnly day, DueShift shift)
    {
        if (shift == DueShift.None)
            return day;
        while (true)
        {
            if (!Knows(day.Year))
                return ValidationError.Of("dueShift", "calendar.yearUnknown", ("year", day.Year));
            if (IsWorkingDay(day))
                return day;
            day = day.AddDays(shift == DueShift.NextWorkingDay ? 1 : -1);
        }
    }

    /// <summary>The last of so many working days, the first day counted when it is one; an error names the first year without a notice.</summary>
    /// <param name="start">First day.</param>
    /// <param name="count">Working days, at least 1.</param>
    public Result<DateOnly> LastOf(DateOnly start, int count)
    {
        for (var day = start; ; day = day.AddDays(1))
        {
            if (!Knows(day.Year))
                return ValidationError.Of("startOn", "calendar.yearNeeded", ("year", day.Year));
            if (IsWorkingDay(day) && --count == 0)
                return day;
        }
    }
}
