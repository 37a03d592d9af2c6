using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Other schools of the district that handed in what a school did.</summary>
/// <param name="Same">Codes of those with the very same bytes.</param>
/// <param name="Similar">Codes of further ones with a picture that looks alike.</param>
internal sealed record Likenesses(IReadOnlyList<string> Same, IReadOnlyList<string> Similar);

/// <summary>Finds the very same file, or a picture that looks alike, at other schools of the district. Only reviewers are told, so the reach is theirs already.</summary>
internal sealed class EvidenceDuplicates(IUnionDb db)
{
    /// <summary>What others handed in, by the hash of the school's file, in one statement.</summary>
    public async Task<Dictionary<string, Likenesses>> OfAsync(SchoolId school, IReadOnlyList<Evidence> files, CancellationToken cancellationToken)
    {
        var hashes = files.Select(f => f.Hash).Distinct().ToList();
        var ids = files.Where(f => f.PictureHash is not null).Select(f => f.Id).ToList();
        var others = db.Evidence.AsNoTracking().Where(e => e.SchoolId != school && e.HandedIn);
        var same = others.Where(e => hashes.Contains(e.Hash)).Select(e => new { e.Hash, Same = true, e.SchoolId });
        var similar = db.Evidence.AsNoTracking().Where(e => e.SchoolId == school && ids.Contains(e.Id) && hashes.Contains(e.Hash) && e.PictureHash != null)
            .SelectMany(
                mine => others.Where(e => e.PictureHash != null && e.Hash != mine.Hash
                    && DatabaseFunctions.CountBits(e.PictureHash.Value ^ mine.PictureHash!.Value) <= PictureHash.MostDifferences),
                (mine, e) => new { mine.Hash, Same = false, e.SchoolId });
        var found = await (ids.Count == 0 ? same : same.Concat(similar))
            .Join(db.Schools, e => e.SchoolId, s => s.Id, (e, s) => new { e.Hash, e.Same, s.Code }).Distinct().ToListAsync(cancellationToken);
        return found.GroupBy(f => f.Hash, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g =>
            {
                var exact = g.Where(f => f.Same).Select(f => f.Code).Order(StringComparer.Ordinal).ToList();
                return new Likenesses(exact, [.. g.Where(f => !f.Same).Select(f => f.Code).Except(exact, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
            },
            StringComparer.Ordinal);
    }
}
