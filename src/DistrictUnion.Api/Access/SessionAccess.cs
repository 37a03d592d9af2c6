using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Api.Access;

/// <summary>Finds the caller behind a request: a bearer token, or the page's cookie with its antiforgery header.</summary>
public static class SessionAccess
{
    /// <summary>Cookie of the pages; scripts can't read it.</summary>
    public const string Cookie = "du_session";

    /// <summary>Cookie whose value the pages send back in <see cref="AntiforgeryHeader"/>.</summary>
    public const string AntiforgeryCookie = "du_csrf";

    /// <summary>Header that proves a write comes from the product's own page.</summary>
    public const string AntiforgeryHeader = "X-CSRF-Token";

    private const string Bearer = "Bearer ";

    /// <summary>The token of a request, and whether it came in a cookie.</summary>
    public static (string? Token, bool ByCookie) TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return (header[Bearer.Length..].Trim(), false);
        return request.Cookies.TryGetValue(Cookie, out var token) && token.Length > 0 ? (token, true) : (null, false);
    }

    /// <summary>The caller; null when there is no session.</summary>
    public static async Task<Caller?> FindAsync(ITenantDirectory directory, string token, CancellationToken cancellationToken) =>
        await directory.FindBySessionAsync(SessionTokens.Hash(token), cancellationToken);

    /// <summary>What the antiforgery header of a session must be; it follows from the token, so nothing is stored.</summary>
    public static string AntiforgeryOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("csrf:" + token)));

    /// <summary>Whether a cookie's write carries its antiforgery header.</summary>
    public static bool IsOwnPage(HttpRequest request, string token) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers[AntiforgeryHeader].ToString()), Encoding.UTF8.GetBytes(AntiforgeryOf(token)));

    /// <summary>Gives a page its cookies.</summary>
    public static void SetCookies(HttpResponse response, string token, int seconds, bool secure)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = secure,
            MaxAge = TimeSpan.FromSeconds(seconds),
            Path = "/",
            IsEssential = true,
        };
        response.Cookies.Append(Cookie, token, options);
        response.Cookies.Append(AntiforgeryCookie, AntiforgeryOf(token), new CookieOptions(options) { HttpOnly = false });
    }

    /// <summary>Takes a page's cookies back.</summary>
    public static void DeleteCookies(HttpResponse response)
    {
        response.Cookies.Delete(Cookie);
        response.Cookies.Delete(AntiforgeryCookie);
    }
}
