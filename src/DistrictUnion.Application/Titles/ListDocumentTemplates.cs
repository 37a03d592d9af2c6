using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>How each document is laid out.</summary>
public sealed record ListDocumentTemplates(PageRequest Page) : IQuery<Page<DocumentTemplateView>>;

internal sealed class ListDocumentTemplatesHandler(IUnionDb db) : IHandler<ListDocumentTemplates, Page<DocumentTemplateView>>
{
    public async Task<Result<Page<DocumentTemplateView>>> Handle(ListDocumentTemplates request, CancellationToken cancellationToken)
    {
        var own = await db.DocumentTemplates.AsNoTracking().ToDictionaryAsync(t => t.Kind, cancellationToken);
        var all = Enum.GetValues<DocumentKind>();
        return new Page<DocumentTemplateView>(
            [.. all.Skip(request.Page.Skip).Take(request.Page.Size).Select(k => DocumentTemplateView.Of(k, own.GetValueOrDefault(k)))], request.Page.Number, request.Page.Size, all.Length);
    }
}
