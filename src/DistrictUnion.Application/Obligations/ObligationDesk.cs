using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Obligations;

/// <summary>Who may do what with an obligation that they see.</summary>
internal sealed class ObligationDesk(ITenantContext tenant)
{
    /// <summary>Whether the caller belongs to the unit whose obligation it is; everybody else acts on its behalf.</summary>
    public bool IsOwn(Obligation obligation) => tenant.RequireCaller() is var caller && obligation.Level switch
    {
        UnitLevel.Branch or UnitLevel.School => caller.IsOfSchool,
        UnitLevel.Zone => caller.OwnZone is not null,
        _ => caller.IsDistrictStaff,
    };

    /// <summary>The refusal to hand in or take back; null: the caller may. A clerk prepares, a branch lead sees to the own branch.</summary>
    public Error? RefuseFulfilment(Obligation obligation) =>
        tenant.RequireCaller().Role == Role.BranchLead && obligation.Level != UnitLevel.Branch ? new ForbiddenError() : null;

    /// <summary>The refusal to waive; null: the caller may. Nobody waives what the own unit is obliged to, but the district.</summary>
    public Error? RefuseWaiver(Obligation obligation) =>
        tenant.RequireCaller().OwnZone is not null && obligation.Level is UnitLevel.Zone or UnitLevel.District ? new ForbiddenError("obligation.ownWaiver") : null;
}
