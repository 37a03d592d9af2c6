using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>A decision about many evaluations.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Step">Whether the evaluations were accepted or returned.</param>
/// <param name="Schools">How many.</param>
/// <param name="At">When.</param>
/// <param name="UndoableUntil">The first moment at which it can be undone no longer.</param>
/// <param name="Undone">Whether it was undone.</param>
public sealed record BulkDecisionView(Guid Id, EvaluationsStep Step, int Schools, DateTimeOffset At, DateTimeOffset UndoableUntil, bool Undone);

/// <summary>The caller's own decisions about many evaluations of a round, the latest first.</summary>
public sealed record ListDecisions(RoundId Round, PageRequest Page) : IQuery<Page<BulkDecisionView>>;

internal sealed class ListDecisionsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListDecisions, Page<BulkDecisionView>>
{
    public async Task<Result<Page<BulkDecisionView>>> Handle(ListDecisions request, CancellationToken cancellationToken)
    {
        var own = BulkDecisions.Of(db, tenant, request.Round).AsNoTracking();
        var total = await own.CountAsync(cancellationToken);
        var page = await own.OrderByDescending(d => d.At).ThenBy(d => d.Id).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<BulkDecisionView>(
            [
                .. page.Select(d => new BulkDecisionView(
                    d.Id.Value, d.Returned ? EvaluationsStep.Return : EvaluationsStep.Accept, d.Evaluations.Count,
                    BusinessTime.Local(d.At), BusinessTime.Local(d.UndoableUntil), d.UndoneAt is not null)),
            ],
            request.Page.Number, request.Page.Size, total);
    }
}
