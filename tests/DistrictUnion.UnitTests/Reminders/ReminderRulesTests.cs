using DistrictUnion.Domain.Reminders;
using DistrictUnion.UnitTests.Properties;
using Xunit;

namespace DistrictUnion.UnitTests.Reminders;

/// <summary>Reminders before 10 November 2026, the self-evaluation's day.</summary>
public sealed class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2026, 11, 10);

    [Theory]
    [InlineData("2026-10-26", null, null)]
    [InlineData("2026-10-27", null, 14)]
    [InlineData("2026-10-28", 14, null)]
    [InlineData("2026-11-03", 14, 7)]
    [InlineData("2026-11-07", 7, 3)]
    [InlineData("2026-11-09", 3, 1)]
    [InlineData("2026-11-10", 1, 0)]
    [InlineData("2026-11-11", 0, -1)]
    [InlineData("2026-11-12", -1, null)]
    public void By_default_reminders_come_14_7_3_and_1_days_before_on_the_day_and_the_day_after(string today, int? last, int? expected) =>
        Assert.Equal(expected, ReminderRules.LeadDue(Due, Day(today), ReminderRules.DefaultLeads, last));

    [Theory]
    [InlineData("2026-11-04", 14, 7)]
    [InlineData("2026-11-08", 14, 3)]
    [InlineData("2026-11-15", 14, -1)]
    public void After_an_outage_the_latest_missed_reminder_stands_for_all(string today, int? last, int expected) =>
        Assert.Equal(expected, ReminderRules.LeadDue(Due, Day(today), ReminderRules.DefaultLeads, last));

    [Fact]
    public void Who_wants_no_word_after_the_day_gets_no_stale_one_either() =>
        Assert.Null(ReminderRules.LeadDue(Due, Day("2026-11-11"), [3, 0], null));

    [Fact]
    public void What_recurs_weekly_or_monthly_is_reminded_of_once_and_what_recurs_later_as_often_as_is_set()
    {
        Assert.Equal([1], ReminderRules.LeadsFor(ReminderRules.DefaultLeads, 7));
        Assert.Equal([1], ReminderRules.LeadsFor(ReminderRules.DefaultLeads, 31));
        Assert.Equal([0], ReminderRules.LeadsFor([14, 7, 0], 7));
        Assert.Empty(ReminderRules.LeadsFor([14, 7], 7));
        Assert.Equal(ReminderRules.DefaultLeads, ReminderRules.LeadsFor([-1, 0, 1, 3, 7, 14, 14], 182));
        Assert.Equal([90, 30], ReminderRules.LeadsFor([30, 90, 400], 365));
        Assert.Equal([400], ReminderRules.LeadsFor([400], null));
    }

    [Theory]
    [InlineData(null, "2026-11-30", true)]
    [InlineData("2026-11-04", "2026-11-20", false)]
    [InlineData("2026-11-03", "2026-11-20", true)]
    [InlineData("2026-11-09", "2026-11-13", true)]
    [InlineData("2026-11-09", "2026-11-14", false)]
    [InlineData("2026-11-09", "2026-11-09", true)]
    [InlineData("2026-11-10", "2026-11-10", false)]
    public void A_digest_comes_weekly_at_most_but_daily_in_the_last_three_days(string? last, string due, bool expected) =>
        Assert.Equal(expected, ReminderRules.IsDigestDay(last is null ? null : Day(last), Due, [Day(due)]));

    /// <summary>Whatever days the service is down: each lead is told once at most, in order, and never one that a later one has overtaken.</summary>
    [Fact]
    public void However_often_and_late_it_runs_no_reminder_comes_twice() => Seeds.Hold(draw =>
    {
        var ordered = ReminderRules.LeadsFor(Enumerable.Range(0, draw.Int(0, 8)).Select(_ => draw.Int(-30, 60)), null);
        var days = Enumerable.Range(0, draw.Int(0, 40)).Select(_ => draw.Int(-70, 70));
        var told = new List<int>();
        foreach (var day in days.Order().Select(Due.AddDays))
        {
            int? last = told.Count == 0 ? null : told[^1];
            if (ReminderRules.LeadDue(Due, day, ordered, last) is not { } lead)
                continue;
            Assert.Contains(lead, ordered);
            Assert.True(last is null || lead < last, "in order, none twice");
            Assert.True(day >= Due.AddDays(-lead), "not before its time");
            Assert.DoesNotContain(ordered, l => l < lead && day >= Due.AddDays(-l));
            Assert.Null(ReminderRules.LeadDue(Due, day, ordered, lead));
            told.Add(lead);
        }
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
