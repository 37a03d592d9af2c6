
namespace DistrictUnion.Application.Rounds;

/// <summary>A decided order inside a tie.</summary>
public sealed record TieResolutionView(int Number, IReadOnlyList<string> Schools, string Reason, string Actor, DateTimeOffset At);
