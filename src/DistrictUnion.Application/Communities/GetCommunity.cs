using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Communities;

/// <summary>One community.</summary>
public sealed record GetCommunity(CommunityId Community) : IQuery<Tagged<CommunityView>>;

internal sealed class GetCommunityHandler(CommunityViews views) : IHandler<GetCommunity, Tagged<CommunityView>>
{
    public async Task<Result<Tagged<CommunityView>>> Handle(GetCommunity request, CancellationToken cancellationToken) =>
        await views.OneAcrossSchoolsAsync(request.Community, false, cancellationToken);
}
