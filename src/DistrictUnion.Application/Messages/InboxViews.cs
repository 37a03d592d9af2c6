using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Application.Messages;

/// <summary>A message in the own inbox.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Urgency">How soon it is needed.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Text.</param>
/// <param name="Link">Page where it goes on.</param>
/// <param name="At">When it came.</param>
/// <param name="ReadAt">When it was read; null: unread.</param>
public sealed record InboxMessageView(Guid Id, MessageKind Kind, MessageUrgency Urgency, string Title, string Body, string Link, DateTimeOffset At, DateTimeOffset? ReadAt)
{
    internal static InboxMessageView Of(Message message, MessageComposer composer)
    {
        var (title, body) = composer.Words(message.Text);
        return new(message.Id.Value, message.Kind, message.Urgency, title, body, message.Text.Link, BusinessTime.Local(message.CreatedAt), BusinessTime.Local(message.ReadAt));
    }
}

/// <summary>What the bell shows.</summary>
/// <param name="Unread">Unread messages.</param>
public sealed record InboxSummary(int Unread);
