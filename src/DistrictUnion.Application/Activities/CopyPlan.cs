using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Which year's plan.</summary>
/// <param name="Year">Calendar year.</param>
public sealed record PlanYearInput(int Year);

/// <summary>What was copied.</summary>
/// <param name="Year">Year.</param>
/// <param name="Copied">Items that are new.</param>
/// <param name="Known">Items that were copied before.</param>
public sealed record PlanCopyView(int Year, int Copied, int Known);

/// <summary>Copies the district's work calendar of a year into the caller's plan; the district copies its own of the year before. Copied again, only what is new comes.</summary>
public sealed record CopyPlan(PlanYearInput Body) : ICommand<PlanCopyView>;

internal sealed class CopyPlanValidator : AbstractValidator<CopyPlan>
{
    public CopyPlanValidator() => RuleFor(c => c.Body.Year).InclusiveBetween(PlanYear.First, PlanYear.Last).WithErrorCode("plan.year");
}

internal sealed class CopyPlanHandler(IUnionDb db, ITenantContext tenant, IAcrossSchools acrossSchools, PlanDesk desk) : IHandler<CopyPlan, PlanCopyView>
{
    public async Task<Result<PlanCopyView>> Handle(CopyPlan request, CancellationToken cancellationToken)
    {
        var (year, (school, zone)) = (request.Body.Year, desk.OwnUnit);
        var isDistrict = (school, zone) == (null, null);
        var source = await DistrictItemsAcrossSchoolsAsync(isDistrict ? year - 1 : year, cancellationToken);
        var ids = source.Select(p => (PlanItemId?)p.Id).ToList();
        var known = (await desk.Own.Where(p => ids.Contains(p.CopiedFrom)).Select(p => p.CopiedFrom).ToListAsync(cancellationToken)).ToHashSet();
        var fresh = source.Where(p => !known.Contains(p.Id)).ToList();
        var years = isDistrict ? 1 : 0;
        db.PlanItems.AddRange(fresh.Select(p => PlanItem.Write(
            tenant.RequireCaller().DistrictId, school, zone, new PlanLine(p.Month.AddYears(years), p.Date?.AddYears(years), p.Title, p.Kind, p.Note, p.Obligation), p.Id)));
        await db.SaveChangesAsync(cancellationToken);
        return new PlanCopyView(year, fresh.Count, source.Count - fresh.Count);
    }

    /// <summary>The district's items, which its schools don't see by themselves.</summary>
    private async Task<List<PlanItem>> DistrictItemsAcrossSchoolsAsync(int year, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.PlanItems.AsNoTracking().Where(p => p.Level == UnitLevel.District && p.DroppedFor == null && p.Month >= from && p.Month <= to)
            .OrderBy(p => p.Month).ThenBy(p => p.Id).ToListAsync(cancellationToken);
    }
}
