using System.Collections.Concurrent;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>What a post extends over: nothing named (the district), a zone, a school, or a branch.</summary>
public sealed record ScopeView(string? Zone = null, string? School = null, string? Branch = null);

/// <summary>A post as others see it.</summary>
/// <param name="Role">Role.</param>
/// <param name="Scope">What it extends over, in codes.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day that no longer counts; null: until further notice.</param>
/// <param name="ScopeName">Name of the zone, school or branch; null for the district.</param>
/// <param name="SchoolName">Name of the school, today's for a branch; null elsewhere.</param>
public sealed record PostView(Role Role, ScopeView Scope, DateOnly From, DateOnly? To, string? ScopeName, string? SchoolName);

/// <summary>An account as others see it.</summary>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="District">District code.</param>
/// <param name="DistrictName">Its name.</param>
/// <param name="Posts">Posts, past and future ones included.</param>
/// <param name="ActivePost">The post in use; null in lists and without a post today.</param>
public sealed record UserView(
    string UserName, string DisplayName, string District, string DistrictName, IReadOnlyList<PostView> Posts, PostView? ActivePost);

/// <summary>What a post extends over, with the words for it.</summary>
internal sealed record PostReach(ScopeView Scope, string? Name, string? School);

/// <summary>Names of districts, which never change once they are founded.</summary>
public sealed class DistrictNames
{
    private readonly ConcurrentDictionary<DistrictId, (string Code, string Name)> known = new();

    internal async Task<(string Code, string Name)> OfAsync(IUnionDb db, DistrictId id, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(id, out var name))
            return name;
        var found = await db.Districts.AsNoTracking().Where(d => d.Id == id).Select(d => new { d.Code, d.Name }).SingleAsync(cancellationToken);
        return known[id] = (found.Code, found.Name);
    }
}

/// <summary>Makes views of accounts.</summary>
internal sealed class UserViews(IUnionDb db, IAcrossSchools acrossSchools, DistrictNames districts, TimeProvider clock)
{
    /// <summary>The view of one account whose posts are loaded.</summary>
    public async Task<UserView> OfAsync(UserAccount user, PostId? activePost, CancellationToken cancellationToken) =>
        (await OfAsync([user], activePost, cancellationToken))[0];

    /// <summary>Views of accounts whose posts are loaded: one statement for any number of them.</summary>
    public async Task<IReadOnlyList<UserView>> OfAsync(IReadOnlyList<UserAccount> users, PostId? activePost, CancellationToken cancellationToken)
    {
        if (users.Count == 0)
            return [];
        var district = await districts.OfAsync(db, users[0].DistrictId, cancellationToken);
        var reaches = await ReachesAcrossSchoolsAsync(users.SelectMany(u => u.Posts), cancellationToken);
        return [.. users.Select(user =>
        {
            var posts = user.Posts.OrderBy(p => p.From).ThenBy(p => p.Role).ThenBy(p => p.Id.Value).Select(p => (p.Id, View: ViewOf(p, reaches))).ToList();
            return new UserView(
                user.UserName,
                user.DisplayName,
                district.Code,
                district.Name,
                [.. posts.Select(p => p.View)],
                posts.Where(p => p.Id == activePost).Select(p => p.View).FirstOrDefault());
        })];
    }

    /// <summary>What posts extend over, in one statement. A person's posts may lie at several schools.</summary>
    public async Task<IReadOnlyDictionary<PostId, PostReach>> ReachesAcrossSchoolsAsync(IEnumerable<Post> posts, CancellationToken cancellationToken)
    {
        var ids = posts.Select(p => p.Id).ToList();
        var today = clock.Today();
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        return (await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id))
                .Select(p => new
                {
                    p.Id,
                    Zone = db.Zones.Where(z => z.Id == p.ZoneId).Select(z => new { z.Code, z.Name }).FirstOrDefault(),
                    School = db.Schools.Where(s => s.Id == p.SchoolId).Select(s => new { s.Code, s.Name }).FirstOrDefault(),
                    Branch = db.Branches.Where(b => b.Id == p.BranchId).Select(b => new { b.Code, b.Name }).FirstOrDefault(),
                    BranchSchool = db.BranchAffiliations.Where(a => a.BranchId == p.BranchId && a.From <= today && (a.To == null || a.To > today))
                        .Join(db.Schools, a => a.SchoolId, s => s.Id, (_, s) => s.Name).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken))
            .ToDictionary(
                p => p.Id,
                p => new PostReach(
                    new ScopeView(p.Zone?.Code, p.School?.Code, p.Branch?.Code),
                    p.Zone?.Name ?? p.School?.Name ?? p.Branch?.Name,
                    p.School?.Name ?? p.BranchSchool));
    }

    private static PostView ViewOf(Post post, IReadOnlyDictionary<PostId, PostReach> reaches)
    {
        var reach = reaches.GetValueOrDefault(post.Id) ?? new PostReach(new ScopeView(), null, null);
        return new PostView(post.Role, reach.Scope, post.From, post.To, reach.Name, reach.School);
    }
}
