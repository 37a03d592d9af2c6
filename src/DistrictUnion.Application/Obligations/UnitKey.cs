using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Obligations;

/// <summary>Names a unit that has obligations.</summary>
/// <param name="Level">Level.</param>
/// <param name="School">School, of a school or a branch.</param>
/// <param name="Branch">Branch.</param>
/// <param name="Zone">Zone.</param>
internal readonly record struct UnitKey(UnitLevel Level, SchoolId? School, BranchId? Branch, ZoneId? Zone)
{
    /// <summary>The district.</summary>
    public static UnitKey District { get; } = new(UnitLevel.District, null, null, null);

    /// <summary>A school.</summary>
    public static UnitKey Of(SchoolId school) => new(UnitLevel.School, school, null, null);

    /// <summary>A branch at its school.</summary>
    public static UnitKey Of(SchoolId school, BranchId branch) => new(UnitLevel.Branch, school, branch, null);

    /// <summary>A zone.</summary>
    public static UnitKey Of(ZoneId zone) => new(UnitLevel.Zone, null, null, zone);
}
