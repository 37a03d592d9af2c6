using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>What units are obliged to, by code.</summary>
public sealed record ListObligationTemplates(PageRequest Page) : IQuery<Page<ObligationTemplateView>>;

internal sealed class ListObligationTemplatesHandler(IUnionDb db) : IHandler<ListObligationTemplates, Page<ObligationTemplateView>>
{
    public async Task<Result<Page<ObligationTemplateView>>> Handle(ListObligationTemplates request, CancellationToken cancellationToken)
    {
        var page = await db.ObligationTemplates.AsNoTracking().OrderBy(t => t.Code).ToPageAsync(request.Page, cancellationToken);
        return new Page<ObligationTemplateView>([.. page.Items.Select(t => ObligationTemplateView.Of(t, null))], page.Number, page.PageSize, page.Total);
    }
}
