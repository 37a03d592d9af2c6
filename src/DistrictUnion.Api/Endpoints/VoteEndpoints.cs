using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Votes;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Secret votes of a school's people, and the ballots that need no sign-in.</summary>
public static class VoteEndpoints
{
    private const string Votes = "/rounds/{round}/schools/{school}/votes";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Votes, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListVotes(Round(http), School(http), page.Value)))
            .Requires(Permission.ReadVotes).ProducesPage<VoteView>().WithSummary("学校的民主测评，含作废与重测").WithTags("Votes");
        api.MapGet($"{Votes}/{{fact}}", (HttpContext http, string fact, Answers answers) => answers.TaggedAsync(http, new GetVote(Round(http), School(http), fact)))
            .Requires(Permission.ReadVotes).Produces<VoteView>().WithSummary("某数据项最近一次测评").WithTags("Votes");
        api.MapGet($"{Votes}/{{fact}}/turnout", (HttpContext http, string fact, Answers answers) => answers.DerivedAsync(http, new GetTurnout(Round(http), School(http), fact)))
            .Requires(Permission.ReadVotes).Produces<TurnoutView>().WithSummary("已投票人数；不含投票内容").WithTags("Votes");
        api.MapPut($"{Votes}/{{fact}}", (HttpContext http, string fact, Body<VoteInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutVote(Round(http), School(http), fact, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.RunVotes).Takes<VoteInput>().ProducesPut<VoteView>().WithSummary("准备测评；作废后准备重测").WithTags("Votes");
        MapStep(api, "open", VoteStep.Open, "开始投票");
        MapStep(api, "close", VoteStep.Close, "结束投票并计票，结果立即计分");
        api.MapPost($"{Votes}/{{fact}}/cancel", (HttpContext http, string fact, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new DecideVote(Round(http), School(http), fact, VoteStep.Cancel, body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(Permission.RunVotes).Takes<RoundEndpoints.ReasonInput>().ProducesAction<VoteView>().WithSummary("取消测评，选票作废").WithTags("Votes");
        api.MapPost($"{Votes}/{{fact}}/links", (HttpContext http, string fact, Body<BallotLinksInput> body, Answers answers) => answers.TaggedAsync(
                http, new MakeBallotLinks(Round(http), School(http), fact, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.RunVotes).AnswersOnce().Takes<BallotLinksInput>().ProducesAction<BallotLinksView>()
            .WithSummary("生成一次性投票链接，仅此一次显示").WithTags("Votes");
        api.MapGet("/public/ballots/{token}", (HttpContext http, string token, Answers answers) => answers.PlainAsync(http, new OpenBallot(token)))
            .Public().Produces<BallotView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("查看选票").WithTags("Votes");
        api.MapPost("/public/ballots/{token}", (HttpContext http, string token, Body<BallotInput> body, Answers answers) =>
                answers.PlainAsync(http, new CastBallot(token, body.Value)))
            .Public().Takes<BallotInput>().Produces<CastView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("投票，返回回执").WithTags("Votes");
        api.MapGet("/public/receipts/{receipt}", (HttpContext http, string receipt, Answers answers) => answers.PlainAsync(http, new CheckReceipt(receipt)))
            .Public().Produces<ReceiptView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("凭回执查验选票已计入").WithTags("Votes");
    }

    private static void MapStep(RouteGroupBuilder api, string action, VoteStep step, string summary) =>
        api.MapPost($"{Votes}/{{fact}}/{action}", (HttpContext http, string fact, Answers answers) => answers.TaggedAsync(
                http, new DecideVote(Round(http), School(http), fact, step, null, RequestWords.PreconditionOf(http))))
            .Requires(Permission.RunVotes).ProducesAction<VoteView>().WithSummary(summary).WithTags("Votes");

    private static RoundId Round(HttpContext http) => ResolvedPath.Of(http).Round!.Value;

    private static SchoolId School(HttpContext http) => ResolvedPath.Of(http).School!.Value;
}
