namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Keeps one copy of texts that stand in a file again and again: codes of schools, names of data items, small numbers.</summary>
internal sealed class RepeatedTexts
{
    /// <summary>Different texts that are remembered; beyond them a file isn't repetitive.</summary>
    private const int Most = 50_000;

    /// <summary>Longer texts are hardly repeated.</summary>
    private const int Longest = 64;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The copy that is kept of a text.</summary>
    public string Once(string? text)
    {
        if (text is null || text.Length > Longest)
            return text ?? "";
        if (known.TryGetValue(text, out var kept))
            return kept;
        if (known.Count < Most)
            known.Add(text);
        return text;
    }
}
