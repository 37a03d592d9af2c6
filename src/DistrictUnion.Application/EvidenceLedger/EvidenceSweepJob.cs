using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What scheduled work about files works on: nothing but its district.</summary>
public sealed record ScheduledPayload;

/// <summary>What a sweep removed.</summary>
/// <param name="Files">Kept files that no row named.</param>
/// <param name="Leftovers">Pieces of uploads that nobody went on with.</param>
public sealed record SweepOutcome(int Files, int Leftovers);

/// <summary>
/// Removes kept files of a district that nothing refers to. A row follows its file within moments, so what is a day old and named
/// nowhere stays so: files are listed first and rows read after, and bytes that come again in between count as new.
/// </summary>
internal sealed class EvidenceSweepJob(IUnionDb db, IUnitOfWork unitOfWork, ITenantContext tenant, IEvidenceStore store, TimeProvider clock) : IJobHandler
{
    public const string Name = "evidence.sweep";

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var district = tenant.RequireCaller().DistrictId;
        var before = clock.GetUtcNow() - Grace;
        var unnamed = store.KeptBefore(district, before).ToHashSet(StringComparer.Ordinal);
        if (unnamed.Count > 0)
            unnamed.ExceptWith((await unitOfWork.ReadAsync(() => NamedAsync(cancellationToken), cancellationToken)).Value);
        var removed = unnamed.Count(hash => store.Remove(district, hash, before));
        return new SweepOutcome(removed, store.RemoveLeftovers(district, before));
    }

    private async Task<Result<HashSet<string>>> NamedAsync(CancellationToken cancellationToken)
    {
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (var holder in KeptFileReferences.Holders.Values)
            named.UnionWith(await holder(db, cancellationToken));
        return named;
    }
}
