using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Application.Rounds;

/// <summary>A recorded change of an open round. Schools don't see the person.</summary>
public sealed record AmendmentView(int Number, RoundScope? Scope, int? Version, string Reason, string? Actor, DateTimeOffset At);
