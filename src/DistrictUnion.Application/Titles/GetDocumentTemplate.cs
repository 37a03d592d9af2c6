using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The district's own layout of a document.</summary>
/// <param name="Kind">Document.</param>
public sealed record GetDocumentTemplate(DocumentKind Kind) : IQuery<Tagged<DocumentTemplateView>>;

/// <summary>Its file.</summary>
/// <param name="Kind">Document.</param>
public sealed record OpenDocumentTemplate(DocumentKind Kind) : IQuery<EvidenceFile>;

/// <summary>A template to begin with: the built-in layout with its fields.</summary>
/// <param name="Kind">Document.</param>
public sealed record GetStarterTemplate(DocumentKind Kind) : IQuery<ExportedFile>;

internal sealed class GetDocumentTemplateHandler(IUnionDb db) : IHandler<GetDocumentTemplate, Tagged<DocumentTemplateView>>
{
    public async Task<Result<Tagged<DocumentTemplateView>>> Handle(GetDocumentTemplate request, CancellationToken cancellationToken) =>
        await db.DocumentTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == request.Kind, cancellationToken) is { } own
            ? new Tagged<DocumentTemplateView>(DocumentTemplateView.Of(request.Kind, own), own.Version)
            : new NotFoundError();
}

internal sealed class OpenDocumentTemplateHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenDocumentTemplate, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenDocumentTemplate request, CancellationToken cancellationToken) =>
        await db.DocumentTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == request.Kind, cancellationToken) is { } own
            ? new EvidenceFile(own.File.Name, own.File.MediaType, own.File.Hash, own.Actor == tenant.RequireCaller().UserName)
            : new NotFoundError();
}

internal sealed class GetStarterTemplateHandler(TitlePapers papers, IMessages messages) : IHandler<GetStarterTemplate, ExportedFile>
{
    public Task<Result<ExportedFile>> Handle(GetStarterTemplate request, CancellationToken cancellationToken) => Task.FromResult<Result<ExportedFile>>(
        new ExportedDocument(messages.Of("file.starterTemplate", ("kind", messages.Word("documentKind", request.Kind))), $"template-{Words.Camel(request.Kind)}", papers.Starter(request.Kind)));
}
