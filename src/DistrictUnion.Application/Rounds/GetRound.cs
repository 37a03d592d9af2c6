using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Rounds;

/// <summary>One round.</summary>
public sealed record GetRound(RoundId Round) : IQuery<Tagged<RoundView>>;

internal sealed class GetRoundHandler(IUnionDb db) : IHandler<GetRound, Tagged<RoundView>>
{
    public Task<Result<Tagged<RoundView>>> Handle(GetRound request, CancellationToken cancellationToken) =>
        RoundViews.LoadAsync(db, request.Round, false, cancellationToken);
}
