using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Lays a document out by the district's own file.</summary>
/// <param name="Kind">Document.</param>
/// <param name="File">The file, kept already.</param>
/// <param name="Precondition">What the caller knows.</param>
public sealed record PutDocumentTemplate(DocumentKind Kind, KeptFile File, Precondition Precondition) : ICommand<Tagged<DocumentTemplateView>>;

internal sealed class PutDocumentTemplateValidator : AbstractValidator<PutDocumentTemplate>
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const long MostBytes = 5L << 20;

    public PutDocumentTemplateValidator()
    {
        RuleFor(c => c.File.MediaType).Equal(Docx).WithErrorCode("template.notDocx").OverridePropertyName("file");
        RuleFor(c => c.File.Size).LessThanOrEqualTo(MostBytes).WithErrorCode("template.tooLarge").OverridePropertyName("file");
    }
}

internal sealed class PutDocumentTemplateHandler(IUnionDb db, ITenantContext tenant, IEvidenceStore store, IDocumentTemplates templates, TimeProvider clock)
    : IHandler<PutDocumentTemplate, Tagged<DocumentTemplateView>>
{
    public async Task<Result<Tagged<DocumentTemplateView>>> Handle(PutDocumentTemplate request, CancellationToken cancellationToken)
    {
        var (kind, caller) = (request.Kind, tenant.RequireCaller());
        var template = await db.DocumentTemplates.SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken);
        if (request.Precondition.Against(template) is { } precondition)
            return precondition;
        await using (var file = store.Open(caller.DistrictId, request.File.Hash) ?? throw new FileNotFoundException($"The file {request.File.Hash} was kept and isn't there."))
        {
            if (templates.Check(file, TemplateFields.Known(kind), TemplateFields.Required(kind)) is { } refusal)
                return refusal;
        }

        var created = template is null;
        if (template is null)
        {
            template = DocumentTemplate.For(caller.DistrictId, kind);
            db.DocumentTemplates.Add(template);
        }

        template.Put(request.File, caller.UserName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<DocumentTemplateView>(DocumentTemplateView.Of(kind, template), template.Version, created);
    }
}
