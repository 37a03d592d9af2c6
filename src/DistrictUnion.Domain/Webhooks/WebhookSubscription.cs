using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Webhooks;

/// <summary>Whether a subscription gets events.</summary>
public enum WebhookState
{
    /// <summary>It gets them.</summary>
    Active,

    /// <summary>It gets none until somebody turns it on again.</summary>
    Disabled,
}

/// <summary>Why a subscription gets no events.</summary>
public enum WebhookEnd
{
    /// <summary>Somebody turned it off.</summary>
    ByHand,

    /// <summary>The other system answered that it is gone (410).</summary>
    Gone,
}

/// <summary>A subscription of another system to events of the district.</summary>
public sealed class WebhookSubscription : AggregateRoot, ITenantOwned
{
    /// <summary>How long the former secret signs beside its successor.</summary>
    public static readonly TimeSpan Handover = TimeSpan.FromHours(24);

    private WebhookSubscription()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public WebhookId Id { get; private set; }

    /// <summary>Business code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where events are posted to.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Types of events.</summary>
    public IReadOnlyList<string> EventTypes { get; private set; } = [];

    /// <summary>Secret that signatures are made with, encrypted.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The secret before, encrypted; null: none.</summary>
    public string? PreviousSecret { get; private set; }

    /// <summary>Until when the secret before signs too (UTC).</summary>
    public DateTimeOffset? PreviousUntil { get; private set; }

    /// <summary>State.</summary>
    public WebhookState State { get; private set; }

    /// <summary>Why it is disabled; null: it isn't.</summary>
    public WebhookEnd? EndedBy { get; private set; }

    /// <summary>Makes a subscription.</summary>
    public static WebhookSubscription Make(DistrictId district, string code, string secret) =>
        new() { DistrictId = district, Id = WebhookId.New(), Code = code, Secret = secret };

    /// <summary>Makes it be this.</summary>
    public void Set(string name, string url, IReadOnlyList<string> eventTypes) => (Name, Url, EventTypes) = (name, url, eventTypes);

    /// <summary>Whether it wants events of a type.</summary>
    public bool Wants(string type) => State == WebhookState.Active && EventTypes.Contains(type);

    /// <summary>Lets a new secret sign; the one before signs a day longer.</summary>
    public void Rotate(string secret, DateTimeOffset now) => (PreviousSecret, PreviousUntil, Secret) = (Secret, now + Handover, secret);

    /// <summary>Encrypted secrets that sign at a moment.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) => PreviousSecret is { } before && PreviousUntil > now ? [Secret, before] : [Secret];

    /// <summary>Turns it off.</summary>
    public void Disable(WebhookEnd why) => (State, EndedBy) = (WebhookState.Disabled, why);

    /// <summary>Turns it on.</summary>
    public void Enable() => (State, EndedBy) = (WebhookState.Active, null);
}
