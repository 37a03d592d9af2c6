using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Activities;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>The ledger of activities.</summary>
public static class ActivityEndpoints
{
    private const string Activity = "/activities/{activity}";
    private const string Photos = $"{Activity}/photos";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/activities", (HttpContext http, string? school, DateOnly? from, DateOnly? to, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListActivities(school, RequestWords.Read<ActivityKind>(http, "kind"), from, to, page.Value)))
            .Requires(Permission.ReadActivities).Query<ActivityKind>("kind", "类别").ProducesPage<ActivityView>().WithSummary("活动台账").WithTags("Activities");
        api.MapPost("/activities", (HttpContext http, Body<ActivityInput> body, Answers answers) => answers.TaggedAsync(http, new RecordActivity(body.Value)))
            .Requires(Permission.WriteActivities).Takes<ActivityInput>().Produces<ActivityView>(201).WithSummary("登记活动；进行中轮次的数据项立即更新").WithTags("Activities");
        api.MapGet(Activity, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetActivity(Of(http))))
            .Requires(Permission.ReadActivities).Produces<ActivityView>().WithSummary("一次活动").WithTags("Activities");
        api.MapPut(Activity, (HttpContext http, Body<ActivityInput> body, Answers answers) => answers.TaggedAsync(
                http, new ChangeActivity(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteActivities).Takes<ActivityInput>().ProducesPut<ActivityView>().WithSummary("修改活动").WithTags("Activities");
        api.MapPost($"{Activity}/cancel", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new CancelActivity(Of(http), body.Value.Reason ?? "", RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteActivities).Takes<RoundEndpoints.ReasonInput>().ProducesAction<ActivityView>().WithSummary("作废活动，须写理由；不再计入").WithTags("Activities");
        api.MapPost(Photos, (HttpContext http, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(http, answers, file => new AddActivityPhoto(Of(http), file)))
            .Requires(Permission.WriteActivities).TakesEvidence().Takes<ScanForm>("multipart/form-data")
            .Produces<ActivityView>().Produces<ActivityView>(201).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("上传活动照片").WithTags("Activities");
        api.MapGet($"{Photos}/{{photo}}", (HttpContext http, string photo, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenActivityPhoto(Of(http), photo)))
            .Requires(Permission.ReadActivities).Query("inline", "true 时图片直接显示", JsonSchemaType.Boolean)
            .ProducesFile("application/octet-stream").WithSummary("下载活动照片").WithTags("Activities");
        api.MapDelete($"{Photos}/{{photo}}", (HttpContext http, string photo, Answers answers) => answers.WithAsync(
                http, new RemoveActivityPhoto(Of(http), photo), _ => Results.NoContent()))
            .Requires(Permission.WriteActivities).Produces(204).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("删除活动照片").WithTags("Activities");
    }

    private static ActivityId Of(HttpContext http) => ResolvedPath.Of(http).Activity!.Value;
}
