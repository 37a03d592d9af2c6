using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;

namespace DistrictUnion.Application.Activities;

/// <summary>Which items of work plans a caller sees: a school its own, a zone lead the zone's and its schools', the district all.</summary>
internal static class PlanSight
{
    /// <summary>Those that the caller sees.</summary>
    public static IQueryable<PlanItem> Of(IUnionDb db, Caller caller) => caller.OwnZone is { } zone
        ? db.PlanItems.Where(p => p.ZoneId == zone || db.Schools.Any(s => s.Id == p.SchoolId && s.ZoneId == zone))
        : db.PlanItems;
}
