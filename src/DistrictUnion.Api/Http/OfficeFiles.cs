using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace DistrictUnion.Api.Http;

/// <summary>Answers with workbooks and documents.</summary>
public sealed class OfficeFiles(IMediator mediator, Problems problems, ISpreadsheetWriter spreadsheets, IDocumentWriter documents)
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
        ExportedWorkbook workbook => new Download(file, ".xlsx", MediaTypes.Xlsx, status, stream => spreadsheets.Write(workbook.Content, stream)),
        ExportedDocument document => new Download(file, ".docx", MediaTypes.Docx, status, stream => documents.Write(document.Content, stream)),
        _ => throw new InvalidOperationException($"{file.GetType().Name} has no format."),
    };

    /// <summary>
    /// The writers want to seek and write at once, a connection wants neither: the file is made on disk, out of memory, sent, and
    /// gone when it is closed.
    /// </summary>
    private sealed class Download(ExportedFile file, string extension, string type, int status, Action<Stream> write) : IResult
    {
        private const int BufferSize = 81920;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            ArgumentNullException.ThrowIfNull(httpContext);
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = BufferSize,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var content = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
            write(content);
            content.Position = 0;
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = type;
            response.ContentLength = content.Length;
            response.Headers.Vary = "Accept, Accept-Language";
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.PlainName + extension, FileNameStar = file.Name + extension }.ToString();
            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }
}
