namespace DistrictUnion.Build.Demo;

/// <summary>
/// Repeatable numbers (SplitMix64), one stream for each name: what is drawn for one school doesn't depend on how much was drawn
/// for another, so a change of one leaves the rest of the data as it was.
/// </summary>
internal sealed class DemoRandom
{
    private ulong _state;

    private DemoRandom(ulong state) => _state = state;

    /// <summary>The stream of a name.</summary>
    public static DemoRandom For(params ReadOnlySpan<string> name)
    {
        // FNV-1a; the offset is the fixed seed of the demo data.
        var hash = 14695981039346656037UL;
        foreach (var part in name)
        {
            foreach (var letter in part) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ '/') * 1099511628211UL;
        }

        return new(hash);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Between(1, 100) <= percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    private ulong Next()
    {
        var value = _state += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
