using System.Globalization;
using System.Text;

namespace DistrictUnion.Application.Feeds;

/// <summary>An all-day entry of a calendar.</summary>
/// <param name="Id">Stays the same whenever the calendar is read.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Description">More about it; null: nothing.</param>
/// <param name="Place">Where; null: not told.</param>
/// <param name="IsCancelled">Whether it was called off.</param>
internal sealed record CalendarEntry(string Id, DateOnly From, DateOnly To, string Summary, string? Description = null, string? Place = null, bool IsCancelled = false);

/// <summary>Writes calendars (RFC 5545): lines end in CRLF, are folded before 75 octets, never within a character, and text is escaped.</summary>
internal static class CalendarText
{
    private const int MostOctets = 75;

    /// <summary>The text of a calendar.</summary>
    public static string Write(string name, string domain, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var text = new StringBuilder();
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//DistrictUnion//Work calendar//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        foreach (var entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{Escape(entry.Id)}@{domain}");
            Line(text, $"DTSTAMP:{stamp}");
            Line(text, $"DTSTART;VALUE=DATE:{Day(entry.From)}");

            // The end of an all-day entry is the first day after it.
            Line(text, $"DTEND;VALUE=DATE:{Day(entry.To.AddDays(1))}");
            Line(text, $"SUMMARY:{Escape(entry.Summary)}");
            if (entry.Description is { } description)
                Line(text, $"DESCRIPTION:{Escape(description)}");
            if (entry.Place is { } place)
                Line(text, $"LOCATION:{Escape(place)}");
            Line(text, entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',')
                text.Append('\\').Append(c);
            else if (c == '\n')
                text.Append("\\n");
            else if (!char.IsControl(c))
                text.Append(c);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
