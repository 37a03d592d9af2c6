using System.Globalization;
using System.Text.Json;
using DistrictUnion.Domain.Lab;

namespace DistrictUnion.Application.Lab;

/// <summary>Tells in what two definitions differ, value by value.</summary>
internal static class LabChanges
{
    private const int MostCharacters = 200;

    /// <summary>Changed values in document order.</summary>
    /// <param name="part">Of which definition.</param>
    /// <param name="before">One definition as JSON.</param>
    /// <param name="after">The other.</param>
    public static IReadOnlyList<LabChange> Between(LabPart part, string before, string after)
    {
        using var then = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        List<LabChange> changes = [];
        Compare(new Place(part, "", null), then.RootElement, now.RootElement, changes);
        return changes;
    }

    private static void Compare(Place place, JsonElement? before, JsonElement? after, List<LabChange> changes)
    {
        if (before is { ValueKind: JsonValueKind.Object } oldObject && after is { ValueKind: JsonValueKind.Object } newObject)
        {
            foreach (var name in oldObject.EnumerateObject().Concat(newObject.EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal))
                Compare(place.At(name, newObject), Of(oldObject, name), Of(newObject, name), changes);
        }
        else if (before is { ValueKind: JsonValueKind.Array } oldList && after is { ValueKind: JsonValueKind.Array } newList)
        {
            for (var i = 0; i < Math.Max(oldList.GetArrayLength(), newList.GetArrayLength()); i++)
                Compare(place.At(i), i < oldList.GetArrayLength() ? oldList[i] : null, i < newList.GetArrayLength() ? newList[i] : null, changes);
        }
        else if (before?.GetRawText() != after?.GetRawText())
        {
            changes.Add(new LabChange(place.Part, place.Path, place.Subject, TextOf(before), TextOf(after)));
        }
    }

    private static JsonElement? Of(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A value as people read it; of a whole part that is new or gone its own values, cut to what fits in a line.</summary>
    private static string? TextOf(JsonElement? value)
    {
        if (value is not { } given)
            return null;
        var text = given.ValueKind switch
        {
            JsonValueKind.String => given.GetString()!,
            JsonValueKind.Object => string.Join(' ', given.EnumerateObject().Select(p => TextOf(p.Value))),
            JsonValueKind.Array => string.Join(' ', given.EnumerateArray().Select(e => TextOf(e))),
            _ => given.GetRawText(),
        };
        return text.Length <= MostCharacters ? text : $"{text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)]}…";
    }

    private sealed record Place(LabPart Part, string Path, string? Subject)
    {
        public Place At(string name, JsonElement parent) => new(
            Part,
            Path.Length == 0 ? name : $"{Path}.{name}",
            Of(parent, "name") is { ValueKind: JsonValueKind.String } named && Path.Length > 0 ? named.GetString() : Of(parent, "clause") is { } clause && Of(clause, "text") is { } text ? text.GetString() : Subject);

        public Place At(int index) => this with { Path = string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]") };
    }
}
