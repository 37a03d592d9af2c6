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
