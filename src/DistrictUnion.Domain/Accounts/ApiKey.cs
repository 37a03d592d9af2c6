using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Accounts;

/// <summary>What a key of another system may do.</summary>
public static class ApiScopes
{
    /// <summary>Import facts.</summary>
    public const string FactsWrite = "facts:write";

    /// <summary>Read scorecards.</summary>
    public const string ScoresRead = "scores:read";

    /// <summary>Read rankings and summaries.</summary>
    public const string RankingsRead = "rankings:read";

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<string> All { get; } = [FactsWrite, ScoresRead, RankingsRead];
}

/// <summary>
/// A key by which another system of the district calls the API. Only a hash of it is stored; what it may do and how long is
/// fixed when it is made (security rule 7).
/// </summary>
public sealed class ApiKey : ITenantOwned
{
    private ApiKey()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public ApiKeyId Id { get; private set; }

    /// <summary>What it is for, in people's words.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Beginning of the key, by which people tell keys apart.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the key.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>Scopes, of <see cref="ApiScopes"/>.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    /// <summary>Addresses or networks (CIDR) from which it is accepted; empty: from anywhere.</summary>
    public IReadOnlyList<string> Networks { get; private set; } = [];

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>User name of who made it.</summary>
    public string CreatedBy { get; private set; } = "";

    /// <summary>From when it is refused (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used last, to the minute (UTC); null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes a key.</summary>
    public static ApiKey Make(DistrictId district, ApiKeyTerms terms, string prefix, byte[] hash, string createdBy, DateTimeOffset now) => new()
    {
        DistrictId = district,
        Id = ApiKeyId.New(),
        Name = terms.Name,
        Prefix = prefix,
        KeyHash = hash,
        Scopes = terms.Scopes,
        Networks = terms.Networks,
        CreatedAt = now,
        CreatedBy = createdBy,
        ExpiresAt = terms.ExpiresAt,
    };

    /// <summary>Ends the key at once.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>Lets the key work a while longer beside its successor.</summary>
    public void RetireAt(DateTimeOffset at) => ExpiresAt = at < ExpiresAt ? at : ExpiresAt;
}

/// <summary>What a key is to be.</summary>
public sealed record ApiKeyTerms(string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string> Networks, DateTimeOffset ExpiresAt);
