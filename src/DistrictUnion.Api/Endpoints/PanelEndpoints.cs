using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Panels;
using DistrictUnion.Application.Ports;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Panels of judges: the district plans and closes them, each judge scores the own sheets.</summary>
public static class PanelEndpoints
{
    private const string Panels = "/rounds/{round}/panels";
    private const string Panel = $"{Panels}/{{panel}}";
    private const string Sheets = $"{Panel}/sheets";
    private const string Sheet = $"{Sheets}/{{school}}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Panels, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListPanels(Path(http).Round!.Value, page.Value)))
            .Requires(Permission.ReadPanels).ProducesPage<PanelSummary>().WithSummary("评审组").WithTags("Panels");
        api.MapGet(Panel, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetPanel(Path(http).Panel!.Value)))
            .Requires(Permission.ReadPanels).Produces<PanelView>().WithSummary("一个评审组").WithTags("Panels");
        api.MapPut(Panel, (HttpContext http, string panel, Body<PanelInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutPanel(Path(http).Round!.Value, panel, Path(http).Panel, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManagePanels).Creates("panel").Takes<PanelInput>().ProducesPut<PanelView>().WithSummary("新建或修改评审组").WithTags("Panels");
        api.MapGet($"{Panel}/progress", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetPanelProgress(Path(http).Panel!.Value)))
            .Requires(Permission.ReadPanels).Produces<PanelProgress>().WithSummary("评审进度").WithTags("Panels");
        api.MapGet($"{Panel}/severity", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetSeverity(Path(http).Panel!.Value)))
            .Requires(Permission.ReadPanels).Produces<SeverityView>().Produces<ProblemDetails>(409, "application/problem+json").WithSummary("评分宽严").WithTags("Panels");
        MapStep(api, PanelStep.Assign, "分配评委").Produces<ProblemDetails>(422, "application/problem+json");
        MapStep(api, PanelStep.Start, "开始评审");
        api.MapPost($"{Panel}/reopen", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new DecidePanel(Path(http).Round!.Value, Path(http).Panel!.Value, PanelStep.Reopen, body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManagePanels).Takes<RoundEndpoints.ReasonInput>().ProducesAction<PanelView>().WithSummary("重新开放评审").WithTags("Panels");
        api.MapPost($"{Panel}/removals", (HttpContext http, Body<RemovalInput> body, Answers answers) => answers.TaggedAsync(
                http, new RemoveJudge(Path(http).Round!.Value, Path(http).Panel!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManagePanels).Takes<RemovalInput>().ProducesAction<PanelView>().Produces<ProblemDetails>(422, "application/problem+json")
            .WithSummary("撤下评委").WithTags("Panels");
        api.MapPost($"{Panel}/close", (HttpContext http, Body<PanelClosing> body, Answers answers) => answers.TaggedAsync(
                http, new ClosePanel(Path(http).Round!.Value, Path(http).Panel!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManagePanels).Takes<PanelClosing>().ProducesAction<PanelView>().WithSummary("结束评审，分数计入各校").WithTags("Panels");
        MapSheets(api);
    }

    private static void MapSheets(RouteGroupBuilder api)
    {
        api.MapGet("/me/panel-work", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListOwnSeats(page.Value)))
            .Requires(Permission.JudgePanels).ProducesPage<OwnSeatView>().WithSummary("我要评的学校").WithTags("Panels");
        api.MapGet(Sheet, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetSheet(Path(http).Panel!.Value, Path(http).School!.Value)))
            .Requires(Permission.JudgePanels).Produces<SheetView>().WithSummary("评分表").WithTags("Panels");
        api.MapPut(Sheet, (HttpContext http, Body<ScoreInput> body, Answers answers) => answers.TaggedAsync(
                http, new ScoreSchool(Path(http).Round!.Value, Path(http).Panel!.Value, Path(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.JudgePanels).Takes<ScoreInput>().ProducesAction<SeatStateView>().WithSummary("评分").WithTags("Panels");
        foreach (var (step, summary) in new[] { (SheetStep.Submit, "提交一校的评分"), (SheetStep.Withdraw, "取回一校的评分") })
        {
            api.MapPost($"{Sheet}/{Domain.Common.Words.Camel(step)}", (HttpContext http, Answers answers) => answers.TaggedAsync(
                    http, new DecideSheet(Path(http).Round!.Value, Path(http).Panel!.Value, Path(http).School!.Value, step, RequestWords.PreconditionOf(http))))
                .Requires(Permission.JudgePanels).ProducesAction<SeatStateView>().WithSummary(summary).WithTags("Panels");
        }

        api.MapPost($"{Sheet}/recuse", (HttpContext http, Body<RecusalInput> body, Answers answers) => answers.TaggedAsync(
                http, new RecuseJudge(Path(http).Round!.Value, Path(http).Panel!.Value, Path(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.JudgePanels).Takes<RecusalInput>().ProducesAction<SeatStateView>().WithSummary("申请回避").WithTags("Panels");
        api.MapPost($"{Sheets}/submit", (HttpContext http, Answers answers) => answers.PlainAsync(http, new SubmitSheets(Path(http).Round!.Value, Path(http).Panel!.Value)))
            .Requires(Permission.JudgePanels).Produces<SheetsHandedIn>().WithSummary("提交全部评分").WithTags("Panels");
        api.MapGet($"{Sheet}/evidence/{{evidence}}", (HttpContext http, EvidenceBodies bodies) =>
                bodies.OpenAsync(http, new OpenSheetFile(Path(http).Panel!.Value, Path(http).School!.Value, Path(http).Evidence!.Value)))
            .Requires(Permission.JudgePanels).Query("inline", "true 时图片直接显示", Microsoft.OpenApi.JsonSchemaType.Boolean)
            .ProducesFile("application/octet-stream").WithSummary("下载评审材料").WithTags("Panels");
        api.MapGet($"{Sheet}/evidence/{{evidence}}/text", (HttpContext http, EvidenceBodies bodies) =>
                bodies.ReadTextAsync(http, new OpenSheetFile(Path(http).Panel!.Value, Path(http).School!.Value, Path(http).Evidence!.Value)))
            .Requires(Permission.JudgePanels).Produces<OfficeText>().WithSummary("Office 评审材料的文字").WithTags("Panels");
    }

    private static RouteHandlerBuilder MapStep(RouteGroupBuilder api, PanelStep step, string summary) =>
        api.MapPost($"{Panel}/{Domain.Common.Words.Camel(step)}", (HttpContext http, Answers answers) => answers.TaggedAsync(
                http, new DecidePanel(Path(http).Round!.Value, Path(http).Panel!.Value, step, null, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManagePanels).ProducesAction<PanelView>().WithSummary(summary).WithTags("Panels");

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);
}
