using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Congresses;

/// <summary>A proposal.</summary>
public sealed record GetProposal(ProposalId Proposal) : IQuery<Tagged<ProposalView>>;

internal sealed class GetProposalHandler(ProposalViews views) : IHandler<GetProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(GetProposal request, CancellationToken cancellationToken) => await views.OfAsync(request.Proposal, false, cancellationToken);
}
