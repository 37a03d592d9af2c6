using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>Sends once more what wasn't delivered, or what nobody knows of whether it was.</summary>
public sealed record SendDeliveryAgain(DeliveryId Delivery) : ICommand<DeliveryView>;

internal sealed class SendDeliveryAgainValidator : AbstractValidator<SendDeliveryAgain>
{
    public SendDeliveryAgainValidator() => RuleFor(c => c.Delivery).NotEmpty().WithErrorCode("delivery.unknown");
}

internal sealed class SendDeliveryAgainHandler(IUnionDb db, MessageComposer composer, TimeProvider clock) : IHandler<SendDeliveryAgain, DeliveryView>
{
    public async Task<Result<DeliveryView>> Handle(SendDeliveryAgain request, CancellationToken cancellationToken)
    {
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == request.Delivery, cancellationToken);
        if (delivery.SendAgain(clock.GetUtcNow()) is { } refusal)
            return refusal;
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == delivery.MessageId, cancellationToken);
        var recipient = await db.Users.AsNoTracking().Where(u => u.Id == message.RecipientId).Select(u => u.DisplayName).SingleAsync(cancellationToken);
        return DeliveryView.Of(delivery, message, recipient, composer);
    }
}
