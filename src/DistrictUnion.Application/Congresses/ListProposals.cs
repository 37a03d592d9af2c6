using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Proposals of the caller's school, by number.</summary>
/// <param name="Congress">Code of a congress; null: any, those that wait included.</param>
/// <param name="State">State; null: any.</param>
/// <param name="Waiting">Whether only drafts and those that wait for the next congress.</param>
/// <param name="Page">Page.</param>
public sealed record ListProposals(string? Congress, ProposalState? State, bool Waiting, PageRequest Page) : IQuery<Page<ProposalView>>;

internal sealed class ListProposalsHandler(IUnionDb db, ProposalViews views) : IHandler<ListProposals, Page<ProposalView>>
{
    public async Task<Result<Page<ProposalView>>> Handle(ListProposals request, CancellationToken cancellationToken)
    {
        var found = db.Proposals.AsNoTracking().Where(p => (request.Congress == null || db.Congresses.Any(c => c.Id == p.CongressId && c.Code == request.Congress))
            && (request.State == null || p.State == request.State) && (!request.Waiting || p.CongressId == null));
        var page = await views.Rows(found).OrderBy(r => r.Proposal.CongressId != null).ThenByDescending(r => r.Proposal.CongressId).ThenBy(r => r.Proposal.Number).ThenBy(r => r.Proposal.Id)
            .ToPageAsync(request.Page, cancellationToken);
        return new Page<ProposalView>([.. page.Items.Select(ProposalViews.ViewOf)], page.Number, page.PageSize, page.Total);
    }
}
