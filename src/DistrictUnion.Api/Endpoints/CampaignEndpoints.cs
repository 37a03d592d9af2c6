using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Titles;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Campaigns of title programmes: ranking, selection, decision, publicity, objections, award.</summary>
public static class CampaignEndpoints
{
    private const string Campaigns = "/title-programmes/{programme}/campaigns";
    private const string Campaign = $"{Campaigns}/{{campaign}}";
    private const string Notices = $"{Campaign}/notices";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/title-campaigns", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListCampaigns(null, RequestWords.Read<CampaignState>(http, "state"), page.Value)))
            .Requires(Permission.ReadTitles).Query<CampaignState>("state", "状态").ProducesPage<CampaignView>().WithSummary("所有项目的评选活动").WithTags("Titles");
        api.MapGet(Campaigns, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListCampaigns(Path(http).Programme!.Value, null, page.Value)))
            .Requires(Permission.ReadTitles).ProducesPage<CampaignView>().WithSummary("评选活动").WithTags("Titles");
        api.MapGet(Campaign, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetCampaign(Path(http).Campaign!.Value)))
            .Requires(Permission.ReadTitles).Produces<CampaignView>().WithSummary("一次评选活动").WithTags("Titles");
        api.MapPut(Campaign, (HttpContext http, string campaign, Body<CampaignInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutCampaign(Path(http).Programme!.Value, campaign, Path(http).Campaign, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Creates("campaign").Takes<CampaignInput>().ProducesPut<CampaignView>().WithSummary("新建或修改评选活动").WithTags("Titles");
        MapSteps(api);
        MapPublicity(api);
        MapPapers(api);
        api.MapPost($"{Campaign}/award", (HttpContext http, Body<AwardInput> body, Answers answers) => answers.PlainAsync(
                http, new AwardTitles(Path(http).Campaign!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideTitles).Takes<AwardInput>().ProducesAction<AwardedView>().WithSummary("公示期满后命名；须由登记决定以外的人操作").WithTags("Titles");
    }

    private static void MapSteps(RouteGroupBuilder api)
    {
        MapStep(api, "open", CampaignStep.Open, Permission.ManageTitles, "开始接受申报");
        api.MapPost($"{Campaign}/rank", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new RankCampaign(Path(http).Campaign!.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).ProducesAction<CampaignView>().Produces<ProblemDetails>(422, "application/problem+json").WithSummary("按已结束轮次的结果排名").WithTags("Titles");
        MapStep(api, "unrank", CampaignStep.Unrank, Permission.ManageTitles, "撤销排名");
        MapStep(api, "rescind", CampaignStep.Rescind, Permission.DecideTitles, "撤销决定");
        MapStep(api, "fill-places", CampaignStep.FillPlaces, Permission.DecideTitles, "空出的名额由候补递补");
        MapStep(api, "nominate", CampaignStep.Nominate, Permission.ManageTitles, "按名额向上一级推荐");
        MapStep(api, "withdraw-nomination", CampaignStep.WithdrawNomination, Permission.ManageTitles, "撤回推荐");
        MapStep(api, "end", CampaignStep.End, Permission.ManageTitles, "结束评选活动");
        api.MapGet($"{Campaign}/selection", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetSelection(Path(http).Campaign!.Value)))
            .Requires(Permission.ReadSelections).Produces<SelectionView>().Produces<ProblemDetails>(409, "application/problem+json").WithSummary("入选说明：名次与决定并列").WithTags("Titles");
        api.MapGet($"{Campaign}/bundle", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportCampaignBundle(Path(http).Campaign!.Value)))
            .Requires(Permission.ExportSelections).ProducesFile(MediaTypes.Zip).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("已决定评选的可复算包").WithTags("Titles");
        api.MapPost($"{Campaign}/tie-resolutions", (HttpContext http, Body<CampaignTieInput> body, Answers answers) => answers.TaggedAsync(
                http, new ResolveCampaignTie(Path(http).Campaign!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Takes<CampaignTieInput>().ProducesAction<CampaignView>().WithSummary("裁定并列次序").WithTags("Titles");
        api.MapPost($"{Campaign}/decision", (HttpContext http, Body<DecisionInput> body, Answers answers) => answers.TaggedAsync(
                http, new RecordDecision(Path(http).Campaign!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideTitles).Takes<DecisionInput>().ProducesAction<CampaignView>().Produces<ProblemDetails>(422, "application/problem+json").WithSummary("登记集体研究决定").WithTags("Titles");
    }

    private static void MapPublicity(RouteGroupBuilder api)
    {
        api.MapGet(Notices, (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListNotices(Path(http).Campaign!.Value, page.Value)))
            .Requires(Permission.ReadTitles).ProducesPage<NoticeView>().WithSummary("公示").WithTags("Titles");
        api.MapPost(Notices, (HttpContext http, Body<NoticeInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutUpNotice(Path(http).Campaign!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Takes<NoticeInput>().ProducesPut<NoticeView>().Produces<ProblemDetails>(409, "application/problem+json").WithSummary("开始公示").WithTags("Titles");
        api.MapGet($"{Notices}/{{notice}}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetNotice(Path(http).Notice!.Value)))
            .Requires(Permission.ReadTitles).Produces<NoticeView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("一份公示").WithTags("Titles");
        api.MapPost($"{Notices}/{{notice}}/cancel", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new CancelNotice(Path(http).Notice!.Value, body.Value.Reason!, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Takes<RoundEndpoints.ReasonInput>().ProducesAction<NoticeView>().WithSummary("撤下公示").WithTags("Titles");
        api.MapGet($"{Campaign}/objections", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListObjections(Path(http).Campaign!.Value, page.Value)))
            .Requires(Permission.DecideObjections).ProducesPage<ObjectionView>().WithSummary("异议，含成立时谁退出、谁递补").WithTags("Titles");
        api.MapPost($"{Campaign}/objections/{{objection}}/decide", (HttpContext http, Body<FindingInput> body, Answers answers) => answers.PlainAsync(
                http, new DecideObjection(Path(http).Objection!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideObjections).Takes<FindingInput>().ProducesAction<ObjectionDecided>().WithSummary("裁定异议").WithTags("Titles");
    }

    private static void MapPapers(RouteGroupBuilder api)
    {
        api.MapGet($"{Notices}/{{notice}}/document.docx", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportNotice(Path(http).Notice!.Value, RequestWords.SiteOf(http))))
            .Requires(Permission.ReadTitles).ProducesFile(MediaTypes.Docx).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("公示（Word）").WithTags("Titles");
        api.MapGet($"{Campaign}/award-circular.docx", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportAwardCircular(Path(http).Campaign!.Value)))
            .Requires(Permission.ExportSelections).ProducesFile(MediaTypes.Docx).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("命名表彰决定（Word）").WithTags("Titles");
        api.MapGet($"{Campaign}/certificates.docx", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportCertificates(Path(http).Campaign!.Value, RequestWords.SiteOf(http))))
            .Requires(Permission.ExportSelections).ProducesFile(MediaTypes.Docx).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("全部证书（Word），一页一张").WithTags("Titles");
        api.MapGet($"{Campaign}/nomination.zip", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportNomination(Path(http).Campaign!.Value)))
            .Requires(Permission.ManageTitles).ProducesFile(MediaTypes.Zip).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("向上一级推荐的材料包").WithTags("Titles");
    }

    private static void MapStep(RouteGroupBuilder api, string action, CampaignStep step, Permission permission, string summary) =>
        api.MapPost($"{Campaign}/{action}", (HttpContext http, Body<TitleEndpoints.StepInput> body, Answers answers) => answers.TaggedAsync(
                http, new DecideCampaign(Path(http).Campaign!.Value, step, body.Value.Reason, RequestWords.PreconditionOf(http))))
            .Requires(permission).Takes<TitleEndpoints.StepInput>().ProducesAction<CampaignView>().WithSummary(summary).WithTags("Titles");

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);
}
