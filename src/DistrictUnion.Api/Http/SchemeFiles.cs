using System.Text;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Http;

/// <summary>Reads scheme files in any format and has them imported; problems of a workbook are named by sheet and row.</summary>
public sealed class SchemeFiles(Answers answers, ISpreadsheetReader spreadsheets)
{
    /// <summary>Imports the scheme file of a request.</summary>
    public async Task<IResult> ImportAsync(HttpContext http)
    {
        var file = await UploadedFile.ReadAsync(http);
        if (!MediaTypes.Sends(http.Request, MediaTypes.Xlsx))
            return await answers.PlainAsync(http, await ReadTextAsync(http, file));
        var sheets = spreadsheets.ReadAll(file);
        var workbook = sheets.IsSuccess ? SchemeWorkbookReader.Read(sheets.Value) : sheets.As<SchemeWorkbook>();
        if (!workbook.IsSuccess)
            throw new BindingException(workbook.Error!);
        var placed = workbook.Value;
        return await answers.WithAsync(
            http,
            new ImportScheme(SchemeFileFormat.Json, placed.Json),
            imported => Results.Ok(imported with { Problems = Placed(imported.Problems, placed), Warnings = Placed(imported.Warnings, placed) }),
            refusal => refusal is ValidationError validation
                ? new ValidationError([.. validation.Fields.Select(f => f with { Path = placed.PlaceOf(f.Path) })])
                : refusal);
    }

    private static async Task<ImportScheme> ReadTextAsync(HttpContext http, Stream file)
    {
        var format = (http.Request.ContentType ?? "").Contains("yaml", StringComparison.OrdinalIgnoreCase) ? SchemeFileFormat.Yaml
            : MediaTypes.Sends(http.Request, MediaTypes.Json) ? SchemeFileFormat.Json
            : throw new BindingException(ValidationError.Of("$", "body.contentType", ("expected", $"{MediaTypes.Yaml}, {MediaTypes.Json}, {MediaTypes.Xlsx}")));
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        try
        {
            return new ImportScheme(format, await reader.ReadToEndAsync(http.RequestAborted));
        }
        catch (DecoderFallbackException)
        {
            throw new BindingException(ValidationError.Of("$", "csv.encoding"));
        }
    }

    private static IReadOnlyList<SchemeProblemView> Placed(IReadOnlyList<SchemeProblemView> problems, SchemeWorkbook workbook) =>
        [.. problems.Select(p => p with { Path = workbook.PlaceOf(p.Path) })];
}
