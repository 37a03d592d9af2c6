using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>Steps of a panel.</summary>
public enum PanelStep
{
    /// <summary>Assign judges; while they score, fill what is vacant.</summary>
    Assign,

    /// <summary>Let the judges begin.</summary>
    Start,

    /// <summary>Let them go on after the panel was closed.</summary>
    Reopen,
}

/// <summary>Takes a panel a step further.</summary>
public sealed record DecidePanel(RoundId Round, PanelId Panel, PanelStep Step, string? Reason, Precondition Precondition) : ICommand<Tagged<PanelView>>;

internal sealed class DecidePanelValidator : AbstractValidator<DecidePanel>
{
    public DecidePanelValidator() => RuleFor(c => c.Reason!).Reason().When(c => c.Step == PanelStep.Reopen);
}

internal sealed class DecidePanelHandler(IUnionDb db, ScorecardRollup rollup, PanelDesk desk, PanelViews views) : IHandler<DecidePanel, Tagged<PanelView>>
{
    public async Task<Result<Tagged<PanelView>>> Handle(DecidePanel request, CancellationToken cancellationToken)
    {
        var schools = await db.PanelSeats.AsNoTracking().Where(s => s.PanelId == request.Panel).Select(s => s.SchoolId).Distinct().ToListAsync(cancellationToken);
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, schools, cancellationToken);
        var panel = await db.Panels.SingleAsync(p => p.Id == request.Panel, cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (request.Precondition.Against(panel) is { } precondition)
            return precondition;
        if (round.RefuseUnlessOpen() is { } closed)
            return closed;
        if (await DecideAsync(panel, request, cancellationToken) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(panel, round.SchemeVersionId!.Value, false, cancellationToken);
    }

    private async Task<Error?> DecideAsync(Panel panel, DecidePanel request, CancellationToken cancellationToken) => request.Step switch
    {
        PanelStep.Start => panel.Start(),
        PanelStep.Reopen => panel.Reopen(request.Reason!),
        _ => panel.Assign() ?? await desk.SeatAsync(panel, cancellationToken),
    };
}
