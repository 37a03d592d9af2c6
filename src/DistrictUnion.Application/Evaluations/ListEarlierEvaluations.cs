using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>An earlier round whose answers can be carried over.</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="Name">Its name.</param>
/// <param name="WindowFrom">First day of its window.</param>
/// <param name="WindowTo">Last day of its window.</param>
public sealed record EarlierEvaluation(string Round, string Name, DateOnly WindowFrom, DateOnly WindowTo);

/// <summary>Earlier rounds in which a school handed in, the latest first.</summary>
public sealed record ListEarlierEvaluations(RoundId Round, SchoolId School, PageRequest Page) : IQuery<Page<EarlierEvaluation>>;

internal sealed class ListEarlierEvaluationsHandler(IUnionDb db) : IHandler<ListEarlierEvaluations, Page<EarlierEvaluation>>
{
    public async Task<Result<Page<EarlierEvaluation>>> Handle(ListEarlierEvaluations request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var earlier = EarlierEvaluations.Of(db, round, request.School);
        var total = await earlier.CountAsync(cancellationToken);
        var items = await earlier.OrderByDescending(e => e.Round.WindowTo).ThenBy(e => e.Round.Code)
            .Skip(request.Page.Skip).Take(request.Page.Size)
            .Select(e => new EarlierEvaluation(e.Round.Code, e.Round.Name, e.Round.WindowFrom, e.Round.WindowTo)).ToListAsync(cancellationToken);
        return new Page<EarlierEvaluation>(items, request.Page.Number, request.Page.Size, total);
    }
}

/// <summary>A self-evaluation with its round.</summary>
internal sealed class EvaluationOfRound
{
    /// <summary>Round.</summary>
    public required AssessmentRound Round { get; init; }

    /// <summary>Evaluation.</summary>
    public required SelfEvaluation Evaluation { get; init; }
}

/// <summary>What a school handed in before.</summary>
internal static class EarlierEvaluations
{
    /// <summary>Of rounds whose window ends no later than the given one's.</summary>
    public static IQueryable<EvaluationOfRound> Of(IUnionDb db, AssessmentRound round, SchoolId school) =>
        db.SelfEvaluations.AsNoTracking().Where(e => e.SchoolId == school && e.HandedIn != null && e.RoundId != round.Id)
            .Join(db.Rounds.Where(r => r.WindowTo <= round.WindowTo), e => e.RoundId, r => r.Id, (e, r) => new EvaluationOfRound
            {
                Round = r,
                Evaluation = e,
            });
}
