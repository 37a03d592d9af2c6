using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Work;
using DistrictUnion.Domain.Accounts;

namespace DistrictUnion.Api.Endpoints;

/// <summary>Sign-in, one's own posts, accounts.</summary>
public static class AccountEndpoints
{
    /// <summary>Name and password.</summary>
    public sealed record Credentials(string UserName, string Password);

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/auth/login", (HttpContext http, Body<Credentials> body, Answers answers) => answers.WithAsync(
                http,
                new SignIn(body.Value.UserName, body.Value.Password),
                signedIn =>
                {
                    if (!RequestWords.ReadFlag(http, "useCookies", false))
                        return Results.Ok(signedIn);
                    SessionAccess.SetCookies(http.Response, signedIn.AccessToken, signedIn.ExpiresIn, http.Request.IsHttps);
                    return Results.Ok(new { signedIn.ExpiresIn, signedIn.User });
                }))
            .Anonymous().Takes<Credentials>().Produces<SignedIn>().WithSummary("登录；?useCookies=true 时令牌写入 Cookie").WithTags("Accounts");
        api.MapPost("/auth/logout", (HttpContext http, Answers answers) => answers.WithAsync(
                http,
                new SignOut(),
                _ =>
                {
                    SessionAccess.DeleteCookies(http.Response);
                    return Results.NoContent();
                }))
            .Requires(Permission.UseOwnSession).Produces(204).WithSummary("退出登录").WithTags("Accounts");
        api.MapGet("/me", (HttpContext http, Answers answers) => answers.DerivedAsync(http, new GetMe()))
            .Requires(Permission.UseOwnSession).Produces<UserView>().WithSummary("当前用户").WithTags("Accounts");
        api.MapGet("/me/work", (HttpContext http, Answers answers) => answers.PlainAsync(http, new ListOwnWork()))
            .Requires(Permission.UseOwnSession).Produces<OwnWork>().WithSummary("我的待办").WithTags("Accounts");
        api.MapPut("/me/active-post", (HttpContext http, Body<PostChoice> body, Answers answers) =>
                answers.PlainAsync(http, new SetActivePost(body.Value)))
            .Requires(Permission.UseOwnSession).Takes<PostChoice>().Produces<UserView>().WithSummary("切换任职").WithTags("Accounts");
        api.MapGet("/users", (HttpContext http, Paging page, Answers answers) =>
                answers.PlainAsync(http, new ListUsers(page.Value, RequestWords.UpdatedSinceOf(http), RequestWords.Read<Role>(http, "role"))))
            .Requires(Permission.ReadUsers).Query<Role>("role", "角色").ProducesPulledPage<UserView>().WithSummary("用户").WithTags("Accounts");
        api.MapPost("/users/import", (HttpContext http, ImportAnswers imports) =>
                imports.RunAsync(http, UserColumns.Table, (rows, mode, dryRun) => new ImportUsers(rows, mode, dryRun)))
            .Requires(Permission.ManageUsers).Imports<UserRow>().WithSummary("批量导入用户与任职，新用户待邀请").WithTags("Accounts");
        api.MapGet("/users/import/template.xlsx", (ImportAnswers imports) => imports.Template(UserColumns.Table))
            .Requires(Permission.ManageUsers).ProducesFile(MediaTypes.Xlsx).WithSummary("批量导入用户的模板").WithTags("Accounts");
        api.MapGet("/users/{userName}", (HttpContext http, Answers answers) => answers.TaggedAsync(http, new GetUser(ResolvedPath.Of(http).User!.Value)))
            .Requires(Permission.ReadUsers).Produces<UserView>().WithSummary("一个用户").WithTags("Accounts");
        api.MapPut("/users/{userName}", (HttpContext http, string userName, Body<UserInput> body, Answers answers) => answers.TaggedAsync(
                http, new PutUser(userName, ResolvedPath.Of(http).User, body.Value, RequestWords.PreconditionOf(http))))
            .Requires(Permission.ManageUsers).Creates("userName").Takes<UserInput>().ProducesPut<UserView>().WithSummary("新建或修改用户").WithTags("Accounts");
    }
}
