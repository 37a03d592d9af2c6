using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Accounts;

/// <summary>A one-time link by which a person chooses the own password: for a new account, or after it was forgotten.</summary>
public sealed class Invitation : ITenantOwned
{
    private Invitation()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public InvitationId Id { get; private set; }

    /// <summary>Whose account.</summary>
    public UserId UserId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>User name of who made it.</summary>
    public string CreatedBy { get; private set; } = "";

    /// <summary>From when it is refused (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used (UTC); it works once.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>When it was withdrawn (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes an invitation.</summary>
    public static Invitation Make(UserAccount user, byte[] tokenHash, string createdBy, DateTimeOffset now, TimeSpan lifetime) => new()
    {
        DistrictId = user.DistrictId,
        Id = InvitationId.New(),
        UserId = user.Id,
        TokenHash = tokenHash,
        CreatedAt = now,
        CreatedBy = createdBy,
        ExpiresAt = now + lifetime,
    };

    /// <summary>Whether it can be used.</summary>
    public bool IsOpenAt(DateTimeOffset now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset now) => UsedAt ??= now;

    /// <summary>Withdraws it.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
