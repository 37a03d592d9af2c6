using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Application.Rounds;

/// <summary>Rounds by window and code, the latest first.</summary>
public sealed record ListRounds(PageRequest Page, DateTimeOffset? UpdatedSince, RoundState? State, string? Scheme) : IQuery<Page<RoundView>>;

internal sealed class ListRoundsHandler(IUnionDb db) : IHandler<ListRounds, Page<RoundView>>
{
    public async Task<Result<Page<RoundView>>> Handle(ListRounds request, CancellationToken cancellationToken)
    {
        var rounds = RoundViews.WithScheme(db)
            .Where(r => (request.UpdatedSince == null || r.Round.UpdatedAt >= request.UpdatedSince) && (request.State == null || r.Round.State == request.State) && (request.Scheme == null || r.Scheme == request.Scheme))
            .OrderByDescending(r => r.Round.WindowTo).ThenBy(r => r.Round.Code);
        var page = await rounds.ToPageAsync(request.Page, cancellationToken);
        return new Page<RoundView>([.. page.Items.Select(RoundViews.Of)], page.Number, page.PageSize, page.Total);
    }
}
