using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Visits;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>What a visit is to be.</summary>
/// <param name="PlannedOn">Day.</param>
/// <param name="Inspectors">User names of district officers or of the zone's lead.</param>
/// <param name="Leaves">Codes of the leaves to look at; left out or empty: all.</param>
public sealed record VisitInput(DateOnly PlannedOn, IReadOnlyList<string> Inspectors, IReadOnlyList<string>? Leaves = null);

/// <summary>Plans an on-site inspection of a school, or plans it anew.</summary>
public sealed record PlanVisit(RoundId Round, SchoolId School, VisitId? Existing, VisitInput Body, Precondition Precondition) : ICommand<Tagged<VisitView>>;

internal sealed class PlanVisitValidator : AbstractValidator<PlanVisit>
{
    private const int MostInspectors = 20;

    public PlanVisitValidator() =>
        RuleFor(c => c.Body.Inspectors).Must(i => i is { Count: >= 1 and <= MostInspectors } && i.Distinct(StringComparer.OrdinalIgnoreCase).Count() == i.Count).WithErrorCode("visit.inspectors");
}

internal sealed class PlanVisitHandler(
    IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, RoundGate gate, BarredSchools barred, VisitDesk desk, VisitViews views, ReceiptClock clock)
    : IHandler<PlanVisit, Tagged<VisitView>>
{
    public async Task<Result<Tagged<VisitView>>> Handle(PlanVisit request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (await barred.RefuseAsync(caller, request.Round, request.School, cancellationToken) is { } notTheirs)
            return notTheirs;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return round.Refusal("round.notOpen");
        var plan = await desk.ReadAsync(await schemes.GetAsync(version, cancellationToken), request.Round, request.School, request.Body, cancellationToken);
        if (!plan.IsSuccess)
            return plan.As<Tagged<VisitView>>();
        var visit = request.Existing is { } id ? await db.Visits.SingleAsync(v => v.Id == id, cancellationToken) : null;
        if (visit is not null && request.Precondition.Against(visit) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(round, request.School, cancellationToken) is { } closed)
            return closed;
        var (now, created) = (await clock.NowAsync(cancellationToken), visit is null);
        if (visit is null)
        {
            visit = Visit.Plan(caller.DistrictId, request.Round, request.School, plan.Value, caller.UserName, now);
            db.Visits.Add(visit);
        }
        else if (visit.Change(plan.Value, caller.UserName, now) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(visit, created, cancellationToken);
    }
}
