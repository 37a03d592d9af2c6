using System.Globalization;
using System.Text.RegularExpressions;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Http;

/// <summary>Reads words of the query string and headers.</summary>
public static partial class RequestWords
{
    private static readonly string[] Flags = ["true", "false"];

    /// <summary>Reads a word in camelCase.</summary>
    /// <exception cref="BindingException">The word is none of the enumeration's.</exception>
    public static T? Read<T>(HttpContext context, string name)
        where T : struct, Enum
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Domain.Common.Words.Camel(value) == text)
                return value;
        }

        throw new BindingException(ValidationError.Of(name, "query.word", ("allowed", Enum.GetValues<T>().Select(v => Domain.Common.Words.Camel(v)).ToList())));
    }

    /// <summary>Reads text; null when there is none.</summary>
    public static string? ReadText(HttpContext context, string name) => context.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Reads <c>true</c> or <c>false</c>, absent as <paramref name="absent"/>.</summary>
    /// <exception cref="BindingException">Neither.</exception>
    public static bool ReadFlag(HttpContext context, string name, bool absent) => context.Request.Query[name].ToString() switch
    {
        "" => absent,
        "true" => true,
        "false" => false,
        _ => throw new BindingException(ValidationError.Of(name, "query.word", ("allowed", Flags))),
    };

    /// <summary>From when on changed resources are asked for: RFC 3339 with offset; null: all.</summary>
    /// <exception cref="BindingException">No such instant.</exception>
    public static DateTimeOffset? UpdatedSinceOf(HttpContext context)
    {
        var text = context.Request.Query["updatedSince"].ToString();
        if (text.Length == 0)
            return null;
        return InstantText().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToUniversalTime()
            : throw new BindingException(ValidationError.Of("updatedSince", "query.instant"));
    }

    /// <summary>Where the caller reached this installation; public pages in files that it makes begin with it, as those of its own pages do.</summary>
    public static string SiteOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>The tags a request carries.</summary>
    public static Precondition PreconditionOf(HttpContext context) => new(
        context.Request.Headers.IfMatch.ToString() is { Length: > 0 } match ? match : null,
        context.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } none ? none : null);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InstantText();
}
