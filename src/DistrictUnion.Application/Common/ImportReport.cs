using DistrictUnion.Application.Imports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Common;

/// <summary>What an import does with rows that are refused.</summary>
public enum ImportMode
{
    /// <summary>One refused row stores nothing.</summary>
    Atomic,

    /// <summary>The other rows are stored.</summary>
    PerRow,
}

/// <summary>What becomes of a row.</summary>
public enum ImportRowStatus
{
    /// <summary>New.</summary>
    Created,

    /// <summary>Changed.</summary>
    Updated,

    /// <summary>As it was.</summary>
    Unchanged,

    /// <summary>Refused.</summary>
    Rejected,
}

/// <summary>One row's report.</summary>
/// <param name="Row">Number of the row, from 1 (a header isn't counted).</param>
/// <param name="Key">What the row names.</param>
/// <param name="Status">What becomes of it.</param>
/// <param name="Code">Code of the problem.</param>
/// <param name="Field">Field of the problem.</param>
/// <param name="Arguments">Parameters of the message.</param>
public sealed record ImportRow(
    int Row, string Key, ImportRowStatus Status, string? Code = null, string? Field = null, IReadOnlyDictionary<string, object?>? Arguments = null)
{
    /// <summary>A refused row.</summary>
    public static ImportRow Rejected(int row, string key, FieldError error) =>
        new(row, key, ImportRowStatus.Rejected, error.Code, error.Path, error.Arguments);

    /// <summary>A row that couldn't be read.</summary>
    public static ImportRow Unreadable<T>(ImportLine<T> line)
        where T : class => Rejected(line.Number, line.Key, line.Problem ?? throw new ArgumentException("The row was read.", nameof(line)));

    /// <summary>A row that is stored: new, changed or as it was.</summary>
    public static ImportRow Taken(int row, string key, bool? created) => new(row, key, StatusOf(created));

    /// <summary>What becomes of a row that is stored: new, changed or as it was.</summary>
    internal static ImportRowStatus StatusOf(bool? created) =>
        created switch { null => ImportRowStatus.Unchanged, true => ImportRowStatus.Created, _ => ImportRowStatus.Updated };
}

/// <summary>An import's report.</summary>
public sealed record ImportReport(int Created, int Updated, int Unchanged, int Rejected, bool Stored, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Counts the rows.</summary>
    public static ImportReport Of(IReadOnlyList<ImportRow> rows, bool stored)
    {
        var counts = rows.CountBy(r => r.Status).ToDictionary();
        int Count(ImportRowStatus status) => counts.GetValueOrDefault(status);
        return new ImportReport(
            Count(ImportRowStatus.Created), Count(ImportRowStatus.Updated), Count(ImportRowStatus.Unchanged), Count(ImportRowStatus.Rejected), stored, rows);
    }
}
