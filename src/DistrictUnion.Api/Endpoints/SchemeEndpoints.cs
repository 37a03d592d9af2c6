using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Schemes;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Scoring schemes.</summary>
public static class SchemeEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/schemes", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListSchemes(page.Value, RequestWords.UpdatedSinceOf(http))))
            .Requires(Permission.ReadSchemes).ProducesPulledPage<SchemeView>().WithSummary("考核方案").WithTags("Schemes");
        api.MapPost("/schemes/import", (HttpContext http, SchemeFiles files) => files.ImportAsync(http))
            .Requires(Permission.WriteSchemes).TakesFile().Takes<string>(MediaTypes.Yaml, MediaTypes.Json, MediaTypes.Xlsx).Produces<SchemeImported>()
            .WithSummary("导入考核方案（YAML、JSON 或 Excel）").WithTags("Schemes");
        api.MapPost("/schemes/check", (HttpContext http, Body<SchemeDraft> body, Answers answers) =>
                answers.PlainAsync(http, new CheckScheme(body.Value.Definition)))
            .Requires(Permission.WriteSchemes).Takes<SchemeDraft>().Produces<SchemeCheck>().WithSummary("检查方案，不保存").WithTags("Schemes");
        api.MapPost("/schemes/try", (HttpContext http, Body<SchemeTrial> body, Answers answers) => answers.PlainAsync(http, new TryScheme(body.Value)))
            .Requires(Permission.WriteSchemes).Takes<SchemeTrial>().Produces<SchemeTrialResult>().Produces<ProblemDetails>(422, "application/problem+json")
            .WithSummary("试算：用假设数据按方案计分，不保存").WithTags("Schemes");
        api.MapGet("/schemes/{scheme}/versions", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListSchemeVersions(ResolvedPath.Of(http).Scheme!.Value, page.Value)))
            .Requires(Permission.ReadSchemes).ProducesPage<SchemeVersionSummary>().WithSummary("方案的各版本").WithTags("Schemes");
        api.MapGet("/schemes/{scheme}/versions/{number:int}/export.yaml", (HttpContext http, string scheme, int number, Answers answers) => answers.WithAsync(
                http,
                new ExportScheme(ResolvedPath.Of(http).Scheme!.Value, number),
                yaml => Results.File(System.Text.Encoding.UTF8.GetBytes(yaml), "application/yaml", $"{scheme}-v{number}.yaml")))
            .Requires(Permission.ReadSchemes).Produces<string>(200, "application/yaml").WithSummary("导出方案（YAML）").WithTags("Schemes");
        api.MapGet("/schemes/{scheme}/versions/{number:int}/export.xlsx", (HttpContext http, int number, OfficeFiles files) =>
                files.SendAsync(http, new ExportSchemeWorkbook(ResolvedPath.Of(http).Scheme!.Value, number)))
            .Requires(Permission.ReadSchemes).ProducesFile(MediaTypes.Xlsx).WithSummary("导出方案（Excel）").WithTags("Schemes");
        api.MapGet("/schemes/{scheme}/versions/{number:int}", (HttpContext http, int number, Answers answers) =>
                answers.TaggedAsync(http, new GetSchemeVersion(ResolvedPath.Of(http).Scheme!.Value, number)))
            .Requires(Permission.ReadSchemes).Produces<SchemeVersionView>().WithSummary("方案的一个版本").WithTags("Schemes");
        api.MapPost("/schemes/{scheme}/versions/{number:int}/publish", (HttpContext http, int number, Answers answers) => answers.TaggedAsync(
                http, new PublishScheme(ResolvedPath.Of(http).Scheme!.Value, number, RequestWords.PreconditionOf(http))))
            .Requires(Permission.PublishSchemes).ProducesAction<SchemeVersionView>().WithSummary("发布方案版本").WithTags("Schemes");
    }
}
