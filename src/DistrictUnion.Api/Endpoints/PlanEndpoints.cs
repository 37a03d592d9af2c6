using System.Text;
using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Activities;
using DistrictUnion.Application.Feeds;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Work plans, plan against done, and the addresses that calendar programs read.</summary>
public static class PlanEndpoints
{
    private const string Item = "/plan-items/{planItem}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plan-items", (HttpContext http, int? year, string? school, Paging page, Answers answers) => answers.PlainAsync(http, new ListPlanItems(year, school, page.Value)))
            .Requires(Permission.ReadPlan).ProducesPage<PlanItemView>().WithSummary("一年的工作计划：本单位的，或某校的").WithTags("Plan");
        api.MapGet("/plan-items/progress", (HttpContext http, int? year, string? zone, Paging page, Answers answers) => answers.PlainAsync(http, new GetPlanProgress(year, zone, page.Value)))
            .Requires(Permission.ReadPlan).ProducesPage<PlanProgress>().WithSummary("计划与落实：学校 × 月份").WithTags("Plan");
        api.MapPost("/plan-items", (HttpContext http, Body<PlanInput> body, Answers answers) => answers.TaggedAsync(http, new WritePlanItem(null, body.Value, default)))
            .Requires(Permission.WritePlan).Takes<PlanInput>().Produces<PlanItemView>(201).WithSummary("添加一项工作").WithTags("Plan");
        api.MapPost("/plan-items/copy", (HttpContext http, Body<PlanYearInput> body, Answers answers) => answers.PlainAsync(http, new CopyPlan(body.Value)))
            .Requires(Permission.WritePlan).Takes<PlanYearInput>().Produces<PlanCopyView>().WithSummary("从区里的工作历复制；区级从上一年复制").WithTags("Plan");
        MapSubmission(api, "submit", true, "报送本单位的年度计划");
        MapSubmission(api, "withdraw", false, "收回已报送的年度计划");
        api.MapGet(Item, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetPlanItem(Of(http))))
            .Requires(Permission.ReadPlan).Produces<PlanItemView>().WithSummary("计划中的一项工作").WithTags("Plan");
        api.MapPut(Item, (HttpContext http, Body<PlanInput> body, Answers answers) => answers.TaggedAsync(
                http, new WritePlanItem(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WritePlan).Takes<PlanInput>().ProducesPut<PlanItemView>().WithSummary("修改一项工作").WithTags("Plan");
        api.MapDelete(Item, (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RemovePlanItem(Of(http), RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.WritePlan).Produces(204).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("删除一项工作").WithTags("Plan");
        MapStep(api, PlanStep.Done, "登记完成（不对应活动的工作）");
        MapStep(api, PlanStep.Drop, "取消一项工作，须写理由");
        MapStep(api, PlanStep.Reopen, "恢复一项工作");
        MapFeeds(api);
    }

    private static void MapFeeds(RouteGroupBuilder api)
    {
        api.MapGet("/calendar/feeds", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListFeeds(page.Value)))
            .Requires(Permission.ReadPlan).ProducesPage<FeedView>().WithSummary("我的日历订阅").WithTags("Plan");
        api.MapPost("/calendar/feeds", (HttpContext http, Body<FeedInput> body, Answers answers) => answers.WithAsync(http, new MakeFeed(body.Value), feed => Results.Created((string?)null, feed)))
            .Requires(Permission.ReadPlan).AnswersOnce().Takes<FeedInput>().Produces<FeedView>(201).WithSummary("生成日历订阅地址，仅此一次显示").WithTags("Plan");
        api.MapDelete("/calendar/feeds/{calendarFeed}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RevokeFeed(ResolvedPath.Of(http).CalendarFeed!.Value), _ => Results.NoContent()))
            .Requires(Permission.ReadPlan).Produces(204).WithSummary("停用日历订阅").WithTags("Plan");
        api.MapGet("/calendar/feed.ics", (HttpContext http, string? token, Answers answers) => answers.WithAsync(
                http, new ReadFeed(token), text => Results.Text(text, "text/calendar", Encoding.UTF8)))
            .Public().ProducesFile("text/calendar").Produces<ProblemDetails>(404, "application/problem+json").WithSummary("日历程序读取的订阅（iCalendar）").WithTags("Plan");
    }

    private static void MapSubmission(RouteGroupBuilder api, string action, bool isSubmitted, string summary) =>
        api.MapPost($"/plan-items/{action}", (HttpContext http, Body<PlanYearInput> body, Answers answers) => answers.PlainAsync(http, new SubmitPlan(body.Value, isSubmitted)))
            .Requires(Permission.FulfilObligations).Takes<PlanYearInput>().Produces<PlanSubmissionView>().Produces<ProblemDetails>(409, "application/problem+json").WithSummary(summary).WithTags("Plan");

    private static void MapStep(RouteGroupBuilder api, PlanStep step, string summary) =>
        api.MapPost($"{Item}/{Domain.Common.Words.Camel(step)}", async (HttpContext http, Answers answers) => await answers.TaggedAsync(
                http, new DecidePlanItem(Of(http), step, await ReasonBody.ReadAsync(http), RequestWords.PreconditionOf(http))))
            .Requires(Permission.WritePlan).TakesOptional<RoundEndpoints.ReasonInput>().ProducesAction<PlanItemView>().WithSummary(summary).WithTags("Plan");

    private static PlanItemId Of(HttpContext http) => ResolvedPath.Of(http).PlanItem!.Value;
}
