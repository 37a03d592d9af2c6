using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Scorecards, ranking, summary, roll-ups and jobs.</summary>
public static class ResultEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds/{round}/schools/{school}/scorecard", (HttpContext http, Answers answers) => answers.DerivedAsync(
                http, new GetScorecard(Round(http), ResolvedPath.Of(http).School!.Value)))
            .Requires(Permission.ReadScorecards).Produces<ScorecardView>().WithSummary("学校得分与说明").WithTags("Results");
        api.MapGet("/rounds/{round}/ranking", (HttpContext http, Paging page, string? group, Answers answers) =>
                answers.DerivedAsync(http, new GetRanking(Round(http), group, page.Value)))
            .Requires(Permission.ReadRankings).ProducesPage<RankingRow>().WithSummary("排名").WithTags("Results");
        api.MapGet("/rounds/{round}/summary", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetSummary(Round(http))))
            .Requires(Permission.ReadRankings).Produces<SummaryView>().WithSummary("片区与全区均分").WithTags("Results");
        api.MapPost("/rounds/{round}/rollups", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new StartRollup(Round(http)), job => Results.Accepted($"/api/v1/jobs/{job.Id.Value}", job)))
            .Requires(Permission.RunRollups).Produces<JobView>(202).WithSummary("全面核算（验证）").WithTags("Results");
        api.MapGet("/jobs/{job}", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetJob(ResolvedPath.Of(http).Job!.Value)))
            .Requires(Permission.RunRollups).Produces<JobView>().WithSummary("任务进度").WithTags("Jobs");
        api.MapDelete("/jobs/{job}", (HttpContext http, Answers answers) =>
                answers.WithAsync(http, new CancelJob(ResolvedPath.Of(http).Job!.Value), _ => Results.NoContent()))
            .Requires(Permission.RunRollups).Produces(204).WithSummary("取消任务").WithTags("Jobs");
    }

    private static RoundId Round(HttpContext http) => ResolvedPath.Of(http).Round!.Value;
}
