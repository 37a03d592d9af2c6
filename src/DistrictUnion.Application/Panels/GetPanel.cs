using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>A panel.</summary>
public sealed record GetPanel(PanelId Panel) : IQuery<Tagged<PanelView>>;

internal sealed class GetPanelHandler(IUnionDb db, PanelViews views) : IHandler<GetPanel, Tagged<PanelView>>
{
    public async Task<Result<Tagged<PanelView>>> Handle(GetPanel request, CancellationToken cancellationToken)
    {
        var found = await db.Panels.AsNoTracking().Where(p => p.Id == request.Panel)
            .Join(db.Rounds, p => p.RoundId, r => r.Id, (p, r) => new { Panel = p, r.SchemeVersionId }).SingleAsync(cancellationToken);
        return await views.OfAsync(found.Panel, found.SchemeVersionId!.Value, false, cancellationToken);
    }
}
