using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Congresses of the caller's school, the latest first.</summary>
/// <param name="State">State; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListCongresses(CongressState? State, PageRequest Page) : IQuery<Page<CongressView>>;

internal sealed class ListCongressesHandler(IUnionDb db, CongressViews views) : IHandler<ListCongresses, Page<CongressView>>
{
    public async Task<Result<Page<CongressView>>> Handle(ListCongresses request, CancellationToken cancellationToken)
    {
        var page = await views.Rows(db.Congresses.AsNoTracking().Where(c => request.State == null || c.State == request.State))
            .OrderByDescending(r => r.Congress.PlannedOn).ThenBy(r => r.Congress.Code).ToPageAsync(request.Page, cancellationToken);
        return new Page<CongressView>(await views.OfAsync(page.Items, cancellationToken), page.Number, page.PageSize, page.Total);
    }
}
