using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Open obligations that would be due on another day by what their template says now; they stay as they are.</summary>
public sealed record ListDifferences(ObligationTemplateId Template, PageRequest Page) : IQuery<Page<ObligationDifference>>;

internal sealed class ListDifferencesHandler(IUnionDb db, TemplateViews views) : IHandler<ListDifferences, Page<ObligationDifference>>
{
    public async Task<Result<Page<ObligationDifference>>> Handle(ListDifferences request, CancellationToken cancellationToken)
    {
        var template = await db.ObligationTemplates.AsNoTracking().SingleAsync(t => t.Id == request.Template, cancellationToken);
        var all = await views.DifferencesAsync(template, cancellationToken);
        return new Page<ObligationDifference>([.. all.Skip(request.Page.Skip).Take(request.Page.Size)], request.Page.Number, request.Page.Size, all.Count);
    }
}
