using System.Globalization;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>An item of a work plan as people write it.</summary>
/// <param name="Month">Month, for example <c>2026-03</c>.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Date">The day, within the month; null: some time in it.</param>
/// <param name="Kind">Kind of activity; null: it isn't one.</param>
/// <param name="Note">Note.</param>
/// <param name="Obligation">Code of the obligation template that it answers.</param>
public sealed record PlanInput(string Month, string Title, DateOnly? Date = null, ActivityKind? Kind = null, string? Note = null, string? Obligation = null)
{
    /// <summary>First day of the month; null: it isn't one.</summary>
    internal DateOnly? FirstDay => DateOnly.TryParseExact(Month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= PlanYear.First and <= PlanYear.Last ? day : null;
}

/// <summary>Years that have plans.</summary>
internal static class PlanYear
{
    public const int First = 2000;

    public const int Last = 2100;
}

internal sealed class PlanInputValidator : AbstractValidator<PlanInput>
{
    public PlanInputValidator()
    {
        RuleFor(b => b.Month).Must((b, _) => b.FirstDay is not null).WithErrorCode("plan.month");
        RuleFor(b => b.Title).PersonalOrBusinessName();
        RuleFor(b => b.Date).Must((b, date) => date is not { } day || b.FirstDay is not { } first || (day.Year, day.Month) == (first.Year, first.Month)).WithErrorCode("plan.date");
        RuleFor(b => b.Kind).IsInEnum().WithErrorCode("activity.kind");
        RuleFor(b => b.Note).OptionalReason();
    }
}

/// <summary>Whose work plan the caller writes.</summary>
internal sealed class PlanDesk(IUnionDb db, ITenantContext tenant)
{
    /// <summary>The school or zone of the caller; neither: the district.</summary>
    public (SchoolId? School, ZoneId? Zone) OwnUnit => tenant.RequireCaller() is var caller && caller.IsOfSchool ? (caller.Post!.SchoolId, null) : (null, caller.OwnZone);

    /// <summary>Items of the caller's own unit.</summary>
    public IQueryable<PlanItem> Own => OwnUnit is var (school, zone) ? db.PlanItems.Where(p => p.SchoolId == school && p.ZoneId == zone) : db.PlanItems;

    /// <summary>The refusal to write about an item; null: it is the own unit's.</summary>
    public Error? RefuseWriter(PlanItem item) => (item.SchoolId, item.ZoneId) == OwnUnit ? null : new ForbiddenError("plan.otherUnit");

    /// <summary>What was written, once its obligation is known.</summary>
    public async Task<Result<PlanLine>> ReadAsync(PlanInput body, CancellationToken cancellationToken)
    {
        if (body.Obligation is { } code && !await db.ObligationTemplates.AnyAsync(t => t.Code == code, cancellationToken))
            return ValidationError.Of("obligation", "plan.obligation", ("obligation", code));
        return new PlanLine(body.FirstDay!.Value, body.Date, body.Title.Trim(), body.Kind, body.Note, body.Obligation);
    }
}
