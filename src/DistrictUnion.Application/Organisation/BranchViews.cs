using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;

namespace DistrictUnion.Application.Organisation;

/// <summary>A branch under one school: its days there, and whether it is there still.</summary>
public sealed record BranchView(string Code, string Name, BranchKind Kind, DateOnly From, DateOnly? To);

/// <summary>Makes views of branches.</summary>
internal static class BranchViews
{
    public static Tagged<BranchView> Of(Branch branch, SchoolId school, bool created)
    {
        var here = branch.Affiliations.Where(a => a.SchoolId == school).MaxBy(a => a.Sequence)!;
        return new Tagged<BranchView>(new BranchView(branch.Code, branch.Name, branch.Kind, here.From, here.To), branch.Version, created);
    }
}
