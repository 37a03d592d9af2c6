using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Reminders;

/// <summary>Puts what is due into words: a line for each own obligation, and one for each kind that others are late with.</summary>
internal sealed class ReminderWords(IMessages messages)
{
    /// <summary>Lines of a digest; who has more opens the page.</summary>
    private const int MostLines = 20;

    /// <summary>Units that a line names; a list to copy names all.</summary>
    private const int MostUnits = 10;

    /// <summary>The lines of a digest.</summary>
    public string Lines(IReadOnlyList<ReminderItem> items, DateOnly today, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            List<string> lines =
            [
                .. items.Where(i => !i.IsEscalation).OrderBy(i => i.DueOn).ThenBy(i => i.Template.Code, StringComparer.Ordinal)
                    .ThenBy(i => i.Unit.Name, StringComparer.Ordinal).ThenBy(i => i.Unit.Code, StringComparer.Ordinal).Select(i => OwnLine(i, today)),
                .. items.Where(i => i.IsEscalation).GroupBy(i => i.Template).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
                    .Select(g => Late(g.Key.Definition, g.Select(i => i.Unit), MostUnits)),
            ];
            return string.Join('\n', lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), messages.Of("reminder.more", ("count", lines.Count - MostLines))]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Which units are late with something.</summary>
    public string Late(ObligationDefinition definition, IEnumerable<LateUnit> units, int most)
    {
        var names = LateUnits.NamesOf(units, messages);
        return messages.Of(
            names.Count > most ? "reminder.lateMore" : "reminder.late",
            ("name", NameOf(definition)),
            ("count", names.Count),
            ("units", string.Join(messages.AreChinese ? "、" : ", ", names.Take(most))));
    }

    /// <summary>What an obligation is called in the language of the request.</summary>
    public string NameOf(ObligationDefinition definition) => messages.AreChinese ? definition.Name : definition.EnglishName;

    private string OwnLine(ReminderItem item, DateOnly today)
    {
        var left = item.DueOn.DayNumber - today.DayNumber;
        return messages.Of(
            left > 0 ? "reminder.ahead" : left == 0 ? "reminder.today" : "reminder.overdue",
            ("name", item.Unit.Name.Length == 0 ? NameOf(item.Template.Definition) : messages.Of("reminder.ofUnit", ("name", NameOf(item.Template.Definition)), ("unit", item.Unit.Name))),
            ("due", item.DueOn),
            ("days", Math.Abs(left)));
    }
}
