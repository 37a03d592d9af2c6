using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Auditing;

/// <summary>What a command did: who, when, in which post, what, before and after. Written in the command's transaction, only ever added to.</summary>
public sealed class AuditEntry : ITenantOwned, IAppendOnly
{
    private AuditEntry()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>User name, or the name of the system that acted.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Role of the post in use.</summary>
    public string? Role { get; private set; }

    /// <summary>The command.</summary>
    public string Action { get; private set; } = "";

    /// <summary>The command's arguments without secrets, as JSON.</summary>
    public string Subject { get; private set; } = "{}";

    /// <summary>Rows before and after, as JSON.</summary>
    public string Changes { get; private set; } = "[]";

    /// <summary>Trace that the request belongs to.</summary>
    public string? TraceId { get; private set; }

    /// <summary>Makes an entry.</summary>
    public static AuditEntry Write(
        DistrictId district, DateTimeOffset at, string actor, string? role, string action, string subject, string changes, string? traceId) => new()
        {
            DistrictId = district,
            Id = Guid.CreateVersion7(),
            At = at,
            Actor = actor,
            Role = role,
            Action = action,
            Subject = subject,
            Changes = changes,
            TraceId = traceId,
        };
}

/// <summary>A side effect to come, stored in the transaction that caused it. Delivery comes with notifications and webhooks.</summary>
public sealed class OutboxMessage : ITenantOwned
{
    private OutboxMessage()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <summary>When it came up (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Name of the event.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private set; } = "{}";

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Makes a message.</summary>
    public static OutboxMessage Of(DistrictId district, DateTimeOffset at, string kind, string payload) =>
        new() { DistrictId = district, Id = Guid.CreateVersion7(), At = at, Kind = kind, Payload = payload };
}
