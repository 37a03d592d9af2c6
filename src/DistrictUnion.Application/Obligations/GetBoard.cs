using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Obligations;

/// <summary>The compliance board: units of the caller's reach × obligations whose due day lies in a year.</summary>
/// <param name="Year">Year; null: this one.</param>
/// <param name="Zone">Code of a zone; null: any.</param>
/// <param name="State">Only units with an obligation in this state; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record GetBoard(int? Year, string? Zone, ObligationState? State, PageRequest Page) : IQuery<BoardView>;

internal sealed class GetBoardHandler(ComplianceBoard board, TimeProvider clock) : IHandler<GetBoard, BoardView>
{
    public async Task<Result<BoardView>> Handle(GetBoard request, CancellationToken cancellationToken) => request.Year is < 2000 or > 2100
        ? ValidationError.Of("year", "calendar.yearRange")
        : await board.ReadAsync(request.Year ?? clock.Today().Year, request.Zone, request.State, request.Page, cancellationToken);
}
