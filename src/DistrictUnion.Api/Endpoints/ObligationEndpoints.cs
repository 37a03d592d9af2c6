using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Reminders;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Obligation templates, the obligations of units, and the compliance board.</summary>
public static class ObligationEndpoints
{
    private const string Template = "/obligation-templates/{obligationTemplate}";
    private const string Obligation = "/obligations/{obligation}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        MapTemplates(api);
        api.MapGet("/obligations", (HttpContext http, string? unit, string? template, DateOnly? dueFrom, DateOnly? dueTo, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListObligations(unit, RequestWords.Read<UnitLevel>(http, "level"), template, RequestWords.Read<ObligationState>(http, "state"), dueFrom, dueTo, page.Value)))
            .Requires(Permission.ReadObligations).Query<ObligationState>("state", "状态").Query<UnitLevel>("level", "单位层级").ProducesPage<ObligationView>().WithSummary("工作事项").WithTags("Obligations");
        api.MapGet("/obligations/board", (HttpContext http, int? year, string? zone, Paging page, Answers answers) => answers.PlainAsync(
                http, new GetBoard(year, zone, RequestWords.Read<ObligationState>(http, "state"), page.Value)))
            .Requires(Permission.ReadObligations).Query<ObligationState>("state", "只看有此状态事项的单位")
            .Query("page", "页码，从 1 起", JsonSchemaType.Integer).Query("pageSize", "每页单位数，1 至 200，默认 50", JsonSchemaType.Integer)
            .Produces<BoardView>().Produces<ProblemDetails>(400, "application/problem+json").WithSummary("履职看板：单位 × 事项").WithTags("Obligations");
        api.MapGet("/obligations/board.xlsx", (HttpContext http, int? year, string? zone, OfficeFiles files) => files.SendAsync(
                http, new ExportBoard(year, zone, RequestWords.Read<ObligationState>(http, "state"))))
            .Requires(Permission.ReadObligations).Query<ObligationState>("state", "只看有此状态事项的单位").ProducesFile(MediaTypes.Xlsx).WithSummary("履职看板（Excel）").WithTags("Obligations");
        api.MapGet(Obligation, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetObligation(Of(http))))
            .Requires(Permission.ReadObligations).Produces<ObligationView>().WithSummary("一项工作事项及其经过").WithTags("Obligations");
        api.MapGet($"{Obligation}/reminders", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListReminders(Of(http), page.Value)))
            .Requires(Permission.ReadObligations).ProducesPage<ReminderView>().WithSummary("谁在何时被提醒").WithTags("Obligations");
        api.MapGet("/obligations/late-list", (HttpContext http, string? template, string? zone, Answers answers) => answers.PlainAsync(http, new GetLateList(template, zone)))
            .Requires(Permission.ReadObligations).Produces<LateListView>().WithSummary("逾期名单（可复制的文字）").WithTags("Obligations");
        api.MapPost($"{Obligation}/fulfil", (HttpContext http, Body<FulfilmentInput> body, Answers answers) => answers.TaggedAsync(
                http, new FulfilObligation(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.FulfilObligations).Takes<FulfilmentInput>().ProducesAction<ObligationView>().WithSummary("登记完成").WithTags("Obligations");
        api.MapPost($"{Obligation}/reopen", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new ReopenObligation(Of(http), body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(Permission.FulfilObligations).Takes<RoundEndpoints.ReasonInput>().ProducesAction<ObligationView>().WithSummary("收回登记").WithTags("Obligations");
        MapWaiver(api, "waive", true, "豁免，须写理由");
        MapWaiver(api, "unwaive", false, "取消豁免");
    }

    private static void MapWaiver(RouteGroupBuilder api, string action, bool isWaived, string summary) =>
        api.MapPost($"{Obligation}/{action}", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new WaiveObligation(Of(http), isWaived, body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WaiveObligations).Takes<RoundEndpoints.ReasonInput>().ProducesAction<ObligationView>().WithSummary(summary).WithTags("Obligations");

    private static void MapTemplates(RouteGroupBuilder api)
    {
        api.MapGet("/obligation-templates", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListObligationTemplates(page.Value)))
            .Requires(Permission.ReadObligations).ProducesPage<ObligationTemplateView>().WithSummary("工作事项目录").WithTags("Obligations");
        api.MapGet(Template, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetObligationTemplate(TemplateOf(http))))
            .Requires(Permission.ReadObligations).Produces<ObligationTemplateView>().WithSummary("一个事项的规定").WithTags("Obligations");
        api.MapPut(Template, (HttpContext http, string obligationTemplate, Body<ObligationDefinition> body, Answers answers) => answers.TaggedAsync(
                http, new PutObligationTemplate(obligationTemplate, ResolvedPath.Of(http).ObligationTemplate, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageObligations).Creates("obligationTemplate").Takes<ObligationDefinition>().ProducesPut<ObligationTemplateView>()
            .WithSummary("新建或修改事项；已生成的不变，差异另列").WithTags("Obligations");
        api.MapGet($"{Template}/differences", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListDifferences(TemplateOf(http), page.Value)))
            .Requires(Permission.ManageObligations).ProducesPage<ObligationDifference>().WithSummary("修改后与已生成事项的差异").WithTags("Obligations");
        MapActivation(api, "activate", true, "启用：立即生成将到期的事项");
        MapActivation(api, "deactivate", false, "停用：不再生成，已有的保留");
    }

    private static void MapActivation(RouteGroupBuilder api, string action, bool isActive, string summary) =>
        api.MapPost($"{Template}/{action}", (HttpContext http, Answers answers) => answers.TaggedAsync(
                http, new ActivateObligationTemplate(TemplateOf(http), isActive, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageObligations).ProducesAction<ObligationTemplateView>().WithSummary(summary).WithTags("Obligations");

    private static ObligationId Of(HttpContext http) => ResolvedPath.Of(http).Obligation!.Value;

    private static ObligationTemplateId TemplateOf(HttpContext http) => ResolvedPath.Of(http).ObligationTemplate!.Value;
}
