using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Finds the very same file at other schools of the district. Only reviewers are told, so the reach is theirs already.</summary>
internal sealed class EvidenceDuplicates(IUnionDb db)
{
    /// <summary>Codes of other schools that handed in these bytes, by hash.</summary>
    public async Task<Dictionary<string, IReadOnlyList<string>>> OfAsync(SchoolId school, IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        var found = await db.Evidence.AsNoTracking().Where(e => hashes.Contains(e.Hash) && e.SchoolId != school && e.HandedIn)
            .Join(db.Schools, e => e.SchoolId, s => s.Id, (e, s) => new { e.Hash, s.Code }).Distinct().ToListAsync(cancellationToken);
        return found.GroupBy(f => f.Hash, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Code).Order(StringComparer.Ordinal)], StringComparer.Ordinal);
    }
}
