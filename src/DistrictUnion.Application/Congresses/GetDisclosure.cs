using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Congresses;

/// <summary>Something that a school made public.</summary>
public sealed record GetDisclosure(DisclosureId Disclosure) : IQuery<Tagged<DisclosureView>>;

internal sealed class GetDisclosureHandler(DisclosureViews views) : IHandler<GetDisclosure, Tagged<DisclosureView>>
{
    public async Task<Result<Tagged<DisclosureView>>> Handle(GetDisclosure request, CancellationToken cancellationToken) => await views.OfAsync(request.Disclosure, false, cancellationToken);
}
