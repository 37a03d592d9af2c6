using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>One row of a seed file.</summary>
internal sealed class SeedRow(string file, int number, IReadOnlyDictionary<string, string> cells)
{
    public string Text(string column) => Optional(column) ?? throw Wrong(column, "is empty");

    public string? Optional(string column) => cells.TryGetValue(column, out var text)
        ? text.Length == 0 ? null : text
        : throw Wrong(column, "is missing");

    public DateOnly Date(string column) => OptionalDate(column) ?? throw Wrong(column, "is empty");

    public DateOnly? OptionalDate(string column) => Optional(column) is { } text
        ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(column, "is no date")
        : null;

    public DateTimeOffset? Instant(string column) => Optional(column) is { } text
        ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw Wrong(column, "is no instant")
        : null;

    public T Word<T>(string column)
        where T : struct, Enum => OptionalWord<T>(column) ?? throw Wrong(column, "is empty");

    public T? OptionalWord<T>(string column)
        where T : struct, Enum => Optional(column) is { } text
        ? Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : throw Wrong(column, "is an unknown word")
        : null;

    public JsonElement Json(string column)
    {
        try
        {
            return JsonElement.Parse(Text(column));
        }
        catch (JsonException)
        {
            throw Wrong(column, "is no JSON");
        }
    }

    public decimal Number(string column) =>
        decimal.TryParse(Text(column), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(column, "is no number");

    public IReadOnlyList<string> List(string column) =>
        Optional(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public SeedException Wrong(string what, string problem) => new($"{file}, row {number}: {what} {problem}.");

    /// <summary>The value of a success; a refusal names the row.</summary>
    public T Take<T>(Result<T> result) => result.IsSuccess ? result.Value : throw Wrong("the row", $"was refused ({Describe(result.Error!)})");

    private static string Describe(Error error) => error switch
    {
        ValidationError validation => string.Join("; ", validation.Fields.Select(f => $"{f.Path}: {f.Code}")),
        UnprocessableError unprocessable => $"{error.Code}: {string.Join("; ", unprocessable.Problems.Select(f => $"{f.Path}: {f.Code}"))}",
        _ => error.Code,
    };
}

/// <summary>The files of one seed directory.</summary>
internal sealed class SeedFiles(string directory, ICsvReader csv)
{
    /// <summary>Rows of a file; an absent file has none.</summary>
    public IReadOnlyList<SeedRow> Read(string name)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
            return [];
        using var stream = File.OpenRead(path);
        var sheet = csv.Read(stream);
        if (!sheet.IsSuccess)
            throw new SeedException($"{path} can't be read as CSV: {((ValidationError)sheet.Error!).Fields[0].Code}.");
        var columns = sheet.Value.Rows[0].Cells;
        return
        [
            .. sheet.Value.Rows.Skip(1).Select((row, i) =>
                new SeedRow(path, i + 1, columns.Zip(row.Cells).ToDictionary(c => c.First.Text, c => c.Second.Text, StringComparer.Ordinal))),
        ];
    }
}
