using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>A school with what decides whether an obligation is meant for it.</summary>
internal sealed record MeantSchool(School School, string Zone, bool IsInCommunity);

/// <summary>The units of a district.</summary>
internal sealed record DistrictUnits(
    string District, IReadOnlyDictionary<ZoneId, string> Zones, IReadOnlyDictionary<SchoolId, MeantSchool> Schools, IReadOnlyList<(BranchAffiliation Stay, string Code)> Branches);

/// <summary>An obligation that a template asks for.</summary>
/// <param name="Template">Template.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Term">When.</param>
/// <param name="IsDue">Whether the template asks for it now; else its source only stands.</param>
/// <param name="Proof">What fulfilled it before it was made; null: nothing.</param>
internal sealed record WantedObligation(ObligationTemplate Template, ObligationUnit Unit, ObligationTerm Term, bool IsDue, ObligationProof? Proof = null)
{
    public string Code => Obligation.CodeOf(Template.Code, Term.Period.Key, Unit.Code);

    public Obligation Open(DateTimeOffset now, DateOnly today)
    {
        var obligation = Obligation.Open(Template, Unit, Term, now);
        if (Proof is not null)
            obligation.Fulfil(Proof, now, today);
        return obligation;
    }
}

/// <summary>Finds what templates ask of whom: by periods, rounds, terms of office and titles.</summary>
internal sealed class ObligationSources(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>So early a year's obligations are made, so that a school sees what comes.</summary>
    private const int DaysAhead = 92;
    private const string SystemName = "system";
    private const int MonthsAhead = 35;
    private const int WeeksAhead = 14;
    private const int LongestPeriod = 366;

    /// <summary>The units of the district.</summary>
    public async Task<DistrictUnits> UnitsAsync(IReadOnlyCollection<SchoolId>? schools, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var zones = await db.Zones.AsNoTracking().ToDictionaryAsync(z => z.Id, z => z.Code, cancellationToken);
        var found = await db.Schools.AsNoTracking().Where(s => schools == null || schools.Contains(s.Id)).ToListAsync(cancellationToken);
        var communities = (await db.CommunityMemberships.AsNoTracking().Where(m => m.From <= today && (m.To == null || m.To > today)).Select(m => m.SchoolId).ToListAsync(cancellationToken)).ToHashSet();
        var stays = await db.BranchAffiliations.AsNoTracking().Where(a => schools == null || schools.Contains(a.SchoolId))
            .Join(db.Branches, a => a.BranchId, b => b.Id, (a, b) => new { Stay = a, b.Code }).ToListAsync(cancellationToken);
        return new DistrictUnits(
            tenant.RequireCaller().DistrictCode,
            zones,
            found.ToDictionary(s => s.Id, s => new MeantSchool(s, zones[s.ZoneId], communities.Contains(s.Id))),
            [.. stays.Select(s => (s.Stay, s.Code))]);
    }

    /// <summary>Everything that templates ask for.</summary>
    public async Task<IReadOnlyList<WantedObligation>> WantedAsync(
        IReadOnlyList<ObligationTemplate> templates, DistrictUnits units, WorkingCalendar calendar, bool isForAllUnits, CancellationToken cancellationToken)
    {
        bool Has(DueRuleKind kind) => templates.Any(t => t.Definition.Due.Kind == kind);
        var rounds = Has(DueRuleKind.RoundDue) ? await RoundsAsync(cancellationToken) : [];
        var titles = Has(DueRuleKind.TitleDue) ? await db.HeldTitles.AsNoTracking().Where(t => t.EndedOn == null && t.DueOn != null).ToListAsync(cancellationToken) : [];
        return
        [
            .. templates.SelectMany(t => t.Definition.Due.Kind switch
            {
                DueRuleKind.RoundDue => OfRounds(t, rounds, units),
                DueRuleKind.TitleDue => OfTitles(t, titles, units, calendar),
                DueRuleKind.TermEnd => OfTerms(t, units, calendar),
                _ when t.Definition.Recurrence == Recurrence.OnEvent => [],
                _ => OfPeriods(t, units, calendar, isForAllUnits),
            }),
        ];
    }

    private static DateOnly? DueOf(DueBasis basis, WorkingCalendar calendar) => DueRules.DueOn(basis, calendar) is { IsSuccess: true } due ? due.Value : null;

    private IEnumerable<WantedObligation> OfPeriods(ObligationTemplate template, DistrictUnits units, WorkingCalendar calendar, bool isForAllUnits)
    {
        var (rule, recurrence, today) = (template.Definition.Due, template.Definition.Recurrence, clock.Today());
        if (template.FirstDueOn > today.AddYears(2))
            yield break;
        var last = today.AddDays(recurrence switch { Recurrence.Weekly => WeeksAhead, Recurrence.Monthly => MonthsAhead, _ => DaysAhead });
        foreach (var period in DueRules.PeriodsTouching(recurrence, template.FirstDueOn.AddDays(-LongestPeriod), last))
        {
            var basis = DueRules.BasisIn(rule, period);
            if (!template.Covers(basis.On))
                continue;
            var term = new ObligationTerm(period, DueRules.OpensOn(rule, period.From, basis), basis, DueOf(basis, calendar));
            foreach (var unit in UnitsOf(template, units, basis.On, isForAllUnits))
                yield return new WantedObligation(template, unit, term, true);
        }
    }

    private static IEnumerable<ObligationUnit> UnitsOf(ObligationTemplate template, DistrictUnits units, DateOnly on, bool isForAllUnits)
    {
        var (scope, level) = (template.Definition.Applies, template.Definition.Owner.Level);
        var schools = units.Schools.Values.Where(s => s.School.IsActiveOn(on) && scope.Holds(s.School, s.Zone, s.IsInCommunity));
        return level switch
        {
            UnitLevel.School => schools.Select(s => new ObligationUnit(level, s.School.Code, s.School.Id)),
            UnitLevel.Branch => schools.Select(s => s.School.Id).ToHashSet() is var meant
                ? units.Branches.Where(b => meant.Contains(b.Stay.SchoolId) && b.Stay.Covers(on)).Select(b => new ObligationUnit(level, b.Code, b.Stay.SchoolId, b.Stay.BranchId))
                : [],
            UnitLevel.Zone when isForAllUnits => schools.Select(s => s.School.ZoneId).Distinct().Select(z => new ObligationUnit(level, units.Zones[z], ZoneId: z)),
            UnitLevel.District when isForAllUnits => [new ObligationUnit(level, units.District)],
            _ => [],
        };
    }

    private static IEnumerable<WantedObligation> OfTerms(ObligationTemplate template, DistrictUnits units, WorkingCalendar calendar)
    {
        var (rule, scope) = (template.Definition.Due, template.Definition.Applies);
        foreach (var meant in units.Schools.Values)
        {
            if (meant.School.Term is not { } term)
                continue;
            var key = term.EndsOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var basis = DueRules.BasisAfter(rule, term.EndsOn);
            var due = new ObligationTerm(new DuePeriod(key, term.StartsOn, term.EndsOn), DueRules.OpensOn(rule, term.StartsOn, basis), basis, DueOf(basis, calendar), key);
            yield return new WantedObligation(
                template, new ObligationUnit(UnitLevel.School, meant.School.Code, meant.School.Id), due, template.Covers(basis.On) && scope.Holds(meant.School, meant.Zone, meant.IsInCommunity) && meant.School.IsActiveOn(basis.On));
        }
    }

    private static IEnumerable<WantedObligation> OfTitles(ObligationTemplate template, List<HeldTitle> titles, DistrictUnits units, WorkingCalendar calendar)
    {
        var rule = template.Definition.Due;
        foreach (var title in titles)
        {
            if (!units.Schools.TryGetValue(title.SchoolId, out var meant))
                continue;
            var (key, basis) = (TitleSources.Of(title)!, new DueBasis(title.DueOn!.Value, null, rule.Shift));
            var term = new ObligationTerm(new DuePeriod(key, title.AwardedOn, title.DueOn.Value), DueRules.OpensOn(rule, title.AwardedOn, basis), basis, DueOf(basis, calendar), key);
            yield return new WantedObligation(
                template, new ObligationUnit(UnitLevel.School, meant.School.Code, meant.School.Id), term, template.Covers(basis.On) && template.Definition.Applies.Holds(meant.School, meant.Zone, meant.IsInCommunity));
        }
    }

    private static IEnumerable<WantedObligation> OfRounds(ObligationTemplate template, List<RoundOfSchool> rounds, DistrictUnits units)
    {
        var semester = template.Definition.Due.Semester;
        foreach (var (round, schoolId, dueAt, receivedAt, daysLate) in rounds)
        {
            if (!units.Schools.TryGetValue(schoolId, out var meant) || (semester is not null && semester != DueRules.SemesterNumber(round.LastOnTimeDay)))
                continue;
            var due = Deadline.LastOnTimeDay(dueAt);
            var opens = round.OpenedAt is { } at ? BusinessTime.DateOf(at) : round.WindowFrom;
            var proof = receivedAt is { } received ? new ObligationProof(BusinessTime.DateOf(received), SystemName, round.Code) { IsLate = daysLate > 0 } : null;
            var term = new ObligationTerm(new DuePeriod(round.Code, round.WindowFrom, round.WindowTo), opens, new DueBasis(due, null, DueShift.None), due, round.Code);
            var isDue = template.Covers(due) && template.Definition.Applies.Holds(meant.School, meant.Zone, meant.IsInCommunity);
            yield return new WantedObligation(template, new ObligationUnit(UnitLevel.School, meant.School.Code, meant.School.Id), term, isDue, proof);
        }
    }

    /// <summary>Every school of every annual round that was opened, with its own deadline and what it handed in.</summary>
    private async Task<List<RoundOfSchool>> RoundsAsync(CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.State != RoundState.Planned && r.Kind == RoundKind.Annual).ToDictionaryAsync(r => r.Id, cancellationToken);
        var ids = rounds.Keys.ToList();
        var members = await db.Scorecards.AsNoTracking().Where(c => ids.Contains(c.RoundId)).Select(c => new
        {
            c.RoundId,
            c.SchoolId,
            ExtendedTo = db.RoundExtensions.Where(e => e.RoundId == c.RoundId && e.SchoolId == c.SchoolId).Select(e => (DateTimeOffset?)e.DueAt).FirstOrDefault(),
            Evaluation = db.SelfEvaluations.Where(e => e.RoundId == c.RoundId && e.SchoolId == c.SchoolId && e.State != EvaluationState.Draft)
                .Select(e => new { e.ReceivedAt, e.DaysLate }).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return members.ConvertAll(m => new RoundOfSchool(rounds[m.RoundId], m.SchoolId, m.ExtendedTo ?? rounds[m.RoundId].EffectiveDueAt, m.Evaluation?.ReceivedAt, m.Evaluation?.DaysLate));
    }

    private sealed record RoundOfSchool(AssessmentRound Round, SchoolId School, DateTimeOffset DueAt, DateTimeOffset? ReceivedAt, int? DaysLate);
}

/// <summary>How obligations name titles.</summary>
internal static class TitleSources
{
    /// <summary>The re-inspection that a title is to have next; null: none.</summary>
    public static string? Of(HeldTitle title) => title.DueOn is { } due ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{title.Number}-{due.Year}") : null;
}
