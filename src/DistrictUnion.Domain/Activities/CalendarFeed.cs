using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Activities;

/// <summary>
/// An address from which a calendar program reads the days of a person's posts, or of one school. Whoever has the address reads it, so
/// only a hash of its secret is kept, and it is revoked at any time.
/// </summary>
public sealed class CalendarFeed : ITenantOwned
{
    private CalendarFeed()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public CalendarFeedId Id { get; private set; }

    /// <summary>Person who made it.</summary>
    public UserId UserId { get; private set; }

    /// <summary>The one school that it tells of; null: the units of the person's posts.</summary>
    public SchoolId? OfSchool { get; private set; }

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was revoked (UTC); null: it is read.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes an address.</summary>
    public static CalendarFeed Make(DistrictId district, UserId user, SchoolId? school, byte[] tokenHash, DateTimeOffset now) => new()
    {
        DistrictId = district,
        Id = CalendarFeedId.New(),
        UserId = user,
        OfSchool = school,
        TokenHash = tokenHash,
        CreatedAt = now,
    };

    /// <summary>Revokes it.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
