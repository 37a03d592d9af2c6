using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;

namespace DistrictUnion.Application.Panels;

/// <summary>A school that the caller scores.</summary>
/// <param name="Round">Round code.</param>
/// <param name="RoundName">Its name.</param>
/// <param name="Panel">Panel code.</param>
/// <param name="PanelName">Its name.</param>
/// <param name="School">School code.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="State">Where the caller is.</param>
/// <param name="Score">The caller's score.</param>
/// <param name="IsOpen">Whether the panel takes scores.</param>
public sealed record OwnSeatView(
    string Round, string RoundName, string Panel, string PanelName, string School, string SchoolName, SeatState State, decimal? Score, bool IsOpen);

/// <summary>The schools that the caller scores, those of open panels first.</summary>
public sealed record ListOwnSeats(PageRequest Page) : IQuery<Page<OwnSeatView>>;

internal sealed class ListOwnSeatsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListOwnSeats, Page<OwnSeatView>>
{
    public async Task<Result<Page<OwnSeatView>>> Handle(ListOwnSeats request, CancellationToken cancellationToken)
    {
        var judge = tenant.RequireCaller().UserName;
        return await db.PanelSeats.Where(s => s.Judge == judge && s.Ending == null)
            .Join(db.Panels.Where(p => p.State == PanelState.Scoring || p.State == PanelState.Closed), s => s.PanelId, p => p.Id, (seat, panel) => new { Seat = seat, Panel = panel })
            .Join(db.Rounds, x => x.Panel.RoundId, r => r.Id, (x, r) => new { x.Seat, x.Panel, Round = r })
            .Join(db.Schools, x => x.Seat.SchoolId, s => s.Id, (x, s) => new { x.Seat, x.Panel, x.Round, School = s })
            .OrderBy(x => x.Panel.State).ThenBy(x => x.Round.Code).ThenBy(x => x.Panel.Code).ThenBy(x => x.School.Code)
            .Select(x => new OwnSeatView(
                x.Round.Code, x.Round.Name, x.Panel.Code, x.Panel.Name, x.School.Code, x.School.Name, x.Seat.State, x.Seat.Score, x.Panel.State == PanelState.Scoring))
            .ToPageAsync(request.Page, cancellationToken);
    }
}
