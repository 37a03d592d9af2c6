using DistrictUnion.Domain.Visits;

namespace DistrictUnion.Application.Visits;

/// <summary>An on-site inspection that waits for the caller.</summary>
/// <param name="Id">Identifier; null while the caller may not open it: a school knows the day beforehand, and the rest once an inspector confirmed it.</param>
/// <param name="School">Code of the school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="PlannedOn">Day.</param>
/// <param name="State">State.</param>
public sealed record OwnVisit(Guid? Id, string School, string SchoolName, DateOnly PlannedOn, VisitState State);
