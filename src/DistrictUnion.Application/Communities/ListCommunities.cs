using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Communities;

/// <summary>Communities by code; with a school, those that it belongs or belonged to.</summary>
public sealed record ListCommunities(PageRequest Page, DateTimeOffset? UpdatedSince, string? School) : IQuery<Page<CommunityView>>;

internal sealed class ListCommunitiesHandler(CommunityViews views) : IHandler<ListCommunities, Page<CommunityView>>
{
    public async Task<Result<Page<CommunityView>>> Handle(ListCommunities request, CancellationToken cancellationToken) =>
        await views.PageAcrossSchoolsAsync(request.UpdatedSince, request.School, request.Page, cancellationToken);
}
