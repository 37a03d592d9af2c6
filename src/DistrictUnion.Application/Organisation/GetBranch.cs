using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

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
