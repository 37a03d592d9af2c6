using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>One obligation template.</summary>
public sealed record GetObligationTemplate(ObligationTemplateId Template) : IQuery<Tagged<ObligationTemplateView>>;

internal sealed class GetObligationTemplateHandler(IUnionDb db, TemplateViews views) : IHandler<GetObligationTemplate, Tagged<ObligationTemplateView>>
{
    public async Task<Result<Tagged<ObligationTemplateView>>> Handle(GetObligationTemplate request, CancellationToken cancellationToken) =>
        await views.OfAsync(await db.ObligationTemplates.AsNoTracking().SingleAsync(t => t.Id == request.Template, cancellationToken), false, cancellationToken);
}
