using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>The post to use from now on: its role, and its scope where the person holds the role several times.</summary>
public sealed record PostChoice(Role Role, ScopeView? Scope = null);

/// <summary>Changes the post in use.</summary>
public sealed record SetActivePost(PostChoice Body) : ICommand<UserView>;

internal sealed class SetActivePostValidator : AbstractValidator<SetActivePost>
{
    public SetActivePostValidator() => RuleFor(c => c.Body.Role).IsInEnum().WithErrorCode("role.unknown");
}

internal sealed class SetActivePostHandler(IUnionDb db, UserViews views, ITenantContext tenant, TimeProvider clock)
    : IHandler<SetActivePost, UserView>
{
    public async Task<Result<UserView>> Handle(SetActivePost request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var user = await db.Users.Include(u => u.Posts).SingleAsync(u => u.Id == caller.UserId, cancellationToken);
        var reaches = await views.ReachesAcrossSchoolsAsync(user.Posts, cancellationToken);
        var scope = request.Body.Scope ?? new ScopeView();
        var post = user.Posts.Where(p => p.IsHeldOn(clock.Today()) && p.Role == request.Body.Role)
            .Select(p => (p.Id, reaches[p.Id].Scope))
            .Where(p => request.Body.Scope is null || p.Scope == scope)
            .Select(p => (PostId?)p.Id)
            .FirstOrDefault();
        if (post is null)
            return ValidationError.Of("role", "post.notHeld");

        var session = await db.Sessions.SingleAsync(s => s.Id == caller.SessionId, cancellationToken);
        session.ActivePostId = post;
        return await views.OfAsync(user, post, cancellationToken);
    }
}
