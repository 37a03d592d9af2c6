using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Messages;

/// <summary>What a message is about; people choose their channels by it.</summary>
public enum MessageKind
{
    /// <summary>Something is due.</summary>
    Reminder,

    /// <summary>Somebody decided about what the recipient handed in.</summary>
    Decision,

    /// <summary>Results or titles are public.</summary>
    Publication,

    /// <summary>A summary of what is unread.</summary>
    Digest,

    /// <summary>The recipient's own account and addresses.</summary>
    Account,

    /// <summary>Something in the running of the product needs a person.</summary>
    Operation,
}

/// <summary>How soon a message is needed.</summary>
public enum MessageUrgency
{
    /// <summary>It waits until quiet hours are over.</summary>
    Normal,

    /// <summary>It is sent at once.</summary>
    Urgent,
}

/// <summary>Ways to tell somebody.</summary>
public enum MessageChannel
{
    /// <summary>The product's own pages.</summary>
    Inbox,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Robot of a WeCom (企业微信) group.</summary>
    WeCom,

    /// <summary>Robot of a DingTalk (钉钉) group.</summary>
    DingTalk,

    /// <summary>Text message.</summary>
    Sms,
}

/// <summary>A message's text: a code and its parameters, put into words when it is read or sent.</summary>
/// <param name="Code">Code; the message files hold <c>message.{code}.title</c> and <c>message.{code}.body</c>.</param>
/// <param name="Arguments">Parameters by placeholder name, as text.</param>
/// <param name="Link">Path of the page where it goes on, within this installation.</param>
public sealed record MessageText(string Code, IReadOnlyDictionary<string, string> Arguments, string Link);

/// <summary>A message to one person. The same key is never sent to the same person twice.</summary>
public sealed class Message : ITenantOwned, IKeepsOwnHistory
{
    private Message()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public MessageId Id { get; private set; }

    /// <summary>Whom it is for.</summary>
    public UserId RecipientId { get; private set; }

    /// <summary>What makes it unique for its recipient.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public MessageKind Kind { get; private set; }

    /// <summary>How soon it is needed.</summary>
    public MessageUrgency Urgency { get; private set; }

    /// <summary>What it says.</summary>
    public MessageText Text { get; private set; } = new("", new Dictionary<string, string>(), "/");

    /// <summary>Whether it stands in the recipient's inbox; a code that proves an address doesn't.</summary>
    public bool InInbox { get; private set; }

    /// <summary>When it was posted (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When its recipient read it in the product (UTC); null: unread.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Makes a message.</summary>
    public static Message Post(DistrictId district, UserId recipient, string key, MessageKind kind, MessageUrgency urgency, MessageText text, bool inInbox, DateTimeOffset now) => new()
    {
        DistrictId = district,
        Id = MessageId.New(),
        RecipientId = recipient,
        Key = key,
        Kind = kind,
        Urgency = urgency,
        Text = text,
        InInbox = inInbox,
        CreatedAt = now,
    };

    /// <summary>Marks it read, or unread again.</summary>
    public void MarkRead(bool read, DateTimeOffset now) => ReadAt = read ? ReadAt ?? now : null;
}
