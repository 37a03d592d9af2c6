namespace DistrictUnion.Api.Http;

/// <summary>Media types of files.</summary>
internal static class MediaTypes
{
    public const string Csv = "text/csv";
    public const string Json = "application/json";
    public const string Yaml = "application/yaml";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Zip = "application/zip";

    /// <summary>Whether a request's content is of a type, parameters aside.</summary>
    public static bool Sends(HttpRequest request, string type) =>
        request.ContentType is { } sent && sent.Split(';')[0].Trim().Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request asks for an answer of a type by name.</summary>
    public static bool Accepts(HttpRequest request, string type) =>
        request.Headers.Accept.ToString().Split(',').Any(a => a.Split(';')[0].Trim().Equals(type, StringComparison.OrdinalIgnoreCase));
}
