using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>A branch under one school: its days there, and whether it is there still.</summary>
public sealed record BranchView(string Code, string Name, BranchKind Kind, DateOnly From, DateOnly? To);

/// <summary>Branches that belong or belonged to a school.</summary>
public sealed record ListBranches(SchoolId School, PageRequest Page, DateTimeOffset? UpdatedSince) : IQuery<Page<BranchView>>;

internal sealed class ListBranchesHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListBranches, Page<BranchView>>
{
    public async Task<Result<Page<BranchView>>> Handle(ListBranches request, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().Post?.BranchId;
        return await db.BranchAffiliations.AsNoTracking()
            .Where(a => a.SchoolId == request.School && (own == null || a.BranchId == own))
            .Join(db.Branches, a => a.BranchId, b => b.Id, (a, b) => new { a, b })
            .Where(x => request.UpdatedSince == null || x.b.UpdatedAt >= request.UpdatedSince)
            .OrderBy(x => x.b.Code).ThenBy(x => x.a.Sequence)
            .Select(x => new BranchView(x.b.Code, x.b.Name, x.b.Kind, x.a.From, x.a.To))
            .ToPageAsync(request.Page, cancellationToken);
    }
}

/// <summary>One branch under a school.</summary>
public sealed record GetBranch(SchoolId School, BranchId Branch) : IQuery<Tagged<BranchView>>;

internal sealed class GetBranchHandler(IUnionDb db) : IHandler<GetBranch, Tagged<BranchView>>
{
    public async Task<Result<Tagged<BranchView>>> Handle(GetBranch request, CancellationToken cancellationToken)
    {
        var branch = await db.Branches.AsNoTracking().Include(b => b.Affiliations).SingleAsync(b => b.Id == request.Branch, cancellationToken);
        return BranchViews.Of(branch, request.School, created: false);
    }
}

/// <summary>What a branch is to be, and from when it belongs to the school in the path.</summary>
public sealed record BranchInput(string Name, BranchKind Kind, DateOnly From, DateOnly? To = null);

/// <summary>
/// Makes a branch of a school be exactly this. Under another school than its latest it moves there from
/// <see cref="BranchInput.From"/> on; only the district moves branches.
/// </summary>
public sealed record PutBranch(SchoolId School, string Code, BranchId? Existing, BranchInput Body, Precondition Precondition) : ICommand<Tagged<BranchView>>;

internal sealed class PutBranchValidator : AbstractValidator<PutBranch>
{
    public PutBranchValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Kind).IsInEnum().WithErrorCode("branch.kind");
        RuleFor(c => c.Body.To).Must((c, to) => to is null || to > c.Body.From).WithErrorCode("range.endNotAfterStart");
    }
}

internal sealed class PutBranchHandler(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup) : IHandler<PutBranch, Tagged<BranchView>>
{
    public async Task<Result<Tagged<BranchView>>> Handle(PutBranch request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        await using var work = await rollup.BeginBranchAcrossSchoolsAsync(request.Code, [request.School], cancellationToken);
        var branch = await db.Branches.Include(b => b.Affiliations).SingleOrDefaultAsync(b => b.Code == request.Code, cancellationToken);
        var body = request.Body;
        if (branch is null)
        {
            if (request.Precondition.AgainstAbsent() is { } absent)
                return absent;
            branch = Branch.Create(caller.DistrictId, request.Code, body.Name, body.Kind, request.School, body.From, body.To);
            db.Branches.Add(branch);
            await work.RecomputeAsync(cancellationToken);
            return BranchViews.Of(branch, request.School, created: true);
        }

        var here = branch.Affiliations.Any(a => a.SchoolId == request.School);
        if (!here && !caller.IsDistrictStaff)
            return new NotFoundError();
        if (branch.Latest.SchoolId != request.School && caller.Role == Role.SchoolChair)
            return new ConflictError("branch.movedAway", "movedAway", []);

        // Under a school that never had the branch the resource is new, so a move needs no tag; one that is given must match.
        var precondition = !here && request.Precondition.IfMatch is null ? request.Precondition with { IfMatch = "*" } : request.Precondition;
        if (precondition.Against(branch.Version) is { } refusal)
            return refusal;
        if (branch.Place(body.Name, body.Kind, request.School, body.From, body.To).Refusal is { } placement)
            return placement;
        await work.RecomputeAsync(cancellationToken);
        return BranchViews.Of(branch, request.School, created: !here);
    }
}

/// <summary>Makes views of branches.</summary>
internal static class BranchViews
{
    public static Tagged<BranchView> Of(Branch branch, SchoolId school, bool created)
    {
        var here = branch.Affiliations.Where(a => a.SchoolId == school).MaxBy(a => a.Sequence)!;
        return new Tagged<BranchView>(new BranchView(branch.Code, branch.Name, branch.Kind, here.From, here.To), branch.Version, created);
    }
}
