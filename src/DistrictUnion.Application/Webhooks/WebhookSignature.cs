using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DistrictUnion.Application.Webhooks;

/// <summary>
/// Signatures of requests to other systems as Standard Webhooks (standardwebhooks.com) describes them: HMAC-SHA256 over identifier,
/// time and body, so that nothing of them can be changed and nothing old sent again.
/// </summary>
public static class WebhookSignature
{
    /// <summary>How every secret begins.</summary>
    public const string Mark = "whsec_";

    private const int SecretBytes = 32;

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Mark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether a text is a secret.</summary>
    public static bool IsSecret(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Mark.Length..], new byte[text.Length], out var length) && length >= 16;

    /// <summary>The headers of a request, one signature for each secret.</summary>
    public static IReadOnlyList<(string Name, string Value)> HeadersOf(string id, DateTimeOffset now, string body, IReadOnlyList<string> secrets)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return [("webhook-id", id), ("webhook-timestamp", time), ("webhook-signature", string.Join(' ', secrets.Select(s => Sign(id, time, body, s))))];
    }

    /// <summary>One signature.</summary>
    public static string Sign(string id, string time, string body, string secret) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Mark.Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{body}")))}";
}
