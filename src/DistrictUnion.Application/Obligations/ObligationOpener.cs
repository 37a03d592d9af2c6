using DistrictUnion.Application.Calendars;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>What opening obligations did.</summary>
/// <remarks>Visits to members are left out of every figure: whoever sees two runs could tell one school's visit from the difference.</remarks>
/// <param name="Opened">Obligations made.</param>
/// <param name="Removed">Open ones removed whose source is no more.</param>
/// <param name="Dated">Obligations whose due day is known now.</param>
/// <param name="Overdue">Obligations newly told to be overdue.</param>
public sealed record OpenedObligations(int Opened, int Removed, int Dated, int Overdue);

/// <summary>
/// Makes the obligations that templates ask for, all at once: a fixed number of statements for any number of units, each obligation
/// once whoever runs it how often. Whoever calls it reaches every school.
/// </summary>
internal sealed class ObligationOpener(IUnionDb db, ITenantContext tenant, IBulkWriter bulk, WorkingCalendars calendars, ObligationSources sources, TimeProvider clock)
{
    /// <summary>Makes what is missing.</summary>
    /// <param name="of">Only of these templates; null: of every active one.</param>
    /// <param name="schools">Only of these schools; null: of every unit.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<OpenedObligations> OpenAsync(Func<ObligationTemplate, bool>? of, IReadOnlyCollection<SchoolId>? schools, CancellationToken cancellationToken)
    {
        var templates = (await db.ObligationTemplates.AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(cancellationToken)).FindAll(t => of?.Invoke(t) != false);
        if (templates.Count == 0)
            return new OpenedObligations(0, 0, 0, 0);
        var units = await sources.UnitsAsync(schools, cancellationToken);
        var calendar = await calendars.LoadAsync(cancellationToken);
        var wanted = await sources.WantedAsync(templates, units, calendar, schools is null, cancellationToken);
        var ids = templates.ConvertAll(t => t.Id);
        var known = await db.Obligations.AsNoTracking().Where(o => ids.Contains(o.TemplateId) && (schools == null || (o.SchoolId != null && schools.Contains(o.SchoolId.Value))))
            .Select(o => new { o.Id, o.Code, o.SchoolId, o.BasisOn, o.Source, o.TemplateId, o.Evidence, IsOpen = o.FulfilledOn == null && o.WaivedFor == null }).ToListAsync(cancellationToken);
        var codes = known.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var missing = wanted.Where(w => w.IsDue && codes.Add(w.Code)).Select(w => w.Open(clock.GetUtcNow(), clock.Today())).ToList();
        await bulk.AddMissingAsync(missing, cancellationToken);
        foreach (var opened in missing.GroupBy(o => o.Template, StringComparer.Ordinal))
            Tell(new ObligationsOpened(opened.Key, opened.Count()));

        // What comes of events stays until the event is called off; what rounds, terms and titles gave goes with them.
        var followed = templates.Where(t => t.Definition.Due is { Trigger: null } && t.Definition.Recurrence == Recurrence.OnEvent).Select(t => t.Id).ToHashSet();
        var standing = wanted.Where(w => w.Term.Source is not null).Select(w => w.Code).ToHashSet(StringComparer.Ordinal);
        var gone = known.Where(o => o.IsOpen && ((followed.Contains(o.TemplateId) && !standing.Contains(o.Code))
            || (o.SchoolId is { } of && units.Schools.TryGetValue(of, out var school) && !school.School.IsActiveOn(o.BasisOn)))).ToList();
        var goneIds = gone.ConvertAll(o => o.Id);
        if (gone.Count > 0)
            await db.Obligations.Where(o => goneIds.Contains(o.Id)).ExecuteDeleteAsync(cancellationToken);
        return new OpenedObligations(missing.Count, gone.Count(o => o.Evidence != EvidenceKind.CareVisited), await DateAsync(calendar, cancellationToken), 0);
    }

    /// <summary>Follows the rounds: which schools take part, and by when.</summary>
    public Task FollowRoundsAsync(CancellationToken cancellationToken) => OpenAsync(t => t.Definition.Due.Kind == DueRuleKind.RoundDue, null, cancellationToken);

    /// <summary>Gives due days to obligations that waited for their year's working days.</summary>
    public async Task<int> DateAsync(WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var (now, dated) = (clock.GetUtcNow(), 0);
        var waiting = await db.Obligations.AsNoTracking().Where(o => o.DueOn == null).Select(o => new { o.BasisOn, o.WorkingDays, o.Shift }).Distinct().ToListAsync(cancellationToken);
        foreach (var basis in waiting)
        {
            var due = DueRules.DueOn(new DueBasis(basis.BasisOn, basis.WorkingDays, basis.Shift), calendar);
            if (!due.IsSuccess)
                continue;
            var day = due.Value;
            var affected = db.Obligations.Where(o => o.DueOn == null && o.BasisOn == basis.BasisOn && o.WorkingDays == basis.WorkingDays && o.Shift == basis.Shift);
            dated += await affected.CountAsync(o => o.Evidence != EvidenceKind.CareVisited, cancellationToken);
            await affected.ExecuteUpdateAsync(
                set => set.SetProperty(o => o.DueOn, day).SetProperty(o => o.IsLate, o => o.FulfilledOn > day).SetProperty(o => o.Version, o => o.Version + 1).SetProperty(o => o.UpdatedAt, now),
                cancellationToken);
        }

        return dated;
    }

    /// <summary>Tells other systems once of each obligation that is overdue, but for visits to members: those are the school's own affair.</summary>
    public async Task<int> NoteOverdueAsync(CancellationToken cancellationToken)
    {
        const int portion = 5_000;
        var (today, told) = (clock.Today(), 0);
        while (true)
        {
            var overdue = await db.Obligations.AsNoTracking().Where(o => o.OverdueNotedOn == null && o.FulfilledOn == null && o.WaivedFor == null && o.DueOn < today && o.Evidence != EvidenceKind.CareVisited)
                .OrderBy(o => o.Code).Take(portion).Select(o => new { o.Id, o.Code, o.Template, o.Unit, o.DueOn }).ToListAsync(cancellationToken);
            if (overdue.Count == 0)
                return told;
            var ids = overdue.ConvertAll(o => o.Id);
            await db.Obligations.Where(o => ids.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.OverdueNotedOn, today), cancellationToken);
            await bulk.AddMissingAsync([.. overdue.Select(o => MessageOf(new ObligationOverdue(o.Code, o.Template, o.Unit, o.DueOn!.Value)))], cancellationToken);
            told += overdue.Count;
        }
    }

    private void Tell<T>(T told)
        where T : IDomainEvent => db.OutboxMessages.Add(MessageOf(told));

    private OutboxMessage MessageOf<T>(T told)
        where T : IDomainEvent => OutboxMessage.Of(tenant.RequireCaller().DistrictId, clock.GetUtcNow(), typeof(T).Name, Json.Write(told));
}
