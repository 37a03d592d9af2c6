using System.Globalization;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace DistrictUnion.Api.Http;

/// <summary>Reads the rows of a bulk import, as JSON, CSV or .xlsx, has them taken, and answers with the report or the error workbook.</summary>
public sealed class ImportAnswers(
    IMediator mediator, Problems problems, OfficeFiles files, ICsvReader csv, ISpreadsheetReader spreadsheets, IMessages messages)
{
    private const string Workbook = "xlsx";
    private static readonly string[] Reports = ["json", Workbook];

    /// <summary>Carries an import out.</summary>
    public async Task<IResult> RunAsync<T>(
        HttpContext http, ImportTable<T> table, Func<IReadOnlyList<ImportLine<T>>, ImportMode, bool, IRequest<Result<ImportReport>>> command)
        where T : class
    {
        var asWorkbook = WantsWorkbook(http);
        var (mode, dryRun) = (RequestWords.Read<ImportMode>(http, "mode") ?? ImportMode.Atomic, RequestWords.ReadFlag(http, "dryRun", false));
        var sent = await ReadAsync(http, table);
        var result = await mediator.Send(command(sent.Lines, mode, dryRun), http.RequestAborted);
        if (result.IsSuccess)
            return asWorkbook ? files.Of(ImportResultWorkbook.Of(table.Name, sent, result.Value, messages)) : Results.Ok(result.Value);
        return asWorkbook && result.Error is ValidationError refusal && ImportResultWorkbook.Of(table.Name, sent, refusal, messages) is { } workbook
            ? files.Of(workbook, StatusCodes.Status400BadRequest)
            : problems.Of(result.Error!);
    }

    /// <summary>The template of an import.</summary>
    public IResult Template<T>(ImportTable<T> table)
        where T : class => files.Of(ImportTemplate.Of(table, messages));

    private async Task<SentImport<T>> ReadAsync<T>(HttpContext http, ImportTable<T> table)
        where T : class
    {
        var isWorkbook = MediaTypes.Sends(http.Request, MediaTypes.Xlsx);
        if (!isWorkbook && !MediaTypes.Sends(http.Request, MediaTypes.Csv))
        {
            var rows = (await Body<List<T>>.BindAsync(http, null!))!.Value;
            var missing = rows.FindIndex(r => r is null);
            return missing < 0 ? table.OfRows(rows) : throw new BindingException(ValidationError.Of(string.Create(CultureInfo.InvariantCulture, $"[{missing}]"), "json.wrongValue"));
        }

        var file = await UploadedFile.ReadAsync(http);
        var sheet = isWorkbook ? spreadsheets.ReadFirst(file) : csv.Read(file);
        var sent = sheet.IsSuccess ? table.OfSheet(sheet.Value) : sheet.As<SentImport<T>>();
        return sent.IsSuccess ? sent.Value : throw new BindingException(sent.Error!);
    }

    private static bool WantsWorkbook(HttpContext http) => http.Request.Query["report"].ToString() switch
    {
        "" => MediaTypes.Accepts(http.Request, MediaTypes.Xlsx),
        "json" => false,
        Workbook => true,
        _ => throw new BindingException(ValidationError.Of("report", "query.word", ("allowed", Reports))),
    };
}

/// <summary>A file that was sent as the body of a request.</summary>
internal static class UploadedFile
{
    /// <summary>Reads a body to its end, on disk where it is large; what comes back can be read at once and again.</summary>
    public static async Task<Stream> ReadAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        await http.Request.Body.DrainAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
        return http.Request.Body;
    }

    /// <summary>Reads a workbook with every sheet of it.</summary>
    /// <exception cref="BindingException">The body isn't a workbook, or one that can't be read.</exception>
    public static async Task<IReadOnlyList<Sheet>> ReadWorkbookAsync(HttpContext http, ISpreadsheetReader spreadsheets)
    {
        if (!MediaTypes.Sends(http.Request, MediaTypes.Xlsx))
            throw new BindingException(ValidationError.Of("$", "body.contentType", ("expected", MediaTypes.Xlsx)));
        var sheets = spreadsheets.ReadWhole(await ReadAsync(http));
        return sheets.IsSuccess ? sheets.Value : throw new BindingException(sheets.Error!);
    }
}
