using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Evaluations;

/// <summary>Values of facts and points in the cells of a form.</summary>
internal sealed class FormValues(IMessages messages)
{
    private static readonly string[] Yes = ["是", "yes", "true", "√"];
    private static readonly string[] No = ["否", "no", "false"];
    private static readonly char[] ScoreSeparators = ['、', ',', '，', ';', '；', ' ', '\n'];
    private static readonly ImportColumn<JsonElement> AnyValue = ImportColumn.Value("value", FormColumns.Value.Heading);
    private static readonly ImportColumn<string?> AnyText = ImportColumn.OptionalText("text", FormColumns.Comment.Heading);

    /// <summary>The words to choose from where the answer is yes or no.</summary>
    public IReadOnlyList<string> YesAndNo => [messages.Of("template.yes"), messages.Of("template.no")];

    /// <summary>A value as a cell shows it; an award isn't shown in one.</summary>
    public SheetCell Show(FactDefinition fact, JsonElement? value) => value is not { } known ? SheetCell.Empty : (fact.Type, known.ValueKind) switch
    {
        (_, JsonValueKind.True or JsonValueKind.False) => SheetCell.Of(YesAndNo[known.ValueKind == JsonValueKind.True ? 0 : 1]),
        (_, JsonValueKind.Number) => new SheetCell(SheetCellKind.Number, known.GetRawText()),
        (FactType.Scores, JsonValueKind.Array) => SheetCell.Of(string.Join('、', known.EnumerateArray().Select(s => s.GetRawText()))),
        _ => SheetCell.Of(known.GetRawText()),
    };

    /// <summary>A value of an explanation as a cell shows it.</summary>
    public SheetCell Show(FactTrace trace) => trace switch
    {
        { Number: { } number } => SheetCell.Of((decimal?)number.RoundHalfAwayFromZero(4)),
        { Parts: [{ Value: var value }] } => value switch
        {
            BooleanValue yes => SheetCell.Of(YesAndNo[yes.Value ? 0 : 1]),
            NumberValue number => SheetCell.Of((decimal?)number.Value),
            ScoresValue scores => SheetCell.Of(string.Join('、', scores.Scores.Select(s => s.ToString("0.######", CultureInfo.InvariantCulture)))),
            BallotsValue votes => SheetCell.Of(messages.Of("form.ballots", ("returned", votes.Returned), ("eligible", votes.Eligible))),
            AwardsValue awards => SheetCell.Of(messages.Of("form.awards", ("count", awards.Awards.Count))),
            _ => SheetCell.Empty,
        },
        { Parts.Count: > 1 } => SheetCell.Of(messages.Of("form.parts", ("count", trace.Parts.Count))),
        _ => SheetCell.Empty,
    };

    /// <summary>One part of a counted vote; null where it isn't told.</summary>
    public static JsonElement? PartOf(JsonElement? ballots, string part)
    {
        if (ballots is not { ValueKind: JsonValueKind.Object } value)
            return null;
        if (!part.StartsWith(FormKey.CountsPrefix, StringComparison.Ordinal))
            return value.TryGetProperty(part, out var number) ? number : null;
        return value.TryGetProperty("counts", out var counts) && counts.TryGetProperty(part[FormKey.CountsPrefix.Length..], out var count) ? count : null;
    }

    /// <summary>A counted vote of its parts.</summary>
    public static JsonElement BallotsOf(IReadOnlyDictionary<string, JsonElement> parts)
    {
        JsonObject counts = [];
        JsonObject ballots = [];
        foreach (var (part, value) in parts)
        {
            if (part.StartsWith(FormKey.CountsPrefix, StringComparison.Ordinal))
                counts[part[FormKey.CountsPrefix.Length..]] = JsonNode.Parse(value.GetRawText());
            else
                ballots[part] = JsonNode.Parse(value.GetRawText());
        }

        ballots["counts"] = counts;
        return JsonElement.Parse(ballots.ToJsonString(Json.Stored));
    }

    /// <summary>Awards as a fact has them. A level may be told by its word.</summary>
    public JsonElement AwardsOf(FactDefinition fact, IEnumerable<FormAward> awards) => JsonSerializer.SerializeToElement(
        awards.Select(a => new
        {
            a.Matter,
            Level = fact.Levels.FirstOrDefault(l => l == a.Level.Trim() || messages.LevelWord(l) == a.Level.Trim()) ?? a.Level,
            Date = a.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }),
        Json.Stored);

    /// <summary>Reads the value of a fact, or of one part of a counted vote; what a value must be is judged where every value is.</summary>
    public ReadCell<JsonElement> Read(FactDefinition fact, SheetCell cell) => fact.Type switch
    {
        FactType.Boolean => ReadFlag(cell) is { Problem: null } flag ? ReadCell<JsonElement>.Of(JsonElement.Parse(flag.Value ? "true" : "false")) : new(default, "sheet.wordExpected", YesAndNo),
        FactType.Scores => ReadScores(cell),
        _ => AnyValue.Read(cell),
    };

    /// <summary>Reads points.</summary>
    public static ReadCell<decimal> ReadPoints(SheetCell cell)
    {
        var read = AnyValue.Read(cell);
        if (read.Problem is { } problem)
            return new(default, problem);
        return read.Value is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var points) ? ReadCell<decimal>.Of(points) : new(default, "sheet.valueExpected");
    }

    /// <summary>Reads yes or no.</summary>
    public ReadCell<bool> ReadFlag(SheetCell cell)
    {
        var text = cell.Text.Trim().Normalize(NormalizationForm.FormKC);
        return Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? ReadCell<bool>.Of(true)
            : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? ReadCell<bool>.Of(false)
            : new(default, "sheet.wordExpected", YesAndNo);
    }

    /// <summary>Reads text.</summary>
    public static ReadCell<string?> ReadText(SheetCell cell) => AnyText.Read(cell);

    /// <summary>Text as far as a cell keeps it apart: line ends are one kind, and what hangs over isn't seen.</summary>
    public static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static ReadCell<JsonElement> ReadScores(SheetCell cell)
    {
        if (cell.Kind is not (SheetCellKind.Number or SheetCellKind.Text))
            return new(default, "sheet.valueExpected");
        var scores = cell.Text.Split(ScoreSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return ReadCell<JsonElement>.Of(JsonElement.Parse($"[{string.Join(',', scores)}]"));
        }
        catch (JsonException)
        {
            return new(default, "form.scoresExpected");
        }
    }
}
