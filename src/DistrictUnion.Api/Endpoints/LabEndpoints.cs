using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Lab;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>The lab: closed rounds replayed under changed rules.</summary>
public static class LabEndpoints
{
    private const string Runs = "/lab/runs";
    private const string Run = $"{Runs}/{{labRun}}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Runs, (HttpContext http, string? round, Paging page, Answers answers) => answers.PlainAsync(http, new ListLabRuns(round, page.Value)))
            .Requires(Permission.ReadLab).ProducesPage<LabRunView>().WithSummary("试算").WithTags("Lab");
        api.MapPost(Runs, (HttpContext http, Body<LabInput> body, Answers answers) => answers.TaggedAsync(http, new RunLab(body.Value)))
            .Requires(Permission.UseLab).Takes<LabInput>().Produces<LabRunView>(201)
            .Produces<ProblemDetails>(400, "application/problem+json").Produces<ProblemDetails>(409, "application/problem+json").Produces<ProblemDetails>(422, "application/problem+json")
            .WithSummary("试算：用改动后的方案重算已关闭的轮次，只保存比较结果").WithTags("Lab");
        api.MapGet(Run, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetLabRun(Id(http))))
            .Requires(Permission.ReadLab).Produces<LabRunView>().WithSummary("一次试算").WithTags("Lab");
        api.MapDelete(Run, (HttpContext http, Answers answers) => answers.WithAsync(
                http, new DeleteLabRun(Id(http), RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.UseLab).Produces(204).Produces<ProblemDetails>(412, "application/problem+json").Produces<ProblemDetails>(428, "application/problem+json")
            .WithSummary("删除试算").WithTags("Lab");
        api.MapGet($"{Run}/schools", (HttpContext http, bool? crossing, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListLabSchools(Id(http), crossing == true, page.Value)))
            .Requires(Permission.ReadLab).Query("crossing", "true 时只列越线的学校", JsonSchemaType.Boolean).ProducesPage<LabSchool>().WithSummary("试算前后的各校").WithTags("Lab");
        api.MapGet($"{Run}/applications", (HttpContext http, bool? crossing, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListLabApplications(Id(http), crossing == true, page.Value)))
            .Requires(Permission.ReadLab).Query("crossing", "true 时只列越线的申报", JsonSchemaType.Boolean).ProducesPage<LabApplication>().WithSummary("试算前后的各申报").WithTags("Lab");
        api.MapGet($"{Run}/definition", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetLabDefinition(Id(http))))
            .Requires(Permission.ReadLab).Produces<LabDefinition>().WithSummary("试算所用的方案与评选项目，可作为草稿导入").WithTags("Lab");
    }

    private static LabRunId Id(HttpContext http) => ResolvedPath.Of(http).LabRun!.Value;
}
