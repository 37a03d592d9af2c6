using System.Text.Json.Serialization;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Messages;

/// <summary>Hours in which nothing that can wait is sent, in business time; equal bounds: none.</summary>
/// <param name="From">First minute of the day.</param>
/// <param name="To">Minute of the day from which on it is sent again.</param>
public readonly record struct QuietHours(int From, int To)
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>From nine in the evening to eight in the morning.</summary>
    public static QuietHours Usual => new(21 * 60, 8 * 60);

    /// <summary>Whether both bounds are minutes of a day.</summary>
    [JsonIgnore]
    public bool AreMinutes => From is >= 0 and < MinutesOfDay && To is >= 0 and < MinutesOfDay;

    /// <summary>The first moment at or after an instant that isn't quiet.</summary>
    public DateTimeOffset FirstAudible(DateTimeOffset instant)
    {
        var day = BusinessTime.DateOf(instant);
        var minute = (int)(instant - BusinessTime.StartOf(day)).TotalMinutes;
        if (From <= To)
            return minute >= From && minute < To ? BusinessTime.StartOf(day).AddMinutes(To) : instant;
        if (minute >= From)
            return BusinessTime.StartOf(day.AddDays(1)).AddMinutes(To);
        return minute < To ? BusinessTime.StartOf(day).AddMinutes(To) : instant;
    }
}

/// <summary>An address of a person for one channel.</summary>
/// <param name="Value">The address.</param>
/// <param name="ConfirmedAt">When its owner proved it (UTC); null: not yet.</param>
/// <param name="RefusedAt">When the other side refused it for good (UTC); null: it works as far as is known.</param>
public sealed record ContactAddress(string Value, DateTimeOffset? ConfirmedAt = null, DateTimeOffset? RefusedAt = null)
{
    /// <summary>Whether it can be sent to.</summary>
    [JsonIgnore]
    public bool IsUsable => ConfirmedAt is not null && RefusedAt is null;

    /// <summary>As people may see it who don't own it.</summary>
    [JsonIgnore]
    public string Masked
    {
        get
        {
            var at = Value.LastIndexOf('@');
            if (at > 0)
                return $"{Value[0]}***{Value[at..]}";
            return Value.Length > 7 ? $"{Value[..3]}****{Value[^4..]}" : "****";
        }
    }
}

/// <summary>A code that is on its way to prove an address.</summary>
/// <param name="Channel">Channel whose address it proves.</param>
/// <param name="Secret">The code, encrypted.</param>
/// <param name="ExpiresAt">From when it is refused (UTC).</param>
/// <param name="Tries">Wrong entries so far.</param>
public sealed record AddressProof(MessageChannel Channel, string Secret, DateTimeOffset ExpiresAt, int Tries = 0);

/// <summary>How a person wants to be told.</summary>
public sealed class MessagePreference : AggregateRoot, ITenantOwned
{
    /// <summary>Wrong entries before a code is void.</summary>
    public const int MaxTries = 5;

    /// <summary>Kinds whose e-mails and text messages anybody may end by a link; the others belong to one's own business.</summary>
    public static readonly IReadOnlyList<MessageKind> Optional = [MessageKind.Reminder, MessageKind.Publication, MessageKind.Digest];

    private static readonly TimeSpan ProofLifetime = TimeSpan.FromMinutes(30);

    /// <summary>Nobody's address is flooded with codes.</summary>
    private static readonly TimeSpan ProofPause = TimeSpan.FromMinutes(1);

    private MessagePreference()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Whose.</summary>
    public UserId UserId { get; private set; }

    /// <summary>Days before the due day on which the person wants to be reminded, negative: after it; null: as each obligation says, empty: never.</summary>
    public IReadOnlyList<int>? ReminderDays { get; private set; }

    /// <summary>Channels beside the inbox, by kind; a kind that isn't there: e-mail.</summary>
    public IReadOnlyDictionary<MessageKind, IReadOnlyList<MessageChannel>> Channels { get; private set; } = new Dictionary<MessageKind, IReadOnlyList<MessageChannel>>();

    /// <summary>Quiet hours.</summary>
    public QuietHours Quiet { get; private set; } = QuietHours.Usual;

    /// <summary>E-mail address.</summary>
    public ContactAddress? Email { get; private set; }

    /// <summary>Mobile phone.</summary>
    public ContactAddress? Phone { get; private set; }

    /// <summary>Code on its way.</summary>
    public AddressProof? Proof { get; private set; }

    /// <summary>What somebody has who never chose.</summary>
    public static MessagePreference For(DistrictId district, UserId user) => new() { DistrictId = district, UserId = user };

    /// <summary>Channels beside the inbox for a kind.</summary>
    public IReadOnlyList<MessageChannel> ChannelsOf(MessageKind kind) => Channels.TryGetValue(kind, out var chosen) ? chosen : [MessageChannel.Email];

    /// <summary>The address of a channel; null: none.</summary>
    public ContactAddress? AddressOf(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => Email,
        MessageChannel.Sms => Phone,
        _ => null,
    };

    /// <summary>Takes what the person chose; another address has to be proved again.</summary>
    public void Choose(IReadOnlyDictionary<MessageKind, IReadOnlyList<MessageChannel>> channels, QuietHours quiet, IReadOnlyList<int>? reminderDays, string? email, string? phone)
    {
        (Channels, Quiet, ReminderDays) = (channels, quiet, reminderDays);
        Email = Keep(Email, email);
        Phone = Keep(Phone, phone);
        if (Proof is { } open && AddressOf(open.Channel) is not { ConfirmedAt: null })
            Proof = null;
    }

    /// <summary>Puts a code on its way to the address of a channel, at most one a minute.</summary>
    public Error? BeginProof(MessageChannel channel, string secret, DateTimeOffset now)
    {
        if (AddressOf(channel) is null)
            return new ConflictError("address.none");
        if (Proof is { } open && open.Channel == channel && now < open.ExpiresAt - ProofLifetime + ProofPause)
            return new ConflictError("address.codeSent");
        Proof = new AddressProof(channel, secret, now + ProofLifetime);
        return null;
    }

    /// <summary>Takes the code that the person typed.</summary>
    /// <param name="channel">Channel whose address is proved.</param>
    /// <param name="isRight">Whether it is the code that was sent.</param>
    /// <param name="now">When (UTC).</param>
    /// <returns>Whether the address is proved now.</returns>
    public bool Prove(MessageChannel channel, bool isRight, DateTimeOffset now)
    {
        if (Proof is not { } open || open.Channel != channel || now >= open.ExpiresAt)
            return false;
        if (!isRight)
        {
            Proof = open.Tries + 1 >= MaxTries ? null : open with { Tries = open.Tries + 1 };
            return false;
        }

        Proof = null;
        Change(channel, a => new ContactAddress(a.Value, now));
        return true;
    }

    /// <summary>Notes that the other side refused an address for good; a person has to prove it anew.</summary>
    public void NoteRefusal(MessageChannel channel, string address, DateTimeOffset now) =>
        Change(channel, a => a.Value == address ? a with { RefusedAt = now } : a);

    /// <summary>Ends e-mails and text messages of a kind.</summary>
    public void Unsubscribe(MessageKind kind) => Channels = new Dictionary<MessageKind, IReadOnlyList<MessageChannel>>(Channels) { [kind] = [] };

    private static ContactAddress? Keep(ContactAddress? known, string? wanted) =>
        wanted is null ? null : known?.Value == wanted ? known : new ContactAddress(wanted);

    private void Change(MessageChannel channel, Func<ContactAddress, ContactAddress> change)
    {
        if (channel == MessageChannel.Email && Email is { } email)
            Email = change(email);
        else if (channel == MessageChannel.Sms && Phone is { } phone)
            Phone = change(phone);
    }
}
