using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DistrictUnion.Domain.Common;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>
/// Reads one object of a scheme file strictly: every property is known, occurs once and has its type. A refused property
/// yields a placeholder and a problem, so that one pass lists everything that is wrong.
/// </summary>
internal sealed partial class SchemeObjectReader
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly List<SchemeProblem> _problems;

    public SchemeObjectReader(JsonElement element, string path, List<SchemeProblem> problems, params ReadOnlySpan<string> known)
    {
        _path = path;
        _problems = problems;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(path.Length == 0 ? "$" : path, Codes.NotAnObject);
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!JsonText.TryReadName(property, out var name)) Report(path.Length == 0 ? "$" : path, Codes.InvalidText);
            else if (!known.Contains(name)) Report(PathOf(name), Codes.UnknownProperty, ("name", name));
            else if (!_properties.TryAdd(name, property.Value)) Report(PathOf(name), Codes.DuplicateProperty, ("name", name));
        }
    }

    public bool Has(string name) => _properties.ContainsKey(name);

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public JsonElement? Element(string name, bool required = false)
    {
        if (_properties.TryGetValue(name, out var element)) return element;
        if (required) Report(PathOf(name), Codes.MissingProperty, ("name", name));
        return null;
    }

    public string Text(string name) => OptionalText(name, required: true) ?? "";

    public string? OptionalText(string name, bool required = false) =>
        Element(name, required) is { } element ? TextOf(element, PathOf(name)) : null;

    public string Code(string name) => OptionalCode(name, required: true) ?? "";

    public string? OptionalCode(string name, bool required = false) => Pattern(name, NodeCode(), required);

    public string SchemeCode(string name) => Pattern(name, SchemeCodePattern(), required: true) ?? "";

    public decimal Number(string name) => OptionalNumber(name, required: true) ?? 0;

    public decimal? OptionalNumber(string name, bool required = false) =>
        Element(name, required) is { } element ? NumberOf(element, PathOf(name)) : null;

    public int? OptionalWhole(string name, bool required = false)
    {
        if (OptionalNumber(name, required) is not { } number) return null;
        if (number == decimal.Truncate(number) && number <= int.MaxValue) return (int)number;
        Report(PathOf(name), Codes.NotWhole);
        return null;
    }

    /// <summary>A number, or the word <c>none</c>, which yields null.</summary>
    public decimal? NumberOrNone(string name, bool required = false) =>
        Element(name, required) is not { } element || (element.ValueKind == JsonValueKind.String && element.ValueEquals("none"))
            ? null
            : NumberOf(element, PathOf(name));

    public T? OptionalWord<T>(string name, bool required = false)
        where T : struct, Enum
    {
        if (OptionalText(name, required) is not { Length: > 0 } word) return null;
        if (EnumWords<T>.TryParse(word, out var value)) return value;
        Report(PathOf(name), Codes.UnknownWord, ("word", word), ("allowed", EnumWords<T>.All));
        return null;
    }

    public T Word<T>(string name)
        where T : struct, Enum =>
        OptionalWord<T>(name, required: true) ?? default;

    public T WordOf<T>(JsonElement element, string path)
        where T : struct, Enum
    {
        var word = TextOf(element, path);
        if (word.Length > 0 && EnumWords<T>.TryParse(word, out var value)) return value;
        if (word.Length > 0) Report(path, Codes.UnknownWord, ("word", word), ("allowed", EnumWords<T>.All));
        return default;
    }

    public IReadOnlyList<T> List<T>(string name, Func<JsonElement, string, T> read, bool required = false)
    {
        if (Element(name, required) is not { } element) return [];
        if (element.ValueKind != JsonValueKind.Array)
        {
            Report(PathOf(name), Codes.NotAList);
            return [];
        }

        var items = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(read(item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{items.Count}]")));
        return items;
    }

    public IReadOnlyDictionary<string, decimal> NumbersByName(string name)
    {
        var numbers = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        if (Element(name, required: true) is not { } element) return numbers;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(PathOf(name), Codes.NotAnObject);
            return numbers;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!JsonText.TryReadName(property, out var key)) Report(PathOf(name), Codes.InvalidText);
            else if (!numbers.TryAdd(key, NumberOf(property.Value, $"{PathOf(name)}.{key}")))
                Report($"{PathOf(name)}.{key}", Codes.DuplicateProperty, ("name", key));
        }

        return numbers;
    }

    public string TextOf(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String) Report(path, Codes.NotText);
        else if (!JsonText.TryReadText(element, out var text) || string.IsNullOrWhiteSpace(text)) Report(path, Codes.InvalidText);
        else return text;
        return "";
    }

    public string CodeOf(JsonElement element, string path) => Matching(TextOf(element, path), path, NodeCode()) ?? "";

    public decimal NumberOf(JsonElement element, string path, bool mayBeNegative = false)
    {
        if (element.ValueKind != JsonValueKind.Number) Report(path, Codes.NotANumber);
        else if (!NumberText.TryRead(element, out var value) || (!mayBeNegative && element.GetRawText()[0] == '-'))
            Report(path, Codes.InvalidNumber, ("text", element.GetRawText()));
        else return value;
        return 0;
    }

    public void Report(string path, string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        _problems.Add(new(path, Statement.Of(code, arguments)));

    private string? Pattern(string name, Regex pattern, bool required) =>
        OptionalText(name, required) is { } text ? Matching(text, PathOf(name), pattern) : null;

    private string? Matching(string text, string path, Regex pattern)
    {
        if (text.Length > 0 && !pattern.IsMatch(text))
            Report(path, Codes.InvalidCode, ("code", text), ("pattern", pattern == NodeCode() ? NodeCodeText : SchemeCodeText));
        return text;
    }

    private const string NodeCodeText = "[A-Za-z][A-Za-z0-9_.-]{0,62}";
    private const string SchemeCodeText = "[a-z][a-z0-9-]{1,62}";

    [GeneratedRegex($"^{NodeCodeText}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NodeCode();

    [GeneratedRegex($"^{SchemeCodeText}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchemeCodePattern();
}
