using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>What a post extends over: nothing named (the district), a zone, a school, or a branch.</summary>
public sealed record ScopeView(string? Zone = null, string? School = null, string? Branch = null);

/// <summary>A post as others see it.</summary>
public sealed record PostView(Role Role, ScopeView Scope, DateOnly From, DateOnly? To);

/// <summary>An account as others see it.</summary>
public sealed record UserView(string UserName, string DisplayName, string District, IReadOnlyList<PostView> Posts, PostView? ActivePost);

/// <summary>Makes views of accounts.</summary>
internal static class UserViews
{
    /// <summary>The view of one account whose posts are loaded.</summary>
    public static async Task<UserView> OfAsync(IUnionDb db, IAcrossSchools acrossSchools, UserAccount user, string district, PostId? activePost, CancellationToken cancellationToken)
    {
        var scopes = await ScopesAcrossSchoolsAsync(db, acrossSchools, user.Posts, cancellationToken);
        return Of(user, district, activePost, scopes);
    }

    /// <summary>The view of one account, given the codes of what its posts extend over.</summary>
    public static UserView Of(UserAccount user, string district, PostId? activePost, IReadOnlyDictionary<PostId, ScopeView> scopes)
    {
        var posts = user.Posts.OrderBy(p => p.From).ThenBy(p => p.Role).ThenBy(p => p.Id.Value).Select(p => (p.Id, View: ViewOf(p, scopes))).ToList();
        return new UserView(
            user.UserName, user.DisplayName, district, [.. posts.Select(p => p.View)], posts.Where(p => p.Id == activePost).Select(p => p.View).FirstOrDefault());
    }

    /// <summary>What posts extend over, in codes, in one statement. A person's posts may lie at several schools.</summary>
    public static async Task<IReadOnlyDictionary<PostId, ScopeView>> ScopesAcrossSchoolsAsync(
        IUnionDb db, IAcrossSchools acrossSchools, IEnumerable<Post> posts, CancellationToken cancellationToken)
    {
        var ids = posts.Select(p => p.Id).ToList();
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        return await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                Zone = db.Zones.Where(z => z.Id == p.ZoneId).Select(z => z.Code).FirstOrDefault(),
                School = db.Schools.Where(s => s.Id == p.SchoolId).Select(s => s.Code).FirstOrDefault(),
                Branch = db.Branches.Where(b => b.Id == p.BranchId).Select(b => b.Code).FirstOrDefault(),
            })
            .ToDictionaryAsync(p => p.Id, p => new ScopeView(p.Zone, p.School, p.Branch), cancellationToken);
    }

    /// <summary>The view of one post.</summary>
    public static PostView ViewOf(Post post, IReadOnlyDictionary<PostId, ScopeView> scopes) =>
        new(post.Role, scopes.GetValueOrDefault(post.Id) ?? new ScopeView(), post.From, post.To);
}
