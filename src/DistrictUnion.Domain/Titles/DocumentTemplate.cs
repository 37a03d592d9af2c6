using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Domain.Titles;

/// <summary>A document that a district may lay out itself.</summary>
public enum DocumentKind
{
    /// <summary>The notice of who is to get a title (公示).</summary>
    PublicityNotice,

    /// <summary>The circular that confers titles (命名表彰决定).</summary>
    AwardCircular,

    /// <summary>The certificate.</summary>
    Certificate,
}

/// <summary>A district's own layout of a document; without one the built-in layout is taken.</summary>
public sealed class DocumentTemplate : AggregateRoot, ITenantOwned
{
    private DocumentTemplate()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Document.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>The file, kept by its content as evidence is.</summary>
    public KeptFile File { get; private set; } = new("", "", "", 0);

    /// <summary>Who put it there.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The place for a district's layout of a document.</summary>
    public static DocumentTemplate For(DistrictId district, DocumentKind kind) => new() { DistrictId = district, Kind = kind };

    /// <summary>Takes over a file.</summary>
    public void Put(KeptFile file, string actor, DateTimeOffset now) => (File, Actor, ChangedAt) = (file, actor, now);
}
