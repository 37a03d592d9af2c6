using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Http;

/// <summary>Reads words of the query string and headers.</summary>
public static class RequestWords
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

    /// <summary>Reads <c>true</c> or <c>false</c>, absent as <paramref name="absent"/>.</summary>
    /// <exception cref="BindingException">Neither.</exception>
    public static bool ReadFlag(HttpContext context, string name, bool absent) => context.Request.Query[name].ToString() switch
    {
        "" => absent,
        "true" => true,
        "false" => false,
        _ => throw new BindingException(ValidationError.Of(name, "query.word", ("allowed", Flags))),
    };

    /// <summary>The tags a request carries.</summary>
    public static Precondition PreconditionOf(HttpContext context) => new(
        context.Request.Headers.IfMatch.ToString() is { Length: > 0 } match ? match : null,
        context.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } none ? none : null);
}
