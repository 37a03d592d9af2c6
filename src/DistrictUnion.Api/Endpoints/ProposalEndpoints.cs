using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Congresses;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Proposals of staff to their congress.</summary>
public static class ProposalEndpoints
{
    private const string Proposal = "/proposals/{proposal}";
    private const string Tag = "Proposals";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/proposals", (HttpContext http, string? congress, bool? waiting, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListProposals(congress, RequestWords.Read<ProposalState>(http, "state"), waiting ?? false, page.Value)))
            .Requires(Permission.ReadCongresses).Query<ProposalState>("state", "状态").ProducesPage<ProposalView>().WithSummary("本校提案").WithTags(Tag);
        api.MapPost("/proposals", (HttpContext http, Body<ProposalInput> body, Answers answers) => answers.TaggedAsync(http, new WriteProposal(body.Value)))
            .Requires(Permission.WriteProposals).Takes<ProposalInput>().Produces<ProposalView>(201).WithSummary("起草提案").WithTags(Tag);
        api.MapGet(Proposal, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetProposal(Of(http))))
            .Requires(Permission.ReadCongresses).Produces<ProposalView>().WithSummary("一件提案").WithTags(Tag);
        api.MapPut(Proposal, (HttpContext http, Body<ProposalInput> body, Answers answers) => answers.TaggedAsync(http, new ChangeProposal(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteProposals).Takes<ProposalInput>().ProducesPut<ProposalView>().WithSummary("修改提案草稿").WithTags(Tag);
        api.MapDelete(Proposal, (HttpContext http, Answers answers) => answers.WithAsync(http, new RemoveProposal(Of(http), RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.WriteProposals).Produces(204).WithSummary("删除提案草稿").WithTags(Tag);
        MapMove(api, "submit", ProposalMove.Submit, Permission.WriteProposals, "提交提案；过了截止日转入下一次教代会");
        MapMove(api, "withdraw", ProposalMove.Withdraw, Permission.WriteProposals, "撤回已提交的提案");
        api.MapPost($"{Proposal}/screen", (HttpContext http, Body<ScreeningInput> body, Answers answers) => answers.TaggedAsync(http, new ScreenProposal(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideCongresses).Takes<ScreeningInput>().ProducesAction<ProposalView>().WithSummary("审查提案：立案、并案、不予立案、转为意见建议").WithTags(Tag);
        MapMove(api, "unscreen", ProposalMove.Unscreen, Permission.DecideCongresses, "撤回审查");
        api.MapPost($"{Proposal}/assign", (HttpContext http, Body<ProposalTask> body, Answers answers) => answers.TaggedAsync(http, new AssignProposal(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<ProposalTask>().ProducesAction<ProposalView>().WithSummary("交办提案").WithTags(Tag);
        MapMove(api, "unassign", ProposalMove.Unassign, Permission.WriteCongresses, "撤回交办");
        api.MapPost($"{Proposal}/reply", (HttpContext http, Body<ReplyInput> body, Answers answers) => answers.TaggedAsync(http, new ReplyToProposal(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<ReplyInput>().ProducesAction<ProposalView>().WithSummary("登记答复").WithTags(Tag);
        MapMove(api, "retract-reply", ProposalMove.RetractReply, Permission.WriteCongresses, "撤回答复");
        api.MapPost($"{Proposal}/rate", (HttpContext http, Body<RatingInput> body, Answers answers) => answers.TaggedAsync(http, new RateProposal(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideCongresses).Takes<RatingInput>().ProducesAction<ProposalView>().WithSummary("登记提案人对答复的评价").WithTags(Tag);
        MapMove(api, "unrate", ProposalMove.Unrate, Permission.DecideCongresses, "撤回评价");
        MapMove(api, "reopen", ProposalMove.Reopen, Permission.DecideCongresses, "不满意的退回再办一次");
        MapMove(api, "close", ProposalMove.Close, Permission.DecideCongresses, "撤回再办");
    }

    private static void MapMove(RouteGroupBuilder api, string name, ProposalMove move, Permission permission, string summary) =>
        api.MapPost($"{Proposal}/{name}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new MoveProposal(Of(http), move, RequestWords.PreconditionOf(http))))
            .Requires(permission).ProducesAction<ProposalView>().WithSummary(summary).WithTags(Tag);

    private static ProposalId Of(HttpContext http) => ResolvedPath.Of(http).Proposal!.Value;
}
