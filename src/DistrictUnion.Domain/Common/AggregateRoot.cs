namespace DistrictUnion.Domain.Common;

/// <summary>Something that happened to an aggregate. It is stored as an outbox row in the transaction that caused it.</summary>
public interface IDomainEvent;

/// <summary>An entity that is loaded, changed and saved as one; its <see cref="Version"/> is the tag that clients match.</summary>
public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> events = [];

    /// <summary>Counts changes from 1; it is the entity tag of the resource and the guard against lost updates.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>When it was created or changed last (UTC); what other systems pull by.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Events since the aggregate was loaded.</summary>
    public IReadOnlyList<IDomainEvent> Events => events;

    /// <summary>Forgets the events once they are stored.</summary>
    public void ClearEvents() => events.Clear();

    /// <summary>Notes when it was created; called by whoever saves.</summary>
    public void MarkCreated(DateTimeOffset now) => UpdatedAt = now;

    /// <summary>Counts one change; called by whoever saves, once per command and changed aggregate.</summary>
    public void AdvanceVersion(DateTimeOffset now) => (Version, UpdatedAt) = (Version + 1, now);

    /// <summary>Whether a change of a property alone makes another version; what nobody reads or writes through the resource doesn't.</summary>
    public virtual bool IsPartOfVersion(string property) => true;

    /// <summary>Records an event.</summary>
    protected void Raise(IDomainEvent domainEvent) => events.Add(domainEvent);
}
