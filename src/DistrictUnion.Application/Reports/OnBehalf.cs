using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Reports;

/// <summary>Who may enter something for a branch or school.</summary>
internal static class OnBehalf
{
    /// <summary>
    /// District staff enter for a school only with a reason, and nobody else gives one: entering on a school's behalf is an
    /// explicit act, shown to the school.
    /// </summary>
    public static Error? Check(Caller caller, string? reason) => (caller.Role, reason) switch
    {
        (Role.DistrictAdmin or Role.DistrictOfficer, null) => ValidationError.Of("onBehalfReason", "onBehalf.reasonRequired"),
        (Role.SchoolChair or Role.SchoolClerk or Role.BranchLead, not null) => ValidationError.Of("onBehalfReason", "onBehalf.onlyDistrict"),
        _ => null,
    };

    /// <summary>District staff hand in or take back only what they entered themselves; what a school typed is the school's to hand in.</summary>
    public static Error? CheckDecision(Caller caller, string? reason) =>
        caller is { IsOfSchool: false, UserId: not null } && reason is null ? new ForbiddenError("onBehalf.schoolsOwn") : null;
}
