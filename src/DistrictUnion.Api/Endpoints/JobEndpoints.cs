using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Jobs;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Jobs, and the recurring jobs that queue them.</summary>
public static class JobEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/jobs", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListJobs(page.Value, RequestWords.Read<JobState>(http, "state"), RequestWords.ReadText(http, "kind"), RequestWords.ReadText(http, "definition"))))
            .Requires(Permission.RunRollups).Query<JobState>("state", "状态").Query("kind", "任务种类").Query("definition", "定时任务").ProducesPage<JobView>().WithSummary("任务记录").WithTags("Jobs");
        api.MapGet("/jobs/{job}", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetJob(ResolvedPath.Of(http).Job!.Value)))
            .Requires(Permission.RunRollups).Produces<JobView>().WithSummary("任务进度").WithTags("Jobs");
        api.MapGet("/jobs/{job}/events", (HttpContext http, JobEvents events, ITenantContext tenant) =>
                events.WriteAsync(http, ResolvedPath.Of(http).Job!.Value, tenant.RequireCaller()))
            .Requires(Permission.RunRollups).Produces<string>(200, "text/event-stream").WithSummary("任务进度事件流（SSE）").WithTags("Jobs");
        api.MapDelete("/jobs/{job}", (HttpContext http, Answers answers) =>
                answers.WithAsync(http, new CancelJob(ResolvedPath.Of(http).Job!.Value), _ => Results.NoContent()))
            .Requires(Permission.RunRollups).Produces(204).WithSummary("取消任务").WithTags("Jobs");
        api.MapPost("/jobs/{job}/retry", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RetryJob(ResolvedPath.Of(http).Job!.Value), job => Results.Accepted($"/api/v1/jobs/{job.Id.Value}", job)))
            .Requires(Permission.ManageJobs).Produces<JobView>(202).WithSummary("重试失败的任务").WithTags("Jobs");
        api.MapGet("/job-definitions", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListJobDefinitions(page.Value)))
            .Requires(Permission.RunRollups).ProducesPage<JobDefinitionView>().WithSummary("定时任务").WithTags("Jobs");
        api.MapPost("/job-definitions/{definition}/pause", (HttpContext http, Answers answers) => answers.PlainAsync(http, new PauseJobDefinition(Definition(http), true)))
            .Requires(Permission.ManageJobs).ProducesAction<JobDefinitionView>().WithSummary("暂停定时任务").WithTags("Jobs");
        api.MapPost("/job-definitions/{definition}/resume", (HttpContext http, Answers answers) => answers.PlainAsync(http, new PauseJobDefinition(Definition(http), false)))
            .Requires(Permission.ManageJobs).ProducesAction<JobDefinitionView>().WithSummary("恢复定时任务").WithTags("Jobs");
        api.MapPost("/job-definitions/{definition}/run", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RunJobDefinition(Definition(http)), run => Results.Accepted(null, run)))
            .Requires(Permission.ManageJobs).Produces<RunNowView>(202).WithSummary("立即执行").WithTags("Jobs");
    }

    private static string Definition(HttpContext http) => ResolvedPath.Of(http).Definition!;
}
