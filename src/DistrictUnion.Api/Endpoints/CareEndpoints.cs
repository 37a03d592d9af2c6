using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Care;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Care records of a school, who looked at them, and the district's numbers.</summary>
public static class CareEndpoints
{
    private const string Record = "/care-records/{careRecord}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder routes)
    {
        var api = routes.MapGroup("").WithMetadata(new ConfidentialMetadata());
        api.MapGet("/care-records", (HttpContext http, int? year, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListCareRecords(RequestWords.Read<CareKind>(http, "kind"), RequestWords.Read<CareState>(http, "state"), year, page.Value)))
            .Requires(Permission.KeepCareRecords).Query<CareKind>("kind", "类别").Query<CareState>("state", "状态").ProducesPage<CareRecordLine>()
            .Produces<ProblemDetails>(503, "application/problem+json").WithSummary("本校关爱记录；每次查看都留痕，每页至多 50 条").WithTags("Care");
        api.MapPost("/care-records", (HttpContext http, Body<NewCareInput> body, Answers answers) => answers.TaggedAsync(http, new RecordCare(body.Value)))
            .Requires(Permission.KeepCareRecords).Takes<NewCareInput>().Produces<CareReceipt>(201).Produces<ProblemDetails>(503, "application/problem+json")
            .WithSummary("登记；五必访同时产生走访事项").WithTags("Care");
        api.MapGet("/care-records/overview", (HttpContext http, int? year, Answers answers) => answers.DerivedAsync(http, new GetCareOverview(year)))
            .Requires(Permission.ReadCareCounts).Produces<CareOverview>().WithSummary("全区关爱工作数量；小数目不公开").WithTags("Care");
        api.MapGet("/care-records/views", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListCareViews(page.Value)))
            .Requires(Permission.KeepCareRecords).ProducesPage<CareViewLine>().WithSummary("谁在何时看过本校哪些记录").WithTags("Care");
        api.MapGet("/care-records/keepers", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListCareKeepers(page.Value)))
            .Requires(Permission.KeepCareRecords).ProducesPage<CareKeeperView>().WithSummary("谁现在能看本校的记录").WithTags("Care");
        api.MapGet(Record, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new OpenCareRecord(Of(http))))
            .Requires(Permission.KeepCareRecords).Produces<CareRecordView>().Produces<ProblemDetails>(503, "application/problem+json").WithSummary("一条记录的全部内容；查看即留痕").WithTags("Care");
        api.MapPut(Record, (HttpContext http, Body<CareInput> body, Answers answers) => answers.TaggedAsync(http, new ChangeCare(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.KeepCareRecords).Takes<CareInput>().ProducesPut<CareReceipt>().WithSummary("修改；改日期时走访事项随之改期").WithTags("Care");
        api.MapPost($"{Record}/schedule", (HttpContext http, Body<CareScheduleInput> body, Answers answers) => answers.TaggedAsync(
                http, new ScheduleCare(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.KeepCareRecords).Takes<CareScheduleInput>().ProducesAction<CareReceipt>().WithSummary("约定走访日期").WithTags("Care");
        api.MapPost($"{Record}/complete", (HttpContext http, Body<CareOutcomeInput> body, Answers answers) => answers.TaggedAsync(
                http, new CompleteCare(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.KeepCareRecords).Takes<CareOutcomeInput>().ProducesAction<CareReceipt>().WithSummary("已走访，或办结；走访事项随之完成").WithTags("Care");
        api.MapPost($"{Record}/waive", (HttpContext http, Body<CareWaiverInput> body, Answers answers) => answers.TaggedAsync(
                http, new WaiveCare(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.KeepCareRecords).Takes<CareWaiverInput>().ProducesAction<CareReceipt>().WithSummary("不再办理，须写理由；不计数").WithTags("Care");
        MapTakingBack(api, "unschedule", CareAction.Unschedule, "取消约定的日期");
        MapTakingBack(api, "reopen", CareAction.Reopen, "收回已走访或办结；走访事项重新打开");
        MapTakingBack(api, "unwaive", CareAction.Unwaive, "恢复办理");
        api.MapPost($"{Record}/erase", (HttpContext http, Body<CareErasureInput> body, Answers answers) => answers.TaggedAsync(
                http, new EraseCare(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.KeepCareRecords).Takes<CareErasureInput>().ProducesAction<CareReceipt>().WithSummary("抹除个人信息，不可恢复；类别、日期和数量保留").WithTags("Care");
    }

    private static void MapTakingBack(RouteGroupBuilder api, string step, CareAction action, string summary) =>
        api.MapPost($"{Record}/{step}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new TakeBackCare(Of(http), action, RequestWords.PreconditionOf(http))))
            .Requires(Permission.KeepCareRecords).ProducesAction<CareReceipt>().WithSummary(summary).WithTags("Care");

    private static CareRecordId Of(HttpContext http) => ResolvedPath.Of(http).CareRecord!.Value;
}
