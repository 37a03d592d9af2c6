using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Congresses;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DistrictUnion.Api.Endpoints;

/// <summary>What schools make public.</summary>
public static class DisclosureEndpoints
{
    private const string Disclosure = "/disclosures/{disclosure}";
    private const string Proofs = $"{Disclosure}/proofs";
    private const string Tag = "Disclosures";

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/disclosures", (HttpContext http, string? school, DateOnly? from, DateOnly? to, Paging page, Answers answers) => answers.PlainAsync(
                http, new ListDisclosures(school, RequestWords.Read<DisclosureCategory>(http, "category"), from, to, page.Value)))
            .Requires(Permission.ReadDisclosures).Query<DisclosureCategory>("category", "类别").ProducesPage<DisclosureView>().WithSummary("校务公开").WithTags(Tag);
        api.MapPost("/disclosures", (HttpContext http, Body<DisclosureInput> body, Answers answers) => answers.TaggedAsync(http, new RecordDisclosure(body.Value)))
            .Requires(Permission.WriteCongresses).Takes<DisclosureInput>().Produces<DisclosureView>(201).WithSummary("登记一项公开；有佐证才计入").WithTags(Tag);
        api.MapGet(Disclosure, (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetDisclosure(Of(http))))
            .Requires(Permission.ReadDisclosures).Produces<DisclosureView>().WithSummary("一项公开").WithTags(Tag);
        api.MapPut(Disclosure, (HttpContext http, Body<DisclosureInput> body, Answers answers) => answers.TaggedAsync(http, new ChangeDisclosure(Of(http), body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<DisclosureInput>().ProducesPut<DisclosureView>().WithSummary("修改一项公开").WithTags(Tag);
        api.MapPost($"{Disclosure}/cancel", (HttpContext http, Body<RoundEndpoints.ReasonInput> body, Answers answers) => answers.TaggedAsync(
                http, new CancelDisclosure(Of(http), body.Value.Reason ?? "", RequestWords.PreconditionOf(http))))
            .Requires(Permission.WriteCongresses).Takes<RoundEndpoints.ReasonInput>().ProducesAction<DisclosureView>().WithSummary("作废一项公开，须写理由").WithTags(Tag);
        api.MapPost(Proofs, (HttpContext http, EvidenceBodies bodies, Answers answers) => bodies.TakeScanAsync(http, answers, file => new AddDisclosureProof(Of(http), file)))
            .Requires(Permission.WriteCongresses).TakesEvidence().Takes<ScanForm>("multipart/form-data")
            .Produces<DisclosureView>().Produces<DisclosureView>(201).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("上传公开佐证").WithTags(Tag);
        api.MapGet($"{Proofs}/{{proof}}", (HttpContext http, string proof, EvidenceBodies bodies) => bodies.OpenAsync(http, new OpenDisclosureProof(Of(http), proof)))
            .Requires(Permission.ReadDisclosures).Query("inline", "true 时图片直接显示", JsonSchemaType.Boolean).ProducesFile("application/octet-stream").WithSummary("下载公开佐证").WithTags(Tag);
        api.MapDelete($"{Proofs}/{{proof}}", (HttpContext http, string proof, Answers answers) => answers.WithAsync(http, new RemoveDisclosureProof(Of(http), proof), _ => Results.NoContent()))
            .Requires(Permission.WriteCongresses).Produces(204).Produces<ProblemDetails>(409, "application/problem+json").WithSummary("删除公开佐证").WithTags(Tag);
    }

    private static DisclosureId Of(HttpContext http) => ResolvedPath.Of(http).Disclosure!.Value;
}
