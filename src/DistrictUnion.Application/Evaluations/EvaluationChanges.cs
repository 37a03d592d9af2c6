using System.Text.Json;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What a school changed between two submissions.</summary>
internal static class EvaluationChanges
{
    /// <summary>Codes of the leaves whose facts, notes, claim, comment, request of "not applicable" or evidence differ, in the scheme's order.</summary>
    public static IReadOnlyList<string> Between(CompiledScheme scheme, EvaluationContent before, EvaluationContent after, IReadOnlySet<string> proof)
    {
        var facts = Differing(before.Facts, after.Facts, JsonElement.DeepEquals).Concat(Differing(before.Notes, after.Notes, string.Equals)).ToHashSet(StringComparer.Ordinal);
        var leaves = Differing(before.Claims, after.Claims, (a, b) => a == b)
            .Concat(Differing(before.Comments, after.Comments, string.Equals))
            .Concat((before.NotApplicable ?? []).Except(after.NotApplicable ?? [], StringComparer.Ordinal))
            .Concat((after.NotApplicable ?? []).Except(before.NotApplicable ?? [], StringComparer.Ordinal))
            .Concat(proof)
            .ToHashSet(StringComparer.Ordinal);
        return [.. scheme.Nodes.Where(n => n.Kind == NodeKind.Leaf && (leaves.Contains(n.Code) || n.Facts.Any(facts.Contains))).Select(n => n.Code)];
    }

    private static IEnumerable<string> Differing<T>(Dictionary<string, T>? before, Dictionary<string, T>? after, Func<T, T, bool> equal)
    {
        before ??= [];
        after ??= [];
        return before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(key => !before.TryGetValue(key, out var was) || !after.TryGetValue(key, out var now) || !equal(was, now));
    }
}
