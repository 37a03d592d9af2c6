using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.UnitTests.Properties;
using Xunit;

namespace DistrictUnion.UnitTests.Obligations;

/// <summary>Worked case 12 by the rules of obligations, and what always holds of periods and due days.</summary>
public sealed class DueRulesTests
{
    private static readonly DueRule Publicity = new() { Kind = DueRuleKind.WorkingDaysAfterEvent, Days = 5, CountsEventDay = true, Trigger = ObligationTrigger.NomineesDecided };

    [Fact]
    public void Reminders_of_case_12_fall_on_14_7_3_1_0_days_before_and_the_day_after() => Assert.Equal(
        [new(2025, 10, 27), new(2025, 11, 3), new(2025, 11, 7), new(2025, 11, 9), new(2025, 11, 10), new(2025, 11, 11)],
        DueRules.RemindersOf(new(2025, 11, 10), [14, 7, 3, 1, 0, -1]));

    [Theory]
    [InlineData("2017-11-28", "2017-12-04")]
    [InlineData("2025-09-29", "2025-10-11")]
    [InlineData("2025-10-20", "2025-10-24")]
    public void Five_working_days_of_publicity_count_the_first_and_end_as_in_case_12(string start, string end) =>
        Assert.Equal(Day(end), DueRules.DueOn(DueRules.BasisAfter(Publicity, Day(start)), Case12()).Value);

    [Theory]
    [InlineData("2024-11-10")]
    [InlineData("2026-05-30")]
    public void A_weekend_of_case_12_does_not_shift_and_needs_no_calendar(string day) =>
        Assert.Equal(Day(day), DueRules.DueOn(DueRules.BasisIn(MonthDay(Day(day).Month, Day(day).Day), DueRules.PeriodOf(Recurrence.SchoolYear, Day(day))), new WorkingCalendar([])).Value);

    [Fact]
    public void A_year_that_nobody_knows_is_an_error_that_names_it_and_never_a_guess()
    {
        var shifted = DueRules.DueOn(new DueBasis(new(2027, 1, 31), null, DueShift.NextWorkingDay), Case12());
        var counted = DueRules.DueOn(new DueBasis(new(2025, 12, 30), 5, DueShift.None), Case12());

        Assert.Equal(2027, Assert.IsType<ValidationError>(shifted.Error).Fields[0].Arguments["year"]);
        Assert.Equal(2026, Assert.IsType<ValidationError>(counted.Error).Fields[0].Arguments["year"]);
    }

    [Fact]
    public void The_day_after_the_event_is_the_first_working_day_unless_the_event_day_counts()
    {
        var visit = Publicity with { CountsEventDay = false };
        Assert.Equal(new DateOnly(2025, 10, 27), DueRules.DueOn(DueRules.BasisAfter(visit, new(2025, 10, 20)), Case12()).Value);
        Assert.Equal(new DateOnly(2025, 10, 24), DueRules.DueOn(DueRules.BasisAfter(Publicity, new(2025, 10, 20)), Case12()).Value);
    }

    [Theory]
    [InlineData(2024, "2024-02-29")]
    [InlineData(2025, "2025-02-28")]
    public void The_29th_of_February_is_the_last_of_its_month_in_other_years(int year, string due) =>
        Assert.Equal(Day(due), DueRules.BasisIn(MonthDay(2, 29), DueRules.PeriodOf(Recurrence.Yearly, new(year, 6, 1))).On);

    [Theory]
    [InlineData(9, 30, "2025-09-30")]
    [InlineData(8, 31, "2026-08-31")]
    [InlineData(5, 30, "2026-05-30")]
    public void A_day_of_a_school_year_lies_in_it(int month, int day, string due)
    {
        var period = DueRules.PeriodOf(Recurrence.SchoolYear, new(2025, 9, 1));
        Assert.Equal(("2025-2026", new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31)), (period.Key, period.From, period.To));
        Assert.Equal(Day(due), DueRules.BasisIn(MonthDay(month, day), period).On);
    }

    [Fact]
    public void A_term_of_office_is_due_days_before_it_ends()
    {
        var rule = new DueRule { Kind = DueRuleKind.TermEnd, Days = -60, OpensBefore = 30 };
        var basis = DueRules.BasisAfter(rule, new(2026, 12, 31));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 10, 2)), (basis.On, DueRules.OpensOn(rule, new(2024, 1, 1), basis)));
    }

    [Fact]
    public void Periods_cover_every_day_once_and_due_days_lie_in_their_period() => Seeds.Hold(draw =>
    {
        var recurrence = draw.One(Recurrence.Yearly, Recurrence.SchoolYear, Recurrence.HalfYear, Recurrence.Semester, Recurrence.Monthly, Recurrence.Weekly);
        var from = new DateOnly(2000, 1, 1).AddDays(draw.Int(0, 40_000));
        var periods = DueRules.PeriodsTouching(recurrence, from, from.AddDays(draw.Int(0, 900))).ToList();

        Assert.Equal(periods.Count, periods.Select(p => p.Key).Distinct().Count());
        Assert.All(periods.Zip(periods.Skip(1)), p => Assert.Equal(p.First.To.AddDays(1), p.Second.From));
        var period = draw.One(periods);
        var day = period.From.AddDays(draw.Int(0, period.To.DayNumber - period.From.DayNumber));
        Assert.Equal(period, DueRules.PeriodOf(recurrence, day));
        var month = draw.Int(1, 12);
        var rule = recurrence is Recurrence.Yearly or Recurrence.SchoolYear && draw.Chance(70) ? MonthDay(month, draw.Int(1, DateTime.DaysInMonth(2024, month))) : new DueRule { Kind = DueRuleKind.PeriodEnd };
        Assert.InRange(DueRules.BasisIn(rule, period).On, period.From, period.To);
    });

    [Fact]
    public void A_due_day_after_a_shift_is_worked_and_on_its_side_and_nothing_worked_lies_between() => Seeds.Hold(draw =>
    {
        var calendar = Drawn(draw);
        var day = new DateOnly(2025, 3, 1).AddDays(draw.Int(0, 250));
        var shift = draw.One(DueShift.None, DueShift.NextWorkingDay, DueShift.PreviousWorkingDay);
        var due = DueRules.DueOn(new DueBasis(day, null, shift), calendar).Value;

        if (shift == DueShift.None || calendar.IsWorkingDay(day))
        {
            Assert.Equal(day, due);
            return;
        }

        Assert.True(calendar.IsWorkingDay(due));
        Assert.Equal(shift == DueShift.NextWorkingDay, due > day);
        var (first, last) = due > day ? (day, due.AddDays(-1)) : (due.AddDays(1), day);
        Assert.DoesNotContain(Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays), calendar.IsWorkingDay);
    });

    [Fact]
    public void So_many_working_days_hold_exactly_so_many_and_one_more_is_later() => Seeds.Hold(draw =>
    {
        var calendar = Drawn(draw);
        var (start, count) = (new DateOnly(2025, 2, 1).AddDays(draw.Int(0, 200)), draw.Int(1, 15));
        var due = DueRules.DueOn(new DueBasis(start, count, DueShift.None), calendar).Value;

        Assert.Equal(count, Enumerable.Range(0, due.DayNumber - start.DayNumber + 1).Select(start.AddDays).Count(calendar.IsWorkingDay));
        Assert.True(calendar.IsWorkingDay(due));
        Assert.True(DueRules.DueOn(new DueBasis(start, count + 1, DueShift.None), calendar).Value > due);
    });

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static DueRule MonthDay(int month, int day) => new() { Kind = DueRuleKind.MonthDay, Month = month, Day = day };

    /// <summary>The test tables of case 12: 2017 without holidays, 2025 with those of October.</summary>
    private static WorkingCalendar Case12() => new(
    [
        CalendarDay.Create(new(2017, 1, 2), CalendarDayKind.Holiday, "元旦"),
        .. Enumerable.Range(1, 8).Select(d => CalendarDay.Create(new(2025, 10, d), CalendarDayKind.Holiday, "国庆节")),
        CalendarDay.Create(new(2025, 9, 28), CalendarDayKind.Workday, "国庆节"),
        CalendarDay.Create(new(2025, 10, 11), CalendarDayKind.Workday, "国庆节"),
    ]);

    private static WorkingCalendar Drawn(Draw draw) => new(Enumerable.Range(0, 25).Select(_ => new DateOnly(2025, 1, 1).AddDays(draw.Int(0, 364))).Append(new DateOnly(2025, 1, 1)).Distinct()
        .Select(d => CalendarDay.Create(d, draw.Chance(60) ? CalendarDayKind.Holiday : CalendarDayKind.Workday, "假日")));
}
