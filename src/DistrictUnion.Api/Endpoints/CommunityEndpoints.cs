using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Communities;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Communities of schools.</summary>
public static class CommunityEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/communities", (HttpContext http, Paging page, string? school, Answers answers) => answers.PlainAsync(
                http, new ListCommunities(page.Value, RequestWords.UpdatedSinceOf(http), school)))
            .Requires(Permission.ReadOrganisation).ProducesPulledPage<CommunityView>().WithSummary("教育共同体").WithTags("Organisation");
        api.MapGet("/communities/{community}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetCommunity(ResolvedPath.Of(http).Community!.Value)))
            .Requires(Permission.ReadOrganisation).Produces<CommunityView>().WithSummary("一个教育共同体").WithTags("Organisation");
        api.MapPut("/communities/{community}", (HttpContext http, string community, Body<CommunityInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutCommunity(community, ResolvedPath.Of(http).Community, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageOrganisation).Creates("community").Takes<CommunityInput>().ProducesPut<CommunityView>()
            .WithSummary("新建或修改教育共同体").WithTags("Organisation");
        api.MapDelete("/communities/{community}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new DropCommunity(ResolvedPath.Of(http).Community!.Value, RequestWords.PreconditionOf(http)), _ => Results.NoContent()))
            .Requires(Permission.ManageOrganisation).Produces(204).WithSummary("删除误建的教育共同体").WithTags("Organisation");
    }
}
