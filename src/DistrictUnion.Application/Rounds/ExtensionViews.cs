using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Application.Rounds;

/// <summary>Another deadline for one school.</summary>
public sealed record ExtensionView(DateTimeOffset DueAt, DateTimeOffset? ClosesAt, string Reason);

/// <summary>Makes views of extensions.</summary>
internal static class ExtensionViews
{
    public static Tagged<ExtensionView> Of(RoundExtension extension, bool created) => new(
        new ExtensionView(
            BusinessTime.Local(extension.DueAt), extension.ClosesAt is { } at ? BusinessTime.Local(at) : null, extension.Reason),
        extension.Version,
        created);
}
