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
    public static UserView Of(UserAccount user, string district, PostId? activePost, IReadOnlyDictionary<Guid, string> scopes)
    {
        var posts = user.Posts.OrderBy(p => p.From).ThenBy(p => p.Role).ThenBy(p => p.Id.Value).Select(p => (p.Id, View: ViewOf(p, scopes))).ToList();
        return new UserView(
            user.UserName, user.DisplayName, district, [.. posts.Select(p => p.View)], posts.Where(p => p.Id == activePost).Select(p => p.View).FirstOrDefault());
    }

    /// <summary>Codes of zones, schools and branches that posts extend over, by stored identifier. A person's posts may lie at several schools.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ScopesAcrossSchoolsAsync(
        IUnionDb db, IAcrossSchools acrossSchools, IEnumerable<Post> posts, CancellationToken cancellationToken)
    {
        var list = posts.ToList();
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var zones = list.Where(p => p.ZoneId is not null).Select(p => p.ZoneId!.Value).Distinct().ToList();
        var schools = list.Where(p => p.SchoolId is not null).Select(p => p.SchoolId!.Value).Distinct().ToList();
        var branches = list.Where(p => p.BranchId is not null).Select(p => p.BranchId!.Value).Distinct().ToList();
        Dictionary<Guid, string> codes = [];
        if (zones.Count > 0)
        {
            foreach (var z in await db.Zones.AsNoTracking().Where(z => zones.Contains(z.Id)).Select(z => new { z.Id, z.Code }).ToListAsync(cancellationToken))
                codes[z.Id.Value] = z.Code;
        }

        if (schools.Count > 0)
        {
            foreach (var s in await db.Schools.AsNoTracking().Where(s => schools.Contains(s.Id)).Select(s => new { s.Id, s.Code }).ToListAsync(cancellationToken))
                codes[s.Id.Value] = s.Code;
        }

        if (branches.Count > 0)
        {
            foreach (var b in await db.Branches.AsNoTracking().Where(b => branches.Contains(b.Id)).Select(b => new { b.Id, b.Code }).ToListAsync(cancellationToken))
                codes[b.Id.Value] = b.Code;
        }

        return codes;
    }

    /// <summary>The view of one post.</summary>
    public static PostView ViewOf(Post post, IReadOnlyDictionary<Guid, string> codes)
    {
        string? CodeOf(Guid? id) => id is { } known ? codes.GetValueOrDefault(known) : null;
        var scope = new ScopeView(CodeOf(post.ZoneId?.Value), CodeOf(post.SchoolId?.Value), CodeOf(post.BranchId?.Value));
        return new PostView(post.Role, scope, post.From, post.To);
    }
}
