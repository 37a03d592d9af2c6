using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Makes a key's successor; the old key works one more day, so that the other system can change over without a gap.</summary>
public sealed record RotateApiKey(ApiKeyId Key) : ICommand<ApiKeyView>;

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    public RotateApiKeyValidator() => RuleFor(c => c.Key).NotEmpty().WithErrorCode("apiKey.unknown");
}

internal sealed class RotateApiKeyHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<RotateApiKey, ApiKeyView>
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    public async Task<Result<ApiKeyView>> Handle(RotateApiKey request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var old = await db.ApiKeys.SingleAsync(k => k.Id == request.Key, cancellationToken);
        if (old.RevokedAt is not null || old.ExpiresAt <= now)
            return new ConflictError("apiKey.ended", "ended", []);
        var caller = tenant.RequireCaller();
        var (text, prefix) = ApiKeyText.New();
        var next = ApiKey.Make(caller.DistrictId, new ApiKeyTerms(old.Name, old.Scopes, old.Networks, now + (old.ExpiresAt - old.CreatedAt)), prefix, SessionTokens.Hash(text), caller.UserName, now);
        old.RetireAt(now + Overlap);
        db.ApiKeys.Add(next);
        return ApiKeyView.Of(next, text);
    }
}
