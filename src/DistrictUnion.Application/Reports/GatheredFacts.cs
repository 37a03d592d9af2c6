using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Reports;

namespace DistrictUnion.Application.Reports;

/// <summary>Facts and events that an import accepted, with their history, to be written in bulk.</summary>
internal sealed class GatheredFacts
{
    private readonly HashSet<object> entries = new(ReferenceEqualityComparer.Instance);

    /// <summary>History.</summary>
    public List<FactChange> Changes { get; } = [];

    /// <summary>Takes an entry that is new or changed.</summary>
    public void Add(object entry) => entries.Add(entry);

    /// <summary>Writes everything.</summary>
    public async Task WriteAsync(IBulkWriter bulk, CancellationToken cancellationToken)
    {
        await bulk.UpsertAsync(entries.OfType<BranchFact>().ToList(), cancellationToken);
        await bulk.UpsertAsync(entries.OfType<SchoolFact>().ToList(), cancellationToken);
        await bulk.UpsertAsync(entries.OfType<BranchEvent>().ToList(), cancellationToken);
        await bulk.UpsertAsync(entries.OfType<SchoolEvent>().ToList(), cancellationToken);
        await bulk.UpsertAsync(Changes, cancellationToken);
        entries.Clear();
        Changes.Clear();
    }
}
