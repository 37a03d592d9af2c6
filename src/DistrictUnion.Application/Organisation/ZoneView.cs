
namespace DistrictUnion.Application.Organisation;

/// <summary>A zone as others see it.</summary>
public sealed record ZoneView(string Code, string Name);
