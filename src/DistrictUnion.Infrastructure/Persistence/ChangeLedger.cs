using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>
/// Follows what a command saves: advances the version of each changed aggregate once, turns its events into outbox rows, and
/// keeps rows before and after for the audit row.
/// </summary>
internal sealed class ChangeLedger(TimeProvider clock)
{
    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        "PasswordHash", "SecurityStamp", "TokenHash", "KeyHash", "Secret", "PreviousSecret", "SecretAddress", "SecretKey", "Proof", "Email", "Phone",

        // A proposal is its school's own: who stands for it, what it says and what was replied.
        "Proposer", "CoSigners", "Heading", "Grounds", "Suggestion", "Opinion", "Replies", "Assignment",
    };

    private readonly HashSet<AggregateRoot> advanced = [];
    private readonly JsonArray changes = [];

    /// <summary>Rows before and after so far, as JSON.</summary>
    public string Changes => changes.ToJsonString(Json.Stored);

    /// <summary>Forgets everything, for the next command of the same scope.</summary>
    public void Clear()
    {
        advanced.Clear();
        changes.Clear();
    }

    /// <summary>Records the pending changes of a context.</summary>
    public void Record(DbContext context, ITenantContext tenant)
    {
        List<IDomainEvent> events = [];
        var removed = context.ChangeTracker.Entries().Where(e => e.State == EntityState.Deleted).ToList();
        foreach (var entry in context.ChangeTracker.Entries<AggregateRoot>().ToList())
        {
            var root = entry.Entity;
            events.AddRange(root.Events);
            root.ClearEvents();
            if (entry.State == EntityState.Added && advanced.Add(root))
                root.MarkCreated(clock.GetUtcNow());
            else if ((HasChanged(entry) || HasChangedParts(entry) || HasLostParts(entry, removed)) && advanced.Add(root))
                root.AdvanceVersion(clock.GetUtcNow());
        }

        foreach (var entry in context.ChangeTracker.Entries().ToList())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Entity is ITenantOwned and not (IDerived or IKeepsOwnHistory or ISecretBallot or AuditEntry or OutboxMessage))
            {
                changes.Add(Describe(entry));
            }
        }

        if (events.Count == 0)
            return;
        var (district, now) = (tenant.RequireCaller().DistrictId, clock.GetUtcNow());
        foreach (var e in events)
            context.Add(OutboxMessage.Of(district, now, e.GetType().Name, JsonSerializer.Serialize(e, e.GetType(), Json.Stored)));
        context.ChangeTracker.DetectChanges();
    }

    private static bool HasChanged(EntityEntry<AggregateRoot> entry) =>
        entry.State == EntityState.Modified && entry.Properties.Any(p => p.IsModified && entry.Entity.IsPartOfVersion(p.Metadata.Name));

    private static bool HasChangedParts(EntityEntry entry) => entry.Collections.Any(c =>
        c.CurrentValue?.Cast<object>().Any(part => entry.Context.Entry(part).State is EntityState.Added or EntityState.Modified) == true);

    /// <summary>A part that was removed is in no collection any more; its foreign key tells whose it was.</summary>
    private static bool HasLostParts(EntityEntry root, List<EntityEntry> removed) => root.State != EntityState.Deleted && removed.Exists(part => part.Metadata.GetForeignKeys().Any(key =>
        key.PrincipalToDependent is { IsCollection: true } && key.PrincipalEntityType == root.Metadata
        && key.Properties.Zip(key.PrincipalKey.Properties).All(pair => Equals(part.OriginalValues[pair.First], root.CurrentValues[pair.Second]))));

    private static JsonObject Describe(EntityEntry entry)
    {
        JsonObject before = [];
        JsonObject after = [];
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (name is "DistrictId" || (entry.State == EntityState.Modified && !property.IsModified && !property.Metadata.IsPrimaryKey()))
                continue;
            var secret = Secrets.Contains(name);
            if (entry.State != EntityState.Added)
                before[name] = secret ? "***" : NodeOf(property.OriginalValue);
            if (entry.State != EntityState.Deleted)
                after[name] = secret ? "***" : NodeOf(property.CurrentValue);
        }

        return new JsonObject
        {
            ["entity"] = entry.Metadata.ShortName(),
            ["change"] = Words.Camel(entry.State),
            ["before"] = before,
            ["after"] = after,
        };
    }

    private static JsonNode? NodeOf(object? value) => value is IEntityId id
        ? JsonValue.Create(id.Value)
        : JsonSerializer.SerializeToNode(value, value?.GetType() ?? typeof(object), Json.Stored);
}
