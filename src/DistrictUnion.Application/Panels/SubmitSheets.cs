using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>What was handed in at once.</summary>
/// <param name="HandedIn">Scores handed in now.</param>
/// <param name="Open">Schools without a score yet.</param>
public sealed record SheetsHandedIn(int HandedIn, int Open);

/// <summary>Hands in every score that the caller gave in a panel. Repeating it changes nothing, so it matches no version.</summary>
public sealed record SubmitSheets(RoundId Round, PanelId Panel) : ICommand<SheetsHandedIn>;

internal sealed class SubmitSheetsValidator : AbstractValidator<SubmitSheets>
{
    public SubmitSheetsValidator() => RuleFor(c => c.Panel).NotEmpty().WithErrorCode("panel.notScoring");
}

internal sealed class SubmitSheetsHandler(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, TimeProvider clock) : IHandler<SubmitSheets, SheetsHandedIn>
{
    public async Task<Result<SheetsHandedIn>> Handle(SubmitSheets request, CancellationToken cancellationToken)
    {
        var judge = tenant.RequireCaller().UserName;
        var own = db.PanelSeats.Where(s => s.PanelId == request.Panel && s.Judge == judge && s.Ending == null);
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, await own.Select(s => s.SchoolId).ToListAsync(cancellationToken), cancellationToken);
        var panel = await db.Panels.AsNoTracking().SingleAsync(p => p.Id == request.Panel, cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var seats = await own.ToListAsync(cancellationToken);
        if (seats.Count == 0 || panel.State is PanelState.Planned or PanelState.Assigned)
            return new NotFoundError();
        if ((round.RefuseUnlessOpen() ?? panel.RefuseUnlessScoring()) is { } refusal)
            return refusal;
        var scored = seats.Where(s => s.State == SeatState.Scored).ToList();
        foreach (var seat in scored)
            seat.HandIn(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SheetsHandedIn(scored.Count, seats.Count(s => s.State == SeatState.Open));
    }
}
