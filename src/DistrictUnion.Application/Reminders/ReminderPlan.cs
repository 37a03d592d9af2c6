using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reminders;

/// <summary>An open obligation that somebody may have to be reminded of.</summary>
/// <param name="Obligation">Obligation.</param>
/// <param name="Template">Template.</param>
/// <param name="Unit">Unit.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="IsPrivate">Whether nobody outside the school may learn that there is such a thing.</param>
/// <param name="IsEscalation">Whether the person stands above its owner, who is late.</param>
/// <param name="Leads">Leads that hold for the person, unless the person chose own ones.</param>
internal sealed record ReminderItem(ObligationId Obligation, ObligationTemplate Template, LateUnit Unit, DateOnly DueOn, bool IsPrivate, bool IsEscalation, IReadOnlyList<int> Leads);

/// <summary>What may have to be told, by person.</summary>
/// <param name="Obligations">Obligations that were looked at, private ones left out.</param>
/// <param name="ByPerson">Items by person.</param>
internal sealed record PlannedReminders(int Obligations, IReadOnlyDictionary<UserId, List<ReminderItem>> ByPerson)
{
    /// <summary>Whether a person is counted where others see it.</summary>
    public bool HasMoreThanPrivate(UserId person) => ByPerson[person].Exists(i => !i.IsPrivate);
}

/// <summary>
/// Finds who is concerned by what is due soon or late: the holders of the owning post today, else those of the post above; of what is
/// late, zone leads and then district officers too. A fixed number of statements for any number of obligations.
/// </summary>
internal sealed class ReminderPlan(IUnionDb db, ObligationOwners owners)
{
    /// <summary>How far ahead anybody can be reminded, days.</summary>
    public const int MostDaysAhead = 60;

    /// <summary>Whoever was late for longer was told long ago.</summary>
    private const int MostDaysLate = 120;

    private static readonly Role[] EscalatesTo = [Role.ZoneLead, Role.DistrictOfficer];

    /// <summary>What concerns whom on a day.</summary>
    public async Task<PlannedReminders> OfAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (today.AddDays(-MostDaysLate), today.AddDays(MostDaysAhead));
        var open = await db.Obligations.AsNoTracking().Where(o => o.FulfilledOn == null && o.WaivedFor == null && o.DueOn != null && o.DueOn >= first && o.DueOn <= last)
            .Select(o => new { o.Id, o.TemplateId, o.Level, o.Unit, o.SchoolId, o.BranchId, o.ZoneId, o.Evidence, DueOn = o.DueOn!.Value }).ToListAsync(cancellationToken);
        if (open.Count == 0)
            return new PlannedReminders(0, new Dictionary<UserId, List<ReminderItem>>());
        var templates = await db.ObligationTemplates.AsNoTracking().ToDictionaryAsync(t => t.Id, cancellationToken);
        var schools = await db.Schools.AsNoTracking().Select(s => new { s.Id, s.Name, s.ZoneId }).ToDictionaryAsync(s => s.Id, cancellationToken);
        var zones = await db.Zones.AsNoTracking().ToDictionaryAsync(z => z.Id, z => z.Name, cancellationToken);
        var branchIds = open.Select(o => o.BranchId).OfType<BranchId>().Distinct().ToList();
        var branches = branchIds.Count == 0 ? [] : await db.Branches.AsNoTracking().Where(b => branchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);
        var places = open.Select(o => new UnitPlace(o.Level, o.SchoolId, o.BranchId, o.SchoolId is { } school ? schools[school].ZoneId : o.ZoneId)).ToList();
        var held = await owners.LoadAsync([.. places.Distinct()], cancellationToken);

        Dictionary<UserId, List<ReminderItem>> byPerson = [];
        for (var i = 0; i < open.Count; i++)
        {
            var (obligation, place, template) = (open[i], places[i], templates[open[i].TemplateId]);
            var name = obligation.BranchId is { } branch && obligation.SchoolId is { } at ? $"{schools[at].Name}{branches[branch]}"
                : obligation.SchoolId is { } school ? schools[school].Name
                : obligation.ZoneId is { } zone ? zones[zone]
                : "";

            // A visit to a member is the school's own affair, whatever its template has become: where nobody holds the post, nobody above is told.
            var isPrivate = obligation.Evidence == EvidenceKind.CareVisited;
            var own = new ReminderItem(obligation.Id, template, new LateUnit(obligation.Level, obligation.Unit, name), obligation.DueOn, isPrivate, false, template.Definition.ReminderDays);
            var mine = isPrivate && held.Of(template.Definition.Owner.Role, place).Goes is not null ? [] : held.PeopleOf(template.Definition.Owner.Role, place).ToHashSet();
            foreach (var person in mine)
                Add(byPerson, person, own);
            if (obligation.DueOn >= today || isPrivate)
                continue;
            foreach (var (role, days) in EscalatesTo.Zip(template.Definition.EscalationDays))
            {
                if (obligation.DueOn.AddDays(days) > today || (role == Role.ZoneLead && place.Zone is null))
                    continue;
                foreach (var person in held.PeopleOf(role, place).Where(p => !mine.Contains(p)))
                    Add(byPerson, person, own with { IsEscalation = true, Leads = [-days] });
            }
        }

        return new PlannedReminders(open.Count(o => o.Evidence != EvidenceKind.CareVisited), byPerson);
    }

    /// <summary>Days after which an obligation recurs; null: it comes with events.</summary>
    public static int? CycleOf(Recurrence recurrence) => recurrence switch
    {
        Recurrence.Weekly => 7,
        Recurrence.Monthly => 31,
        Recurrence.Semester or Recurrence.HalfYear => 182,
        Recurrence.Yearly or Recurrence.SchoolYear => 365,
        _ => null,
    };

    private static void Add(Dictionary<UserId, List<ReminderItem>> byPerson, UserId person, ReminderItem item)
    {
        if (!byPerson.TryGetValue(person, out var items))
            byPerson[person] = items = [];
        items.Add(item);
    }
}
