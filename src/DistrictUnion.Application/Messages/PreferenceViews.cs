using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Application.Messages;

/// <summary>An own address and whether it works.</summary>
/// <param name="Value">The address.</param>
/// <param name="State">Whether it can be sent to.</param>
public sealed record OwnAddressView(string Value, OwnAddressState State);

/// <summary>Whether an address can be sent to.</summary>
public enum OwnAddressState
{
    /// <summary>Its owner has to type the code that was sent to it.</summary>
    Unconfirmed,

    /// <summary>It works.</summary>
    Confirmed,

    /// <summary>The other side refused it for good.</summary>
    Refused,
}

/// <summary>How the caller wants to be told.</summary>
/// <param name="Channels">Channels beside the inbox, by kind of message.</param>
/// <param name="QuietFrom">Beginning of quiet hours, HH:mm.</param>
/// <param name="QuietTo">End of quiet hours; the same as the beginning: none.</param>
/// <param name="ReminderDays">Days before the due day on which to remind; null: as each obligation says.</param>
/// <param name="Email">E-mail address; null: none.</param>
/// <param name="Phone">Mobile phone; null: none.</param>
/// <param name="Available">Channels beside the inbox that this installation has.</param>
public sealed record PreferenceView(
    IReadOnlyDictionary<MessageKind, IReadOnlyList<MessageChannel>> Channels, string QuietFrom, string QuietTo, IReadOnlyList<int>? ReminderDays, OwnAddressView? Email, OwnAddressView? Phone, IReadOnlyList<MessageChannel> Available);

/// <summary>Shows preferences.</summary>
public sealed class PreferenceViews(IEnumerable<IMessageChannel> channels)
{
    /// <summary>Channels by which a person can be told at an own address.</summary>
    public static readonly IReadOnlyList<MessageChannel> Personal = [MessageChannel.Email, MessageChannel.Sms];

    internal PreferenceView Of(MessagePreference preference) => new(
        Enum.GetValues<MessageKind>().ToDictionary(k => k, preference.ChannelsOf),
        TextOf(preference.Quiet.From),
        TextOf(preference.Quiet.To),
        preference.ReminderDays,
        ViewOf(preference.Email),
        ViewOf(preference.Phone),
        [.. Personal.Where(p => channels.Any(c => c.Channel == p && c.IsConfigured))]);

    internal static int? MinuteOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    private static string TextOf(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static OwnAddressView? ViewOf(ContactAddress? address) => address is null
        ? null
        : new OwnAddressView(address.Value, address.RefusedAt is not null ? OwnAddressState.Refused : address.ConfirmedAt is not null ? OwnAddressState.Confirmed : OwnAddressState.Unconfirmed);
}
