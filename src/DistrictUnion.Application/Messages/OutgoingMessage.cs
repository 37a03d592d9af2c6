using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Application.Messages;

/// <summary>Whose group chats are told too: a zone's, a school's, or the district's where neither is given.</summary>
/// <param name="Zone">Zone.</param>
/// <param name="School">School.</param>
public readonly record struct MessageGroup(ZoneId? Zone, SchoolId? School);

/// <summary>A message to post.</summary>
/// <param name="Recipient">Whom it is for, of the district in scope.</param>
/// <param name="Key">What makes it unique for its recipient, at most 200 characters: the same key is never sent twice.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">What it says; the message files need <c>message.{code}.title</c> and <c>message.{code}.body</c> in both languages.</param>
public sealed record OutgoingMessage(UserId Recipient, string Key, MessageKind Kind, MessageText Text)
{
    /// <summary>How soon it is needed.</summary>
    public MessageUrgency Urgency { get; init; }

    /// <summary>Whose group chats are told too; null: none. All recipients of the same key make one post in a group.</summary>
    public MessageGroup? Group { get; init; }

    /// <summary>The one channel it goes by, whatever its recipient chose, and without standing in the inbox; null: the inbox and what the recipient chose.</summary>
    public MessageChannel? Only { get; init; }
}
