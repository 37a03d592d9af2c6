using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Congresses;

/// <summary>A congress.</summary>
public sealed record GetCongress(CongressId Congress) : IQuery<Tagged<CongressView>>;

internal sealed class GetCongressHandler(CongressViews views) : IHandler<GetCongress, Tagged<CongressView>>
{
    public async Task<Result<Tagged<CongressView>>> Handle(GetCongress request, CancellationToken cancellationToken) => await views.OfAsync(request.Congress, false, cancellationToken);
}
