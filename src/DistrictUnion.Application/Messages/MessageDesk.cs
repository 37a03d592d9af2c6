using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>
/// Posts messages: writes them and their ways by each channel within the running transaction, so that they exist exactly when what
/// they tell of does. Sending is somebody else's work, later. Thousands cost as many statements as one.
/// </summary>
public sealed class MessageDesk(IUnionDb db, ITenantContext tenant, IBulkWriter bulk, IEnumerable<IMessageChannel> channels, TimeProvider clock)
{
    private readonly HashSet<MessageChannel> configured = [.. channels.Where(c => c.IsConfigured).Select(c => c.Channel)];

    /// <summary>Posts messages; those whose key their recipient has already are left out.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> PostAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            return 0;
        var (district, now) = (tenant.RequireCaller().DistrictId, clock.GetUtcNow());
        var made = messages.DistinctBy(m => (m.Recipient, m.Key))
            .Select(m => (Outgoing: m, Message: Message.Post(district, m.Recipient, m.Key, m.Kind, m.Urgency, m.Text, m.Only is null, now))).ToList();
        await bulk.AddMissingAsync([.. made.Select(m => m.Message)], cancellationToken);

        // Whoever posts the same key at the same moment waits above for the other's commit, so what is there now under our identifiers is ours alone.
        var ids = made.Select(m => m.Message.Id).ToList();
        var posted = (await db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancellationToken)).ToHashSet();
        made.RemoveAll(m => !posted.Contains(m.Message.Id));
        if (made.Count == 0)
            return 0;
        var recipients = made.Select(m => m.Message.RecipientId).Distinct().ToList();
        var preferences = await db.MessagePreferences.AsNoTracking().Where(p => recipients.Contains(p.UserId)).ToDictionaryAsync(p => p.UserId, cancellationToken);
        var robots = made.Exists(m => m.Outgoing.Group is not null) ? await db.Robots.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancellationToken) : [];
        List<Delivery> deliveries = [];
        foreach (var (outgoing, message) in made)
        {
            if (message.InInbox)
                deliveries.Add(Delivery.InInbox(message));
            deliveries.AddRange(ToPerson(outgoing, message, preferences.GetValueOrDefault(message.RecipientId)));
            deliveries.AddRange(ToGroups(outgoing, message, robots));
        }

        await bulk.AddMissingAsync(deliveries, cancellationToken);
        return made.Count;
    }

    private IEnumerable<Delivery> ToPerson(OutgoingMessage outgoing, Message message, MessagePreference? preference)
    {
        // Nobody who never gave an address has one that could be sent to.
        if (preference is null)
            yield break;
        var wanted = outgoing.Only is { } only ? [only] : preference.ChannelsOf(message.Kind);
        foreach (var channel in wanted.Where(configured.Contains))
        {
            if (preference.AddressOf(channel) is not { } address)
                continue;
            if (outgoing.Only is not null)
                yield return Delivery.ToPerson(message, channel, address.Masked, message.CreatedAt);
            else if (address.RefusedAt is not null)
                yield return Delivery.Suppress(message, channel, address.Masked, "address.refused");
            else if (address.ConfirmedAt is null)
                yield return Delivery.Suppress(message, channel, address.Masked, "address.unconfirmed");
            else
                yield return Delivery.ToPerson(message, channel, address.Masked, NotBefore(message, preference.Quiet));
        }
    }

    private IEnumerable<Delivery> ToGroups(OutgoingMessage outgoing, Message message, List<RobotChannel> robots) =>
        outgoing.Group is { } group
            ? robots.Where(r => configured.Contains(r.Channel) && r.IsOf(group.Zone, group.School) && r.Kinds.Contains(message.Kind))
                .Select(r => Delivery.ToGroup(message, r, NotBefore(message, QuietHours.Usual)))
            : [];

    private static DateTimeOffset NotBefore(Message message, QuietHours quiet) =>
        message.Urgency == MessageUrgency.Urgent ? message.CreatedAt : quiet.FirstAudible(message.CreatedAt);
}
