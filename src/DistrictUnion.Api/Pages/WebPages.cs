using DistrictUnion.Api.Access;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace DistrictUnion.Api.Pages;

/// <summary>
/// Serves the web application that the build puts beside the program. Its files are the same for everybody, so they may be
/// kept and compressed; answers of the API are neither.
/// </summary>
public static class WebPages
{
    private const string Index = "index.html";

    /// <summary>
    /// Scripts come from the product's own files only. Styles may stand inline: antd makes them while it runs, and a nonce
    /// would make the page itself uncacheable.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A path of these beginnings never becomes a page.</summary>
    private static readonly string[] Machines = ["/api", "/swagger", "/health"];

    private static string Root => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Registers compression for the files of the pages.</summary>
    public static IServiceCollection AddWebPages(this IServiceCollection services) => services.AddResponseCompression(o =>
    {
        // Only what everybody gets alike is compressed, so that nothing can be guessed from the size of an answer.
        o.EnableForHttps = true;
        o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/manifest+json"];
    });

    /// <summary>Answers requests for the files of the pages.</summary>
    public static void UseWebPages(this WebApplication app)
    {
        if (!Directory.Exists(Root))
            return;
        app.UseWhen(
            context => !IsForMachines(context.Request.Path),
            pages =>
            {
                pages.UseResponseCompression();
                pages.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Root), OnPrepareResponse = SetHeaders, ContentTypeProvider = Types() });
            });
    }

    /// <summary>
    /// Answers every other address that a person may open with the application, which knows its own pages. Codes hold dots, so an address that looks
    /// like a file's is a page too, unless it lies where files lie.
    /// </summary>
    public static void MapWebPages(this WebApplication app) => app.MapFallback("{*path}", async context =>
    {
        if (IsForMachines(context.Request.Path) || IsForFiles(context.Request.Path) || !File.Exists(Path.Combine(Root, Index)) || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = ContentPolicy;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.SendFileAsync(Path.Combine(Root, Index), context.RequestAborted);
    }).WithMetadata(new AnonymousMetadata()).ExcludeFromDescription();

    private static bool IsForMachines(PathString path) => Machines.Any(m => path.StartsWithSegments(m, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files lie at the root and below /assets; one that isn't there is no page.</summary>
    private static bool IsForFiles(PathString path) =>
        path.StartsWithSegments("/assets", StringComparison.Ordinal) || (path.Value is { } text && text.LastIndexOf('/') == 0 && text.Contains('.', StringComparison.Ordinal));

    private static void SetHeaders(StaticFileResponseContext file)
    {
        // The names below /assets carry a hash of their content.
        file.Context.Response.Headers.CacheControl =
            file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        file.Context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
    }

    private static FileExtensionContentTypeProvider Types()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";

        // Character maps and fonts that the preview of a PDF asks for.
        types.Mappings[".bcmap"] = types.Mappings[".pfb"] = "application/octet-stream";
        return types;
    }
}
