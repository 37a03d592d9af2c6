using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Scorecards, ranking, summary and roll-ups.</summary>
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
        MapFiles(api);
        api.MapGet("/rounds/{round}/summary", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetSummary(Round(http))))
            .Requires(Permission.ReadRankings).Produces<SummaryView>().WithSummary("片区与全区均分").WithTags("Results");
        api.MapGet("/rounds/{round}/statistics", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetStatistics(Round(http))))
            .Requires(Permission.ReadCompleteness).Produces<StatisticsView>().WithSummary("分布、趋势与升降").WithTags("Results");
        api.MapGet("/rounds/{round}/scorecards", (HttpContext http, Answers answers) =>
                answers.DerivedAsync(http, new CompareScorecards(Round(http), [.. http.Request.Query["school"].OfType<string>()])))
            .Requires(Permission.ReadCompleteness).Query("school", "学校代码，可重复，至多十个").Produces<ComparisonView>().WithSummary("学校对比").WithTags("Results");
        api.MapGet("/rounds/{round}/publications", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListPublications(Round(http), page.Value)))
            .Requires(Permission.ReadPublications).ProducesPage<PublicationView>().WithSummary("历次公布").WithTags("Results");
        api.MapGet("/rounds/{round}/publications/{number:int}", (HttpContext http, int number, Answers answers) =>
                answers.DerivedAsync(http, new GetPublication(Round(http), number)))
            .Requires(Permission.ReadPublications).Produces<FrozenPublicationView>().WithSummary("某次公布的固定结果").WithTags("Results");
        api.MapPost("/rounds/{round}/rollups", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new StartRollup(Round(http)), job => Results.Accepted($"/api/v1/jobs/{job.Id.Value}", job)))
            .Requires(Permission.RunRollups).Produces<JobView>(202).WithSummary("全面核算（验证）").WithTags("Results");
    }

    private static void MapFiles(RouteGroupBuilder api)
    {
        const string card = "/rounds/{round}/schools/{school}";
        api.MapGet("/rounds/{round}/ranking.xlsx", (HttpContext http, string? group, OfficeFiles files) =>
                files.SendAsync(http, new ExportRanking(Round(http), group, OfficeFormat.Xlsx)))
            .Requires(Permission.ReadRankings).ProducesFile(MediaTypes.Xlsx).WithSummary("排名（Excel）").WithTags("Results");
        api.MapGet("/rounds/{round}/ranking.docx", (HttpContext http, string? group, OfficeFiles files) =>
                files.SendAsync(http, new ExportRanking(Round(http), group, OfficeFormat.Docx)))
            .Requires(Permission.ReadRankings).ProducesFile(MediaTypes.Docx).WithSummary("排名（Word）").WithTags("Results");
        api.MapGet("/rounds/{round}/bundle", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportRoundBundle(Round(http))))
            .Requires(Permission.ReadPublications).ProducesFile(MediaTypes.Zip).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("已公布结果的可复算包").WithTags("Results");
        api.MapGet($"{card}/scorecard.xlsx", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportScorecard(Round(http), School(http))))
            .Requires(Permission.ReadScorecards).ProducesFile(MediaTypes.Xlsx).WithSummary("学校得分与说明（Excel）").WithTags("Results");
        api.MapGet($"{card}/feedback.xlsx", (HttpContext http, OfficeFiles files) =>
                files.SendAsync(http, new ExportFeedback(Round(http), School(http), OfficeFormat.Xlsx)))
            .Requires(Permission.ReadScorecards).ProducesFile(MediaTypes.Xlsx).WithSummary("反馈单（Excel）").WithTags("Results");
        api.MapGet($"{card}/feedback.docx", (HttpContext http, OfficeFiles files) =>
                files.SendAsync(http, new ExportFeedback(Round(http), School(http), OfficeFormat.Docx)))
            .Requires(Permission.ReadScorecards).ProducesFile(MediaTypes.Docx).WithSummary("反馈单（Word）").WithTags("Results");
    }

    private static SchoolId School(HttpContext http) => ResolvedPath.Of(http).School!.Value;

    private static RoundId Round(HttpContext http) => ResolvedPath.Of(http).Round!.Value;
}
