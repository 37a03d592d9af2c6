using DistrictUnion.Application.Calendars;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>
/// Keeps obligations equal to the evidence there is, in the transaction in which evidence arrives or is taken back. Whoever calls it has
/// the unit's rows in reach. What nobody is obliged to changes nothing.
/// </summary>
internal sealed class ObligationLedger(IUnionDb db, ITenantContext tenant, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Evidence arrived: it fulfils what stems from it, or else the period that holds its day. The same evidence counts once.</summary>
    /// <param name="kind">Kind of evidence.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="on">Business day of the evidence.</param>
    /// <param name="reference">The evidence by its code; an obligation that began with an event has the event's.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="templates">Templates that the evidence is good for; null: all that ask for its kind.</param>
    public async Task FulfilAsync(
        EvidenceKind kind, UnitKey unit, DateOnly on, string reference, CancellationToken cancellationToken, IReadOnlyList<ObligationTemplateId>? templates = null)
    {
        var found = await Of(unit)
            .Where(o => templates == null || templates.Contains(o.TemplateId))
            .Where(o => o.Evidence == kind && (o.Reference == reference
                || (o.FulfilledOn == null && o.WaivedFor == null && (o.Source == reference || (o.Source == null && o.PeriodFrom <= on && o.PeriodTo >= on)))))
            .ToListAsync(cancellationToken);
        foreach (var template in found.GroupBy(o => o.TemplateId).Where(g => g.All(o => o.Reference != reference)))
        {
            var next = template.Where(o => o.Takes(kind, reference, on)).MinBy(o => (o.BasisOn, o.Code));
            next?.Fulfil(new ObligationProof(on, tenant.RequireCaller().UserName, reference), clock.GetUtcNow(), clock.Today());
        }
    }

    /// <summary>Evidence was taken back: what it fulfilled isn't fulfilled any more.</summary>
    public async Task ReopenAsync(EvidenceKind kind, UnitKey unit, string reference, CancellationToken cancellationToken)
    {
        foreach (var obligation in await Of(unit).Where(o => o.Evidence == kind && o.Reference == reference).ToListAsync(cancellationToken))
            obligation.Reopen(tenant.RequireCaller().UserName, clock.GetUtcNow(), clock.Today(), null);
    }

    /// <summary>An event happened from which obligations are counted.</summary>
    /// <param name="trigger">Event.</param>
    /// <param name="unit">Unit that it happened to.</param>
    /// <param name="on">Business day.</param>
    /// <param name="reference">The event by its code; evidence that comes of it names it again.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task OpenAsync(ObligationTrigger trigger, UnitKey unit, DateOnly on, string reference, CancellationToken cancellationToken)
    {
        var templates = (await db.ObligationTemplates.AsNoTracking().Where(t => t.IsActive).ToListAsync(cancellationToken))
            .Where(t => t.Definition.Due.Trigger == trigger && t.Definition.Owner.Level == unit.Level && t.Covers(on)).ToList();
        if (templates.Count == 0)
            return;
        var known = (await Of(unit).Where(o => o.Source == reference).Select(o => o.TemplateId).ToListAsync(cancellationToken)).ToHashSet();
        if (await UnitAsync(unit, cancellationToken) is not { } owner)
            return;
        var calendar = await calendars.LoadAsync(cancellationToken);
        foreach (var template in templates.Where(t => !known.Contains(t.Id) && owner.IsMeantBy(t)))
        {
            var basis = DueRules.BasisAfter(template.Definition.Due, on);
            var due = DueRules.DueOn(basis, calendar);
            var term = new ObligationTerm(
                new DuePeriod(reference, on, DateOnly.MaxValue), DueRules.OpensOn(template.Definition.Due, on, basis), basis, due.IsSuccess ? due.Value : null, reference);
            var obligation = Obligation.Open(template, owner.Unit, term, clock.GetUtcNow());
            obligation.Announce();
            db.Obligations.Add(obligation);
        }
    }

    /// <summary>An event was called off: what was to come of it is nobody's obligation.</summary>
    public async Task DropAsync(ObligationTrigger trigger, UnitKey unit, string reference, CancellationToken cancellationToken)
    {
        var templates = (await db.ObligationTemplates.AsNoTracking().ToListAsync(cancellationToken)).Where(t => t.Definition.Due.Trigger == trigger).Select(t => t.Id).ToList();
        db.Obligations.RemoveRange(await Of(unit).Where(o => o.Source == reference && templates.Contains(o.TemplateId) && o.FulfilledOn == null && o.WaivedFor == null).ToListAsync(cancellationToken));
    }

    /// <summary>Self-evaluations count: their receipt decides by the round's own deadline.</summary>
    public async Task FulfilEvaluationsAsync(RoundId round, IReadOnlyCollection<SelfEvaluation> evaluations, CancellationToken cancellationToken)
    {
        var bySchool = evaluations.Where(e => e.ReceivedAt is not null).ToDictionary(e => e.SchoolId);
        var reference = await CodeOfAsync(round, cancellationToken);
        foreach (var obligation in await OfRoundAsync(reference, [.. bySchool.Keys], cancellationToken))
        {
            var evaluation = bySchool[obligation.SchoolId!.Value];
            var proof = new ObligationProof(BusinessTime.DateOf(evaluation.ReceivedAt!.Value), tenant.RequireCaller().UserName, reference) { IsLate = evaluation.DaysLate > 0 };
            obligation.Fulfil(proof, clock.GetUtcNow(), clock.Today());
        }
    }

    /// <summary>Self-evaluations count no more.</summary>
    public async Task ReopenEvaluationsAsync(RoundId round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        foreach (var obligation in await OfRoundAsync(await CodeOfAsync(round, cancellationToken), schools, cancellationToken))
            obligation.Reopen(tenant.RequireCaller().UserName, clock.GetUtcNow(), clock.Today(), null);
    }

    /// <summary>The round's deadline for a school moved.</summary>
    public async Task MoveEvaluationAsync(RoundId round, SchoolId school, DateTimeOffset dueAt, SelfEvaluation? evaluation, CancellationToken cancellationToken)
    {
        var due = Domain.Rounds.Deadline.LastOnTimeDay(dueAt);
        foreach (var obligation in await OfRoundAsync(await CodeOfAsync(round, cancellationToken), [school], cancellationToken))
            obligation.Move(new DueBasis(due, null, Domain.Rounds.DueShift.None), due, evaluation?.DaysLate > 0);
    }

    private IQueryable<Obligation> Of(UnitKey unit) => db.Obligations.Where(o => o.Level == unit.Level && o.SchoolId == unit.School && o.BranchId == unit.Branch && o.ZoneId == unit.Zone);

    private Task<string> CodeOfAsync(RoundId round, CancellationToken cancellationToken) => db.Rounds.Where(r => r.Id == round).Select(r => r.Code).SingleAsync(cancellationToken);

    private Task<List<Obligation>> OfRoundAsync(string round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken) => db.Obligations
        .Where(o => o.Evidence == EvidenceKind.EvaluationSubmitted && o.Source == round && o.SchoolId != null && schools.Contains(o.SchoolId.Value)).ToListAsync(cancellationToken);

    private async Task<Owner?> UnitAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        if (unit.Level == UnitLevel.District)
            return new Owner(new ObligationUnit(unit.Level, tenant.RequireCaller().DistrictCode), _ => true);
        if (unit.Zone is { } zone)
        {
            var code = await db.Zones.Where(z => z.Id == zone).Select(z => z.Code).SingleAsync(cancellationToken);
            return new Owner(new ObligationUnit(unit.Level, code, ZoneId: zone), t => t.Definition.Applies.Zones?.Contains(code, StringComparer.Ordinal) != false);
        }

        var today = clock.Today();
        var found = await db.Schools.AsNoTracking().Where(s => s.Id == unit.School).Select(s => new
        {
            School = s,
            Zone = db.Zones.Where(z => z.Id == s.ZoneId).Select(z => z.Code).First(),
            Branch = db.Branches.Where(b => b.Id == unit.Branch).Select(b => b.Code).FirstOrDefault(),
            IsInCommunity = db.CommunityMemberships.Any(m => m.SchoolId == s.Id && m.From <= today && (m.To == null || m.To > today)),
        }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new Owner(
            new ObligationUnit(unit.Level, found.Branch ?? found.School.Code, unit.School, unit.Branch), t => t.Definition.Applies.Holds(found.School, found.Zone, found.IsInCommunity));
    }

    private sealed record Owner(ObligationUnit Unit, Func<ObligationTemplate, bool> IsMeantBy);
}
