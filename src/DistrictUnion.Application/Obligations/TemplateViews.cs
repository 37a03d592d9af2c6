using DistrictUnion.Application.Calendars;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>An obligation template.</summary>
/// <param name="Code">Code.</param>
/// <param name="IsActive">Whether obligations are made of it.</param>
/// <param name="ActiveSince">Since when; null: never yet.</param>
/// <param name="Revision">Counts what it said.</param>
/// <param name="Definition">What it says.</param>
/// <param name="Differing">Open obligations that would be due on another day by what it says now; null: not counted in lists.</param>
public sealed record ObligationTemplateView(string Code, bool IsActive, DateOnly? ActiveSince, int Revision, ObligationDefinition Definition, int? Differing)
{
    internal static ObligationTemplateView Of(ObligationTemplate template, int? differing) =>
        new(template.Code, template.IsActive, template.ActiveSince, template.Revision, template.Definition, differing);
}

/// <summary>An open obligation that would be due on another day by what its template says now. It stays as it is.</summary>
/// <param name="Obligation">Code of the obligation.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Period">Period.</param>
/// <param name="DueOn">Its due day; null: its year's working days aren't known yet.</param>
/// <param name="WouldBeDueOn">The due day by what the template says now.</param>
public sealed record ObligationDifference(string Obligation, string Unit, string Period, DateOnly? DueOn, DateOnly? WouldBeDueOn);

/// <summary>Reads templates, and how open obligations differ from what they say now.</summary>
internal sealed class TemplateViews(IUnionDb db, WorkingCalendars calendars)
{
    /// <summary>A template with the number of its obligations that differ.</summary>
    public async Task<Tagged<ObligationTemplateView>> OfAsync(ObligationTemplate template, bool created, CancellationToken cancellationToken)
    {
        var differing = created ? 0 : (await DifferencesAsync(template, cancellationToken)).Count;
        return new Tagged<ObligationTemplateView>(ObligationTemplateView.Of(template, differing), template.Version, created);
    }

    /// <summary>The open obligations that differ, by code. What rounds and titles date by themselves never does.</summary>
    public async Task<IReadOnlyList<ObligationDifference>> DifferencesAsync(ObligationTemplate template, CancellationToken cancellationToken)
    {
        var open = await db.Obligations.AsNoTracking().Where(o => o.TemplateId == template.Id && o.TemplateRevision < template.Revision && o.FulfilledOn == null && o.WaivedFor == null && o.Evidence != EvidenceKind.CareVisited)
            .OrderBy(o => o.Code).Select(o => new { o.Code, o.Unit, o.Period, o.PeriodFrom, o.PeriodTo, o.DueOn, o.Source }).ToListAsync(cancellationToken);
        if (open.Count == 0 || template.Definition.Due.Kind is DueRuleKind.RoundDue or DueRuleKind.TitleDue)
            return [];
        var calendar = await calendars.LoadAsync(cancellationToken);
        var byPeriod = new Dictionary<(DateOnly, DateOnly, bool), DateOnly?>();
        List<ObligationDifference> differences = [];
        foreach (var obligation in open)
        {
            var key = (obligation.PeriodFrom, obligation.PeriodTo, obligation.Source is null);
            if (!byPeriod.TryGetValue(key, out var due))
                byPeriod[key] = due = DueOf(template.Definition, new DuePeriod(obligation.Period, obligation.PeriodFrom, obligation.PeriodTo), calendar);
            if (due != obligation.DueOn)
                differences.Add(new ObligationDifference(obligation.Code, obligation.Unit, obligation.Period, obligation.DueOn, due));
        }

        return differences;
    }

    private static DateOnly? DueOf(ObligationDefinition definition, DuePeriod period, WorkingCalendar calendar)
    {
        var basis = definition.Due.Kind == DueRuleKind.TermEnd ? DueRules.BasisAfter(definition.Due, period.To)
            : definition.Recurrence == Recurrence.OnEvent ? DueRules.BasisAfter(definition.Due, period.From)
            : DueRules.BasisIn(definition.Due, DueRules.PeriodOf(definition.Recurrence, period.From));
        return DueRules.DueOn(basis, calendar) is { IsSuccess: true } due ? due.Value : null;
    }
}
