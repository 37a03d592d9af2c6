using System.Globalization;

namespace DistrictUnion.Application.Bundles;

/// <summary>A place where a bundle says something else than what follows from it.</summary>
/// <param name="File">File.</param>
/// <param name="Line">Line, from 1; null: the file as a whole.</param>
/// <param name="Unit">School or application; null where none is concerned.</param>
/// <param name="Item">What differs: <c>A1.final</c>, <c>total</c>, <c>rank</c>.</param>
/// <param name="Expected">What follows; null: nothing.</param>
/// <param name="Found">What the file says; null: nothing.</param>
public sealed record BundleDifference(string File, int? Line, string? Unit, string Item, string? Expected, string? Found);

/// <summary>What became of computing a bundle again.</summary>
/// <param name="Header">What the bundle says of itself; null when its table of contents can't be read.</param>
/// <param name="Head">Hash of the bundle as it lies here.</param>
/// <param name="ExpectedHead">The published hash to compare with; null: none was given.</param>
/// <param name="Units">Schools or applications that were computed again.</param>
/// <param name="Values">Values that were compared.</param>
/// <param name="ChangedFiles">Files that aren't what the table of contents says.</param>
/// <param name="StructureChangedAt">The first changed byte between the files; null: none.</param>
/// <param name="Differences">How many values differ.</param>
/// <param name="First">The first of them.</param>
public sealed record BundleReport(
    BundleHeader? Header,
    string? Head,
    string? ExpectedHead,
    int Units,
    int Values,
    IReadOnlyList<string> ChangedFiles,
    long? StructureChangedAt,
    int Differences,
    BundleDifference? First)
{
    /// <summary>Whether it is another bundle than the published one.</summary>
    public bool IsOther => ExpectedHead is not null && !string.Equals(ExpectedHead, Head, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether every byte and every value is what it must be.</summary>
    public bool IsSame => Header is not null && !IsOther && ChangedFiles.Count == 0 && StructureChangedAt is null && Differences == 0;
}

/// <summary>Compares, counts, and keeps the first difference.</summary>
internal sealed class BundleFindings
{
    /// <summary>Values compared.</summary>
    public int Values { get; private set; }

    /// <summary>Schools or applications computed again.</summary>
    public int Units { get; set; }

    /// <summary>Differences.</summary>
    public int Differences { get; private set; }

    /// <summary>The first difference.</summary>
    public BundleDifference? First { get; private set; }

    /// <summary>Compares a value.</summary>
    public void Compare<T>(Spot spot, string item, T expected, T found)
    {
        Values++;
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            Differ(spot, item, Text(expected), Text(found));
    }

    /// <summary>Compares lists.</summary>
    public void CompareAll<T>(Spot spot, string item, IReadOnlyList<T> expected, IReadOnlyList<T> found)
    {
        Values++;
        if (!expected.SequenceEqual(found))
            Differ(spot, item, string.Join(' ', expected.Select(Text)), string.Join(' ', found.Select(Text)));
    }

    /// <summary>Notes a difference.</summary>
    public void Differ(Spot spot, string item, string? expected, string? found)
    {
        Differences++;
        First ??= new BundleDifference(spot.File, spot.Line, spot.Unit, item, expected, found);
    }

    /// <summary>
    /// Does a part of the work. Whatever a foreign file makes of the engine (a number too large, a name twice, nothing where something
    /// must be) is a difference of that file and no crash.
    /// </summary>
    public void Try(Spot spot, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or BundleUnreadableException))
        {
            Differ(spot, "unreadable", null, e.Message);
        }
    }

    private static string? Text<T>(T value) => value switch
    {
        null => null,
        decimal number => number.ToString("0.00####", CultureInfo.InvariantCulture),
        Enum word => $"{char.ToLowerInvariant(word.ToString()[0])}{word.ToString()[1..]}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>A place in a bundle.</summary>
internal readonly record struct Spot(string File, int? Line = null, string? Unit = null);
