using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DistrictUnion.Application.Organisation;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Api.Http;

/// <summary>Rows of a bulk import, as JSON or CSV.</summary>
public sealed class ImportRows
{
    /// <summary>Binds to any request; the body is read by <see cref="ReadAsync{T}"/>.</summary>
    public static ValueTask<ImportRows?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<ImportRows?>(new ImportRows());

    /// <summary>Reads the rows.</summary>
    /// <exception cref="BindingException">The file can't be read.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(HttpContext context, Func<IReadOnlyDictionary<string, string>, string, T> ofCsv)
        where T : class
    {
        if (context.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
            return (await Body<List<T>>.BindAsync(context, null!))!.Value;
        using var file = new MemoryStream();
        await context.Request.Body.CopyToAsync(file, context.RequestAborted);
        file.Position = 0;
        var rows = context.RequestServices.GetRequiredService<ICsvReader>().Read(file);
        return rows.IsSuccess
            ? [.. rows.Value.Select((row, i) => ofCsv(row, string.Create(CultureInfo.InvariantCulture, $"[{i}]")))]
            : throw new BindingException(rows.Error!);
    }

    /// <summary>A fact of a CSV row; the value is JSON text, bare words and numbers included.</summary>
    public static FactRow FactOf(IReadOnlyDictionary<string, string> row, string path) => new(
        Need(row, "school", path),
        Need(row, "fact", path),
        ValueOf(Need(row, "value", path), path),
        Optional(row, "branch"),
        DateOf(row, "date", path),
        Optional(row, "note"));

    /// <summary>A school of a CSV row; titles are separated by semicolons.</summary>
    public static SchoolRow SchoolOf(IReadOnlyDictionary<string, string> row, string path) => new(
        Need(row, "code", path),
        Need(row, "name", path),
        Need(row, "zone", path),
        Word<SchoolStage>(row, "stage", path)!.Value,
        Word<SchoolOwnership>(row, "ownership", path)!.Value,
        Word<SchoolSetting>(row, "setting", path)!.Value,
        int.TryParse(Need(row, "members", path), NumberStyles.None, CultureInfo.InvariantCulture, out var members) ? members : throw Wrong(path, "members"),
        Optional(row, "countingKind") is null ? null : Word<BranchKind>(row, "countingKind", path),
        Optional(row, "titles")?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        DateOf(row, "from", path),
        DateOf(row, "to", path));

    private static string? Optional(IReadOnlyDictionary<string, string> row, string column) =>
        row.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    private static string Need(IReadOnlyDictionary<string, string> row, string column, string path) =>
        Optional(row, column) ?? throw new BindingException(ValidationError.Of($"{path}.{column}", "csv.cellRequired", ("column", column)));

    private static DateOnly? DateOf(IReadOnlyDictionary<string, string> row, string column, string path) => Optional(row, column) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw Wrong(path, column),
    };

    private static T? Word<T>(IReadOnlyDictionary<string, string> row, string column, string path)
        where T : struct, Enum
    {
        var text = Need(row, column, path);
        return Enum.GetValues<T>().Where(v => Domain.Common.Words.Camel(v) == text).Select(v => (T?)v).FirstOrDefault() ?? throw Wrong(path, column);
    }

    private static JsonElement ValueOf(string text, string path)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw Wrong(path, "value");
        }
    }

    private static BindingException Wrong(string path, string column) => new(ValidationError.Of($"{path}.{column}", "json.wrongValue"));
}
