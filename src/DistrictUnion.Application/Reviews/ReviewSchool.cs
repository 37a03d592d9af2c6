using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Application.Votes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reviews;

/// <summary>A reviewer's score of a leaf.</summary>
public sealed record LeafScoreInput(string Node, decimal Score, string Reason);

/// <summary>What a reviewer says.</summary>
/// <param name="Level">Level the reviewer speaks for.</param>
/// <param name="Scores">Scores of leaves, each with a reason.</param>
/// <param name="Facts">Facts of the district about the school.</param>
/// <param name="NotApplicable">Leaves that don't apply; left out: nothing is said about it; an empty list: all apply.</param>
public sealed record ReviewInput(
    ReviewLevel Level, List<LeafScoreInput>? Scores = null, Dictionary<string, JsonElement>? Facts = null, List<string>? NotApplicable = null);

/// <summary>A level's review as it stands now.</summary>
public sealed record ReviewView(
    ReviewLevel Level, EvaluationStateView? State, IReadOnlyList<LeafScoreView> Scores, IReadOnlyList<string>? NotApplicable);

/// <summary>A leaf's score of one level.</summary>
public sealed record LeafScoreView(string Node, decimal Score, string Reason, DateTimeOffset At);

/// <summary>Reviews a school: scores leaves, enters the district's facts, lists what doesn't apply. The scorecard follows at once.</summary>
public sealed record ReviewSchool(RoundId Round, SchoolId School, ReviewInput Body, Precondition Precondition) : ICommand<Tagged<ReviewView>>;

internal sealed class ReviewSchoolValidator : AbstractValidator<ReviewSchool>
{
    public ReviewSchoolValidator()
    {
        RuleFor(c => c.Body.Level).IsInEnum().WithErrorCode("review.level");
        RuleFor(c => c.Body.Scores).Must(s => s is null || s.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Scores).ChildRules(s => s.RuleFor(x => x.Reason).Reason());
    }
}

internal sealed class ReviewSchoolHandler(
    IUnionDb db, ITenantContext tenant, RoundGate gate, SchemeCatalogue schemes, FactLedger ledger, ScorecardRollup rollup, EvaluationViews views, BarredSchools barred, TimeProvider clock)
    : IHandler<ReviewSchool, Tagged<ReviewView>>
{
    public async Task<Result<Tagged<ReviewView>>> Handle(ReviewSchool request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (caller.Role == Role.ZoneLead && request.Body.Level != ReviewLevel.Zone)
            return ValidationError.Of("level", "review.levelOfZoneLead");
        if (await barred.RefuseAsync(caller, request.Round, request.School, cancellationToken) is { } notTheirs)
            return notTheirs;
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return round.Refusal("round.notOpen");
        var scheme = await schemes.GetAsync(version, cancellationToken);
        var facts = FactContent.Read(scheme, l => l == FactLevel.District, request.Body.Facts, null);
        List<FieldError> errors = [.. facts.Errors, .. CheckScores(scheme, request.Body)];
        if (errors.Count > 0)
            return new ValidationError(errors);

        var evaluation = await db.SelfEvaluations.SingleOrDefaultAsync(
            e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        if (request.Precondition.Against(evaluation?.Version ?? 0) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(round, request.School, cancellationToken) is { } closed)
            return closed;
        if (evaluation is null || evaluation.HandedIn is null)
            return new ConflictError("evaluation.notSubmitted", "notStarted", []);
        if (evaluation.MarkReviewed(request.Body.Level) is { } refusal)
            return refusal;

        if (await OpenVotes.RefuseAsync(db, scheme, request.Round, request.School, facts.Facts, cancellationToken) is { } running)
            return running;

        var review = await db.SchoolReviews.SingleOrDefaultAsync(
            r => r.RoundId == request.Round && r.SchoolId == request.School && r.Level == request.Body.Level, cancellationToken);
        if (review is null)
        {
            review = SchoolReview.For(caller.DistrictId, request.Round, request.School, request.Body.Level);
            db.SchoolReviews.Add(review);
        }

        foreach (var score in request.Body.Scores ?? [])
        {
            if (review.Score(score.Node, new ReviewScore(score.Score, score.Reason, caller.UserName, clock.GetUtcNow())) is { } change)
                db.ReviewChanges.Add(change);
        }

        if (request.Body.NotApplicable is { } notApplicable)
            review.List(notApplicable);
        await ledger.TakeReviewFactsAsync(request.Round, request.School, facts.Facts, cancellationToken);
        await work.RecomputeAsync(cancellationToken);
        var view = await views.OfAsync(round, evaluation, [], false, cancellationToken);
        return new Tagged<ReviewView>(
            new ReviewView(
                review.Level,
                view.Body.State,
                [.. review.Scores.OrderBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => new LeafScoreView(s.Key, s.Value.Score, s.Value.Reason, BusinessTime.Local(s.Value.At)))],
                review.NotApplicable),
            evaluation.Version);
    }

    private static IEnumerable<FieldError> CheckScores(CompiledScheme scheme, ReviewInput body)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var i = 0; i < (body.Scores?.Count ?? 0); i++)
        {
            var score = body.Scores![i];
            if (scheme.LeafOf(score.Node) is not { } leaf)
                yield return FieldError.Of($"scores[{i}].node", "node.unknown", ("node", score.Node));
            else if (!seen.Add(score.Node))
                yield return FieldError.Of($"scores[{i}].node", "node.twice", ("node", score.Node));
            else if (PointsRules.Check(score.Score, leaf.Max!.Value, $"scores[{i}].score") is { } wrong)
                yield return wrong;
        }

        foreach (var error in PointsRules.CheckLeaves(scheme, body.NotApplicable, "notApplicable"))
            yield return error;
    }
}
