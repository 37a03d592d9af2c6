using System.Globalization;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reminders;

/// <summary>Makes the digests of a portion of people and notes what they tell, in the running transaction.</summary>
internal sealed class ReminderDigests(IUnionDb db, ITenantContext tenant, IBulkWriter bulk, MessageDesk desk, ReminderWords words)
{
    /// <summary>What somebody was told further back doesn't matter any more.</summary>
    private const int DaysBack = ReminderPlan.MostDaysAhead + 121;

    /// <summary>Sends what is due to be told.</summary>
    /// <returns>How many people were told, of how many things; private ones aren't counted, since whoever sees the jobs reads these figures.</returns>
    public async Task<(int People, int Reminders)> SendAsync(PlannedReminders planned, IReadOnlyList<UserId> people, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-DaysBack);
        var told = (await db.Reminders.AsNoTracking().Where(r => people.Contains(r.UserId) && r.SentOn >= since).ToListAsync(cancellationToken)).ToLookup(r => r.UserId);
        var chosen = await db.MessagePreferences.AsNoTracking().Where(p => people.Contains(p.UserId) && p.ReminderDays != null)
            .ToDictionaryAsync(p => p.UserId, p => p.ReminderDays!, cancellationToken);
        List<(UserId Person, List<(ReminderItem Item, int Lead)> Due)> digests = [];
        foreach (var person in people)
        {
            var due = DueOf(planned.ByPerson[person], [.. told[person]], chosen.GetValueOrDefault(person), today);
            DateOnly? lastOn = told[person].Any() ? told[person].Max(r => r.SentOn) : null;
            if (due.Count > 0 && ReminderRules.IsDigestDay(lastOn, today, due.Select(d => d.Item.DueOn)))
                digests.Add((person, due));
        }

        // Somebody may have fulfilled one while the run was under way.
        var ids = digests.SelectMany(d => d.Due).Select(d => d.Item.Obligation).Distinct().ToList();
        var open = (await db.Obligations.AsNoTracking().Where(o => ids.Contains(o.Id) && o.FulfilledOn == null && o.WaivedFor == null).Select(o => o.Id).ToListAsync(cancellationToken)).ToHashSet();
        digests.ForEach(d => d.Due.RemoveAll(i => !open.Contains(i.Item.Obligation)));
        digests.RemoveAll(d => d.Due.Count == 0);
        var district = tenant.RequireCaller().DistrictId;
        await bulk.AddMissingAsync(
            [.. digests.SelectMany(d => d.Due.Select(i => Reminder.Note(district, i.Item.Obligation, d.Person, i.Item.DueOn, i.Lead, i.Item.IsEscalation, today)))], cancellationToken);
        await desk.PostAsync([.. digests.Select(d => MessageTo(d.Person, d.Due, today))], cancellationToken);
        var counted = digests.ConvertAll(d => d.Due.Count(i => !i.Item.IsPrivate));
        return (counted.Count(c => c > 0), counted.Sum());
    }

    private static List<(ReminderItem Item, int Lead)> DueOf(List<ReminderItem> items, List<Reminder> told, IReadOnlyList<int>? chosen, DateOnly today)
    {
        var last = told.GroupBy(r => (r.ObligationId, r.DueOn, r.IsEscalation)).ToDictionary(g => g.Key, g => g.Min(r => r.Lead));
        List<(ReminderItem, int)> due = [];
        foreach (var item in items)
        {
            var leads = item.IsEscalation ? item.Leads : ReminderRules.LeadsFor(chosen ?? item.Leads, ReminderPlan.CycleOf(item.Template.Definition.Recurrence));
            int? lastLead = last.TryGetValue((item.Obligation, item.DueOn, item.IsEscalation), out var lead) ? lead : null;
            if (ReminderRules.LeadDue(item.DueOn, today, leads, lastLead) is { } next)
                due.Add((item, next));
        }

        return due;
    }

    private OutgoingMessage MessageTo(UserId person, List<(ReminderItem Item, int Lead)> due, DateOnly today)
    {
        var items = due.ConvertAll(d => d.Item);
        return new OutgoingMessage(
            person,
            string.Create(CultureInfo.InvariantCulture, $"reminders:{today:yyyy-MM-dd}"),
            MessageKind.Reminder,
            new MessageText(
                items.TrueForAll(i => i.IsEscalation) ? "remindersLate" : MessageComposer.OwnReminders,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["count"] = items.Count.ToString(CultureInfo.InvariantCulture),
                    ["lines"] = words.Lines(items, today, "zh-CN"),
                    ["englishLines"] = words.Lines(items, today, "en"),
                },
                "/obligations"));
    }
}
