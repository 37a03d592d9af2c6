using System.Collections;
using DistrictUnion.Application.Common;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Imports;

/// <summary>
/// What becomes of each row of a large import. Only the outcomes are kept, a byte a row and the problems of those that have one; what a
/// row names is read from it again.
/// </summary>
/// <typeparam name="T">Type of the rows.</typeparam>
/// <param name="lines">The rows.</param>
/// <param name="keyOf">What a row names.</param>
internal sealed class ImportOutcomes<T>(IReadOnlyList<ImportLine<T>> lines, Func<T, string> keyOf) : IReadOnlyList<ImportRow>
    where T : class
{
    private readonly List<byte> statuses = new(lines.Count);
    private readonly Dictionary<int, FieldError> problems = [];

    /// <inheritdoc/>
    public int Count => statuses.Count;

    /// <summary>Whether no row is refused.</summary>
    public bool AreAllTaken => problems.Count == 0;

    /// <inheritdoc/>
    public ImportRow this[int index]
    {
        get
        {
            var line = lines[index];
            var key = line.Row is { } row ? keyOf(row) : line.Key;
            return problems.TryGetValue(index, out var problem) ? ImportRow.Rejected(line.Number, key, problem) : new ImportRow(line.Number, key, (ImportRowStatus)statuses[index]);
        }
    }

    /// <summary>The next row is taken: it is new, changed or (null) as it was.</summary>
    public void Take(bool? created) => statuses.Add((byte)ImportRow.StatusOf(created));

    /// <summary>The next row is refused.</summary>
    public void Refuse(FieldError problem)
    {
        problems.Add(statuses.Count, problem);
        statuses.Add((byte)ImportRowStatus.Rejected);
    }

    /// <inheritdoc/>
    public IEnumerator<ImportRow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
