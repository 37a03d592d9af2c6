using System.Runtime.InteropServices;
using System.Text.Json;
using DistrictUnion.Application.Common;

namespace DistrictUnion.Application.Evaluations;

/// <summary>Single answers of a self-evaluation by their paths: <c>facts.members</c>, <c>claims.A1</c>, <c>comments.A1</c>, <c>notes.members</c>, <c>notApplicable.C4</c>.</summary>
internal static class EvaluationFields
{
    private const string Facts = "facts";
    private const string Claims = "claims";
    private const string Comments = "comments";
    private const string Notes = "notes";
    private const string NotApplicable = "notApplicable";

    /// <summary>Splits a path; null when it names no answer.</summary>
    public static (string Part, string Code)? Parse(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == path.Length - 1)
            return null;
        var part = path[..dot];
        return part is Facts or Claims or Comments or Notes or NotApplicable ? (part, path[(dot + 1)..]) : null;
    }

    /// <summary>Whether a value has the form of its part's answers; nothing stands for no answer.</summary>
    public static bool Fits(string part, JsonElement? value) => value is not { } given || given.ValueKind == JsonValueKind.Null || part switch
    {
        Claims => given.ValueKind == JsonValueKind.Number && ExactNumber.IsExact(JsonMarshal.GetRawUtf8Value(given)),
        Comments or Notes => given.ValueKind == JsonValueKind.String,
        NotApplicable => given.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    /// <summary>An answer; null: none. A leaf that isn't asked to be left out has none.</summary>
    public static JsonElement? Read(EvaluationContent content, string part, string code) => part switch
    {
        Facts => content.Facts?.TryGetValue(code, out var fact) == true ? fact : null,
        Claims => content.Claims?.TryGetValue(code, out var claim) == true ? Element(claim) : null,
        Comments => content.Comments?.GetValueOrDefault(code) is { } comment ? Element(comment) : null,
        Notes => content.Notes?.GetValueOrDefault(code) is { } note ? Element(note) : null,
        _ => content.NotApplicable?.Contains(code, StringComparer.Ordinal) == true ? Element(true) : null,
    };

    /// <summary>The content with one answer replaced or taken out. A note goes with its fact.</summary>
    public static EvaluationContent With(EvaluationContent content, string part, string code, JsonElement? value)
    {
        var given = value is { ValueKind: JsonValueKind.Null } ? null : value;
        return part switch
        {
            Facts => content with { Facts = Replaced(content.Facts, code, given), Notes = given is null ? Without(content.Notes, code) : content.Notes },
            Claims => content with { Claims = given is { } claim ? Replaced(content.Claims, code, (decimal?)claim.GetDecimal()) : Without(content.Claims, code) },
            Comments => content with { Comments = ReplacedText(content.Comments, code, given) },
            Notes => content with { Notes = ReplacedText(content.Notes, code, given) },
            _ => content with
            {
                NotApplicable = [.. (content.NotApplicable ?? []).Where(c => c != code), .. given is { ValueKind: JsonValueKind.True } ? new[] { code } : []],
            },
        };
    }

    /// <summary>Paths of the answers that one round may hand on to the next; what doesn't apply is asked anew.</summary>
    public static IEnumerable<string> Lasting(EvaluationContent content) =>
        PathsOf(Facts, content.Facts).Concat(PathsOf(Claims, content.Claims)).Concat(PathsOf(Comments, Written(content.Comments))).Concat(PathsOf(Notes, Written(content.Notes)));

    /// <summary>The answer; null for none. A leaf that is said not to be left out is as one of which nothing is said.</summary>
    public static JsonElement? Given(string part, JsonElement? value) =>
        part == NotApplicable && value is { ValueKind: JsonValueKind.False } ? null : FieldConflicts.Given(value);

    private static IEnumerable<string> PathsOf<T>(string part, Dictionary<string, T>? answers) => (answers?.Keys ?? Enumerable.Empty<string>()).Select(code => $"{part}.{code}");

    private static Dictionary<string, string> Written(Dictionary<string, string>? texts) =>
        (texts ?? []).Where(t => t.Value.Length > 0).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, Json.Stored);

    private static Dictionary<string, T> Replaced<T>(Dictionary<string, T>? answers, string code, T? value)
        where T : struct
    {
        var next = Without(answers, code);
        if (value is { } given)
            next[code] = given;
        return next;
    }

    private static Dictionary<string, string> ReplacedText(Dictionary<string, string>? answers, string code, JsonElement? value)
    {
        var next = Without(answers, code);
        if (value?.GetString() is { Length: > 0 } text)
            next[code] = text;
        return next;
    }

    private static Dictionary<string, T> Without<T>(Dictionary<string, T>? answers, string code) =>
        (answers ?? []).Where(a => a.Key != code).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
}
