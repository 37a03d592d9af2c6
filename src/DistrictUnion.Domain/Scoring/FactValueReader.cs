using System.Globalization;
using System.Text.Json;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Codes = DistrictUnion.Domain.Scoring.FactProblemCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Reads a fact's value from JSON, judging numbers by their text (scoring semantics, N5). The same text is stored
/// (<see cref="FactValueWriter"/>), so stored values are read by this class too.
/// </summary>
public static class FactValueReader
{
    /// <summary>Reads one value.</summary>
    /// <param name="fact">Definition of the fact: its type, range, options or levels.</param>
    /// <param name="element">The value.</param>
    /// <param name="path">Path of the value in the request, used in problems.</param>
    public static FactReadResult Read(FactDefinition fact, JsonElement element, string path)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var problems = new List<FactProblem>();
        FactValue? value = fact.Type switch
        {
            FactType.Boolean => ReadBoolean(element, path, problems),
            FactType.Integer or FactType.Decimal => new NumberValue(ReadNumber(fact, element, path, problems)),
            FactType.Scores => ReadScores(fact, element, path, problems),
            FactType.Ballots => ReadBallots(fact, element, path, problems),
            FactType.Awards => ReadAwards(fact, element, path, problems),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Type, "Unknown fact type."),
        };
        return problems.Count == 0 ? new(value, []) : new(null, problems);
    }

    private static BooleanValue ReadBoolean(JsonElement element, string path, List<FactProblem> problems)
    {
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Report(problems, path, Codes.NotBoolean);
        return new(element.ValueKind == JsonValueKind.True);
    }

    private static decimal ReadNumber(FactDefinition fact, JsonElement element, string path, List<FactProblem> problems)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            Report(problems, path, Codes.NotANumber);
            return 0;
        }

        if (!NumberText.TryRead(element, out var value))
            Report(problems, path, Codes.InvalidNumber, ("text", element.GetRawText()));
        else if (element.GetRawText()[0] == '-' && fact.Range is not { From: < 0 })
            Report(problems, path, Codes.Negative, ("text", element.GetRawText()));
        else if (fact.Type == FactType.Integer && value != decimal.Truncate(value))
            Report(problems, path, Codes.NotWhole, ("text", element.GetRawText()));
        else if (fact.Range is { } range && (value < range.From || value > range.To))
            Report(problems, path, Codes.OutOfRange, ("value", value), ("from", range.From), ("to", range.To));
        return value;
    }

    private static ScoresValue ReadScores(FactDefinition fact, JsonElement element, string path, List<FactProblem> problems)
    {
        var scores = new List<decimal>();
        if (IsList(element, path, problems))
        {
            foreach (var score in element.EnumerateArray()) scores.Add(ReadNumber(fact, score, PathOf(path, scores.Count), problems));
        }

        return new(scores);
    }

    private static BallotsValue ReadBallots(FactDefinition fact, JsonElement element, string path, List<FactProblem> problems)
    {
        var before = problems.Count;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var properties = ReadObject(element, path, problems, "eligible", "returned", "invalid", "counts");
        long Count(string name) =>
            properties.TryGetValue(name, out var count) ? ReadCount(count, $"{path}.{name}", problems) : 0;

        var (eligible, returned, invalid) = (Count("eligible"), Count("returned"), Count("invalid"));
        if (properties.TryGetValue("counts", out var given))
        {
            foreach (var (option, count) in ReadObject(given, $"{path}.counts", problems))
            {
                if (fact.Options.Contains(option, StringComparer.Ordinal)) counts[option] = ReadCount(count, $"{path}.counts.{option}", problems);
                else Report(problems, $"{path}.counts.{option}", Codes.UnknownOption, ("option", option), ("allowed", fact.Options));
            }
        }

        if (problems.Count > before) return new(eligible, returned, invalid, counts);
        if (returned > eligible) Report(problems, $"{path}.returned", Codes.ReturnedAboveEligible, ("returned", returned), ("eligible", eligible));
        if (invalid > returned) Report(problems, $"{path}.invalid", Codes.InvalidAboveReturned, ("invalid", invalid), ("returned", returned));
        else if (counts.Values.Sum() > returned - invalid)
            Report(problems, $"{path}.counts", Codes.CountsAboveValid, ("counted", counts.Values.Sum()), ("valid", returned - invalid));
        return new(eligible, returned, invalid, counts);
    }

    private static AwardsValue ReadAwards(FactDefinition fact, JsonElement element, string path, List<FactProblem> problems)
    {
        var awards = new List<Award>();
        if (!IsList(element, path, problems)) return new(awards);
        foreach (var item in element.EnumerateArray())
        {
            var itemPath = PathOf(path, awards.Count);
            var properties = ReadObject(item, itemPath, problems, "matter", "level", "date");
            string Text(string name) =>
                properties.TryGetValue(name, out var text) ? ReadText(text, $"{itemPath}.{name}", problems) : "";

            var (matter, level, day) = (Text("matter"), Text("level"), Text("date"));
            if (level.Length > 0 && !fact.Levels.Contains(level, StringComparer.Ordinal))
                Report(problems, $"{itemPath}.level", Codes.UnknownLevel, ("level", level), ("allowed", fact.Levels));
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && day.Length > 0)
                Report(problems, $"{itemPath}.date", Codes.InvalidDate, ("text", day));
            awards.Add(new(matter, level, date));
        }

        return new(awards);
    }

    private static long ReadCount(JsonElement element, string path, List<FactProblem> problems)
    {
        if (element.ValueKind != JsonValueKind.Number) Report(problems, path, Codes.NotANumber);
        else if (!NumberText.TryRead(element, out var value)) Report(problems, path, Codes.InvalidNumber, ("text", element.GetRawText()));
        else if (element.GetRawText()[0] == '-') Report(problems, path, Codes.Negative, ("text", element.GetRawText()));
        else if (value != decimal.Truncate(value)) Report(problems, path, Codes.NotWhole, ("text", element.GetRawText()));
        else return (long)value;
        return 0;
    }

    private static string ReadText(JsonElement element, string path, List<FactProblem> problems)
    {
        if (element.ValueKind != JsonValueKind.String) Report(problems, path, Codes.NotText);
        else if (!JsonText.TryReadText(element, out var text) || string.IsNullOrWhiteSpace(text)) Report(problems, path, Codes.InvalidText);
        else return text;
        return "";
    }

    private static bool IsList(JsonElement element, string path, List<FactProblem> problems)
    {
        if (element.ValueKind == JsonValueKind.Array) return true;
        Report(problems, path, Codes.NotAList);
        return false;
    }

    /// <summary>The properties of an object; with names given, exactly those, each once. Without, any name, each once.</summary>
    private static Dictionary<string, JsonElement> ReadObject(
        JsonElement element, string path, List<FactProblem> problems, params ReadOnlySpan<string> mandatory)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(problems, path, Codes.NotAnObject);
            return properties;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!JsonText.TryReadName(property, out var name)) Report(problems, path, Codes.InvalidText);
            else if (mandatory.Length > 0 && !mandatory.Contains(name)) Report(problems, $"{path}.{name}", Codes.UnknownProperty, ("name", name));
            else if (!properties.TryAdd(name, property.Value)) Report(problems, $"{path}.{name}", Codes.DuplicateProperty, ("name", name));
        }

        foreach (var name in mandatory)
        {
            if (!properties.ContainsKey(name)) Report(problems, $"{path}.{name}", Codes.MissingProperty, ("name", name));
        }

        return properties;
    }

    private static string PathOf(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static void Report(List<FactProblem> problems, string path, string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        problems.Add(new(path, Statement.Of(code, arguments)));
}
