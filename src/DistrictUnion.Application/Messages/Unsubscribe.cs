using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>Which messages a link ends.</summary>
/// <param name="Kind">What they are about.</param>
public sealed record UnsubscribeView(MessageKind Kind);

/// <summary>Tells what a link from an e-mail would end; looking at it ends nothing, because mail servers look at links too.</summary>
public sealed record ReadUnsubscribe(string Token) : IQuery<UnsubscribeView>, IOwnTransactions;

internal sealed class ReadUnsubscribeHandler(ISecretKeeper secrets) : IHandler<ReadUnsubscribe, UnsubscribeView>
{
    public Task<Result<UnsubscribeView>> Handle(ReadUnsubscribe request, CancellationToken cancellationToken) => Task.FromResult<Result<UnsubscribeView>>(
        UnsubscribeToken.Read(request.Token, secrets) is { } token ? new UnsubscribeView(token.Kind) : new NotFoundError());
}

/// <summary>Ends e-mails of a kind by the link of one of them, without signing in.</summary>
public sealed record Unsubscribe(string Token) : ICommand<UnsubscribeView>, IOwnTransactions;

internal sealed class UnsubscribeValidator : AbstractValidator<Unsubscribe>
{
    public UnsubscribeValidator() => RuleFor(c => c.Token).NotEmpty().WithErrorCode("message.unknown");
}

internal sealed class UnsubscribeHandler(IUnionDb db, ITenantContext tenant, ITenantDirectory directory, IUnitOfWork unitOfWork, ISecretKeeper secrets) : IHandler<Unsubscribe, UnsubscribeView>
{
    public async Task<Result<UnsubscribeView>> Handle(Unsubscribe request, CancellationToken cancellationToken)
    {
        if (UnsubscribeToken.Read(request.Token, secrets) is not { } token)
            return new NotFoundError();
        var district = (await directory.ListDistrictsAsync(cancellationToken)).FirstOrDefault(d => d.Id == token.District);
        if (district.Code is null)
            return new NotFoundError();
        tenant.Enter(Caller.System(district.Id, district.Code));
        return await unitOfWork.WriteAsync(nameof(Unsubscribe), new { token.User, token.Kind }, () => EndAsync(token, cancellationToken), cancellationToken);
    }

    private async Task<Result<UnsubscribeView>> EndAsync(UnsubscribeToken token, CancellationToken cancellationToken)
    {
        if (await db.MessagePreferences.SingleOrDefaultAsync(p => p.UserId == token.User, cancellationToken) is not { } preference)
            return new NotFoundError();
        if (preference.ChannelsOf(token.Kind).Count > 0)
            preference.Unsubscribe(token.Kind);
        await db.SaveChangesAsync(cancellationToken);
        return new UnsubscribeView(token.Kind);
    }
}
