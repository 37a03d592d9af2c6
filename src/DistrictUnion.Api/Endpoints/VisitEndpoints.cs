using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Visits;
using DistrictUnion.Domain.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>On-site inspections: planned and written by inspectors, answered by the school's chair.</summary>
public static class VisitEndpoints
{
    private const string Visits = "/rounds/{round}/schools/{school}/visits";
    private const string Visit = $"{Visits}/{{visit}}";
    private const string Photos = $"{Visit}/photos";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds/{round}/visits", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListVisits(Path(http).Round!.Value, page.Value)))
            .Requires(Permission.ReadVisits).ProducesPage<VisitSummary>().WithSummary("现场考察").WithTags("Visits");
        api.MapPost(Visits, (HttpContext http, Body<VisitInput> body, Answers answers) => answers.TaggedAsync(
                http, new PlanVisit(Path(http).Round!.Value, Path(http).School!.Value, null, body.Value, default)))
            .Requires(Permission.InspectSchools).Takes<VisitInput>().Produces<VisitView>(201).Produces<ProblemDetails>(409, "application/problem+json")
            .WithSummary("安排现场考察").WithTags("Visits");
        api.MapGet(Visit, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetVisit(Path(http).Visit!.Value)))
            .Requires(Permission.ReadVisits).Produces<VisitView>().WithSummary("一次现场考察").WithTags("Visits");
        api.MapPut(Visit, (HttpContext http, Body<VisitInput> body, Answers answers) => answers.TaggedAsync(
                http, new PlanVisit(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Visit, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.InspectSchools).Takes<VisitInput>().ProducesPut<VisitView>().WithSummary("修改现场考察的安排").WithTags("Visits");
        api.MapPatch(Visit, (HttpContext http, Body<VisitPatch> body, Answers answers) => answers.TaggedAsync(
                http, new PatchVisit(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Visit!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.InspectSchools).Takes<VisitPatch>().ProducesPut<VisitView>().WithSummary("逐项保存考察记录").WithTags("Visits");
        MapStep(api, VisitStep.Complete, Permission.InspectSchools, "考察人确认");
        MapStep(api, VisitStep.Cancel, Permission.InspectSchools, "取消现场考察");
        MapStep(api, VisitStep.Confirm, Permission.AnswerVisits, "学校工会主席确认");
        MapStep(api, VisitStep.Return, Permission.AnswerVisits, "学校工会主席提出异议");
        api.MapPost($"{Visit}/adopt", (HttpContext http, Body<AdoptInput> body, Answers answers) => answers.TaggedAsync(
                http, new AdoptVisit(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Visit!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.InspectSchools).Takes<AdoptInput>().ProducesAction<VisitView>().WithSummary("采用现场评分为考评分").WithTags("Visits");
        MapPhotos(api);
    }

    private static void MapPhotos(RouteGroupBuilder api)
    {
        api.MapPost(Photos, (HttpContext http, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(
                http,
                answers,
                file => new AddVisitPhoto(
                    Path(http).Round!.Value,
                    Path(http).Visit!.Value,
                    new VisitPhotoInput(RequestWords.ReadText(http, "id"), RequestWords.ReadText(http, "node"), RequestWords.ReadText(http, "recordedAt")),
                    file)))
            .Requires(Permission.InspectSchools).TakesEvidence().Takes<ScanForm>("multipart/form-data")
            .Query("id", "设备生成的照片编号（UUID），重发不会重复").Query("node", "对应的指标编码；省略为整体").Query("recordedAt", "设备记录的时间")
            .Produces<VisitView>().Produces<VisitView>(201).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("上传现场照片").WithTags("Visits");
        api.MapGet($"{Photos}/{{photo}}", (HttpContext http, string photo, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenVisitPhoto(Path(http).Visit!.Value, photo)))
            .Requires(Permission.ReadVisits).Query("inline", "true 时图片直接显示", JsonSchemaType.Boolean)
            .ProducesFile("application/octet-stream").WithSummary("下载现场照片").WithTags("Visits");
        api.MapDelete($"{Photos}/{{photo}}", (HttpContext http, string photo, Answers answers) => answers.WithAsync(
                http, new RemoveVisitPhoto(Path(http).Visit!.Value, photo), _ => Results.NoContent()))
            .Requires(Permission.InspectSchools).Produces(204).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("删除现场照片").WithTags("Visits");
    }

    private static void MapStep(RouteGroupBuilder api, VisitStep step, Permission permission, string summary) =>
        api.MapPost($"{Visit}/{Domain.Common.Words.Camel(step)}", async (HttpContext http, Answers answers) => await answers.TaggedAsync(
                http, new DecideVisit(Path(http).Round!.Value, Path(http).Visit!.Value, step, await ReasonBody.ReadAsync(http), RequestWords.PreconditionOf(http))))
            .Requires(permission).TakesOptional<RoundEndpoints.ReasonInput>().ProducesAction<VisitView>().WithSummary(summary).WithTags("Visits");

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);
}
