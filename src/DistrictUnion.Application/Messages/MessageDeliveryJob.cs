using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>What came of a run.</summary>
/// <param name="Accepted">Taken by the other side.</param>
/// <param name="Unconfirmed">Handed over, without an answer.</param>
/// <param name="Postponed">Tried again later.</param>
/// <param name="Failed">Given up.</param>
public sealed record MessageDeliveryOutcome(int Accepted, int Unconfirmed, int Postponed, int Failed);

/// <summary>
/// Sends what is due. Deliveries are taken in portions with a lease, sent side by side, and each is recorded as soon as its answer is
/// there: an instance that dies leaves those without a record to the next one, which sends them again under the same identifier.
/// </summary>
internal sealed class MessageDeliveryJob(
    IUnionDb db, IUnitOfWork unitOfWork, IWorkClaims claims, IEnumerable<IMessageChannel> channels, MessageComposer composer, ISecretKeeper secrets, MessageDesk desk, IFaultPoints faults, TimeProvider clock)
    : IJobHandler
{
    public const string Name = "messages.deliver";

    private const int Portion = 16;

    /// <summary>Longer than any attempt may take, short enough that a killed instance is followed within a minute.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    private readonly Dictionary<MessageChannel, IMessageChannel> byChannel = channels.ToDictionary(c => c.Channel);

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var results = new Dictionary<DeliveryState, int>();
        var done = 0;
        while (true)
        {
            var taken = await TakeAsync(cancellationToken);
            if (taken.Count == 0)
                break;
            faults.Pass(FaultSteps.MessagesTaken);
            await foreach (var sent in Task.WhenEach(taken.Select(t => SendAsync(t, cancellationToken))))
            {
                var (way, outcome) = await sent;
                faults.Pass(FaultSteps.MessageSent);
                var state = await RecordAsync(way, outcome, cancellationToken);
                results[state] = results.GetValueOrDefault(state) + 1;
            }

            done += taken.Count;
            await progress.ReportAsync(done, done, cancellationToken);
        }

        return new MessageDeliveryOutcome(
            results.GetValueOrDefault(DeliveryState.Accepted), results.GetValueOrDefault(DeliveryState.Sent), results.GetValueOrDefault(DeliveryState.Queued), results.GetValueOrDefault(DeliveryState.Failed));
    }

    private async Task<List<Way>> TakeAsync(CancellationToken cancellationToken) => (await unitOfWork.WriteUnauditedAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var ids = await claims.LockDeliveriesAsync(now, Portion, cancellationToken);
            if (ids.Count == 0)
                return (Result<List<Way>>)new List<Way>();
            var deliveries = await db.Deliveries.Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
            var messageIds = deliveries.ConvertAll(d => d.MessageId);
            var messages = await db.Messages.AsNoTracking().Where(m => messageIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
            var people = messages.Values.Select(m => m.RecipientId).Distinct().ToList();
            var preferences = await db.MessagePreferences.AsNoTracking().Where(p => people.Contains(p.UserId)).ToDictionaryAsync(p => p.UserId, cancellationToken);
            var robotIds = deliveries.Where(d => d.RobotId != null).Select(d => d.RobotId!.Value).Distinct().ToList();
            var robots = robotIds.Count == 0 ? [] : await db.Robots.AsNoTracking().Where(r => robotIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            foreach (var delivery in deliveries)
                delivery.Begin(now, Lease);
            return deliveries.ConvertAll(d =>
            {
                var message = messages[d.MessageId];
                return new Way(d, message, preferences.GetValueOrDefault(message.RecipientId), d.RobotId is { } robot ? robots[robot] : null);
            });
        },
        cancellationToken)).Value;

    private async Task<(Way Way, SendOutcome Outcome)> SendAsync(Way way, CancellationToken cancellationToken)
    {
        try
        {
            var address = way.Robot is { } robot ? secrets.Reveal(robot.SecretAddress) : way.Address?.Value;
            var key = way.Robot?.SecretKey is { } secret ? secrets.Reveal(secret) : null;
            if (address is null || (way.Robot?.SecretKey is not null && key is null))
                return (way, new SendOutcome(SendResult.Refused, way.Robot is null ? "address.none" : "secret.unreadable"));
            if (Unwanted(way) is { } why)
                return (way, new SendOutcome(SendResult.Refused, why));
            if (!byChannel.TryGetValue(way.Delivery.Channel, out var channel) || !channel.IsConfigured)
                return (way, new SendOutcome(SendResult.Unavailable, "channel.off"));
            return (way, await channel.SendAsync(composer.Compose(way.Delivery, way.Message, address, key, way.Preference), cancellationToken));
        }
#pragma warning disable CA1031 // One message that can't be put into words or sent must not hold up the others of its portion.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (way, new SendOutcome(SendResult.Unavailable, "delivery.error", e.GetType().Name));
        }
    }

    private async Task<DeliveryState> RecordAsync(Way way, SendOutcome outcome, CancellationToken cancellationToken) => (await unitOfWork.WriteUnauditedAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var delivery = await db.Deliveries.SingleAsync(d => d.Id == way.Delivery.Id, cancellationToken);
            switch (outcome.Result)
            {
                case SendResult.Accepted:
                    delivery.Accept(outcome.ProviderId, now);
                    break;
                case SendResult.Refused when Unwanted(way) is { } why:
                    delivery.Suppress(why, now);
                    break;
                case SendResult.Unconfirmed:
                    delivery.LeaveUnconfirmed(outcome.Error!, outcome.Detail, now);
                    break;
                case SendResult.Unavailable:
                    delivery.Postpone(outcome.Error!, outcome.Detail, now);
                    break;
                default:
                    delivery.Fail(outcome.Error!, outcome.Detail, now);
                    break;
            }

            if (outcome.Result == SendResult.AddressRefused && way.Address is { } address)
                await NoteRefusalAsync(way, address, now, cancellationToken);
            return (Result<DeliveryState>)delivery.State;
        },
        cancellationToken)).Value;

    /// <summary>Why its recipient isn't to be told by this channel any more, where that changed since it was queued; null: it stays. What proves an address goes to one that isn't proved.</summary>
    private static string? Unwanted(Way way)
    {
        if (way.Robot is not null || (!way.Message.InInbox && way.Message.Kind == MessageKind.Account))
            return null;
        return way.Address is { RefusedAt: not null } ? "address.refused" : way.Address is not { IsUsable: true } ? "address.unconfirmed" : way.Preference!.ChannelsOf(way.Message.Kind).Contains(way.Delivery.Channel) ? null : "delivery.unwanted";
    }

    /// <summary>Whoever can't be reached at an address reads of it in the inbox.</summary>
    private async Task NoteRefusalAsync(Way way, ContactAddress address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (person, channel) = (way.Message.RecipientId, way.Delivery.Channel);
        var preference = await db.MessagePreferences.SingleAsync(p => p.UserId == person, cancellationToken);
        preference.NoteRefusal(channel, address.Value, now);

        // The desk reads what is stored: the message about a bad address mustn't go there.
        await db.SaveChangesAsync(cancellationToken);
        var text = new MessageText("addressRefused", new Dictionary<string, string> { ["address"] = address.Masked }, "/account/messages");
        await desk.PostAsync([new OutgoingMessage(person, $"address.refused:{way.Delivery.Id.Value:N}", MessageKind.Account, text)], cancellationToken);
    }

    /// <summary>A delivery with what is needed to send it.</summary>
    private sealed record Way(Delivery Delivery, Message Message, MessagePreference? Preference, RobotChannel? Robot)
    {
        public ContactAddress? Address => Preference?.AddressOf(Delivery.Channel);
    }
}
