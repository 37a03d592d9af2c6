using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;

namespace DistrictUnion.Api.Access;

/// <summary>Finds the system behind a request's API key, and knows what each scope opens.</summary>
public static class ApiKeyAccess
{
    /// <summary>Header that carries a key.</summary>
    public const string Header = "X-Api-Key";

    private static readonly Dictionary<Permission, string> Scopes = new()
    {
        [Permission.ImportFacts] = ApiScopes.FactsWrite,
        [Permission.ReadScorecards] = ApiScopes.ScoresRead,
        [Permission.ReadRankings] = ApiScopes.RankingsRead,
    };

    /// <summary>Whether the request uses a key; then nothing else of it signs in.</summary>
    public static bool IsUsedBy(HttpRequest request) => request.Headers.ContainsKey(Header);

    /// <summary>Whether a key stands in the address, where it would be kept by every log on the way.</summary>
    public static bool IsInAddress(HttpRequest request) => request.QueryString.Value?.Contains(ApiKeyText.Mark, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The caller; null without a key that is accepted.</summary>
    public static async Task<KeyCaller?> FindAsync(ITenantDirectory directory, HttpContext context)
    {
        var text = context.Request.Headers[Header].ToString();
        return ApiKeyText.IsWellFormed(text)
            ? await directory.FindByApiKeyAsync(SessionTokens.Hash(text), context.Connection.RemoteIpAddress, context.RequestAborted)
            : null;
    }

    /// <summary>Whether one of the key's scopes opens an endpoint.</summary>
    public static bool Allows(KeyCaller key, Permission permission) => Scopes.TryGetValue(permission, out var scope) && key.Scopes.Contains(scope);
}
