using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>Sends a code to an own address that isn't proved yet.</summary>
public sealed record SendAddressCode(MessageChannel Channel) : ICommand<Tagged<PreferenceView>>;

internal sealed class SendAddressCodeValidator : AbstractValidator<SendAddressCode>
{
    public SendAddressCodeValidator() => RuleFor(c => c.Channel).Must(PreferenceViews.Personal.Contains).WithErrorCode("channel.unknown");
}

internal sealed class SendAddressCodeHandler(
    IUnionDb db, ITenantContext tenant, MessageDesk desk, IEnumerable<IMessageChannel> channels, ISecretKeeper secrets, PreferenceViews views, TimeProvider clock) : IHandler<SendAddressCode, Tagged<PreferenceView>>
{
    private const int Codes = 1_000_000;

    public async Task<Result<Tagged<PreferenceView>>> Handle(SendAddressCode request, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().UserId!.Value;
        if (!channels.Any(c => c.Channel == request.Channel && c.IsConfigured))
            return new ConflictError("channel.off");
        if (await db.MessagePreferences.SingleOrDefaultAsync(p => p.UserId == own, cancellationToken) is not { } preference || preference.AddressOf(request.Channel) is not { } address)
            return new ConflictError("address.none");
        if (address.IsUsable)
            return new ConflictError("address.confirmed");
        var (now, code) = (clock.GetUtcNow(), RandomNumberGenerator.GetInt32(Codes).ToString("000000", CultureInfo.InvariantCulture));
        if (preference.BeginProof(request.Channel, secrets.Protect(code), now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);

        var key = string.Create(CultureInfo.InvariantCulture, $"address.code:{request.Channel}:{now:yyyyMMddHHmmss}");
        var text = new MessageText(MessageComposer.AddressCode, new Dictionary<string, string>(), "");
        await desk.PostAsync([new OutgoingMessage(own, key, MessageKind.Account, text) { Urgency = MessageUrgency.Urgent, Only = request.Channel }], cancellationToken);
        return new Tagged<PreferenceView>(views.Of(preference), preference.Version);
    }
}

/// <summary>The code that arrived.</summary>
public sealed record AddressCodeInput(string Code);

/// <summary>Proves an own address by the code that was sent to it. A wrong entry is counted although it is refused.</summary>
public sealed record ConfirmAddress(MessageChannel Channel, AddressCodeInput Body) : ICommand<Tagged<PreferenceView>>, IOwnTransactions;

internal sealed class ConfirmAddressValidator : AbstractValidator<ConfirmAddress>
{
    public ConfirmAddressValidator()
    {
        RuleFor(c => c.Channel).Must(PreferenceViews.Personal.Contains).WithErrorCode("channel.unknown");
        RuleFor(c => c.Body.Code).Must(c => c.Length is > 0 and <= 20).WithErrorCode("address.code");
    }
}

internal sealed class ConfirmAddressHandler(IUnionDb db, ITenantContext tenant, IUnitOfWork unitOfWork, ISecretKeeper secrets, PreferenceViews views, TimeProvider clock)
    : IHandler<ConfirmAddress, Tagged<PreferenceView>>
{
    public async Task<Result<Tagged<PreferenceView>>> Handle(ConfirmAddress request, CancellationToken cancellationToken)
    {
        var tried = await unitOfWork.WriteAsync(nameof(ConfirmAddress), request, () => TryAsync(request, cancellationToken), cancellationToken);
        return tried.Value.Proved is { } proved ? proved : ValidationError.Of("code", "address.code");
    }

    private async Task<Result<Try>> TryAsync(ConfirmAddress request, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().UserId;
        var preference = await db.MessagePreferences.SingleOrDefaultAsync(p => p.UserId == own, cancellationToken);
        if (preference?.Proof is not { } proof)
            return new Try(null);
        var isRight = secrets.Reveal(proof.Secret) is { } code
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(request.Body.Code.Trim()));
        var proved = preference.Prove(request.Channel, isRight, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new Try(proved ? new Tagged<PreferenceView>(views.Of(preference), preference.Version) : null);
    }

    private sealed record Try(Tagged<PreferenceView>? Proved);
}
