using System.Globalization;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>What handing a plan in did.</summary>
/// <param name="Year">Year.</param>
/// <param name="Obligations">Codes of the obligations that it fulfils; empty: nobody asks for it, or it was taken back.</param>
public sealed record PlanSubmissionView(int Year, IReadOnlyList<string> Obligations);

/// <summary>Hands the own unit's plan of a year in, or takes it back: what asks for a plan is fulfilled, or open again.</summary>
public sealed record SubmitPlan(PlanYearInput Body, bool IsSubmitted) : ICommand<PlanSubmissionView>;

internal sealed class SubmitPlanValidator : AbstractValidator<SubmitPlan>
{
    public SubmitPlanValidator() => RuleFor(c => c.Body.Year).InclusiveBetween(PlanYear.First, PlanYear.Last).WithErrorCode("plan.year");
}

internal sealed class SubmitPlanHandler(IUnionDb db, ITenantContext tenant, PlanDesk desk, ObligationLedger ledger, ReceiptClock clock) : IHandler<SubmitPlan, PlanSubmissionView>
{
    public async Task<Result<PlanSubmissionView>> Handle(SubmitPlan request, CancellationToken cancellationToken)
    {
        var (caller, year, (school, zone)) = (tenant.RequireCaller(), request.Body.Year, desk.OwnUnit);
        var unit = school is { } s ? UnitKey.Of(s) : zone is { } z ? UnitKey.Of(z) : UnitKey.District;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (caller.Role == Domain.Accounts.Role.BranchLead)
            return new ForbiddenError();
        var reference = string.Create(CultureInfo.InvariantCulture, $"plan:{year}");
        if (!request.IsSubmitted)
            await ledger.ReopenAsync(EvidenceKind.PlanSubmitted, unit, reference, cancellationToken);
        else if (!await desk.Own.AnyAsync(p => p.Month >= from && p.Month <= to, cancellationToken))
            return new ConflictError("plan.nothing", "empty", ["post", "copy"]);
        else
            await ledger.FulfilAsync(EvidenceKind.PlanSubmitted, unit, BusinessTime.DateOf(await clock.NowAsync(cancellationToken)), reference, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new PlanSubmissionView(year, await db.Obligations.AsNoTracking()
            .Where(o => o.Level == unit.Level && o.SchoolId == unit.School && o.ZoneId == unit.Zone && o.Evidence == EvidenceKind.PlanSubmitted && o.Reference == reference)
            .OrderBy(o => o.Code).Select(o => o.Code).ToListAsync(cancellationToken));
    }
}
