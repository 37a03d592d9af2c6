using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Titles;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>The register of titles, and what everybody may read and say without a sign-in.</summary>
public static class RegisterEndpoints
{
    private const string Title = "/titles/{title}";
    private const string Notice = "/public/notices/{address}";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/titles", (HttpContext http, string? programme, string? unit, string? search, DateOnly? dueBefore, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListTitles(programme, unit, search, RequestWords.Read<HeldTitleState>(http, "state"), dueBefore, page.Value)))
            .Requires(Permission.ReadTitles).Query<HeldTitleState>("state", "状态").ProducesPage<TitleView>().WithSummary("称号登记簿").WithTags("Titles");
        api.MapGet(Title, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetTitle(ResolvedPath.Of(http).Title!.Value)))
            .Requires(Permission.ReadTitles).Produces<TitleView>().WithSummary("一个称号及其历史").WithTags("Titles");
        api.MapGet($"{Title}/certificate.docx", (HttpContext http, OfficeFiles files) => files.SendAsync(http, new ExportCertificate(ResolvedPath.Of(http).Title!.Value, RequestWords.SiteOf(http))))
            .Requires(Permission.ReadTitles).ProducesFile(MediaTypes.Docx).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("证书（Word）").WithTags("Titles");
        api.MapPost($"{Title}/reinspect", (HttpContext http, Body<ReinspectionInput> body, Answers answers) => answers.TaggedAsync(
                http, new ReinspectTitle(ResolvedPath.Of(http).Title!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageTitles).Takes<ReinspectionInput>().ProducesAction<TitleView>().WithSummary("登记复查结果").WithTags("Titles");
        api.MapPost($"{Title}/end", (HttpContext http, Body<TitleEnding> body, Answers answers) => answers.TaggedAsync(
                http, new EndTitle(ResolvedPath.Of(http).Title!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideTitles).Takes<TitleEnding>().ProducesAction<TitleView>().WithSummary("摘牌").WithTags("Titles");
        api.MapPost($"{Title}/successor", (HttpContext http, Body<SuccessionInput> body, Answers answers) => answers.TaggedAsync(
                http, new PassTitleOn(ResolvedPath.Of(http).Title!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.DecideTitles).Takes<SuccessionInput>().ProducesAction<TitleView>().WithSummary("单位撤并后，称号转给承接单位").WithTags("Titles");
        MapPublic(api);
    }

    private static void MapPublic(RouteGroupBuilder api)
    {
        api.MapGet("/public/notices", (HttpContext http, string? district, Paging page, Answers answers) => answers.PlainAsync(http, new ReadPublicNotices(district ?? "", page.Value)))
            .Public().ProducesPage<NoticeView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("一个区的公示").WithTags("Titles");
        api.MapGet(Notice, (HttpContext http, string address, Answers answers) => answers.PlainAsync(http, new ReadPublicNotice(address)))
            .Public().Produces<NoticeView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("一份公示").WithTags("Titles");
        api.MapPost($"{Notice}/objections", (HttpContext http, string address, Body<ObjectionInput> body, Answers answers) => answers.PlainAsync(http, new TakeObjection(address, body.Value)))
            .Public().Takes<ObjectionInput>().Produces<ObjectionReceipt>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("提出异议，不问姓名；返回查询码").WithTags("Titles");
        api.MapGet($"{Notice}/objections/{{receipt}}", (HttpContext http, string address, string receipt, Answers answers) => answers.PlainAsync(http, new CheckObjection(address, receipt)))
            .Public().Produces<ObjectionOutcome>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("凭查询码查看异议的处理结果").WithTags("Titles");
        api.MapGet("/public/certificates/{number}", (HttpContext http, string number, Answers answers) => answers.PlainAsync(http, new CheckCertificate(number)))
            .Public().Produces<CertificateView>().Produces<ProblemDetails>(404, "application/problem+json").WithSummary("查验证书").WithTags("Titles");
    }
}
