using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>An activity as people tell it.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="From">First day, not in the future; it counts on this day.</param>
/// <param name="To">Last day, inclusive; null: the first.</param>
/// <param name="Place">Where.</param>
/// <param name="Branches">Codes of the branches that held it; none: the school union itself. A branch lead's own is always among them.</param>
/// <param name="Members">Members who took part.</param>
/// <param name="Others">Others who took part.</param>
/// <param name="Description">What was done.</param>
/// <param name="PlanItem">Item of the school's work plan that it carries out.</param>
public sealed record ActivityInput(
    string Title,
    ActivityKind Kind,
    DateOnly From,
    DateOnly? To = null,
    string? Place = null,
    IReadOnlyList<string>? Branches = null,
    int Members = 0,
    int Others = 0,
    string? Description = null,
    Guid? PlanItem = null);

internal sealed class ActivityInputValidator : AbstractValidator<ActivityInput>
{
    private const int MostPeople = 100_000;
    private const int MostBranches = 200;
    private const int MostText = 2000;

    public ActivityInputValidator(TimeProvider clock)
    {
        RuleFor(b => b.Title).PersonalOrBusinessName();
        RuleFor(b => b.Kind).IsInEnum().WithErrorCode("activity.kind");
        RuleFor(b => b.From).Must(d => d <= clock.Today()).WithErrorCode("date.future");
        RuleFor(b => b.To).Must((b, to) => to is null || to >= b.From).WithErrorCode("activity.to");
        RuleFor(b => b.Place).Must(p => p is null || (!string.IsNullOrWhiteSpace(p) && p.Length <= MostText)).WithErrorCode("text.tooLong");
        RuleFor(b => b.Description).Must(p => p is null || p.Length <= MostText).WithErrorCode("text.tooLong");
        RuleFor(b => b.Members).InclusiveBetween(0, MostPeople).WithErrorCode("activity.people");
        RuleFor(b => b.Others).InclusiveBetween(0, MostPeople).WithErrorCode("activity.people");
        RuleFor(b => b.Branches).Must(b => b is null || (b.Count <= MostBranches && b.Distinct(StringComparer.Ordinal).Count() == b.Count)).WithErrorCode("activity.branches");
    }
}

/// <summary>Who writes which activities, and what follows once one is written.</summary>
internal sealed class ActivityDesk(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, LedgerCredits credits)
{
    /// <summary>Locks what an activity of a school may score for; everything else follows.</summary>
    public Task<RollupWork> BeginAcrossSchoolsAsync(SchoolId school, CancellationToken cancellationToken) => rollup.BeginOpenRoundsAcrossSchoolsAsync([school], cancellationToken);

    /// <summary>The refusal to write about an activity; null: the caller may. A branch lead writes about those of the own branch.</summary>
    public async Task<Error?> RefuseWriterAsync(Activity activity, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (!caller.IsOfSchool)
            return new ForbiddenError();
        return await OwnBranchAsync(cancellationToken) is { } own && !activity.Branches.Contains(own, StringComparer.Ordinal) ? new ForbiddenError("activity.otherBranch") : null;
    }

    /// <summary>What was told, once its branches and its item of the plan are known to be the school's.</summary>
    public async Task<Result<ActivityAccount>> ReadAsync(SchoolId school, ActivityInput body, CancellationToken cancellationToken)
    {
        List<string> branches = [.. body.Branches ?? []];
        if (await OwnBranchAsync(cancellationToken) is { } own && !branches.Contains(own, StringComparer.Ordinal))
            branches.Insert(0, own);
        var (from, to) = (body.From, body.To ?? body.From);
        if (branches.Count > 0)
        {
            var known = await db.Branches.AsNoTracking().Where(b => branches.Contains(b.Code))
                .Where(b => db.BranchAffiliations.Any(a => a.BranchId == b.Id && a.SchoolId == school && a.From <= from && (a.To == null || a.To > from)))
                .Select(b => b.Code).ToListAsync(cancellationToken);
            if (branches.FindIndex(b => !known.Contains(b, StringComparer.Ordinal)) is var wrong and >= 0)
                return ValidationError.Of($"branches[{wrong}]", "branch.unknown", ("branch", branches[wrong]));
        }

        PlanItemId? plan = body.PlanItem is { } id ? new PlanItemId(id) : null;
        if (plan is not null && !await db.PlanItems.AnyAsync(p => p.Id == plan && p.SchoolId == school, cancellationToken))
            return ValidationError.Of("planItem", "plan.unknown");
        return new ActivityAccount(body.Title.Trim(), body.Kind, from, to, PlainWords.Of(body.Place), branches, body.Members, body.Others, PlainWords.Of(body.Description), plan);
    }

    /// <summary>Saves and lets facts, and with them scores, follow.</summary>
    public async Task ScoreAsync(RollupWork work, SchoolId school, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await credits.CreditAcrossSchoolsAsync(school, [.. work.Keys.Select(k => k.Round).Distinct()], cancellationToken);
        await work.RecomputeAsync(cancellationToken);
    }

    private async Task<string?> OwnBranchAsync(CancellationToken cancellationToken) =>
        tenant.RequireCaller() is { Role: Role.BranchLead, Post.BranchId: { } branch } ? await db.Branches.Where(b => b.Id == branch).Select(b => b.Code).SingleAsync(cancellationToken) : null;
}
