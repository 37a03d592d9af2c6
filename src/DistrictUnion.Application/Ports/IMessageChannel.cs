using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Application.Ports;

/// <summary>A message in words, on its way to one address.</summary>
/// <param name="Id">Its identifier, the same at every attempt: whoever gets it twice can tell.</param>
/// <param name="Address">Address of the person, or of the group's robot.</param>
/// <param name="Key">Key that a group's robot signs with; null: none.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Text.</param>
/// <param name="Link">Address of the page where it goes on; null: the installation's own address isn't configured.</param>
/// <param name="Unsubscribe">Address that ends such messages; null: they can't be ended.</param>
public sealed record OutboundMessage(DeliveryId Id, string Address, string? Key, string Title, string Body, string? Link, string? Unsubscribe);

/// <summary>What became of an attempt.</summary>
public enum SendResult
{
    /// <summary>The other side took it.</summary>
    Accepted,

    /// <summary>It was handed over; whether it was taken isn't known, so that sending again could mean twice.</summary>
    Unconfirmed,

    /// <summary>Not now.</summary>
    Unavailable,

    /// <summary>Never: the message or our account is refused.</summary>
    Refused,

    /// <summary>Never: there is no such address.</summary>
    AddressRefused,
}

/// <summary>What became of an attempt, and why.</summary>
/// <param name="Result">Result.</param>
/// <param name="Error">Code of what went wrong; null: nothing.</param>
/// <param name="Detail">What the other side said.</param>
/// <param name="ProviderId">What the other side calls the message.</param>
public sealed record SendOutcome(SendResult Result, string? Error = null, string? Detail = null, string? ProviderId = null);

/// <summary>A way to tell somebody outside of the product.</summary>
public interface IMessageChannel
{
    /// <summary>Which one.</summary>
    MessageChannel Channel { get; }

    /// <summary>Whether this installation has it.</summary>
    bool IsConfigured { get; }

    /// <summary>Tries once. Whatever the other side does is an outcome, never an exception.</summary>
    Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}

/// <summary>Encrypts what has to be read again, with keys that lie outside of the database.</summary>
public interface ISecretKeeper
{
    /// <summary>Encrypts.</summary>
    string Protect(string text);

    /// <summary>Decrypts; null when it was made with other keys, or changed.</summary>
    string? Reveal(string secret);
}
