using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Titles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Title programmes and the applications for them.</summary>
public static class TitleEndpoints
{
    private const string Programmes = "/title-programmes";
    private const string Programme = $"{Programmes}/{{programme}}";
    private const string Applications = $"{Programme}/applications";
    private const string OneApplication = $"{Applications}/{{application}}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Programmes, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListProgrammes(page.Value)))
            .Requires(Permission.ReadTitles).ProducesPage<ProgrammeView>().WithSummary("评选项目").WithTags("Titles");
        api.MapGet(Programme, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetProgramme(Path(http).Programme!.Value)))
            .Requires(Permission.ReadTitles).Produces<ProgrammeView>().WithSummary("一个评选项目").WithTags("Titles");
        api.MapPut(Programme, (HttpContext http, string programme, Body<ProgrammeDefinition> body, Answers answers) => answers.TaggedAsync(
                http, new PutProgramme(programme, Path(http).Programme, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Creates("programme").Takes<ProgrammeDefinition>().ProducesPut<ProgrammeView>().WithSummary("新建或修改评选项目；条款须符合其示例").WithTags("Titles");
        api.MapPost($"{Programme}/trial", (HttpContext http, Body<ProgrammeDefinition> body, Answers answers) => answers.PlainAsync(
                http, new TryProgramme(Path(http).Programme!.Value, body.Value)))
            .Requires(Permission.ManageTitles).Takes<ProgrammeDefinition>().Produces<ProgrammeTrial>().WithSummary("试改：示例结果与受影响的申报，不保存").WithTags("Titles");
        MapApplications(api);
    }

    private static void MapApplications(RouteGroupBuilder api)
    {
        api.MapGet("/title-applications", (HttpContext http, string? campaign, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListApplications(null, campaign, RequestWords.Read<ApplicationState>(http, "state"), page.Value)))
            .Requires(Permission.ReadTitles).Query<ApplicationState>("state", "状态").ProducesPage<ApplicationSummary>().WithSummary("所有项目的申报").WithTags("Titles");
        api.MapGet(Applications, (HttpContext http, string? campaign, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListApplications(Path(http).Programme!.Value, campaign, RequestWords.Read<ApplicationState>(http, "state"), page.Value)))
            .Requires(Permission.ReadTitles).Query<ApplicationState>("state", "状态").ProducesPage<ApplicationSummary>().WithSummary("申报").WithTags("Titles");
        api.MapGet(OneApplication, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetApplication(Path(http).Application!.Value)))
            .Requires(Permission.ReadTitles).Produces<ApplicationView>().WithSummary("一份申报").WithTags("Titles");
        api.MapPut(OneApplication, (HttpContext http, string application, Body<ApplicationInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutApplication(Path(http).Programme!.Value, application, Path(http).Application, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ApplyForTitles).Creates("application").Takes<ApplicationInput>().ProducesPut<ApplicationView>().Produces<ProblemDetails>(422, "application/problem+json")
            .WithSummary("填写申报；代码为“活动.单位”").WithTags("Titles");
        api.MapPost($"{OneApplication}/approvals", (HttpContext http, Body<ApprovalInput> body, Answers answers) => answers.TaggedAsync(
                http, new ApproveApplication(Path(http).Application!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ApplyForTitles).Takes<ApprovalInput>().ProducesAction<ApplicationView>().WithSummary("登记评选、审查或审批").WithTags("Titles");
        api.MapGet($"{OneApplication}/files/{{file}}", (HttpContext http, string file, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenApplicationFile(Path(http).Application!.Value, file)))
            .Requires(Permission.ReadTitles).Query("inline", "true 时图片直接显示", JsonSchemaType.Boolean).ProducesFile("application/octet-stream").WithSummary("下载申报所附材料").WithTags("Titles");
        api.MapGet($"{OneApplication}/files/{{file}}/text", (HttpContext http, string file, EvidenceBodies bodies) => bodies.ReadTextAsync(http, new OpenApplicationFile(Path(http).Application!.Value, file)))
            .Requires(Permission.ReadTitles).Produces<OfficeText>().WithSummary("Office 申报材料的文字").WithTags("Titles");
        api.MapPost($"{OneApplication}/scores", (HttpContext http, Body<BranchScoresInput> body, Answers answers) => answers.TaggedAsync(
                http, new ScoreApplication(Path(http).Application!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Takes<BranchScoresInput>().ProducesAction<ApplicationView>().WithSummary("为小组申报评分").WithTags("Titles");
        MapStep(api, "recommend", ApplicationStep.Recommend, Permission.ApplyForTitles, "学校推荐");
        MapStep(api, "recall", ApplicationStep.Recall, Permission.ApplyForTitles, "受理前取回");
        MapStep(api, "withdraw", ApplicationStep.Withdraw, Permission.ApplyForTitles, "撤回申报");
        MapStep(api, "accept", ApplicationStep.Accept, Permission.ManageTitles, "受理");
        MapStep(api, "return", ApplicationStep.Return, Permission.ManageTitles, "退回学校");
        MapStep(api, "forfeit", ApplicationStep.Forfeit, Permission.ManageTitles, "逾期或材料不全，视为放弃");
        MapStep(api, "review-documents", ApplicationStep.ReviewDocuments, Permission.ManageTitles, "材料审核完毕");
        MapStep(api, "inspect", ApplicationStep.Inspect, Permission.ManageTitles, "实地考察完毕");
        MapStep(api, "survey", ApplicationStep.Survey, Permission.ManageTitles, "民主测评完毕");
        MapStep(api, "reopen-examination", ApplicationStep.ReopenExamination, Permission.ManageTitles, "重新审核");
        MapStep(api, "reject", ApplicationStep.Reject, Permission.ManageTitles, "不予通过");
        MapStep(api, "disqualify", ApplicationStep.Disqualify, Permission.ManageTitles, "取消资格");
        MapStep(api, "reinstate", ApplicationStep.Reinstate, Permission.ManageTitles, "恢复");
    }

    private static void MapStep(RouteGroupBuilder api, string action, ApplicationStep step, Permission permission, string summary) =>
        api.MapPost($"{OneApplication}/{action}", (HttpContext http, Body<StepInput> body, Answers answers) => answers.TaggedAsync(
                http, new StepApplication(Path(http).Application!.Value, step, body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(permission).Takes<StepInput>().ProducesAction<ApplicationView>().Produces<ProblemDetails>(422, "application/problem+json").WithSummary(summary).WithTags("Titles");

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);

    /// <summary>A step and, where it wants one, its reason.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record StepInput(string? Reason = null);
}
