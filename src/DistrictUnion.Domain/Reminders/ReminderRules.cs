namespace DistrictUnion.Domain.Reminders;

/// <summary>When somebody is reminded of an obligation, and when nobody is. Pure: days in, days out.</summary>
/// <remarks>A lead is how many days before the due day a reminder belongs to: 14 is two weeks ahead, 0 the day itself, −1 the day after.</remarks>
public static class ReminderRules
{
    /// <summary>Least days between two digests of a person, unless something is due soon.</summary>
    public const int DigestDays = 7;

    /// <summary>What is due in so many days or less, or late, is told without waiting for the next weekly digest.</summary>
    public const int UrgentDays = 3;

    /// <summary>What recurs after so many days or less is reminded of once each time: every reminder more would come more often than the obligation itself.</summary>
    public const int ShortCycleDays = 31;

    /// <summary>The leads that hold where neither template nor person says otherwise.</summary>
    public static IReadOnlyList<int> DefaultLeads { get; } = [14, 7, 3, 1, 0, -1];

    /// <summary>The leads that hold for an obligation, from the furthest ahead to the latest.</summary>
    /// <param name="leads">The template's, or the person's own.</param>
    /// <param name="recursEveryDays">Days after which the obligation recurs, at least 1; null: it doesn't.</param>
    public static IReadOnlyList<int> LeadsFor(IEnumerable<int> leads, int? recursEveryDays)
    {
        List<int> ordered = [.. leads.Distinct().OrderDescending()];
        if (recursEveryDays is not { } cycle)
            return ordered;

        // So far ahead the occasion before isn't over yet.
        ordered.RemoveAll(lead => lead >= cycle);
        if (cycle > ShortCycleDays || ordered.Count == 0)
            return ordered;
        return [ordered.FindLast(lead => lead > 0) is var ahead and > 0 ? ahead : ordered[0]];
    }

    /// <summary>
    /// The reminder that is due on a day; null: none. Where several were missed, the latest one stands for all of them, so that an outage is made up
    /// for by one reminder; one that isn't true any more (due today, told tomorrow) is left out.
    /// </summary>
    /// <param name="dueOn">Last day in time.</param>
    /// <param name="today">The day.</param>
    /// <param name="leads">Leads from the furthest ahead to the latest, see <see cref="LeadsFor"/>.</param>
    /// <param name="lastLead">The lead that was told last; null: none.</param>
    public static int? LeadDue(DateOnly dueOn, DateOnly today, IReadOnlyList<int> leads, int? lastLead)
    {
        ArgumentNullException.ThrowIfNull(leads);
        var left = dueOn.DayNumber - today.DayNumber;
        var reached = leads.Where(lead => lead >= left && (left >= 0 || lead < 0)).ToList();
        return reached.Count > 0 && !(lastLead <= reached[^1]) ? reached[^1] : null;
    }

    /// <summary>Whether a person gets a digest on a day: weekly at most, unless something is due within three days or late.</summary>
    /// <param name="lastDigestOn">Day of the last digest; null: none.</param>
    /// <param name="today">The day.</param>
    /// <param name="dueOn">Due days of what would be told, at least one.</param>
    public static bool IsDigestDay(DateOnly? lastDigestOn, DateOnly today, IEnumerable<DateOnly> dueOn) =>
        lastDigestOn is not { } last
        || today.DayNumber - last.DayNumber >= DigestDays
        || (today > last && dueOn.Any(due => due.DayNumber - today.DayNumber <= UrgentDays));
}
