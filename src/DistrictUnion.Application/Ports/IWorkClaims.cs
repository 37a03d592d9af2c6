using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>
/// Locks rows of work that is due until the transaction ends, leaving out those that another instance has locked: two instances share
/// the work and never take the same piece.
/// </summary>
public interface IWorkClaims
{
    /// <summary>Events that nobody fanned out, oldest first.</summary>
    Task<IReadOnlyList<Guid>> LockEventsAsync(int most, CancellationToken cancellationToken);

    /// <summary>Deliveries of messages whose time has come.</summary>
    Task<IReadOnlyList<DeliveryId>> LockDeliveriesAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Deliveries to other systems whose time has come.</summary>
    Task<IReadOnlyList<WebhookDeliveryId>> LockWebhookDeliveriesAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);
}
