using System.Text.Json;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Common;

/// <summary>A field that a caller changes.</summary>
internal interface IFieldChange
{
    /// <summary>Path of the field.</summary>
    string Path { get; }

    /// <summary>The new value; null: none.</summary>
    JsonElement? Value { get; }

    /// <summary>The value that the caller knew.</summary>
    JsonElement? Was { get; }
}

/// <summary>
/// What two people who save single fields of one form disagree about. Whether two values say the same is the form's to know: what stands
/// for nothing differs from field to field.
/// </summary>
internal static class FieldConflicts
{
    /// <summary>Fields that somebody else wrote otherwise than the caller knew them and writes them now.</summary>
    /// <param name="changes">What the caller changes.</param>
    /// <param name="stored">What is stored of a field.</param>
    /// <param name="given">The value of a field; null where it says nothing.</param>
    public static IReadOnlyList<AnswerConflict> Of(
        IEnumerable<IFieldChange> changes, Func<string, JsonElement?> stored, Func<string, JsonElement?, JsonElement?> given) =>
    [
        .. changes.Select(change => (Change: change, Theirs: stored(change.Path)))
            .Where(c => !AreSame(given(c.Change.Path, c.Theirs), given(c.Change.Path, c.Change.Was))
                && !AreSame(given(c.Change.Path, c.Theirs), given(c.Change.Path, c.Change.Value)))
            .Select(c => new AnswerConflict(c.Change.Path, c.Change.Value, c.Theirs)),
    ];

    /// <summary>Whether two values that were given, or not, are the same.</summary>
    public static bool AreSame(JsonElement? one, JsonElement? other) =>
        one is { } a && other is { } b ? JsonElement.DeepEquals(a, b) : one is null && other is null;

    /// <summary>The value; null where JSON says so.</summary>
    public static JsonElement? Given(JsonElement? value) => value is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : value;
}
