using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>The self-evaluation of a school in a round.</summary>
public sealed record GetEvaluation(RoundId Round, SchoolId School) : IQuery<Tagged<EvaluationView>>;

internal sealed class GetEvaluationHandler(IUnionDb db, ITenantContext tenant, EvaluationViews views) : IHandler<GetEvaluation, Tagged<EvaluationView>>
{
    public async Task<Result<Tagged<EvaluationView>>> Handle(GetEvaluation request, CancellationToken cancellationToken)
    {
        var evaluation = await db.SelfEvaluations.AsNoTracking()
            .SingleOrDefaultAsync(e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        if (evaluation is null || (evaluation.HandedIn is null && !tenant.RequireCaller().IsOfSchool && evaluation.OnBehalfReason is null))
            return new NotFoundError();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        return await views.OfAsync(round, evaluation, [], false, cancellationToken);
    }
}
