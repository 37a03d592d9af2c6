using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Messages;

/// <summary>How far a message came by one channel.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its time, or for the next attempt.</summary>
    Queued,

    /// <summary>Handed over, but the other side never said that it took it: it is not sent again by itself.</summary>
    Sent,

    /// <summary>The other side took it.</summary>
    Accepted,

    /// <summary>Given up.</summary>
    Failed,

    /// <summary>Read in the product.</summary>
    Opened,

    /// <summary>Not sent, because the address can't be used or its owner doesn't want it.</summary>
    Suppressed,
}

/// <summary>The way of one message by one channel, and the record of it. Addresses are kept masked; the real one is read when it is sent.</summary>
public sealed class Delivery : ITenantOwned, IKeepsOwnHistory
{
    /// <summary>Attempts before it is given up.</summary>
    public const int MaxAttempts = 8;

    private const int MaxDetail = 300;

    /// <summary>Waits after the first, second, … temporary failure: about a day in all.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    private Delivery()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier; other systems see it as the message's own, the same at every attempt.</summary>
    public DeliveryId Id { get; private set; }

    /// <summary>Message.</summary>
    public MessageId MessageId { get; private set; }

    /// <summary>Channel.</summary>
    public MessageChannel Channel { get; private set; }

    /// <summary>Robot of the group that is told; null: a person is.</summary>
    public RobotId? RobotId { get; private set; }

    /// <summary>Key of the message where a group is told, so that ten recipients of a school make one post in its group; null: a person is told.</summary>
    public string? GroupKey { get; private set; }

    /// <summary>Address as people may see it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>State.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it may be tried next (UTC); null: never again.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Code of what went wrong last; null: nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>What the other side said, shortened.</summary>
    public string? Detail { get; private set; }

    /// <summary>What the other side calls it.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>When it was queued (UTC).</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When it was handed over (UTC).</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When its state changed last (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Makes the record of a message in the inbox: it is there at once.</summary>
    public static Delivery InInbox(Message message) => new()
    {
        DistrictId = message.DistrictId,
        Id = DeliveryId.New(),
        MessageId = message.Id,
        Channel = MessageChannel.Inbox,
        State = DeliveryState.Accepted,
        QueuedAt = message.CreatedAt,
        SentAt = message.CreatedAt,
        UpdatedAt = message.CreatedAt,
    };

    /// <summary>Queues a message to its recipient's own address.</summary>
    public static Delivery ToPerson(Message message, MessageChannel channel, string maskedAddress, DateTimeOffset notBefore) =>
        Queue(message, channel, maskedAddress, notBefore);

    /// <summary>Queues a message for a group.</summary>
    public static Delivery ToGroup(Message message, RobotChannel robot, DateTimeOffset notBefore)
    {
        var made = Queue(message, robot.Channel, robot.Name, notBefore);
        (made.RobotId, made.GroupKey) = (robot.Id, message.Key);
        return made;
    }

    /// <summary>Records why a message isn't sent to its recipient.</summary>
    public static Delivery Suppress(Message message, MessageChannel channel, string maskedAddress, string error)
    {
        var made = Queue(message, channel, maskedAddress, message.CreatedAt);
        (made.State, made.NextAttemptAt, made.Error) = (DeliveryState.Suppressed, null, error);
        return made;
    }

    /// <summary>Takes it for an attempt; whoever took it and died is followed by the next after the lease.</summary>
    public void Begin(DateTimeOffset now, TimeSpan lease) => (Attempts, NextAttemptAt, UpdatedAt) = (Attempts + 1, now + lease, now);

    /// <summary>The other side took it.</summary>
    public void Accept(string? providerId, DateTimeOffset now) =>
        (State, NextAttemptAt, Error, Detail, ProviderId, SentAt, UpdatedAt) = (DeliveryState.Accepted, null, null, null, Shorten(providerId), now, now);

    /// <summary>It was handed over and nobody knows whether it was taken.</summary>
    public void LeaveUnconfirmed(string error, string? detail, DateTimeOffset now) =>
        (State, NextAttemptAt, Error, Detail, SentAt, UpdatedAt) = (DeliveryState.Sent, null, error, Shorten(detail), now, now);

    /// <summary>It can't be delivered.</summary>
    public void Fail(string error, string? detail, DateTimeOffset now) =>
        (State, NextAttemptAt, Error, Detail, UpdatedAt) = (DeliveryState.Failed, null, error, Shorten(detail), now);

    /// <summary>It is not to be sent any more.</summary>
    public void Suppress(string error, DateTimeOffset now) =>
        (State, NextAttemptAt, Error, Detail, UpdatedAt) = (DeliveryState.Suppressed, null, error, null, now);

    /// <summary>It couldn't be delivered now: it waits, or is given up after so many attempts.</summary>
    public void Postpone(string error, string? detail, DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts)
        {
            Fail(error, detail, now);
            return;
        }

        (Error, Detail, NextAttemptAt, UpdatedAt) = (error, Shorten(detail), now + Waits[Math.Min(Attempts, Waits.Length) - 1], now);
    }

    /// <summary>Sends what wasn't delivered once more, from the first attempt on.</summary>
    public Error? SendAgain(DateTimeOffset now)
    {
        if (Channel == MessageChannel.Inbox || State is not (DeliveryState.Failed or DeliveryState.Sent or DeliveryState.Suppressed))
            return new ConflictError("delivery.notFailed", Words.Camel(State), []);
        (State, Attempts, NextAttemptAt, UpdatedAt) = (DeliveryState.Queued, 0, now, now);
        return null;
    }

    private static Delivery Queue(Message message, MessageChannel channel, string address, DateTimeOffset notBefore) => new()
    {
        DistrictId = message.DistrictId,
        Id = DeliveryId.New(),
        MessageId = message.Id,
        Channel = channel,
        Address = address,
        NextAttemptAt = notBefore,
        QueuedAt = message.CreatedAt,
        UpdatedAt = message.CreatedAt,
    };

    private static string? Shorten(string? text) => text is null || text.Length <= MaxDetail ? text : text[..MaxDetail];
}
