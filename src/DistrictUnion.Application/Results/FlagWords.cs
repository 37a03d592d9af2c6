using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Results;

/// <summary>Flags of nodes as words.</summary>
internal static class FlagWords
{
    /// <summary>The words of the flags that are set, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Of(NodeFlags flags) =>
        [.. Enum.GetValues<NodeFlags>().Where(f => f != NodeFlags.None && flags.HasFlag(f)).Select(Words.Camel)];
}
