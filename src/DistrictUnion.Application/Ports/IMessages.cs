namespace DistrictUnion.Application.Ports;

/// <summary>Puts codes into words for files that people read, in the language of the request.</summary>
public interface IMessages
{
    /// <summary>Whether the words are Chinese.</summary>
    bool AreChinese { get; }

    /// <summary>The words for a code; the code itself when there are none.</summary>
    string Format(string code, IReadOnlyDictionary<string, object?> arguments);
}

/// <summary>Conveniences.</summary>
public static class MessagesExtensions
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>The words for a code without parameters.</summary>
    public static string Of(this IMessages messages, string code) => messages.Format(code, None);

    /// <summary>The words for a code with parameters.</summary>
    public static string Of(this IMessages messages, string code, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var byName = new Dictionary<string, object?>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            byName.Add(name, value);
        return messages.Format(code, byName);
    }

    /// <summary>The words for a value of an enumeration: <c>word.{kind}.{value}</c>.</summary>
    public static string Word<T>(this IMessages messages, string kind, T value)
        where T : struct, Enum => messages.Of($"word.{kind}.{Domain.Common.Words.Camel(value)}");
}
