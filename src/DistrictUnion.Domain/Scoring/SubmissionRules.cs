namespace DistrictUnion.Domain.Scoring;

/// <summary>A leaf whose score lacks something the school should report.</summary>
/// <param name="Node">Code of the leaf.</param>
/// <param name="Facts">Codes of the facts it reads; empty for a claim.</param>
public sealed record MissingEntry(string Node, IReadOnlyList<string> Facts);

/// <summary>What <c>missing: block</c> asks before an evaluation is handed in (scoring semantics, section 2).</summary>
public static class SubmissionRules
{
    /// <summary>
    /// Leaves that would be flagged missing although the school reports their facts or claims them. What the district reports is
    /// not the school's to complete. Pass the input as it would be after handing in.
    /// </summary>
    public static IReadOnlyList<MissingEntry> MissingEntries(CompiledScheme scheme, ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var nodes = ScoringEngine.Score(scheme, input).Nodes;
        return [.. scheme.Nodes
            .Where(node => node is { Kind: NodeKind.Leaf, ReadsDistrictFact: false } && nodes[node.Index].Flags.HasFlag(NodeFlags.Missing))
            .Select(node => new MissingEntry(node.Code, node.Facts))];
    }
}
