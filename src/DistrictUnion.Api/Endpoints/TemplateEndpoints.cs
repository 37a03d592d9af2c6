using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Titles;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Districts' own layouts of documents.</summary>
public static class TemplateEndpoints
{
    private const string Templates = "/document-templates";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Templates, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListDocumentTemplates(page.Value)))
            .Requires(Permission.ManageTitles).ProducesPage<DocumentTemplateView>().WithSummary("各种文书的版式").WithTags("Titles");
        foreach (var (kind, name) in new[] { (DocumentKind.PublicityNotice, "公示"), (DocumentKind.AwardCircular, "命名表彰决定"), (DocumentKind.Certificate, "证书") })
            MapOne(api, kind, name);
    }

    private static void MapOne(RouteGroupBuilder api, DocumentKind kind, string name)
    {
        var template = $"{Templates}/{Domain.Common.Words.Camel(kind)}";
        api.MapGet(template, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetDocumentTemplate(kind)))
            .Requires(Permission.ManageTitles).Produces<DocumentTemplateView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary($"本区的{name}模板").WithTags("Titles");
        api.MapPut(template, (HttpContext http, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(
                http, answers, file => new PutDocumentTemplate(kind, file, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).TakesEvidence().Takes<ScanForm>("multipart/form-data").ProducesPut<DocumentTemplateView>().Produces<ProblemDetails>(422, "application/problem+json")
            .WithSummary($"上传{name}模板（.docx）；字段写在双花括号内").WithTags("Titles");
        api.MapDelete(template, (HttpContext http, Answers answers) => answers.WithAsync(
                http, new DropDocumentTemplate(kind, RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.ManageTitles).Produces(204)
            .Produces<ProblemDetails>(404, "application/problem+json").Produces<ProblemDetails>(412, "application/problem+json").Produces<ProblemDetails>(428, "application/problem+json")
            .WithSummary($"{name}改回系统版式").WithTags("Titles");
        api.MapGet($"{template}/file", (HttpContext http, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenDocumentTemplate(kind)))
            .Requires(Permission.ManageTitles).ProducesFile(MediaTypes.Docx).WithSummary($"下载本区的{name}模板").WithTags("Titles");
        api.MapGet($"{template}/starter.docx", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new GetStarterTemplate(kind)))
            .Requires(Permission.ManageTitles).ProducesFile(MediaTypes.Docx).WithSummary($"下载{name}的空白模板：系统版式，带全部字段").WithTags("Titles");
    }
}
