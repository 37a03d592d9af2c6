namespace DistrictUnion.Domain.Common;

/// <summary>
/// A message as data: a stable code and its parameters. It is put into words (Chinese, English) at the edge, when it is read.
/// </summary>
/// <param name="Code">Code such as <c>explain.rateStep</c>; the message files hold words for each.</param>
/// <param name="Arguments">Parameters by placeholder name: text, numbers (decimal, long, <see cref="Fraction"/>), dates, lists of text.</param>
public sealed record Statement(string Code, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>A statement with the given parameters.</summary>
    public static Statement Of(string code, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var byName = new Dictionary<string, object?>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments) byName.Add(name, value);
        return new(code, byName);
    }
}
