using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Papers;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Domain.Papers;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Reviews, who stays out of them, and the papers that are signed and sealed.</summary>
public static class ReviewEndpoints
{
    private const string Review = "/rounds/{round}/schools/{school}/review";
    private const string Papers = "/rounds/{round}/schools/{school}/papers";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Review, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetReviews(Path(http).Round!.Value, Path(http).School!.Value)))
            .Requires(Permission.ReadReviews).Produces<ReviewsView>().WithSummary("片区与区级考评").WithTags("Reviews");
        api.MapPost(Review, (HttpContext http, Body<ReviewInput> body, Answers answers) => answers.TaggedAsync(
                http, new ReviewSchool(Path(http).Round!.Value, Path(http).School!.Value, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ReviewSchools).Takes<ReviewInput>().ProducesAction<ReviewView>()
            .WithSummary("考评学校").WithTags("Reviews");
        api.MapPost($"{Review}/recusals", (HttpContext http, Body<ReviewRecusalInput> body, Answers answers) => answers.WithAsync(
                http, new RecuseReviewer(Path(http).Round!.Value, Path(http).School!.Value, body.Value), recusal => Results.Created((string?)null, recusal)))
            .Requires(Permission.ReviewSchools).Takes<ReviewRecusalInput>().Produces<ReviewRecusalView>(201).Produces<ProblemDetails>(409, "application/problem+json")
            .WithSummary("登记回避").WithTags("Reviews");
        foreach (var (kind, segment, name) in new[] { (PaperKind.SelfEvaluation, "self-evaluation", "自评表"), (PaperKind.ReviewSheet, "review-sheet", "考评表") })
            MapPaper(api, kind, $"{Papers}/{segment}", name);
    }

    private static void MapPaper(RouteGroupBuilder api, PaperKind kind, string route, string name)
    {
        api.MapGet(route, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetPaper(Path(http).Round!.Value, Path(http).School!.Value, kind)))
            .Requires(Permission.ReadEvaluations).Produces<PaperView>().WithSummary($"{name}的签章扫描件与原件").WithTags("Papers");
        api.MapPost($"{route}/scans", (HttpContext http, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(
                http, answers, file => new BindScan(Path(http).Round!.Value, Path(http).School!.Value, kind, file)))
            .Requires(Permission.BindPapers).TakesEvidence().Takes<ScanForm>("multipart/form-data").Produces<PaperView>().Produces<PaperView>(201)
            .Produces<ProblemDetails>(409, "application/problem+json").WithSummary($"上传{name}的签章扫描件").WithTags("Papers");
        api.MapGet($"{route}/scans/{{scan}}", (HttpContext http, string scan, EvidenceBodies bodies) =>
                bodies.OpenAsync(http, new OpenScan(Path(http).Round!.Value, Path(http).School!.Value, kind, scan)))
            .Requires(Permission.ReadEvaluations).Query("inline", "true 时图片直接显示", Microsoft.OpenApi.JsonSchemaType.Boolean)
            .ProducesFile("application/octet-stream").WithSummary($"下载{name}的签章扫描件").WithTags("Papers");
        api.MapPost($"{route}/original", (HttpContext http, Body<OriginalInput> body, Answers answers) => answers.TaggedAsync(
                http, new RegisterOriginal(Path(http).Round!.Value, Path(http).School!.Value, kind, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.RegisterOriginals).Takes<OriginalInput>().ProducesAction<PaperView>().WithSummary($"登记{name}原件").WithTags("Papers");
    }

    private static ResolvedPath Path(HttpContext http) => ResolvedPath.Of(http);
}

/// <summary>The scan of a paper, as a form field.</summary>
/// <param name="File">The file: PDF or picture.</param>
public sealed record ScanForm(byte[] File);
