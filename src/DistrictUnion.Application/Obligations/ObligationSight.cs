using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Obligations;

/// <summary>
/// Which obligations a caller sees: a school its own, a branch lead the own branch's, a zone lead the zone's, the district all. Visits to
/// members are seen by the school alone: above it they would tell the small numbers that the overview of care hides.
/// </summary>
internal static class ObligationSight
{
    /// <summary>Those that the caller sees.</summary>
    public static IQueryable<Obligation> Of(IUnionDb db, Caller caller) => caller switch
    {
        { Role: Role.BranchLead, Post.BranchId: { } branch } => db.Obligations.Where(o => o.BranchId == branch),
        { OwnZone: { } zone } => db.Obligations.Where(o => o.Evidence != EvidenceKind.CareVisited).Where(o => o.ZoneId == zone || db.Schools.Any(s => s.Id == o.SchoolId && s.ZoneId == zone)),
        { IsOfSchool: true } => db.Obligations,
        _ => db.Obligations.Where(o => o.Evidence != EvidenceKind.CareVisited),
    };

    /// <summary>Those in a state on a day.</summary>
    public static IQueryable<Obligation> In(this IQueryable<Obligation> obligations, ObligationState state, DateOnly today) => state switch
    {
        ObligationState.Waived => obligations.Where(o => o.WaivedFor != null),
        ObligationState.Fulfilled => obligations.Where(o => o.WaivedFor == null && o.FulfilledOn != null && !o.IsLate),
        ObligationState.FulfilledLate => obligations.Where(o => o.WaivedFor == null && o.FulfilledOn != null && o.IsLate),
        ObligationState.Overdue => obligations.Where(o => o.WaivedFor == null && o.FulfilledOn == null && o.DueOn < today),
        ObligationState.NotStarted => obligations.Where(o => o.WaivedFor == null && o.FulfilledOn == null && (o.DueOn == null || o.DueOn >= today) && o.OpensOn > today),
        _ => obligations.Where(o => o.WaivedFor == null && o.FulfilledOn == null && (o.DueOn == null || o.DueOn >= today) && o.OpensOn <= today),
    };
}
