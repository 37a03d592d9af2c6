using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Visits;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>Takes an inspection a step further: an inspector completes or cancels it, the chair confirms it or sends it back.</summary>
public sealed record DecideVisit(RoundId Round, VisitId Visit, VisitStep Step, string? Reason, Precondition Precondition) : ICommand<Tagged<VisitView>>;

internal sealed class DecideVisitValidator : AbstractValidator<DecideVisit>
{
    public DecideVisitValidator() => RuleFor(c => c.Reason!).Reason().When(c => c.Step is VisitStep.Return or VisitStep.Cancel);
}

internal sealed class DecideVisitHandler(IUnionDb db, ITenantContext tenant, VisitDesk desk, VisitViews views, ObligationLedger obligations, ReceiptClock clock) : IHandler<DecideVisit, Tagged<VisitView>>
{
    public async Task<Result<Tagged<VisitView>>> Handle(DecideVisit request, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == request.Visit, cancellationToken);
        var isAnswer = request.Step is VisitStep.Confirm or VisitStep.Return;
        if (isAnswer && !tenant.RequireCaller().IsOfSchool)
            return new ForbiddenError();
        if (!isAnswer && await desk.RefuseWriterAsync(visit, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(visit) is { } precondition)
            return precondition;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } closed)
            return closed;
        var (actor, now) = (tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
        var refusal = request.Step switch
        {
            VisitStep.Complete => visit.Complete(actor, now),
            VisitStep.Confirm => visit.Confirm(actor, now),
            VisitStep.Return => visit.Return(actor, now, request.Reason!),
            _ => visit.Cancel(actor, now, request.Reason!),
        };
        if (refusal is not null)
            return refusal;
        if (request.Step == VisitStep.Confirm)
            await obligations.FulfilAsync(EvidenceKind.InspectionConfirmed, UnitKey.Of(visit.SchoolId), visit.PlannedOn, $"{visit.Id.Value}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(visit, false, cancellationToken);
    }
}
