using System.Globalization;
using System.Security.Cryptography;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Accounts;

/// <summary>A key as others see it; the key itself is shown once, when it is made.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">Beginning of the key.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Networks">Where it is accepted from; empty: anywhere.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">From when it is refused.</param>
/// <param name="LastUsedAt">When it was used last, to the minute.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="Key">The key; null but for the answer that makes it.</param>
public sealed record ApiKeyView(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Networks,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    string? Key = null)
{
    internal static ApiKeyView Of(ApiKey key, string? text = null) => new(
        key.Id.Value,
        key.Name,
        key.Prefix,
        key.Scopes,
        key.Networks,
        BusinessTime.Local(key.CreatedAt),
        key.CreatedBy,
        BusinessTime.Local(key.ExpiresAt),
        BusinessTime.Local(key.LastUsedAt),
        BusinessTime.Local(key.RevokedAt),
        text);
}

/// <summary>
/// The text of keys: <c>duk_</c>, eight signs by which people tell keys apart, 256 random bits, and a checksum that lets a
/// scanner tell a real key from a made-up one without asking.
/// </summary>
public static class ApiKeyText
{
    /// <summary>How every key begins; whoever finds it in an address or a file knows what it is.</summary>
    public const string Mark = "duk_";

    private const int ChecksumSigns = 6;

    /// <summary>A new key and its prefix.</summary>
    public static (string Text, string Prefix) New()
    {
        var prefix = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var body = string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}");
        return (body + ChecksumOf(body), prefix);
    }

    /// <summary>Whether a text is well-formed; most typing errors need no look-up.</summary>
    public static bool IsWellFormed(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) && text.Length is > 20 and < 200 && text[^ChecksumSigns..] == ChecksumOf(text[..^ChecksumSigns]);

    private static string ChecksumOf(string body) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)))[..ChecksumSigns];
}
