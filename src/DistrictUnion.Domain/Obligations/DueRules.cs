using System.Globalization;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Domain.Obligations;

/// <summary>A stretch of days in which an obligation is to be fulfilled once, both ends inclusive.</summary>
/// <param name="Key">Name, unique for its recurrence: <c>2026</c>, <c>2025-2026-2</c>, <c>2026-03</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record DuePeriod(string Key, DateOnly From, DateOnly To);

/// <summary>What a due day is counted from, without a calendar: it is known before the year's working days are.</summary>
/// <param name="On">The due day before any shift, or the first day that may count as a working day.</param>
/// <param name="WorkingDays">Working days to count from there; null: the day itself.</param>
/// <param name="Shift">What a day that isn't worked does.</param>
public readonly record struct DueBasis(DateOnly On, int? WorkingDays, DueShift Shift);

/// <summary>Periods and due days: pure arithmetic over business days, the same on any server.</summary>
public static class DueRules
{
    private const int SchoolYearMonth = 9;
    private const int SecondSemesterMonth = 2;
    private const int SecondHalfMonth = 7;

    /// <summary>The period that holds a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">What comes with events has no periods.</exception>
    public static DuePeriod PeriodOf(Recurrence recurrence, DateOnly day) => recurrence switch
    {
        Recurrence.Yearly => new(Text($"{day.Year}"), new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
        Recurrence.HalfYear => HalfOf(day),
        Recurrence.SchoolYear => SchoolYearOf(day),
        Recurrence.Semester => SemesterOf(day),
        Recurrence.Monthly => new(Text($"{day.Year}-{day.Month:00}"), FirstOfMonth(day), FirstOfMonth(day).AddMonths(1).AddDays(-1)),
        Recurrence.Weekly => WeekOf(day),
        _ => throw new ArgumentOutOfRangeException(nameof(recurrence), recurrence, "What comes with events has no periods."),
    };

    /// <summary>The periods that hold any of the days, in order.</summary>
    public static IEnumerable<DuePeriod> PeriodsTouching(Recurrence recurrence, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to;)
        {
            var period = PeriodOf(recurrence, day);
            yield return period;
            day = period.To.AddDays(1);
        }
    }

    /// <summary>The semester of a day, 1 or 2.</summary>
    public static int SemesterNumber(DateOnly day) => day.Month is >= SecondSemesterMonth and < SchoolYearMonth ? 2 : 1;

    /// <summary>What the due day of a period is counted from.</summary>
    public static DueBasis BasisIn(DueRule rule, DuePeriod period)
    {
        if (rule.Kind != DueRuleKind.MonthDay)
            return new DueBasis(period.To.AddDays(rule.Days ?? 0), null, rule.Shift);
        var month = rule.Month!.Value;
        var year = month >= period.From.Month ? period.From.Year : period.From.Year + 1;
        return new DueBasis(new DateOnly(year, month, Math.Min(rule.Day!.Value, DateTime.DaysInMonth(year, month))), null, rule.Shift);
    }

    /// <summary>What the due day after an event is counted from.</summary>
    public static DueBasis BasisAfter(DueRule rule, DateOnly on) => rule.Kind == DueRuleKind.WorkingDaysAfterEvent
        ? new DueBasis(rule.CountsEventDay ? on : on.AddDays(1), rule.Days, rule.Shift)
        : new DueBasis(on.AddDays(rule.Days ?? 0), null, rule.Shift);

    /// <summary>The due day; an error names the first year whose working days nobody knows yet.</summary>
    public static Result<DateOnly> DueOn(DueBasis basis, WorkingCalendar calendar) =>
        basis.WorkingDays is { } count ? calendar.LastOf(basis.On, count) : calendar.Shift(basis.On, basis.Shift);

    /// <summary>First day of work on what is due in a period or after an event.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">First day of the period, or the day of the event.</param>
    /// <param name="basis">What the due day is counted from.</param>
    public static DateOnly OpensOn(DueRule rule, DateOnly start, DueBasis basis) => rule.OpensBefore is not { } before ? start
        : rule.Kind is DueRuleKind.DaysAfterEvent or DueRuleKind.WorkingDaysAfterEvent ? start.AddDays(-before)
        : basis.On.AddDays(-before);

    /// <summary>The days on which the owner is reminded, the earliest first.</summary>
    public static IReadOnlyList<DateOnly> RemindersOf(DateOnly dueOn, IEnumerable<int> daysBefore) =>
        [.. daysBefore.Distinct().OrderDescending().Select(d => dueOn.AddDays(-d))];

    private static DuePeriod HalfOf(DateOnly day) => day.Month < SecondHalfMonth
        ? new(Text($"{day.Year}-H1"), new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, SecondHalfMonth, 1).AddDays(-1))
        : new(Text($"{day.Year}-H2"), new DateOnly(day.Year, SecondHalfMonth, 1), new DateOnly(day.Year, 12, 31));

    private static DuePeriod SchoolYearOf(DateOnly day)
    {
        var first = day.Month >= SchoolYearMonth ? day.Year : day.Year - 1;
        return new(Text($"{first}-{first + 1}"), new DateOnly(first, SchoolYearMonth, 1), new DateOnly(first + 1, SchoolYearMonth, 1).AddDays(-1));
    }

    private static DuePeriod SemesterOf(DateOnly day)
    {
        var year = SchoolYearOf(day);
        var turn = new DateOnly(year.To.Year, SecondSemesterMonth, 1);
        return SemesterNumber(day) == 1 ? new($"{year.Key}-1", year.From, turn.AddDays(-1)) : new($"{year.Key}-2", turn, year.To);
    }

    private static DuePeriod WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var date = monday.ToDateTime(TimeOnly.MinValue);
        return new(Text($"{ISOWeek.GetYear(date)}-W{ISOWeek.GetWeekOfYear(date):00}"), monday, monday.AddDays(6));
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
