using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

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
