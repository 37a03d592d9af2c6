using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Application.Organisation;

/// <summary>A school as others see it.</summary>
public sealed record SchoolView(
    string Code,
    string Name,
    string Zone,
    SchoolStage Stage,
    SchoolOwnership Ownership,
    SchoolSetting Setting,
    int Members,
    BranchKind CountingKind,
    IReadOnlyList<string> Titles,
    DateOnly? From,
    DateOnly? To,
    UnionTerm? Term);

/// <summary>Orders of the school list.</summary>
public enum SchoolSort
{
    /// <summary>By code.</summary>
    Code,

    /// <summary>By name, then code.</summary>
    Name,
}

/// <summary>Makes views of schools.</summary>
internal static class SchoolViews
{
    public static SchoolView Of(School school, string zone) => new(
        school.Code,
        school.Name,
        zone,
        school.Stage,
        school.Ownership,
        school.Setting,
        school.Members,
        school.CountingKind,
        school.Titles,
        school.ActiveFrom,
        school.ActiveTo,
        school.Term);
}
