using System.Net;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Accounts;

/// <summary>What a key is to be.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do: <c>facts:write</c>, <c>scores:read</c>, <c>rankings:read</c>.</param>
/// <param name="ExpiresAt">From when it is refused, at most two years ahead.</param>
/// <param name="Networks">Addresses or networks (CIDR) that it is accepted from; left out: from anywhere.</param>
public sealed record ApiKeyInput(string Name, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt, IReadOnlyList<string>? Networks = null);

/// <summary>Makes a key; its text is in the answer and nowhere else.</summary>
public sealed record MakeApiKey(ApiKeyInput Body) : ICommand<ApiKeyView>;

internal sealed class MakeApiKeyValidator : AbstractValidator<MakeApiKey>
{
    private const int MaxYears = 2;
    private const int MaxNetworks = 20;

    public MakeApiKeyValidator(TimeProvider clock)
    {
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Scopes).Must(s => s.Count > 0 && s.All(ApiScopes.All.Contains) && s.Distinct(StringComparer.Ordinal).Count() == s.Count).WithErrorCode("apiKey.scopes");
        RuleFor(c => c.Body.ExpiresAt).Must(at => at > clock.GetUtcNow() && at <= clock.GetUtcNow().AddYears(MaxYears)).WithErrorCode("apiKey.expiry");
        RuleFor(c => c.Body.Networks).Must(n => n is null || (n.Count <= MaxNetworks && n.All(text => IPNetwork.TryParse(text, out _) || IPAddress.TryParse(text, out _))))
            .WithErrorCode("apiKey.networks");
    }
}

internal sealed class MakeApiKeyHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<MakeApiKey, ApiKeyView>
{
    public Task<Result<ApiKeyView>> Handle(MakeApiKey request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var (text, prefix) = ApiKeyText.New();
        var terms = new ApiKeyTerms(request.Body.Name, request.Body.Scopes, request.Body.Networks ?? [], request.Body.ExpiresAt.ToUniversalTime());
        var key = ApiKey.Make(caller.DistrictId, terms, prefix, SessionTokens.Hash(text), caller.UserName, clock.GetUtcNow());
        db.ApiKeys.Add(key);
        return Task.FromResult<Result<ApiKeyView>>(ApiKeyView.Of(key, text));
    }
}
