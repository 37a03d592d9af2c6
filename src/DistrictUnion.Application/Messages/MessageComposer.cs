using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Application.Messages;

/// <summary>Where this installation is reached from outside.</summary>
/// <param name="Address">Its public address without a slash at the end; null: not configured, and messages carry no links.</param>
public sealed record SiteAddress(string? Address);

/// <summary>Puts a message into words. What leaves the house is Chinese: nobody asks for it by a browser that says otherwise.</summary>
public sealed class MessageComposer(IMessages messages, ISecretKeeper secrets, SiteAddress site)
{
    /// <summary>Code of the message that carries the code which proves an address.</summary>
    public const string AddressCode = "addressCode";

    /// <summary>Code of the message that tells what is due of somebody's own.</summary>
    public const string OwnReminders = "reminders";

    /// <summary>Title and text in the language of the request.</summary>
    public (string Title, string Body) Words(MessageText text)
    {
        var arguments = text.Arguments.ToDictionary(a => a.Key, a => (object?)a.Value, StringComparer.Ordinal);
        return (messages.Format($"message.{text.Code}.title", arguments), messages.Format($"message.{text.Code}.body", arguments));
    }

    /// <summary>The title for those who look after deliveries. What is due of somebody's own may be private, and so is how much it is.</summary>
    public string TitleForOperators(MessageText text) =>
        text.Code == OwnReminders ? messages.Of($"message.{OwnReminders}.log") : Words(text).Title;

    /// <summary>The message for somebody outside.</summary>
    public OutboundMessage Compose(Delivery delivery, Message message, string address, string? key, MessagePreference? preference)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var (title, body) = Words(WithCode(message.Text, preference));
        var link = site.Address is null || message.Text.Link.Length == 0 ? null : site.Address + message.Text.Link;
        var unsubscribe = delivery.Channel == MessageChannel.Email && site.Address is not null && MessagePreference.Optional.Contains(message.Kind)
            ? $"{site.Address}/api/v1/public/unsubscribe/{UnsubscribeToken.Of(message.DistrictId, message.RecipientId, message.Kind, secrets)}"
            : null;
        return new OutboundMessage(delivery.Id, address, key, title, body, link, unsubscribe);
    }

    /// <summary>The code stands nowhere but, encrypted, with the address that it proves.</summary>
    private MessageText WithCode(MessageText text, MessagePreference? preference) =>
        text.Code == AddressCode && preference?.Proof is { } proof
            ? text with { Arguments = new Dictionary<string, string>(text.Arguments, StringComparer.Ordinal) { ["code"] = secrets.Reveal(proof.Secret) ?? "" } }
            : text;
}
