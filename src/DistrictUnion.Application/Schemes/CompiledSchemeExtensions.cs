using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Schemes;

/// <summary>Look-ups by what people type.</summary>
internal static class CompiledSchemeExtensions
{
    /// <summary>The leaf of a code; null when there is none.</summary>
    public static CompiledNode? LeafOf(this CompiledScheme scheme, string code) =>
        scheme.IndexOf(code) is var index and >= 0 && scheme.Nodes[index].Kind == NodeKind.Leaf ? scheme.Nodes[index] : null;
}
