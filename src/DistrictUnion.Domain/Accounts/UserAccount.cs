using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Accounts;

/// <summary>A person who signs in. User names are unique in the installation.</summary>
public sealed class UserAccount : AggregateRoot, ITenantOwned
{
    private readonly List<Post> posts = [];

    private UserAccount()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public UserId Id { get; private set; }

    /// <summary>Name to sign in with, immutable.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>The user name as it is compared.</summary>
    public string NormalizedUserName { get; private set; } = "";

    /// <summary>Name shown to people, kept as typed.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Password hash; null while no password is set, and nobody can sign in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with password and posts; sessions of an older stamp end.</summary>
    public string SecurityStamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Failed sign-ins in a row.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>Until when sign-in is refused.</summary>
    public DateTimeOffset? LockoutEnd { get; set; }

    /// <summary>Posts, past and future ones included.</summary>
    public IReadOnlyList<Post> Posts => posts;

    /// <summary>Makes an account without a password.</summary>
    public static UserAccount Create(DistrictId district, string userName, string displayName) => new()
    {
        DistrictId = district,
        Id = UserId.New(),
        UserName = userName,
        NormalizedUserName = Normalize(userName),
        DisplayName = displayName,
    };

    /// <inheritdoc/>
    public override bool IsPartOfVersion(string property) => property is not (nameof(AccessFailedCount) or nameof(LockoutEnd));

    /// <summary>How user names are compared: without regard to case.</summary>
    public static string Normalize(string userName) => userName.Normalize().ToUpperInvariant();

    /// <summary>
    /// Makes the posts exactly these. A post that stays keeps its identity, so that sessions which use it go on.
    /// </summary>
    /// <returns>Whether anything is different now.</returns>
    public bool SetPosts(IReadOnlyList<PostTerms> wanted)
    {
        var changed = false;
        foreach (var gone in posts.Where(p => !wanted.Any(p.Is)).ToList())
        {
            posts.Remove(gone);
            changed = true;
        }

        foreach (var terms in wanted)
        {
            var kept = posts.Find(p => p.Is(terms));
            if (kept is null)
                posts.Add(new Post(DistrictId, Id, terms));
            changed |= kept is null || kept.SetEnd(terms.To);
        }

        return changed;
    }

    /// <summary>Adds a post to those that the person holds; one that is there already gets this end.</summary>
    /// <returns>True for a new post, false for another end, null when it was so already.</returns>
    public bool? Hold(PostTerms terms)
    {
        if (posts.Find(p => p.Is(terms)) is { } kept)
            return kept.SetEnd(terms.To) ? false : null;
        posts.Add(new Post(DistrictId, Id, terms));
        return true;
    }
}

/// <summary>What a post is: a role over a scope from a day on.</summary>
/// <param name="Role">Role.</param>
/// <param name="ZoneId">Zone of a zone lead.</param>
/// <param name="SchoolId">School of a chair or clerk.</param>
/// <param name="BranchId">Branch of a branch lead.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day that no longer counts; null: until further notice.</param>
public sealed record PostTerms(Role Role, ZoneId? ZoneId, SchoolId? SchoolId, BranchId? BranchId, DateOnly From, DateOnly? To);

/// <summary>A dated post. A person holds several at once; one of them is active in a session.</summary>
public sealed class Post : ITenantOwned
{
    internal Post(DistrictId district, UserId user, PostTerms terms)
    {
        (DistrictId, Id, UserId) = (district, PostId.New(), user);
        (Role, ZoneId, SchoolId, BranchId, From, To) = terms;
    }

    private Post()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public PostId Id { get; private set; }

    /// <summary>Holder.</summary>
    public UserId UserId { get; private set; }

    /// <summary>Role.</summary>
    public Role Role { get; private set; }

    /// <summary>Zone of a zone lead.</summary>
    public ZoneId? ZoneId { get; private set; }

    /// <summary>School of a chair or clerk.</summary>
    public SchoolId? SchoolId { get; private set; }

    /// <summary>Branch of a branch lead.</summary>
    public BranchId? BranchId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>First day that no longer counts; null: until further notice.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether the post is held on a day.</summary>
    public bool IsHeldOn(DateOnly day) => From <= day && (To is null || day < To);

    internal bool Is(PostTerms terms) =>
        (Role, ZoneId, SchoolId, BranchId, From) == (terms.Role, terms.ZoneId, terms.SchoolId, terms.BranchId, terms.From);

    internal bool SetEnd(DateOnly? to)
    {
        var changed = To != to;
        To = to;
        return changed;
    }
}

/// <summary>A signed-in session. Its token is random and stored as a hash only, so that it can be revoked.</summary>
public sealed class Session : ITenantOwned
{
    private Session()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public SessionId Id { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>Who signed in.</summary>
    public UserId UserId { get; private set; }

    /// <summary>The post in use; null when the person holds none.</summary>
    public PostId? ActivePostId { get; set; }

    /// <summary>The account's stamp at sign-in.</summary>
    public string SecurityStamp { get; private set; } = "";

    /// <summary>When the session began.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was ended.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Begins a session.</summary>
    public static Session Begin(UserAccount user, byte[] tokenHash, PostId? activePost, DateTimeOffset now, TimeSpan lifetime) => new()
    {
        DistrictId = user.DistrictId,
        Id = SessionId.New(),
        TokenHash = tokenHash,
        UserId = user.Id,
        ActivePostId = activePost,
        SecurityStamp = user.SecurityStamp,
        CreatedAt = now,
        ExpiresAt = now + lifetime,
    };

    /// <summary>Ends the session.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
