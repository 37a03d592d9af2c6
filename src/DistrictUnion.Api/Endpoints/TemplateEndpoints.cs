using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Titles;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Districts' own layouts of documents.</summary>
public static class TemplateEndpoints
{
    private const string Templates = "/document-templates";
    private const string Template = $"{Templates}/{{documentKind}}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Templates, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListDocumentTemplates(page.Value)))
            .Requires(Permission.ManageTitles).ProducesPage<DocumentTemplateView>().WithSummary("各种文书的版式").WithTags("Titles");
        api.MapGet(Template, (HttpContext http, string documentKind, Answers answers) => answers.TaggedAsync(http, new GetDocumentTemplate(documentKind)))
            .Requires(Permission.ManageTitles).Produces<DocumentTemplateView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("本区自定的文书模板").WithTags("Titles");
        api.MapPut(Template, (HttpContext http, string documentKind, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(
                http, answers, file => new PutDocumentTemplate(documentKind, file, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).TakesEvidence().Takes<ScanForm>("multipart/form-data").ProducesPut<DocumentTemplateView>().Produces<ProblemDetails>(422, "application/problem+json")
            .WithSummary("上传文书模板（.docx）；字段写作 {{字段}}").WithTags("Titles");
        api.MapDelete(Template, (HttpContext http, string documentKind, Answers answers) => answers.WithAsync(
                http, new DropDocumentTemplate(documentKind, RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.ManageTitles).Produces(204)
            .Produces<ProblemDetails>(404, "application/problem+json").Produces<ProblemDetails>(412, "application/problem+json").Produces<ProblemDetails>(428, "application/problem+json")
            .WithSummary("改回系统版式").WithTags("Titles");
        api.MapGet($"{Template}/file", (HttpContext http, string documentKind, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenDocumentTemplate(documentKind)))
            .Requires(Permission.ManageTitles).ProducesFile(MediaTypes.Docx).WithSummary("下载本区的文书模板").WithTags("Titles");
        api.MapGet($"{Template}/starter.docx", (HttpContext http, string documentKind, OfficeFiles files) => files.SendAsync(http, new GetStarterTemplate(documentKind)))
            .Requires(Permission.ManageTitles).ProducesFile(MediaTypes.Docx).WithSummary("下载空白模板：系统版式，带全部字段").WithTags("Titles");
    }
}
