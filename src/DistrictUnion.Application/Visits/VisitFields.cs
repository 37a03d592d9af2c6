using System.Runtime.InteropServices;
using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Visits;

namespace DistrictUnion.Application.Visits;

/// <summary>Single fields of an inspection by their paths: <c>findings.A1</c>, <c>scores.A1</c>, <c>checked.A1</c>, <c>note</c>, <c>arrivedAt</c>, <c>leftAt</c>.</summary>
internal static class VisitFields
{
    private const string Findings = "findings";
    private const string Scores = "scores";
    private const string Checked = "checked";
    private const int MostText = 2000;
    private const int MostWhole = 40;

    /// <summary>The leaf of a path; empty for a field of the whole, null for no field.</summary>
    public static string? LeafOf(string path)
    {
        if (path is "note" or "arrivedAt" or "leftAt")
            return "";
        var dot = path?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && dot < path!.Length - 1 && path[..dot] is Findings or Scores or Checked ? path[(dot + 1)..] : null;
    }

    /// <summary>Whether a value has the form of its field; nothing stands for no value.</summary>
    public static bool Fits(string path, JsonElement? value) => value is not { } given || given.ValueKind == JsonValueKind.Null || path.Split('.')[0] switch
    {
        Scores => given.ValueKind == JsonValueKind.Number && ExactNumber.IsExact(JsonMarshal.GetRawUtf8Value(given)),
        Checked => given.ValueKind is JsonValueKind.True or JsonValueKind.False,
        Findings or "note" => given.ValueKind == JsonValueKind.String && given.GetString()!.Length <= MostText,
        _ => given.ValueKind == JsonValueKind.String && given.GetString()!.Length <= MostWhole,
    };

    /// <summary>What is wrong with a field of this visit; null: nothing.</summary>
    public static FieldError? Check(Visit visit, CompiledScheme scheme, string path, JsonElement? value)
    {
        var leaf = LeafOf(path)!;
        if (leaf.Length > 0 && !visit.Leaves.Contains(leaf, StringComparer.Ordinal))
            return FieldError.Of(path, "node.unknown", ("node", leaf));
        return path.StartsWith(Scores, StringComparison.Ordinal) && value is { ValueKind: JsonValueKind.Number } given
            ? PointsRules.Check(given.GetDecimal(), scheme.LeafOf(leaf)!.Max!.Value, path)
            : null;
    }

    /// <summary>The value; null for none and for empty text.</summary>
    public static JsonElement? Given(JsonElement? value) =>
        FieldConflicts.Given(value) is { } given && !(given.ValueKind == JsonValueKind.String && given.GetString()!.Length == 0) ? given : null;

    /// <summary>The observed scores with what was found, by leaf.</summary>
    public static IEnumerable<(string Leaf, decimal Score, string? Finding)> ScoresOf(IReadOnlyDictionary<string, VisitAnswer> answers) =>
        answers.Where(a => a.Key.StartsWith($"{Scores}.", StringComparison.Ordinal)).OrderBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => (Leaf: a.Key[(Scores.Length + 1)..], a.Value.Value))
            .Select(a => (a.Leaf, a.Value.GetDecimal(), answers.GetValueOrDefault($"{Findings}.{a.Leaf}")?.Value.GetString()));
}
