using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Lets obligations be made of a template, at once those that are due from now on; or lets no more be made.</summary>
public sealed record ActivateObligationTemplate(ObligationTemplateId Template, bool IsActive, Precondition Precondition) : ICommand<Tagged<ObligationTemplateView>>;

internal sealed class ActivateObligationTemplateValidator : AbstractValidator<ActivateObligationTemplate>
{
    public ActivateObligationTemplateValidator() => RuleFor(c => c.Template).NotEmpty().WithErrorCode("notFound");
}

internal sealed class ActivateObligationTemplateHandler(IUnionDb db, ObligationOpener opener, TemplateViews views, TimeProvider clock)
    : IHandler<ActivateObligationTemplate, Tagged<ObligationTemplateView>>
{
    public async Task<Result<Tagged<ObligationTemplateView>>> Handle(ActivateObligationTemplate request, CancellationToken cancellationToken)
    {
        var template = await db.ObligationTemplates.SingleAsync(t => t.Id == request.Template, cancellationToken);
        if (request.Precondition.Against(template) is { } precondition)
            return precondition;
        if ((request.IsActive ? template.Activate(clock.Today()) : template.Deactivate()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        if (request.IsActive)
            await opener.OpenAsync(t => t.Id == template.Id, null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(template, false, cancellationToken);
    }
}
