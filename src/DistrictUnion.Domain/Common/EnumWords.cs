using System.Text.Json;

namespace DistrictUnion.Domain.Common;

/// <summary>The camelCase words by which files and the API name the members of an enumeration.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<T, string> ByValue = ByWord.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All words, in the order of the members.</summary>
    public static IReadOnlyCollection<string> All => ByWord.Keys;

    /// <summary>The member a word names.</summary>
    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    /// <summary>The word of a member.</summary>
    public static string Of(T value) => ByValue[value];
}
