using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Points of one leaf.</summary>
/// <param name="Node">Code of a leaf.</param>
/// <param name="Score">Points.</param>
/// <param name="Reason">Why.</param>
public sealed record BranchLeafScore(string Node, decimal Score, string Reason);

/// <summary>Points of a branch.</summary>
public sealed record BranchScoresInput(IReadOnlyList<BranchLeafScore> Scores);

/// <summary>Gives a branch its points under the scheme of the campaign's round; a school has them from the round itself.</summary>
public sealed record ScoreApplication(TitleApplicationId Application, BranchScoresInput Body, Precondition Precondition) : ICommand<Tagged<ApplicationView>>;

internal sealed class ScoreApplicationValidator : AbstractValidator<ScoreApplication>
{
    private const int MostLeaves = 2000;

    public ScoreApplicationValidator()
    {
        RuleFor(c => c.Body.Scores).Must(s => s.Count is >= 1 and <= MostLeaves && s.Select(x => x.Node).Distinct(StringComparer.Ordinal).Count() == s.Count).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Scores).ChildRules(s => s.RuleFor(x => x.Reason).Reason());
    }
}

internal sealed class ScoreApplicationHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, ApplicationViews views, TimeProvider clock)
    : IHandler<ScoreApplication, Tagged<ApplicationView>>
{
    public async Task<Result<Tagged<ApplicationView>>> Handle(ScoreApplication request, CancellationToken cancellationToken)
    {
        var application = await db.TitleApplications.SingleAsync(a => a.Id == request.Application, cancellationToken);
        var version = await db.TitleCampaigns.Where(c => c.Id == application.CampaignId)
            .Join(db.Rounds, c => c.RoundId, r => r.Id, (c, r) => r.SchemeVersionId).SingleAsync(cancellationToken);
        if (version is not { } pinned)
            return new ConflictError("round.notOpen", "planned", []);
        var scheme = await schemes.GetAsync(pinned, cancellationToken);
        List<FieldError> problems = [];
        foreach (var (score, i) in request.Body.Scores.Select((s, i) => (s, i)))
        {
            if (scheme.LeafOf(score.Node) is not { } leaf)
                problems.Add(FieldError.Of($"scores[{i}].node", "node.unknown", ("node", score.Node)));
            else if (PointsRules.Check(score.Score, leaf.Max!.Value, $"scores[{i}].score") is { } wrong)
                problems.Add(wrong);
        }

        if (problems.Count > 0)
            return new ValidationError(problems);
        if (request.Precondition.Against(application) is { } precondition)
            return precondition;
        if (application.BranchId is null)
            return new ConflictError("application.scoredByRound", Words.Camel(application.State), []);
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        if (application.Score(request.Body.Scores.ToDictionary(s => s.Node, s => new ReviewScore(s.Score, s.Reason, actor, now), StringComparer.Ordinal)) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(application, false, cancellationToken);
    }
}
