using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using FluentValidation;

namespace DistrictUnion.Application.Panels;

/// <summary>Why a judge recuses.</summary>
public sealed record RecusalInput(string Reason);

/// <summary>
/// Recuses the caller from a school (回避). A score given before stays on record and doesn't count. Another judge takes the place when one
/// can; otherwise it stays vacant, and assigning tells the district why: a conflict of interest never waits for that.
/// </summary>
public sealed record RecuseJudge(RoundId Round, PanelId Panel, SchoolId School, RecusalInput Body, Precondition Precondition) : ICommand<Tagged<SeatStateView>>;

internal sealed class RecuseJudgeValidator : AbstractValidator<RecuseJudge>
{
    public RecuseJudgeValidator() => RuleFor(c => c.Body.Reason).Reason();
}

internal sealed class RecuseJudgeHandler(IUnionDb db, ITenantContext tenant, OwnSeats seats, PanelDesk desk, TimeProvider clock) : IHandler<RecuseJudge, Tagged<SeatStateView>>
{
    public async Task<Result<Tagged<SeatStateView>>> Handle(RecuseJudge request, CancellationToken cancellationToken)
    {
        await using var own = await seats.FindAsync(request.Round, request.Panel, request.School, cancellationToken);
        if (own is null)
            return new NotFoundError();
        if (request.Precondition.Against(own.Seat.Version) is { } precondition)
            return precondition;

        // A judge who has come to belong to the school may not score it, and so must be able to leave it.
        if (own.Refusal is { } refusal and not ForbiddenError)
            return refusal;
        own.Seat.End(SeatEnding.Recused, keepsScore: false, request.Body.Reason, tenant.RequireCaller().UserName, clock.GetUtcNow());
        await desk.SeatAsync(own.Panel, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return SeatStateView.Of(own.Seat);
    }
}
