using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Obligations;

/// <summary>One obligation with its history.</summary>
public sealed record GetObligation(ObligationId Obligation) : IQuery<Tagged<ObligationView>>;

internal sealed class GetObligationHandler(ObligationViews views) : IHandler<GetObligation, Tagged<ObligationView>>
{
    public async Task<Result<Tagged<ObligationView>>> Handle(GetObligation request, CancellationToken cancellationToken) => await views.OfAsync(request.Obligation, cancellationToken);
}
