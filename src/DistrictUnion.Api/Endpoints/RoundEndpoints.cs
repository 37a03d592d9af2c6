using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Reminders;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Work;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Rounds and their records.</summary>
public static class RoundEndpoints
{
    /// <summary>A reason.</summary>
    public sealed record ReasonInput(string? Reason = null);

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds", (HttpContext http, Paging page, string? scheme, Answers answers) =>
                answers.PlainAsync(http, new ListRounds(page.Value, RequestWords.UpdatedSinceOf(http), RequestWords.Read<RoundState>(http, "state"), scheme)))
            .Requires(Permission.ReadRounds).Query<RoundState>("state", "状态").ProducesPulledPage<RoundView>().WithSummary("评估轮次").WithTags("Rounds");
        api.MapGet("/rounds/{round}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetRound(Round(http))))
            .Requires(Permission.ReadRounds).Produces<RoundView>().WithSummary("一个轮次").WithTags("Rounds");
        api.MapGet("/rounds/{round}/scheme", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetRoundScheme(Round(http))))
            .Requires(Permission.ReadSchemes).Produces<RoundSchemeView>().WithSummary("轮次及其所用的方案版本").WithTags("Rounds");
        api.MapPut("/rounds/{round}", (HttpContext http, string round, Body<RoundInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutRound(round, ResolvedPath.Of(http).Round, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageRounds).Creates("round").Takes<RoundInput>().ProducesPut<RoundView>()
            .WithSummary("新建或修改轮次").WithTags("Rounds");
        MapStep(api, "open", RoundStep.Open, Permission.ManageRounds, "开启轮次");
        MapStep(api, "close", RoundStep.Close, Permission.ManageRounds, "关闭轮次");
        api.MapPost("/rounds/{round}/reopen", (HttpContext http, Body<ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new DecideRound(Round(http), RoundStep.Reopen, body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(Permission.PublishRounds).Takes<ReasonInput>().ProducesAction<RoundView>().WithSummary("重新开启轮次").WithTags("Rounds");
        api.MapPost("/rounds/{round}/publish", (HttpContext http, Body<PublishInput> body, Answers answers) => answers.TaggedAsync(
                http, new PublishRound(Round(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.PublishRounds).Takes<PublishInput>().ProducesAction<RoundView>().WithSummary("公布结果").WithTags("Rounds");
        api.MapGet("/rounds/{round}/amendments", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListAmendments(Round(http), page.Value)))
            .Requires(Permission.ReadRounds).ProducesPage<AmendmentView>().WithSummary("轮次更正").WithTags("Rounds");
        api.MapPost("/rounds/{round}/amendments", (HttpContext http, Body<AmendmentInput> body, Answers answers) => answers.TaggedAsync(
                http, new AmendRound(Round(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageRounds).Takes<AmendmentInput>().ProducesAction<RoundView>().WithSummary("更正进行中的轮次").WithTags("Rounds");
        api.MapGet("/rounds/{round}/tie-resolutions", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListTieResolutions(Round(http), page.Value)))
            .Requires(Permission.ReadCompleteness).ProducesPage<TieResolutionView>().WithSummary("并列裁定").WithTags("Rounds");
        api.MapPost("/rounds/{round}/tie-resolutions", (HttpContext http, Body<TieResolutionInput> body, Answers answers) => answers.TaggedAsync(
                http, new ResolveTie(Round(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageRounds).Takes<TieResolutionInput>().ProducesAction<RoundView>().WithSummary("裁定并列次序").WithTags("Rounds");
        api.MapGet("/rounds/{round}/schools/{school}/extension", (HttpContext http, Answers answers) =>
                answers.TaggedAsync(http, new GetExtension(Round(http), ResolvedPath.Of(http).School!.Value)))
            .Requires(Permission.ReadRounds).Produces<ExtensionView>().WithSummary("学校的延期").WithTags("Rounds");
        api.MapPut("/rounds/{round}/schools/{school}/extension", (HttpContext http, Body<ExtensionInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutExtension(Round(http), ResolvedPath.Of(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageRounds).Takes<ExtensionInput>().ProducesPut<ExtensionView>().WithSummary("给学校延期").WithTags("Rounds");
        api.MapPost("/rounds/{round}/nudges", (HttpContext http, Body<NudgeInput> body, Answers answers) => answers.PlainAsync(http, new NudgeSchools(Round(http), body.Value)))
            .Requires(Permission.NudgeSchools).Takes<NudgeInput>().Produces<NudgeOutcome>().WithSummary("催办：提醒还没有提交自评的学校").WithTags("Rounds");
        api.MapGet("/rounds/{round}/nudges", (HttpContext http, string? school, Paging page, Answers answers) => answers.PlainAsync(http, new ListNudges(Round(http), school, page.Value)))
            .Requires(Permission.ReadCompleteness).ProducesPage<NudgeView>().WithSummary("催办记录").WithTags("Rounds");
        api.MapGet("/rounds/{round}/completeness", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetCompleteness(Round(http))))
            .Requires(Permission.ReadCompleteness).Produces<CompletenessView>().WithSummary("上报进度").WithTags("Rounds");
        api.MapGet("/rounds/{round}/open-work", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListOpenWork(Round(http), page.Value)))
            .Requires(Permission.ReadCompleteness).ProducesPage<OpenWork>().WithSummary("各人待办").WithTags("Rounds");
    }

    private static void MapStep(RouteGroupBuilder api, string action, RoundStep step, Permission permission, string summary) =>
        api.MapPost($"/rounds/{{round}}/{action}", (HttpContext http, Answers answers) => answers.TaggedAsync(
                http, new DecideRound(Round(http), step, null, RequestWords.PreconditionOf(http))))
            .Requires(permission).ProducesAction<RoundView>().WithSummary(summary).WithTags("Rounds");

    private static Domain.Common.RoundId Round(HttpContext http) => ResolvedPath.Of(http).Round!.Value;
}
