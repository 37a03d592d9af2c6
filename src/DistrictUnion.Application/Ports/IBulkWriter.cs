using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>
/// Writes many rows of one kind at once, past the change tracker, into the running transaction. For rows that keep their own
/// history; what it writes stands in no audit row.
/// </summary>
public interface IBulkWriter
{
    /// <summary>Adds rows, and replaces those of the same key unless the kind is only ever added to.</summary>
    /// <exception cref="InvalidOperationException">A row belongs to another district than the one in scope.</exception>
    Task UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, ITenantOwned, IKeepsOwnHistory;

    /// <summary>Adds rows that another run may be adding too; one whose unique key is there already is left as it is. For rows that the product itself makes.</summary>
    /// <exception cref="InvalidOperationException">A row belongs to another district than the one in scope.</exception>
    Task AddMissingAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, ITenantOwned;
}
