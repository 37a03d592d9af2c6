using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Branch reports, self-evaluations, facts of other systems.</summary>
public static class DocumentEndpoints
{
    private const string Report = "/rounds/{round}/schools/{school}/branches/{branch}/report";
    private const string Evaluation = "/rounds/{round}/schools/{school}/self-evaluation";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        MapReports(api);
        MapEvaluations(api);
        api.MapPost("/rounds/{round}/facts/import", (HttpContext http, ImportAnswers imports) =>
                imports.RunAsync(http, FactColumns.Table, (rows, mode, dryRun) => new ImportFacts(Path(http).Round!.Value, rows, mode, dryRun)))
            .Requires(Permission.ImportFacts).Imports<FactRow>().WithSummary("批量导入数据").WithTags("Facts");
        api.MapGet("/rounds/{round}/facts/import/template.xlsx", (HttpContext http, OfficeFiles files) =>
                files.SendAsync(http, new GetFactTemplate(Path(http).Round!.Value)))
            .Requires(Permission.ImportFacts).ProducesFile(MediaTypes.Xlsx).WithSummary("批量导入数据的模板").WithTags("Facts");
    }

    private static void MapReports(RouteGroupBuilder api)
    {
        api.MapGet(Report, (HttpContext http, Answers answers) => answers.TaggedAsync(
                http, new GetReport(Path(http).Round!.Value, Path(http).School!.Value, Path(http).Branch!.Value)))
            .Requires(Permission.ReadReports).Produces<ReportView>().WithSummary("小组填报").WithTags("Reports");
        api.MapPut(Report, (HttpContext http, Body<ReportContent> body, Answers answers) => answers.TaggedAsync(
                http,
                new WriteReport(
                    Path(http).Round!.Value, Path(http).School!.Value, Path(http).Branch!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteReports).Takes<ReportContent>().ProducesPut<ReportView>().WithSummary("保存小组填报").WithTags("Reports");
        api.MapGet("/rounds/{round}/schools/{school}/reports", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListReports(Path(http).Round!.Value, Path(http).School!.Value, page.Value)))
            .Requires(Permission.ReadReports).ProducesPage<ReportSummary>().WithSummary("学校各小组的填报").WithTags("Reports");
        foreach (var (step, summary) in new[] { (ReportsStep.Accept, "批量接受小组填报"), (ReportsStep.Return, "批量退回小组填报") })
        {
            api.MapPost($"/rounds/{{round}}/schools/{{school}}/reports/{Domain.Common.Words.Camel(step)}", (HttpContext http, Body<ReportsInput> body, Answers answers) =>
                    answers.PlainAsync(
                        http,
                        new DecideReports(
                            Path(http).Round!.Value, Path(http).School!.Value, step, body.Value, RequestWords.Read<ImportMode>(http, "mode") ?? ImportMode.Atomic)))
                .Requires(Permission.DecideReports).Mode().Takes<ReportsInput>().Produces<ImportReport>().WithSummary(summary).WithTags("Reports");
        }

        foreach (var (step, permission, summary) in new[]
        {
            (ReportStep.Submit, Permission.SubmitReports, "提交小组填报"),
            (ReportStep.Accept, Permission.DecideReports, "接受小组填报"),
            (ReportStep.Return, Permission.DecideReports, "退回小组填报"),
        })
        {
            api.MapPost($"{Report}/{Domain.Common.Words.Camel(step)}", async (HttpContext http, Answers answers) => await answers.TaggedAsync(
                    http,
                    new DecideReport(
                        Path(http).Round!.Value,
                        Path(http).School!.Value,
                        Path(http).Branch!.Value,
                        step,
                        await ReasonBody.ReadAsync(http),
                        RequestWords.PreconditionOf(http))))
                .Requires(permission).TakesOptional<RoundEndpoints.ReasonInput>().ProducesAction<ReportView>().WithSummary(summary).WithTags("Reports");
        }
    }

    private static void MapEvaluations(RouteGroupBuilder api)
    {
        api.MapGet(Evaluation, (HttpContext http, Answers answers) => answers.TaggedAsync(
                http, new GetEvaluation(Path(http).Round!.Value, Path(http).School!.Value)))
            .Requires(Permission.ReadEvaluations).Produces<EvaluationView>().WithSummary("学期自评").WithTags("Evaluations");
        api.MapGet($"{Evaluation}/preview", (HttpContext http, Answers answers) => answers.DerivedAsync(
                http, new PreviewEvaluation(Path(http).Round!.Value, Path(http).School!.Value)))
            .Requires(Permission.WriteEvaluations).Produces<EvaluationPreview>().WithSummary("按已填内容试算自评分").WithTags("Evaluations");
        api.MapPut(Evaluation, (HttpContext http, Body<EvaluationContent> body, Answers answers) => answers.TaggedAsync(
                http, new WriteEvaluation(Path(http).Round!.Value, Path(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteEvaluations).Takes<EvaluationContent>().ProducesPut<EvaluationView>()
            .WithSummary("保存学期自评").WithTags("Evaluations");
        api.MapPatch(Evaluation, (HttpContext http, Body<EvaluationPatch> body, Answers answers) => answers.TaggedAsync(
                http, new PatchEvaluation(Path(http).Round!.Value, Path(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteEvaluations).Takes<EvaluationPatch>().ProducesPut<EvaluationView>()
            .WithSummary("逐项保存学期自评").WithTags("Evaluations");
        api.MapGet($"{Evaluation}/earlier", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListEarlierEvaluations(Path(http).Round!.Value, Path(http).School!.Value, page.Value)))
            .Requires(Permission.WriteEvaluations).ProducesPage<EarlierEvaluation>().WithSummary("可沿用的往期自评").WithTags("Evaluations");
        api.MapPost($"{Evaluation}/inherit", (HttpContext http, Body<InheritInput> body, Answers answers) => answers.TaggedAsync(
                http, new InheritEvaluation(Path(http).Round!.Value, Path(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteEvaluations).Takes<InheritInput>().ProducesAction<EvaluationView>().WithSummary("沿用往期自评").WithTags("Evaluations");
        api.MapGet($"{Evaluation}/template.xlsx", (HttpContext http, OfficeFiles files) => files.SendAsync(
                http, new GetEvaluationForm(Path(http).Round!.Value, Path(http).School!.Value)))
            .Requires(Permission.WriteEvaluations).ProducesFile(MediaTypes.Xlsx).WithSummary("学期自评表（Excel）").WithTags("Evaluations");
        api.MapPost($"{Evaluation}/import", async (HttpContext http, Answers answers, ISpreadsheetReader spreadsheets) =>
                await answers.PlainAsync(
                    http,
                    new ImportEvaluationForm(
                        Path(http).Round!.Value,
                        Path(http).School!.Value,
                        new EvaluationFormFile(await UploadedFile.ReadWorkbookAsync(http, spreadsheets), RequestWords.ReadText(http, "onBehalfReason")),
                        RequestWords.ReadFlag(http, "dryRun", false),
                        RequestWords.ReadText(http, "confirm"))))
            .Requires(Permission.WriteEvaluations).TakesFile().Takes<string>(MediaTypes.Xlsx)
            .Query("dryRun", "true 时只报告会有哪些改动，不保存", JsonSchemaType.Boolean)
            .Query("confirm", "校验（dryRun=true）所答的 confirm；非系统自评表必须提供，提供时改动须与校验时相同")
            .Query("onBehalfReason", "区级代填的理由，仅区级人员提供，且必须提供")
            .Produces<EvaluationFormReport>().Produces<ProblemDetails>(400, "application/problem+json").Produces<ProblemDetails>(409, "application/problem+json")
            .WithSummary("以填好的自评表（Excel）填写学期自评").WithTags("Evaluations");
        api.MapGet("/rounds/{round}/self-evaluations/decisions", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListDecisions(Path(http).Round!.Value, page.Value)))
            .Requires(Permission.ReturnEvaluations).ProducesPage<BulkDecisionView>().WithSummary("本人的批量处理").WithTags("Evaluations");
        api.MapPost("/rounds/{round}/self-evaluations/decisions/{decision}/undo", (HttpContext http, Answers answers) =>
                answers.PlainAsync(http, new UndoDecision(Path(http).Round!.Value, Path(http).Decision!.Value)))
            .Requires(Permission.ReturnEvaluations).Produces<ImportReport>().Produces<ProblemDetails>(409, "application/problem+json")
            .WithSummary("撤销批量处理（10 分钟内）").WithTags("Evaluations");
        foreach (var (step, permission, summary) in new[]
        {
            (EvaluationsStep.Accept, Permission.ReviewSchools, "批量认可学期自评"),
            (EvaluationsStep.Return, Permission.ReturnEvaluations, "批量退回学期自评"),
        })
        {
            api.MapPost($"/rounds/{{round}}/self-evaluations/{Domain.Common.Words.Camel(step)}", (HttpContext http, Body<EvaluationsInput> body, Answers answers) =>
                    answers.PlainAsync(
                        http,
                        new DecideEvaluations(Path(http).Round!.Value, step, body.Value, RequestWords.Read<ImportMode>(http, "mode") ?? ImportMode.Atomic)))
                .Requires(permission).Mode().Takes<EvaluationsInput>().Produces<ImportReport>().WithSummary(summary).WithTags("Evaluations");
        }

        foreach (var (step, permission, summary) in new[]
        {
            (EvaluationStep.Submit, Permission.SubmitEvaluations, "提交学期自评"),
            (EvaluationStep.Withdraw, Permission.SubmitEvaluations, "撤回学期自评"),
        })
        {
            api.MapPost($"{Evaluation}/{Domain.Common.Words.Camel(step)}", async (HttpContext http, Answers answers) => await answers.TaggedAsync(
                    http,
                    new DecideEvaluation(
                        Path(http).Round!.Value, Path(http).School!.Value, step, await ReasonBody.ReadAsync(http), RequestWords.PreconditionOf(http))))
                .Requires(permission).TakesOptional<RoundEndpoints.ReasonInput>().ProducesAction<EvaluationView>()
                .WithSummary(summary).WithTags("Evaluations");
        }

        api.MapPost($"{Evaluation}/return", (HttpContext http, Body<ReturnInput> body, Answers answers) => answers.TaggedAsync(
                http,
                new DecideEvaluation(
                    Path(http).Round!.Value, Path(http).School!.Value, EvaluationStep.Return, body.Value.Reason, RequestWords.PreconditionOf(http), body.Value.Leaves)))
            .Requires(Permission.ReturnEvaluations).Takes<ReturnInput>().ProducesAction<EvaluationView>().WithSummary("退回学期自评").WithTags("Evaluations");
    }

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);
}
