using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Goes back to the built-in layout of a document.</summary>
/// <param name="Kind">Document.</param>
/// <param name="Precondition">What the caller knows.</param>
public sealed record DropDocumentTemplate(DocumentKind Kind, Precondition Precondition) : ICommand<Nothing>;

internal sealed class DropDocumentTemplateValidator : AbstractValidator<DropDocumentTemplate>;

internal sealed class DropDocumentTemplateHandler(IUnionDb db) : IHandler<DropDocumentTemplate, Nothing>
{
    public async Task<Result<Nothing>> Handle(DropDocumentTemplate request, CancellationToken cancellationToken)
    {
        if (await db.DocumentTemplates.SingleOrDefaultAsync(t => t.Kind == request.Kind, cancellationToken) is not { } template)
            return new NotFoundError();
        if (request.Precondition.Against(template) is { } precondition)
            return precondition;
        db.DocumentTemplates.Remove(template);
        return default(Nothing);
    }
}
