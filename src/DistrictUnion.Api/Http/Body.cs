using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using DistrictUnion.Domain.Common;
using Microsoft.Extensions.Options;

namespace DistrictUnion.Api.Http;

/// <summary>A JSON body, read strictly; what is wrong is named with its path.</summary>
/// <typeparam name="T">Type of the body.</typeparam>
/// <param name="Value">The body.</param>
public sealed partial record Body<T>(T Value)
    where T : class
{
    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="BindingException">The body can't be read.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType() && context.Request.ContentLength is not (null or 0))
            throw new BindingException(ValidationError.Of("$", "body.contentType", ("expected", "application/json")));
        var options = context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, options, context.RequestAborted);
            return body is null ? throw new BindingException(ValidationError.Of("$", "body.required")) : new Body<T>(body);
        }
        catch (JsonException e)
        {
            throw new BindingException(new ValidationError(
                [.. PathsOf(e).Select(path => FieldError.Of(path, CodeOf(e), ("line", (e.LineNumber ?? 0) + 1)))]));
        }
    }

    /// <summary>Where the problem is; each property that is missing, by its own name.</summary>
    private static IEnumerable<string> PathsOf(JsonException e)
    {
        var parent = PathOf(e.Path);
        if (CodeOf(e) != "json.missingProperty")
            return [parent];
        return QuotedName().Matches(e.Message[(e.Message.LastIndexOf(':') + 1)..])
            .Select(m => parent == "$" ? m.Groups["name"].Value : $"{parent}.{m.Groups["name"].Value}");
    }

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedName();

    private static string PathOf(string? path) => path is null or "$" ? "$" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];

    private static string CodeOf(JsonException e) => e.Message switch
    {
        var m when m.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => "json.unknownProperty",
        var m when m.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase) => "json.duplicateProperty",
        var m when m.Contains("missing required properties", StringComparison.Ordinal) => "json.missingProperty",
        var m when m.Contains("maximum configured depth", StringComparison.Ordinal) => "json.tooDeep",
        _ => e.Path is null or "$" ? "json.malformed" : "json.wrongValue",
    };
}
