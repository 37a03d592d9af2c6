using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Congresses;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Staff congresses, their numbers and their rules.</summary>
public static class CongressEndpoints
{
    private const string Congress = "/congresses/{congress}";
    private const string Files = $"{Congress}/files";
    private const string Tag = "Congresses";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/congress-rule", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetCongressRule()))
            .Requires(Permission.ReadDisclosures).Produces<CongressTerms>().WithSummary("教代会规则：附议人数、提案截止天数、表决口径").WithTags(Tag);
        api.MapPut("/congress-rule", (HttpContext http, Body<CongressTerms> body, Answers answers) => answers.TaggedAsync(http, new PutCongressRule(body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageCongressRule).Takes<CongressTerms>().ProducesAction<CongressTerms>().WithSummary("修改教代会规则；已筹备的会议沿用原规则").WithTags(Tag);
        api.MapGet("/congresses/overview", (HttpContext http, int? year, string? zone, Paging page, Answers answers) => answers.PlainAsync(http, new GetCongressOverview(year, zone, page.Value)))
            .Requires(Permission.ReadCongressOverview).ProducesPage<CongressOverviewRow>().WithSummary("各校教代会、提案、校务公开的数字（学年）").WithTags(Tag);
        api.MapGet("/congresses", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListCongresses(RequestWords.Read<CongressState>(http, "state"), page.Value)))
            .Requires(Permission.ReadCongresses).Query<CongressState>("state", "状态").ProducesPage<CongressView>().WithSummary("本校教代会").WithTags(Tag);
        api.MapPost("/congresses", (HttpContext http, Body<CongressInput> body, Answers answers) => answers.TaggedAsync(http, new PlanCongress(body.Value)))
            .Requires(Permission.WriteCongresses).Takes<CongressInput>().Produces<CongressView>(201).WithSummary("筹备教代会；开始征集提案").WithTags(Tag);
        api.MapGet(Congress, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetCongress(Of(http))))
            .Requires(Permission.ReadCongresses).Produces<CongressView>().WithSummary("一次教代会").WithTags(Tag);
        api.MapPut(Congress, (HttpContext http, Body<CongressInput> body, Answers answers) => answers.TaggedAsync(http, new ChangeCongress(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<CongressInput>().ProducesPut<CongressView>().WithSummary("修改筹备信息").WithTags(Tag);
        api.MapPost($"{Congress}/hold", (HttpContext http, Body<AttendanceInput> body, Answers answers) => answers.TaggedAsync(http, new HoldCongress(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<AttendanceInput>().ProducesAction<CongressView>().WithSummary("登记到会；不足三分之二无效，可再次召开").WithTags(Tag);
        api.MapPost($"{Congress}/resolve", (HttpContext http, Body<ResolutionsInput> body, Answers answers) => answers.TaggedAsync(
                http, new ResolveCongress(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<ResolutionsInput>().ProducesAction<CongressView>().WithSummary("登记全部决议").WithTags(Tag);
        MapDecision(api, "confirm", CongressDecision.Confirm, Permission.DecideCongresses, "确认会议记录，确认后不能再改");
        MapDecision(api, "restore", CongressDecision.Restore, Permission.WriteCongresses, "恢复已取消的会议");
        MapReasoned(api, "reopen", CongressDecision.Reopen, Permission.DecideCongresses, "撤回确认，须写理由");
        MapReasoned(api, "unhold", CongressDecision.Unhold, Permission.WriteCongresses, "撤回到会登记，须写理由；决议一并删除");
        MapReasoned(api, "cancel", CongressDecision.Cancel, Permission.WriteCongresses, "取消会议，须写理由；提案转入下一次");
        api.MapPost(Files, (HttpContext http, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(
                http, answers, file => new AddCongressFile(Of(http), RequestWords.Read<CongressFileKind>(http, "kind") ?? CongressFileKind.Other, file)))
            .Requires(Permission.WriteCongresses).TakesEvidence().Takes<ScanForm>("multipart/form-data").Query<CongressFileKind>("kind", "文件类别")
            .Produces<CongressView>().Produces<CongressView>(201).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("上传通知、签到、记录、决议等文件").WithTags(Tag);
        api.MapGet($"{Files}/{{file}}", (HttpContext http, string file, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenCongressFile(Of(http), file)))
            .Requires(Permission.ReadCongresses).ProducesFile("application/octet-stream").WithSummary("下载会议文件").WithTags(Tag);
        api.MapDelete($"{Files}/{{file}}", (HttpContext http, string file, Answers answers) => answers.WithAsync(http, new RemoveCongressFile(Of(http), file), _ => Results.NoContent()))
            .Requires(Permission.WriteCongresses).Produces(204).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("删除会议文件").WithTags(Tag);
    }

    private static void MapDecision(RouteGroupBuilder api, string name, CongressDecision decision, Permission permission, string summary) =>
        api.MapPost($"{Congress}/{name}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new DecideCongress(Of(http), decision, null, RequestWords.PreconditionOf(http))))
            .Requires(permission).ProducesAction<CongressView>().WithSummary(summary).WithTags(Tag);

    private static void MapReasoned(RouteGroupBuilder api, string name, CongressDecision decision, Permission permission, string summary) =>
        api.MapPost($"{Congress}/{name}", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new DecideCongress(Of(http), decision, body.Value.Reason ?? "", RequestWords.PreconditionOf(http))))
            .Requires(permission).Takes<RoundEndpoints.ReasonInput>().ProducesAction<CongressView>().WithSummary(summary).WithTags(Tag);

    private static CongressId Of(HttpContext http) => ResolvedPath.Of(http).Congress!.Value;
}
