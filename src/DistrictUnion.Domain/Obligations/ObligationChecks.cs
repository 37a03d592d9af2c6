using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Obligations;

/// <summary>What is wrong with a definition, each with its path.</summary>
public static class ObligationChecks
{
    private const int MostDays = 366;
    private const int MostReminders = 20;

    /// <summary>Every problem; empty: none.</summary>
    public static IReadOnlyList<FieldError> Check(ObligationDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. CheckDue(definition), .. CheckScope(definition.Applies), .. CheckOwner(definition.Owner), .. CheckPrivacy(definition), .. CheckDays(definition)];
    }

    private static bool IsOnEvent(DueRuleKind kind) => kind is not (DueRuleKind.MonthDay or DueRuleKind.PeriodEnd);

    private static IEnumerable<FieldError> CheckDue(ObligationDefinition definition)
    {
        var rule = definition.Due;
        if (IsOnEvent(rule.Kind) != (definition.Recurrence == Recurrence.OnEvent))
            yield return FieldError.Of("recurrence", "obligationTemplate.recurrence");
        else if (rule.Kind == DueRuleKind.MonthDay && definition.Recurrence is not (Recurrence.Yearly or Recurrence.SchoolYear))
            yield return FieldError.Of("recurrence", "obligationTemplate.recurrence");
        if (rule.Kind == DueRuleKind.MonthDay && (rule.Month is not (>= 1 and <= 12) || rule.Day is not { } day || day < 1 || day > DateTime.DaysInMonth(2024, rule.Month.Value)))
            yield return FieldError.Of("due.day", "obligationTemplate.monthDay");
        if (rule.Kind is DueRuleKind.DaysAfterEvent or DueRuleKind.WorkingDaysAfterEvent && rule.Trigger is null)
            yield return FieldError.Of("due.trigger", "obligationTemplate.trigger");
        if (rule.Kind == DueRuleKind.WorkingDaysAfterEvent && rule.Days is not >= 1)
            yield return FieldError.Of("due.days", "obligationTemplate.workingDays");
        if (rule.Kind is DueRuleKind.DaysAfterEvent or DueRuleKind.TermEnd && rule.Days is null)
            yield return FieldError.Of("due.days", "obligationTemplate.days", ("most", MostDays));
        if (rule.Days is < -MostDays or > MostDays)
            yield return FieldError.Of("due.days", "obligationTemplate.days", ("most", MostDays));
        if (rule.OpensBefore is < 0 or > MostDays)
            yield return FieldError.Of("due.opensBefore", "obligationTemplate.days", ("most", MostDays));
        if (rule.Semester is not (null or 1 or 2))
            yield return FieldError.Of("due.semester", "obligationTemplate.semester");
        if (rule.Kind is DueRuleKind.TermEnd or DueRuleKind.RoundDue or DueRuleKind.TitleDue && definition.Owner.Level != UnitLevel.School)
            yield return FieldError.Of("owner.level", "obligationTemplate.schoolOnly");
    }

    private static IEnumerable<FieldError> CheckScope(ObligationScope scope)
    {
        if (scope.StaffBelow is < 1)
            yield return FieldError.Of("applies.staffBelow", "number.positive");
        if (scope.StaffAtLeast is < 0 || scope.StaffAtLeast >= scope.StaffBelow)
            yield return FieldError.Of("applies.staffAtLeast", "obligationTemplate.staff");
    }

    private static IEnumerable<FieldError> CheckOwner(ObligationOwner owner)
    {
        var fits = owner.Level switch
        {
            UnitLevel.Branch => owner.Role == Role.BranchLead,
            UnitLevel.School => Roles.ScopeOf(owner.Role) == ScopeKind.School,
            UnitLevel.Zone => owner.Role == Role.ZoneLead,
            _ => owner.Role is Role.DistrictAdmin or Role.DistrictOfficer or Role.DistrictApprover,
        };
        if (!fits)
            yield return FieldError.Of("owner.role", "obligationTemplate.ownerRole");
    }

    // Only obligations that a visit fulfils stay within the school: any other kind would show the district each event of a member's life.
    private static IEnumerable<FieldError> CheckPrivacy(ObligationDefinition definition)
    {
        if (definition.Due.Trigger != ObligationTrigger.CareTriggered)
            yield break;
        if (definition.Evidence != EvidenceKind.CareVisited)
            yield return FieldError.Of("evidence", "obligationTemplate.careEvidence");
        if (definition.Owner.Level != UnitLevel.School)
            yield return FieldError.Of("owner.level", "obligationTemplate.schoolOnly");
    }

    private static IEnumerable<FieldError> CheckDays(ObligationDefinition definition)
    {
        if (definition.ReminderDays.Count > MostReminders || definition.ReminderDays.Any(d => d is < -MostDays or > MostDays))
            yield return FieldError.Of("reminderDays", "obligationTemplate.days", ("most", MostDays));
        if (definition.EscalationDays.Count > MostReminders || definition.EscalationDays.Any(d => d is < 0 or > MostDays))
            yield return FieldError.Of("escalationDays", "obligationTemplate.days", ("most", MostDays));
        if (definition.EffectiveTo < definition.EffectiveFrom)
            yield return FieldError.Of("effectiveTo", "range.endBeforeStart");
    }
}
