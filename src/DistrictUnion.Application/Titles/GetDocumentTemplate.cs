using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The district's own layout of a document.</summary>
/// <param name="Kind">Document as the path names it.</param>
public sealed record GetDocumentTemplate(string Kind) : IQuery<Tagged<DocumentTemplateView>>;

/// <summary>Its file.</summary>
/// <param name="Kind">Document as the path names it.</param>
public sealed record OpenDocumentTemplate(string Kind) : IQuery<EvidenceFile>;

/// <summary>A template to begin with: the built-in layout with its fields.</summary>
/// <param name="Kind">Document as the path names it.</param>
public sealed record GetStarterTemplate(string Kind) : IQuery<ExportedFile>;

internal sealed class GetDocumentTemplateHandler(IUnionDb db) : IHandler<GetDocumentTemplate, Tagged<DocumentTemplateView>>
{
    public async Task<Result<Tagged<DocumentTemplateView>>> Handle(GetDocumentTemplate request, CancellationToken cancellationToken) =>
        DocumentTemplateView.KindOf(request.Kind) is { } kind && await db.DocumentTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken) is { } own
            ? new Tagged<DocumentTemplateView>(DocumentTemplateView.Of(kind, own), own.Version)
            : new NotFoundError();
}

internal sealed class OpenDocumentTemplateHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenDocumentTemplate, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenDocumentTemplate request, CancellationToken cancellationToken) =>
        DocumentTemplateView.KindOf(request.Kind) is { } kind && await db.DocumentTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken) is { } own
            ? new EvidenceFile(own.File.Name, own.File.MediaType, own.File.Hash, own.Actor == tenant.RequireCaller().UserName)
            : new NotFoundError();
}

internal sealed class GetStarterTemplateHandler(TitlePapers papers, IMessages messages) : IHandler<GetStarterTemplate, ExportedFile>
{
    public Task<Result<ExportedFile>> Handle(GetStarterTemplate request, CancellationToken cancellationToken) => Task.FromResult<Result<ExportedFile>>(
        DocumentTemplateView.KindOf(request.Kind) is { } kind
            ? new ExportedDocument(messages.Of("file.starterTemplate", ("kind", messages.Word("documentKind", kind))), $"template-{request.Kind}", papers.Starter(kind))
            : new NotFoundError());
}
