using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;

namespace DistrictUnion.Application.Panels;

/// <summary>A panel in a list.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Fact">Code of the fact that the scores become.</param>
/// <param name="State">State.</param>
/// <param name="Seats">Places that are filled.</param>
/// <param name="Done">Of them with a score that counts.</param>
public sealed record PanelSummary(string Code, string Name, string Fact, PanelState State, int Seats, int Done);

/// <summary>The panels of a round by code.</summary>
public sealed record ListPanels(RoundId Round, PageRequest Page) : IQuery<Page<PanelSummary>>;

internal sealed class ListPanelsHandler(IUnionDb db) : IHandler<ListPanels, Page<PanelSummary>>
{
    public async Task<Result<Page<PanelSummary>>> Handle(ListPanels request, CancellationToken cancellationToken) =>
        await db.Panels.Where(p => p.RoundId == request.Round).OrderBy(p => p.Code)
            .Select(p => new PanelSummary(
                p.Code,
                p.Name,
                p.Fact,
                p.State,
                db.PanelSeats.Count(s => s.PanelId == p.Id && s.State != SeatState.Excluded),
                db.PanelSeats.Count(s => s.PanelId == p.Id && (s.State == SeatState.HandedIn || s.State == SeatState.Kept))))
            .ToPageAsync(request.Page, cancellationToken);
}
