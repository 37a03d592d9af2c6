using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>How severe a judge was.</summary>
/// <param name="UserName">User name.</param>
/// <param name="DisplayName">Name.</param>
/// <param name="Count">Scores that count.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="Difference">Mean difference from the panel's mean at the same schools; below 0: stricter than the others.</param>
/// <param name="Z">The difference in standard deviations of the panel; null when the judges don't differ.</param>
/// <param name="Flagged">Whether |z| is at least 2.</param>
public sealed record SeverityRow(string UserName, string DisplayName, int Count, decimal Mean, decimal Deviation, decimal Difference, decimal? Z, bool Flagged);

/// <summary>How severe the judges of a closed panel were.</summary>
public sealed record SeverityView(IReadOnlyList<SeverityRow> Judges);

/// <summary>The severity report of a panel.</summary>
public sealed record GetSeverity(PanelId Panel) : IQuery<SeverityView>;

internal sealed class GetSeverityHandler(IUnionDb db, PanelViews views) : IHandler<GetSeverity, SeverityView>
{
    public async Task<Result<SeverityView>> Handle(GetSeverity request, CancellationToken cancellationToken)
    {
        var panel = await db.Panels.AsNoTracking().SingleAsync(p => p.Id == request.Panel, cancellationToken);
        if (panel.State != PanelState.Closed)
            return panel.Refusal("panel.notClosed");
        var scores = await db.PanelSeats.AsNoTracking().Where(s => s.PanelId == panel.Id && (s.State == SeatState.HandedIn || s.State == SeatState.Kept))
            .Join(db.Schools, s => s.SchoolId, s => s.Id, (seat, school) => new { seat.Judge, school.Code, Score = seat.Score!.Value }).ToListAsync(cancellationToken);
        var names = await views.NamesAsync(scores.Select(s => s.Judge), cancellationToken);
        return new SeverityView([.. PanelSeverity.Of([.. scores.Select(s => new PanelScore(s.Judge, s.Code, s.Score))])
            .Select(j => new SeverityRow(j.Judge, names.GetValueOrDefault(j.Judge, j.Judge), j.Count, j.Mean, j.Deviation, j.Difference, j.Z, j.Flagged))]);
    }
}
