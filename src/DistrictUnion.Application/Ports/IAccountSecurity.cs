using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>A calendar feed, and the district that it belongs to.</summary>
public sealed record FeedAddress(DistrictId DistrictId, string DistrictCode, CalendarFeedId FeedId);

/// <summary>Passwords and lockout.</summary>
public interface IAccountSecurity
{
    /// <summary>Hashes a password.</summary>
    string Hash(UserAccount user, string password);

    /// <summary>Holds an account until the transaction ends, so that parallel attempts are counted one by one.</summary>
    Task LockAsync(string normalizedName, CancellationToken cancellationToken);

    /// <summary>Checks a password, counts failures, locks the account after too many.</summary>
    Task<bool> VerifyAsync(UserAccount user, string password, CancellationToken cancellationToken);

    /// <summary>Spends the time of a check for a name that doesn't exist, so that the two can't be told apart.</summary>
    void VerifyNobody(string password);
}

/// <summary>User names, unique in the installation.</summary>
public interface IUserNames
{
    /// <summary>
    /// Whether any district has an account of this normalized name. It asks within the running transaction: a command that took
    /// a second connection while it holds one would starve the pool.
    /// </summary>
    Task<bool> IsTakenAsync(string normalizedName, CancellationToken cancellationToken);

    /// <summary>Those of many normalized names that any district has an account of, in one statement.</summary>
    Task<IReadOnlySet<string>> FindTakenAsync(IReadOnlyCollection<string> normalizedNames, CancellationToken cancellationToken);
}

/// <summary>Another system behind an API key, and what its key may do.</summary>
public sealed record KeyCaller(Caller Caller, IReadOnlyList<string> Scopes);

/// <summary>Look-ups before a tenant is known.</summary>
public interface ITenantDirectory
{
    /// <summary>The feed that calendar programs read by a secret; null when there is none, or it was revoked.</summary>
    Task<FeedAddress?> FindByFeedAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>The district of a user name; null when there is none or it is suspended.</summary>
    Task<(DistrictId Id, string Code)?> FindByUserNameAsync(string userName, CancellationToken cancellationToken);

    /// <summary>The caller behind a session token's hash; null when it is unknown, expired or revoked, or its account changed.</summary>
    Task<Caller?> FindBySessionAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>The caller behind an API key's hash and its scopes; null when it is unknown, expired or revoked, or the address isn't one it is accepted from.</summary>
    Task<KeyCaller?> FindByApiKeyAsync(byte[] keyHash, System.Net.IPAddress? address, CancellationToken cancellationToken);

    /// <summary>The district of an invitation's token; null when it can't be used any more.</summary>
    Task<(DistrictId Id, string Code)?> FindByInvitationAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>The vote that a link's token leads to; null when it is unknown or used.</summary>
    Task<VoteAddress?> FindByBallotAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>The vote whose receipts begin with some letters; null when there is none.</summary>
    Task<VoteAddress?> FindByReceiptPrefixAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The district of a publicity notice; null when there is none.</summary>
    Task<(DistrictId Id, string Code)?> FindByNoticeAsync(PublicityNoticeId notice, CancellationToken cancellationToken);

    /// <summary>The district of a certificate's number; null when there is none.</summary>
    Task<(DistrictId Id, string Code)?> FindByCertificateAsync(string number, CancellationToken cancellationToken);

    /// <summary>All active districts.</summary>
    Task<IReadOnlyList<(DistrictId Id, string Code)>> ListDistrictsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Active districts that a recurring job has something to do for. What is looked for every few seconds is asked of all districts in
    /// one statement; for every other kind the answer is all of them.
    /// </summary>
    Task<IReadOnlyList<(DistrictId Id, string Code)>> ListDueAsync(string kind, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Where a vote is, found before its district is known.</summary>
/// <param name="DistrictId">District.</param>
/// <param name="DistrictCode">Its code.</param>
/// <param name="VoteId">Vote.</param>
public sealed record VoteAddress(DistrictId DistrictId, string DistrictCode, VoteId VoteId);
