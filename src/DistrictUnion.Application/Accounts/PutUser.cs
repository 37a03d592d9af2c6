using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>A post to hold.</summary>
public sealed record PostInput(Role Role, DateOnly From, ScopeView? Scope = null, DateOnly? To = null);

/// <summary>What an account is to be. A password may be left out: to keep the old one, or for a new account that is invited to choose its own.</summary>
public sealed record UserInput(string DisplayName, IReadOnlyList<PostInput> Posts, string? Password = null);

/// <summary>Makes an account be exactly this.</summary>
public sealed record PutUser(string UserName, UserId? Existing, UserInput Body, Precondition Precondition) : ICommand<Tagged<UserView>>;

internal sealed class PutUserValidator : AbstractValidator<PutUser>
{
    public PutUserValidator()
    {
        RuleFor(c => c.UserName).BusinessCode();
        RuleFor(c => c.Body.DisplayName).PersonalOrBusinessName();
        RuleFor(c => c.Body.Password).Must(p => p is null or { Length: >= 10 and <= 256 }).WithErrorCode("password.length");
        RuleForEach(c => c.Body.Posts).ChildRules(post =>
        {
            post.RuleFor(p => p.To).Must((p, to) => to is null || to > p.From).WithErrorCode("range.endNotAfterStart");
            post.RuleFor(p => p.Scope).Must((p, scope) => Fits(p.Role, scope)).WithErrorCode("post.scopeDoesNotFitRole");
        });
    }

    /// <summary>Whether a scope is of the kind that a role is held over.</summary>
    internal static bool Fits(Role role, ScopeView? scope) => (Roles.ScopeOf(role), scope?.Zone, scope?.School, scope?.Branch) is
        (ScopeKind.District, null, null, null) or (ScopeKind.Zone, not null, null, null)
        or (ScopeKind.School, null, not null, null) or (ScopeKind.Branch, null, null, not null);
}

internal sealed class PutUserHandler(
    IUnionDb db, UserViews views, ITenantContext tenant, IUserNames userNames, IAccountSecurity security)
    : IHandler<PutUser, Tagged<UserView>>
{
    public async Task<Result<Tagged<UserView>>> Handle(PutUser request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var user = request.Existing is { } id ? await db.Users.Include(u => u.Posts).SingleAsync(u => u.Id == id, cancellationToken) : null;
        var terms = await ResolveAsync(request.Body.Posts, cancellationToken);
        if (!terms.IsSuccess)
            return terms.As<Tagged<UserView>>();
        if (user is null && await userNames.IsTakenAsync(UserAccount.Normalize(request.UserName), cancellationToken))
            return ValidationError.Of("userName", "userName.taken");
        if (request.Precondition.Against(user) is { } refusal)
            return refusal;

        var created = user is null;
        if (user is null)
        {
            user = UserAccount.Create(caller.DistrictId, request.UserName, request.Body.DisplayName);
            db.Users.Add(user);
        }

        user.DisplayName = request.Body.DisplayName;
        var postsChanged = user.SetPosts(terms.Value);
        if (request.Body.Password is { } password)
            user.PasswordHash = security.Hash(user, password);
        if (postsChanged || request.Body.Password is not null)
            user.SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<UserView>(
            await views.OfAsync(user, null, cancellationToken), user.Version, created);
    }

    private async Task<Result<List<PostTerms>>> ResolveAsync(IReadOnlyList<PostInput> posts, CancellationToken cancellationToken)
    {
        var zoneCodes = posts.Select(p => p.Scope?.Zone).OfType<string>().Distinct().ToList();
        var schoolCodes = posts.Select(p => p.Scope?.School).OfType<string>().Distinct().ToList();
        var branchCodes = posts.Select(p => p.Scope?.Branch).OfType<string>().Distinct().ToList();
        var zones = await db.Zones.AsNoTracking().Where(z => zoneCodes.Contains(z.Code)).ToDictionaryAsync(z => z.Code, z => z.Id, cancellationToken);
        var schools = await db.Schools.AsNoTracking().Where(s => schoolCodes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, s => s.Id, cancellationToken);
        var branches = await db.Branches.AsNoTracking().Where(b => branchCodes.Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Id, cancellationToken);

        List<PostTerms> terms = [];
        for (var i = 0; i < posts.Count; i++)
        {
            var (role, from, scope, to) = posts[i];
            if (scope?.Zone is { } zone && !zones.ContainsKey(zone))
                return ValidationError.Of($"posts[{i}].scope.zone", "zone.unknown", ("zone", zone));
            if (scope?.School is { } school && !schools.ContainsKey(school))
                return ValidationError.Of($"posts[{i}].scope.school", "school.unknown", ("school", school));
            if (scope?.Branch is { } branch && !branches.ContainsKey(branch))
                return ValidationError.Of($"posts[{i}].scope.branch", "branch.unknown", ("branch", branch));
            terms.Add(new PostTerms(
                role,
                scope?.Zone is null ? null : zones[scope.Zone],
                scope?.School is null ? null : schools[scope.School],
                scope?.Branch is null ? null : branches[scope.Branch],
                from,
                to));
        }

        return terms;
    }
}
