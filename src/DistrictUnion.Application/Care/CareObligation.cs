using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Care;

/// <summary>The obligation to visit that a record opened.</summary>
/// <param name="Code">Code of the obligation.</param>
/// <param name="DueOn">Due day; null: not known yet.</param>
/// <param name="State">Where it stands.</param>
public sealed record CareObligation(string Code, DateOnly? DueOn, ObligationState State);
