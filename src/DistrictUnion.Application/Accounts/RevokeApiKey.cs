using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Ends a key at once.</summary>
public sealed record RevokeApiKey(ApiKeyId Key) : ICommand<Nothing>;

internal sealed class RevokeApiKeyValidator : AbstractValidator<RevokeApiKey>
{
    public RevokeApiKeyValidator() => RuleFor(c => c.Key).NotEmpty().WithErrorCode("apiKey.unknown");
}

internal sealed class RevokeApiKeyHandler(IUnionDb db, TimeProvider clock) : IHandler<RevokeApiKey, Nothing>
{
    public async Task<Result<Nothing>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        (await db.ApiKeys.SingleAsync(k => k.Id == request.Key, cancellationToken)).Revoke(clock.GetUtcNow());
        return default(Nothing);
    }
}
