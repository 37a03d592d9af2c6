using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Keys of other systems, and one-time links for people.</summary>
public static class KeyEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/api-keys", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListApiKeys(page.Value)))
            .Requires(Permission.ManageApiKeys).ProducesPage<ApiKeyView>().WithSummary("接口密钥").WithTags("ApiKeys");
        api.MapPost("/api-keys", (HttpContext http, Body<ApiKeyInput> body, Answers answers) => answers.WithAsync(
                http, new MakeApiKey(body.Value), key => Results.Created((string?)null, key)))
            .Requires(Permission.ManageApiKeys).Takes<ApiKeyInput>().Produces<ApiKeyView>(201).WithSummary("新建密钥，仅此一次显示").WithTags("ApiKeys");
        api.MapPost("/api-keys/{apiKey}/rotate", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RotateApiKey(ResolvedPath.Of(http).ApiKey!.Value), key => Results.Created((string?)null, key)))
            .Requires(Permission.ManageApiKeys).Produces<ApiKeyView>(201).WithSummary("更换密钥，旧密钥再用一天").WithTags("ApiKeys");
        api.MapDelete("/api-keys/{apiKey}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new RevokeApiKey(ResolvedPath.Of(http).ApiKey!.Value), _ => Results.NoContent()))
            .Requires(Permission.ManageApiKeys).Produces(204).WithSummary("立即停用密钥").WithTags("ApiKeys");
        api.MapGet("/invitations", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListInvitations(page.Value)))
            .Requires(Permission.ManageUsers).ProducesPage<InvitationView>().WithSummary("邀请").WithTags("Accounts");
        api.MapPost("/invitations", (HttpContext http, Body<InvitationInput> body, Answers answers) => answers.WithAsync(
                http, new InvitePerson(body.Value), invitation => Results.Created((string?)null, invitation)))
            .Requires(Permission.ManageUsers).Takes<InvitationInput>().Produces<InvitationView>(201).WithSummary("生成一次性设密链接").WithTags("Accounts");
        api.MapDelete("/invitations/{invitation}", (HttpContext http, Answers answers) => answers.WithAsync(
                http, new WithdrawInvitation(ResolvedPath.Of(http).Invitation!.Value), _ => Results.NoContent()))
            .Requires(Permission.ManageUsers).Produces(204).WithSummary("撤销邀请").WithTags("Accounts");
        api.MapPost("/auth/invitation", (HttpContext http, Body<RedeemInput> body, Answers answers) => answers.PlainAsync(http, new RedeemInvitation(body.Value)))
            .Anonymous().Takes<RedeemInput>().Produces<InvitedView>().WithSummary("查看邀请；带 password 时设定密码").WithTags("Accounts");
    }
}
