using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Application.Imports;

/// <summary>A word of an enumeration, as interfaces write it and as people in a district's office do.</summary>
public sealed record ImportWord(string Word, string Label);

/// <summary>A column of an import: how it may be headed, and what may stand in it.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Heading">Chinese heading.</param>
/// <param name="IsRequired">Whether every row must fill it in.</param>
/// <param name="IsText">Whether it holds text.</param>
/// <param name="Words">Words it chooses from; empty: anything.</param>
public abstract record ImportColumn(string Name, string Heading, bool IsRequired, bool IsText, IReadOnlyList<ImportWord> Words)
{
    /// <summary>Longer texts are hardly repeated.</summary>
    private const int LongestShared = 6;

    /// <summary>Different texts whose values are kept.</summary>
    private const int MostShared = 20_000;

    private static readonly ConcurrentDictionary<string, JsonElement> Shared = new(StringComparer.Ordinal);

    /// <summary>Whether this is a heading of the column.</summary>
    public bool IsHeadedBy(string text) => text.Equals(Name, StringComparison.OrdinalIgnoreCase) || text == Heading;

    /// <summary>A column of text.</summary>
    public static ImportColumn<string> Text(string name, string heading) =>
        new(name, heading, true, true, [], TextOf, SheetCell.Of);

    /// <summary>A column of text that may be empty.</summary>
    public static ImportColumn<string?> OptionalText(string name, string heading) =>
        new(name, heading, false, true, [], cell => TextOf(cell) is var read && read.Problem is null ? ReadCell<string?>.Of(read.Value) : new(default, read.Problem), SheetCell.Of);

    /// <summary>A column of whole numbers.</summary>
    public static ImportColumn<int> Whole(string name, string heading) =>
        new(name, heading, true, false, [], WholeOf, value => SheetCell.Of((decimal)value));

    /// <summary>A column of days.</summary>
    public static ImportColumn<DateOnly> Date(string name, string heading) =>
        new(name, heading, true, false, [], DateOf, value => SheetCell.Of((DateOnly?)value));

    /// <summary>A column of days that may be empty.</summary>
    public static ImportColumn<DateOnly?> OptionalDate(string name, string heading) =>
        new(name, heading, false, false, [], cell => DateOf(cell) is var read && read.Problem is null ? ReadCell<DateOnly?>.Of(read.Value) : new(default, read.Problem), SheetCell.Of);

    /// <summary>A column of an enumeration's words.</summary>
    public static ImportColumn<T> Word<T>(string name, string heading, params IReadOnlyList<(T Value, string Label)> words)
        where T : struct, Enum =>
        new(name, heading, true, true, WordsOf(words), cell => WordOf(cell, words), value => SheetCell.Of(Domain.Common.Words.Camel(value)));

    /// <summary>A column of an enumeration's words that may be empty.</summary>
    public static ImportColumn<T?> OptionalWord<T>(string name, string heading, params IReadOnlyList<(T Value, string Label)> words)
        where T : struct, Enum =>
        new(
            name,
            heading,
            false,
            true,
            WordsOf(words),
            cell => WordOf(cell, words) is var read && read.Problem is null ? ReadCell<T?>.Of(read.Value) : new(default, read.Problem, read.Allowed),
            value => SheetCell.Of(value is { } word ? Domain.Common.Words.Camel(word) : null));

    /// <summary>A column of texts separated by semicolons; it may be empty.</summary>
    public static ImportColumn<IReadOnlyList<string>?> OptionalList(string name, string heading) => new(
        name,
        heading,
        false,
        true,
        [],
        cell => TextOf(cell) is var read && read.Problem is null
            ? ReadCell<IReadOnlyList<string>?>.Of(read.Value!.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            : new(default, read.Problem),
        value => SheetCell.Of(value is null ? null : string.Join(';', value)));

    /// <summary>A column of values in the shape of JSON; plain numbers, yes and no stand as they are.</summary>
    public static ImportColumn<JsonElement> Value(string name, string heading) => new(name, heading, true, false, [], ValueOf, ShowValue);

    private static IReadOnlyList<ImportWord> WordsOf<T>(IReadOnlyList<(T Value, string Label)> words)
        where T : struct, Enum => [.. words.Select(w => new ImportWord(Domain.Common.Words.Camel(w.Value), w.Label))];

    private static ReadCell<string> TextOf(SheetCell cell) => cell.Kind switch
    {
        SheetCellKind.Text or SheetCellKind.Untyped => PlainText.IsPlain(cell.Text) ? ReadCell<string>.Of(cell.Text) : new(default, "sheet.controlCharacter"),
        SheetCellKind.Number => ReadCell<string>.Of(cell.Text),
        _ => new(default, "sheet.textExpected"),
    };

    private static ReadCell<int> WholeOf(SheetCell cell) => cell.Kind switch
    {
        SheetCellKind.Number or SheetCellKind.Untyped when int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) => ReadCell<int>.Of(value),
        SheetCellKind.Text when LooksLikeNumber(cell.Text) => new(default, "sheet.numberAsText"),
        _ => new(default, "sheet.wholeExpected"),
    };

    /// <summary>Year first is unmistakable, so text in that order counts like a typed day.</summary>
    private static ReadCell<DateOnly> DateOf(SheetCell cell) =>
        cell.Kind is SheetCellKind.Date or SheetCellKind.Text or SheetCellKind.Untyped
        && DateOnly.TryParseExact(cell.Text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? ReadCell<DateOnly>.Of(day)
            : new(default, "sheet.dateExpected");

    private static ReadCell<T> WordOf<T>(SheetCell cell, IReadOnlyList<(T Value, string Label)> words)
        where T : struct, Enum
    {
        var text = cell.Text.Trim();
        foreach (var (value, label) in words)
        {
            if (cell.Kind is SheetCellKind.Text or SheetCellKind.Untyped && (Domain.Common.Words.Camel(value) == text || label == text))
                return ReadCell<T>.Of(value);
        }

        return new(default, "sheet.wordExpected", [.. words.Select(w => w.Label), .. words.Select(w => Domain.Common.Words.Camel(w.Value))]);
    }

    /// <summary>Small numbers stand in a file again and again; each is parsed once.</summary>
    private static JsonElement Parse(string text)
    {
        if (text.Length > LongestShared)
            return JsonElement.Parse(text);
        if (Shared.TryGetValue(text, out var known))
            return known;
        var parsed = JsonElement.Parse(text);
        if (Shared.Count < MostShared)
            Shared.TryAdd(text, parsed);
        return parsed;
    }

    private static ReadCell<JsonElement> ValueOf(SheetCell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Kind is SheetCellKind.Text or SheetCellKind.Untyped)
        {
            if (text is "是" or "否" || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase))
                return ReadCell<JsonElement>.Of(JsonElement.Parse(text is "是" || text.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true" : "false"));
            if (cell.Kind == SheetCellKind.Text && LooksLikeNumber(text))
                return new(default, "sheet.numberAsText");
        }
        else if (cell.Kind is not (SheetCellKind.Number or SheetCellKind.Boolean))
        {
            return new(default, "sheet.valueExpected");
        }

        try
        {
            return ReadCell<JsonElement>.Of(Parse(text));
        }
        catch (JsonException)
        {
            return new(default, "sheet.valueExpected");
        }
    }

    private static SheetCell ShowValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => new SheetCell(SheetCellKind.Number, value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new SheetCell(SheetCellKind.Boolean, value.GetRawText()),
        _ => SheetCell.Of(value.GetRawText()),
    };

    private static bool LooksLikeNumber(string text) =>
        decimal.TryParse(text.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);
}

/// <summary>What a cell says, or the code of what is wrong with it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">Value.</param>
/// <param name="Problem">Code of the problem; null: none.</param>
/// <param name="Allowed">Words that would do.</param>
public readonly record struct ReadCell<T>(T? Value, string? Problem, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>A value.</summary>
    public static ReadCell<T> Of(T? value) => new(value, null);
}

/// <summary>A column with the type of its values.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
/// <param name="Name">Name of the field.</param>
/// <param name="Heading">Chinese heading.</param>
/// <param name="IsRequired">Whether every row must fill it in.</param>
/// <param name="IsText">Whether it holds text.</param>
/// <param name="Words">Words it chooses from.</param>
/// <param name="Read">Reads a cell that isn't empty.</param>
/// <param name="Show">Writes a value.</param>
public sealed record ImportColumn<T>(
    string Name, string Heading, bool IsRequired, bool IsText, IReadOnlyList<ImportWord> Words, Func<SheetCell, ReadCell<T>> Read, Func<T, SheetCell> Show)
    : ImportColumn(Name, Heading, IsRequired, IsText, Words);
