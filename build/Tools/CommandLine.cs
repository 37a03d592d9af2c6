namespace DistrictUnion.Build.Tools;

/// <summary>
/// The words after a build program: <c>--name value</c>, <c>--name=value</c>, <c>--flag</c> and plain words. A word nobody asked
/// for is refused, so a misspelt option never passes silently.
/// </summary>
internal sealed class CommandLine
{
    private readonly List<string> _words;

    private CommandLine(IEnumerable<string> words) => _words = [.. words];

    /// <summary>Splits <c>--name=value</c> into its two words, so that both spellings read the same.</summary>
    public static CommandLine Of(IEnumerable<string> args) =>
        new(args.SelectMany(word =>
            word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
                ? new[] { word[..at], word[(at + 1)..] }
                : [word]));

    /// <summary>Takes a flag; true when it was given.</summary>
    public bool Flag(string name) => _words.Remove(name);

    /// <summary>
    /// Whether help was asked for. <c>dotnet file.cs --help</c> prints the help of the dotnet command itself, so the plain word
    /// does too.
    /// </summary>
    public bool AsksForHelp() => _words.Contains("--help") || _words is ["help", ..];

    /// <summary>Takes an option's value; null when the option was not given.</summary>
    /// <exception cref="Failure">The option stands without a value.</exception>
    public string? Value(string name)
    {
        var at = _words.IndexOf(name);
        if (at < 0) return null;
        if (at + 1 == _words.Count || _words[at + 1].Length == 0 || _words[at + 1].StartsWith("--", StringComparison.Ordinal))
            throw new Failure($"The option {name} needs a value; see --help.");
        var value = _words[at + 1];
        _words.RemoveRange(at, 2);
        return value;
    }

    /// <summary>Takes the next plain word; null when there is none.</summary>
    public string? Word()
    {
        var at = _words.FindIndex(word => !word.StartsWith('-'));
        if (at < 0) return null;
        var word = _words[at];
        _words.RemoveAt(at);
        return word;
    }

    /// <summary>Refuses whatever nobody took.</summary>
    /// <exception cref="Failure">Something is left.</exception>
    public void RefuseTheRest()
    {
        if (_words.Count > 0) throw new Failure($"Unknown or repeated option {_words[0]}; see --help.");
    }
}
