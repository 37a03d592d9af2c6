using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reviews;

/// <summary>What lies on a reviewer's desk.</summary>
/// <param name="Zone">What the zone says; null: nothing yet.</param>
/// <param name="District">What the district says; null: nothing yet.</param>
/// <param name="Evidence">Files that were handed in, at most 500.</param>
/// <param name="Comments">What the school says of its leaves.</param>
/// <param name="Changed">Leaves on which the school changed something since it was returned; null: it never was.</param>
/// <param name="ChangedEvidence">Files that are new, replaced or say something else since it was returned, by their identifiers.</param>
/// <param name="Recusals">Reviewers who stay out of this school's review.</param>
/// <param name="Barred">Why the caller decides nothing about it, as a code: <c>review.ownSchool</c>, <c>review.recused</c>; null: the caller may.</param>
public sealed record ReviewsView(
    LevelReview? Zone,
    LevelReview? District,
    IReadOnlyList<EvidenceView> Evidence,
    IReadOnlyDictionary<string, string> Comments,
    IReadOnlyList<string>? Changed,
    IReadOnlyDictionary<Guid, EvidenceChange> ChangedEvidence,
    IReadOnlyList<ReviewRecusalView> Recusals,
    string? Barred);

/// <summary>What one level says.</summary>
/// <param name="Scores">Scores by leaf.</param>
/// <param name="NotApplicable">Leaves that don't apply; null: nothing is said about it.</param>
public sealed record LevelReview(IReadOnlyList<LeafScoreView> Scores, IReadOnlyList<string>? NotApplicable);

/// <summary>The reviews of a school in a round; its version is that of the self-evaluation, which a review must match.</summary>
public sealed record GetReviews(RoundId Round, SchoolId School) : IQuery<Tagged<ReviewsView>>;

internal sealed class GetReviewsHandler(IUnionDb db, ITenantContext tenant, EvidenceDuplicates duplicates, SchemeCatalogue schemes, BarredSchools barred) : IHandler<GetReviews, Tagged<ReviewsView>>
{
    public async Task<Result<Tagged<ReviewsView>>> Handle(GetReviews request, CancellationToken cancellationToken)
    {
        var evaluation = await db.SelfEvaluations.AsNoTracking()
            .Where(e => e.RoundId == request.Round && e.SchoolId == request.School && e.HandedIn != null)
            .Join(db.Rounds, e => e.RoundId, r => r.Id, (e, r) => new { e.Version, e.HandedIn, e.HandedInBefore, e.EvidenceHandedIn, e.EvidenceHandedInBefore, r.SchemeVersionId }).SingleOrDefaultAsync(cancellationToken);
        if (evaluation is null)
            return new NotFoundError();
        var reviews = await db.SchoolReviews.AsNoTracking().Where(r => r.RoundId == request.Round && r.SchoolId == request.School)
            .ToDictionaryAsync(r => r.Level, cancellationToken);
        var scanned = await EvidenceSight.ScannedAsync(
            db, EvidenceSight.Of(db, tenant, request.Round, request.School).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id), cancellationToken);
        var files = scanned.ConvertAll(f => f.File);
        var others = await duplicates.OfAsync(request.School, files, cancellationToken);
        var recusals = await db.ReviewRecusals.AsNoTracking().Where(r => r.RoundId == request.Round && r.SchoolId == request.School)
            .Join(db.Users, r => r.UserId, u => u.Id, (r, u) => new { Recusal = r, u.UserName, u.DisplayName })
            .OrderBy(r => r.Recusal.At).ThenBy(r => r.UserName).ToListAsync(cancellationToken);
        var earlier = await EvidenceSight.EarlierAsync(db, tenant, files, cancellationToken);
        var content = Json.Read<EvaluationContent>(evaluation.HandedIn!);
        var scheme = await schemes.GetAsync(evaluation.SchemeVersionId!.Value, cancellationToken);
        var proof = evaluation is { EvidenceHandedInBefore: { } filesBefore, EvidenceHandedIn: { } filesNow }
            ? EvidenceChanges.Between(Json.Read<List<HandedInFile>>(filesBefore), Json.Read<List<HandedInFile>>(filesNow))
            : EvidenceChanges.None;
        return new Tagged<ReviewsView>(
            new ReviewsView(
                Of(reviews.GetValueOrDefault(ReviewLevel.Zone)),
                Of(reviews.GetValueOrDefault(ReviewLevel.District)),
                [.. scanned.Select(f => EvidenceView.Of(f.File, f.Scan, earlier[f.File.Id], others.GetValueOrDefault(f.File.Hash)))],
                content.Comments ?? [],
                evaluation.HandedInBefore is { } before ? EvaluationChanges.Between(scheme, Json.Read<EvaluationContent>(before), content, proof.Leaves) : null,
                proof.Files,
                [.. recusals.Select(r => new ReviewRecusalView(r.UserName, r.DisplayName, r.Recusal.Reason, r.Recusal.Actor, BusinessTime.Local(r.Recusal.At)))],
                (await barred.RefuseAsync(tenant.RequireCaller(), request.Round, request.School, cancellationToken))?.Code),
            evaluation.Version);
    }

    private static LevelReview? Of(SchoolReview? review) => review is null
        ? null
        : new LevelReview(
            [.. review.Scores.OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => new LeafScoreView(s.Key, s.Value.Score, s.Value.Reason, BusinessTime.Local(s.Value.At)))],
            review.NotApplicable);
}
