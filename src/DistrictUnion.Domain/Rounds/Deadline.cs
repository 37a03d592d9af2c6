using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Rounds;

/// <summary>Deadline arithmetic: half-open, by server receipt, in Asia/Shanghai (scoring semantics, section 3.8).</summary>
public static class Deadline
{
    /// <summary>The local day that holds the last instant on time.</summary>
    /// <param name="dueAt">First late instant.</param>
    public static DateOnly LastOnTimeDay(DateTimeOffset dueAt) => BusinessTime.DateOf(dueAt.AddTicks(-1));

    /// <summary>The first late instant of a bare date: the end of that local day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => BusinessTime.StartOf(day.AddDays(1));

    /// <summary>Days late: 0 before the first late instant, else the local days since the last one on time, at least 1.</summary>
    public static int DaysLate(DateTimeOffset receivedAt, DateTimeOffset dueAt) =>
        receivedAt < dueAt ? 0 : Math.Max(1, BusinessTime.DateOf(receivedAt).DayNumber - LastOnTimeDay(dueAt).DayNumber);

    /// <summary>The first late instant after a shift of its day; the time of day stays.</summary>
    public static Result<DateTimeOffset> Shift(DateTimeOffset dueAt, DueShift shift, WorkingCalendar calendar)
    {
        var day = LastOnTimeDay(dueAt);
        var shifted = calendar.Shift(day, shift);
        return shifted.IsSuccess ? dueAt.AddDays(shifted.Value.DayNumber - day.DayNumber) : shifted.As<DateTimeOffset>();
    }
}
