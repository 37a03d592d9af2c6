using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Goes back to the built-in layout of a document.</summary>
/// <param name="Kind">Document as the path names it.</param>
/// <param name="Precondition">What the caller knows.</param>
public sealed record DropDocumentTemplate(string Kind, Precondition Precondition) : ICommand<Nothing>;

internal sealed class DropDocumentTemplateValidator : AbstractValidator<DropDocumentTemplate>;

internal sealed class DropDocumentTemplateHandler(IUnionDb db) : IHandler<DropDocumentTemplate, Nothing>
{
    public async Task<Result<Nothing>> Handle(DropDocumentTemplate request, CancellationToken cancellationToken)
    {
        if (DocumentTemplateView.KindOf(request.Kind) is not { } kind || await db.DocumentTemplates.SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken) is not { } template)
            return new NotFoundError();
        if (request.Precondition.Against(template) is { } precondition)
            return precondition;
        db.DocumentTemplates.Remove(template);
        return default(Nothing);
    }
}
