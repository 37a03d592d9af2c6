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
/// <param name="SchoolName">Name of the school.</param>
/// <param name="Digest">Digest of what a paper printed now shows; null while there is nothing to print.</param>
/// <param name="Scans">Scans, the oldest first.</param>
/// <param name="Original">Where the original is; null: not registered.</param>
public sealed record PaperView(PaperKind Kind, string SchoolName, string? Digest, IReadOnlyList<PaperScanView> Scans, PaperOriginal? Original)
{
    internal static PaperView Of(PaperKind kind, EvaluationPaper? paper, PaperBasis basis) => new(
        kind,
        basis.SchoolName,
        basis.Digest,
        [.. (paper?.Scans ?? []).Select(s => new PaperScanView(s.Id, s.File.Name, s.File.MediaType, s.File.Size, s.Digest, s.Digest == basis.Digest, s.Actor, BusinessTime.Local(s.At)))],
        paper?.Original);
}

/// <summary>What a paper would show.</summary>
/// <param name="SchoolName">Name of the school.</param>
/// <param name="Digest">Digest of what stands now; null while there is nothing to print.</param>
internal sealed record PaperBasis(string SchoolName, string? Digest);

/// <summary>
/// Digests what a paper shows, so that a signed one can be told from one that says something else: eight groups of four letters
/// and digits that stand on the paper and beside its scans.
/// </summary>
internal sealed class PaperDigests(IUnionDb db)
{
    private const int Groups = 8;

    /// <summary>What would be printed now.</summary>
    public async Task<PaperBasis> OfAsync(RoundId round, SchoolId school, PaperKind kind, CancellationToken cancellationToken)
    {
        var found = await db.Schools.AsNoTracking().Where(s => s.Id == school).Select(s => new
        {
            s.Name,
            HandedIn = db.SelfEvaluations.Where(e => e.RoundId == round && e.SchoolId == school).Select(e => e.HandedIn).FirstOrDefault(),
            SchemeVersion = db.Rounds.Where(r => r.Id == round).Select(r => r.SchemeVersionId).FirstOrDefault(),
        }).SingleAsync(cancellationToken);
        return new PaperBasis(found.Name, found.HandedIn is { } handedIn ? await DigestAsync(round, school, kind, found.SchemeVersion, handedIn, cancellationToken) : null);
    }

    private async Task<string> DigestAsync(
        RoundId round, SchoolId school, PaperKind kind, SchemeVersionId? scheme, string handedIn, CancellationToken cancellationToken)
    {
        if (kind == PaperKind.SelfEvaluation)
            return Digest([round.Value, school.Value, scheme?.Value, handedIn]);
        var reviews = await db.SchoolReviews.AsNoTracking().Where(r => r.RoundId == round && r.SchoolId == school).OrderBy(r => r.Level).ToListAsync(cancellationToken);
        var card = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round && c.SchoolId == school).Select(c => new { c.Total, c.Nodes }).SingleOrDefaultAsync(cancellationToken);
        return Digest(
        [
            round.Value, school.Value, scheme?.Value, handedIn, card?.Total, card?.Nodes,
            .. reviews.Select(r => Json.Write(new { r.Level, Scores = r.Scores.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new { s.Key, s.Value.Score, s.Value.Reason }), r.NotApplicable })),
        ]);
    }

    private static string Digest(IReadOnlyList<object?> parts)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(parts))));
        return string.Join('-', Enumerable.Range(0, Groups).Select(i => hash.Substring(i * 4, 4)));
    }
}
