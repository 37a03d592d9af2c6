using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace DistrictUnion.Api.Http;

/// <summary>Answers with workbooks, documents and bundles.</summary>
public sealed class OfficeFiles(IMediator mediator, Problems problems, ISpreadsheetWriter spreadsheets, IDocumentWriter documents, IDocumentTemplates templates, ITemporaryFiles temporary)
{
    /// <summary>Sends a use case that makes a file.</summary>
    public async Task<IResult> SendAsync(HttpContext http, IRequest<Result<ExportedFile>> request)
    {
        var result = await mediator.Send(request, http.RequestAborted);
        return result.IsSuccess ? Of(result.Value) : problems.Of(result.Error!);
    }

    /// <summary>The answer with a file.</summary>
    public IResult Of(ExportedFile file, int status = StatusCodes.Status200OK) => file switch
    {
        ExportedWorkbook workbook => new Download(temporary, file, ".xlsx", MediaTypes.Xlsx, status, stream => spreadsheets.Write(workbook.Content, stream)),
        ExportedDocument document => new Download(temporary, file, ".docx", MediaTypes.Docx, status, stream => documents.Write(document.Content, stream)),
        ExportedTemplate filled => new Download(temporary, file, ".docx", MediaTypes.Docx, status, stream => templates.Fill(filled.Template, filled.Copies, stream)),
        ExportedBundle bundle => new ReadyDownload(bundle),
        _ => throw new InvalidOperationException($"{file.GetType().Name} has no format."),
    };

    /// <summary>
    /// The writers want to seek and write at once, a connection wants neither: the file is made on disk, out of memory, sent, and
    /// gone when it is closed.
    /// </summary>
    private sealed class Download(ITemporaryFiles temporary, ExportedFile file, string extension, string type, int status, Action<Stream> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            ArgumentNullException.ThrowIfNull(httpContext);
            await using var content = temporary.Create();
            write(content);
            content.Position = 0;
            Announce(httpContext.Response, file, extension, type, status, content.Length);
            await content.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
        }
    }

    /// <summary>A file that is made already; sent, and gone when it is closed.</summary>
    private sealed class ReadyDownload(ExportedBundle file) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            ArgumentNullException.ThrowIfNull(httpContext);
            await using var content = file.Content;
            Announce(httpContext.Response, file, ".zip", MediaTypes.Zip, StatusCodes.Status200OK, content.Length);
            await content.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
        }
    }

    private static void Announce(HttpResponse response, ExportedFile file, string extension, string type, int status, long length)
    {
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = length;
        response.Headers.Vary = "Accept, Accept-Language";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.PlainName + extension, FileNameStar = file.Name + extension }.ToString();
    }
}
