using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Papers;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Papers;

/// <summary>A scan of a signed and sealed paper.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">File name.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">Digest of what the paper shows.</param>
/// <param name="IsCurrent">Whether that is what stands now.</param>
/// <param name="Actor">Who uploaded it.</param>
/// <param name="At">Server receipt.</param>
public sealed record PaperScanView(Guid Id, string Name, string MediaType, long Size, string Digest, bool IsCurrent, string Actor, DateTimeOffset At);

/// <summary>The paper of one kind.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Digest">Digest of what a paper printed now shows; null while there is nothing to print.</param>
/// <param name="Scans">Scans, the oldest first.</param>
/// <param name="Original">Where the original is; null: not registered.</param>
public sealed record PaperView(PaperKind Kind, string? Digest, IReadOnlyList<PaperScanView> Scans, PaperOriginal? Original)
{
    internal static PaperView Of(PaperKind kind, EvaluationPaper? paper, string? digest) => new(
        kind,
        digest,
        [.. (paper?.Scans ?? []).Select(s => new PaperScanView(s.Id, s.File.Name, s.File.MediaType, s.File.Size, s.Digest, s.Digest == digest, s.Actor, BusinessTime.Local(s.At)))],
        paper?.Original);
}

/// <summary>
/// Digests what a paper shows, so that a signed one can be told from one that says something else: eight groups of four letters
/// and digits that stand on the paper and beside its scans.
/// </summary>
internal sealed class PaperDigests(IUnionDb db)
{
    private const int Groups = 8;

    /// <summary>The digest of what would be printed now; null while there is nothing to print.</summary>
    public async Task<string?> OfAsync(RoundId round, SchoolId school, PaperKind kind, CancellationToken cancellationToken)
    {
        var handedIn = await db.SelfEvaluations.AsNoTracking().Where(e => e.RoundId == round && e.SchoolId == school && e.HandedIn != null)
            .Join(db.Rounds, e => e.RoundId, r => r.Id, (e, r) => new { e.HandedIn, r.SchemeVersionId }).SingleOrDefaultAsync(cancellationToken);
        if (handedIn is null)
            return null;
        if (kind == PaperKind.SelfEvaluation)
            return Digest([round.Value, school.Value, handedIn.SchemeVersionId?.Value, handedIn.HandedIn]);
        var reviews = await db.SchoolReviews.AsNoTracking().Where(r => r.RoundId == round && r.SchoolId == school).OrderBy(r => r.Level).ToListAsync(cancellationToken);
        var card = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round && c.SchoolId == school).Select(c => new { c.Total, c.Nodes }).SingleOrDefaultAsync(cancellationToken);
        return Digest(
        [
            round.Value, school.Value, handedIn.SchemeVersionId?.Value, handedIn.HandedIn, card?.Total, card?.Nodes,
            .. reviews.Select(r => Json.Write(new { r.Level, Scores = r.Scores.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new { s.Key, s.Value.Score, s.Value.Reason }), r.NotApplicable })),
        ]);
    }

    private static string Digest(IReadOnlyList<object?> parts)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(parts))));
        return string.Join('-', Enumerable.Range(0, Groups).Select(i => hash.Substring(i * 4, 4)));
    }
}
