using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Schemes;

/// <summary>State of a scheme version.</summary>
public enum SchemeVersionState
{
    /// <summary>May be replaced.</summary>
    Draft,

    /// <summary>New rounds pin it; it never changes.</summary>
    Published,

    /// <summary>A later version is published.</summary>
    Superseded,
}

/// <summary>A scoring scheme with its versions. A published version never changes.</summary>
public sealed class Scheme : AggregateRoot, ITenantOwned
{
    private readonly List<SchemeVersion> versions = [];

    private Scheme()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public SchemeId Id { get; private set; }

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name of the latest import.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Versions by number.</summary>
    public IReadOnlyList<SchemeVersion> Versions => versions;

    /// <summary>The published version that new rounds pin.</summary>
    public SchemeVersion? Published => versions.Find(v => v.State == SchemeVersionState.Published);

    /// <summary>The draft, if there is one.</summary>
    public SchemeVersion? Draft => versions.Find(v => v.State == SchemeVersionState.Draft);

    /// <summary>Makes a scheme without versions.</summary>
    public static Scheme Create(DistrictId district, string code) => new() { DistrictId = district, Id = SchemeId.New(), Code = code };

    /// <summary>
    /// Takes in a scheme file: unchanged against the latest version it is a no-op; otherwise it makes or replaces the draft.
    /// </summary>
    public (SchemeVersion Version, bool Changed) Import(SchemeDefinition definition, string canonicalText, DateTimeOffset now)
    {
        var latest = versions.MaxBy(v => v.Number);
        if (latest is not null && latest.Content == canonicalText)
            return (latest, false);
        if (Draft is { } draft)
        {
            draft.Replace(definition.Name, canonicalText, now);
        }
        else
        {
            draft = new SchemeVersion(DistrictId, Id, (latest?.Number ?? 0) + 1, definition.Name, canonicalText, now);
            versions.Add(draft);
        }

        Name = definition.Name;
        return (draft, true);
    }

    /// <summary>Publishes the draft; the version published before is superseded, rounds that pin it keep it.</summary>
    public void Publish(SchemeVersion version, DateTimeOffset now)
    {
        Published?.Supersede();
        version.Publish(now);
        Raise(new SchemePublished(Code, version.Number));
    }
}

/// <summary>A scheme version was published.</summary>
public sealed record SchemePublished(string Scheme, int Version) : IDomainEvent;

/// <summary>One version of a scheme: its whole content as canonical JSON.</summary>
public sealed class SchemeVersion : ITenantOwned
{
    internal SchemeVersion(DistrictId district, SchemeId scheme, int number, string name, string content, DateTimeOffset now)
    {
        (DistrictId, Id, SchemeId, Number) = (district, SchemeVersionId.New(), scheme, number);
        (Name, Content, ImportedAt) = (name, content, now);
    }

    private SchemeVersion()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public SchemeVersionId Id { get; private set; }

    /// <summary>Scheme.</summary>
    public SchemeId SchemeId { get; private set; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The definition as canonical JSON (<c>SchemeDocument.Write</c>).</summary>
    public string Content { get; private set; } = "";

    /// <summary>State.</summary>
    public SchemeVersionState State { get; private set; }

    /// <summary>When it was imported last.</summary>
    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    internal void Replace(string name, string content, DateTimeOffset now) => (Name, Content, ImportedAt) = (name, content, now);

    internal void Publish(DateTimeOffset now) => (State, PublishedAt) = (SchemeVersionState.Published, now);

    internal void Supersede() => State = SchemeVersionState.Superseded;
}
