using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.EvidenceLedger;

/// <summary>What a file proves.</summary>
/// <param name="Nodes">Codes of the leaves that it proves, at least one.</param>
/// <param name="From">First day that it speaks of; null: none in particular.</param>
/// <param name="To">Last day that it speaks of, inclusive; null: it still holds.</param>
public sealed record EvidencePurpose(IReadOnlyList<string> Nodes, DateOnly? From, DateOnly? To);

/// <summary>A file as it is kept, after it was looked into.</summary>
/// <param name="Name">Name to show, with the extension of what it really is.</param>
/// <param name="Hash">SHA-256 of the kept bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Size">Bytes kept.</param>
public sealed record KeptFile(string Name, string Hash, string MediaType, long Size);

/// <summary>
/// One version of a file by which a school proves its self-evaluation (佐证材料). What it speaks of, its effective period, is apart
/// from when it was uploaded. Reviewers see it once the evaluation is handed in; versions of one file share its identifier, so a
/// version that reviewers look at and a newer one that waits to be handed in stand beside each other.
/// </summary>
public sealed class Evidence : AggregateRoot, ISchoolOwned
{
    private Evidence()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier, the same for every version of the file.</summary>
    public EvidenceId Id { get; private set; }

    /// <summary>Number of the version, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>SHA-256 of the kept bytes; equal files are kept once in a district.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Name to show.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is by its content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>
    /// Difference hash of the picture as the uploader's browser told it, 64 bits; null: not a picture, or not told. A hint by which reviewers find alike
    /// pictures, never a proof: whoever uploads may send anything.
    /// </summary>
    public long? PictureHash { get; private set; }

    /// <summary>Codes of the leaves that it proves.</summary>
    public IReadOnlyList<string> Nodes { get; private set; } = [];

    /// <summary>First day that it speaks of.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day that it speaks of, inclusive.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>User name of who uploaded it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Server receipt (UTC).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Whether it is the version that was handed in with the evaluation; what reviewers see.</summary>
    public bool HandedIn { get; private set; }

    /// <summary>Whether it was handed in before a newer version was; reviewers may still open it as an earlier one.</summary>
    public bool WasHandedIn { get; private set; }

    /// <summary>When a newer version took its place (UTC); null: it is the school's current one.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>When the school took it away after it was handed in (UTC); it goes with the next submission.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Notes a file that was received.</summary>
    public static Evidence Receive(
        DistrictId district, RoundId round, SchoolId school, KeptFile file, long? pictureHash, EvidencePurpose purpose, string actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(file);
        var evidence = new Evidence
        {
            DistrictId = district,
            Id = EvidenceId.New(),
            RoundId = round,
            SchoolId = school,
            Hash = file.Hash,
            Name = file.Name,
            MediaType = file.MediaType,
            Size = file.Size,
            PictureHash = pictureHash,
            Actor = actor,
            ReceivedAt = now,
        };
        evidence.Assign(purpose);
        return evidence;
    }

    /// <summary>Says anew what it proves.</summary>
    public void Assign(EvidencePurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        (Nodes, From, To) = (purpose.Nodes, purpose.From, purpose.To);
    }

    /// <summary>Puts another file into its place; this version stays as an earlier one and its purpose goes on.</summary>
    /// <returns>The new version.</returns>
    public Evidence Replace(KeptFile file, long? pictureHash, string actor, DateTimeOffset now)
    {
        var next = Receive(DistrictId, RoundId, SchoolId, file, pictureHash, new EvidencePurpose(Nodes, From, To), actor, now);
        (next.Id, next.Number) = (Id, Number + 1);
        ReplacedAt = now;
        return next;
    }

    /// <summary>Hands it in with the evaluation; a version that was replaced becomes an earlier one for reviewers too.</summary>
    public void HandIn() => (HandedIn, WasHandedIn) = ReplacedAt is null ? (true, WasHandedIn) : (false, WasHandedIn || HandedIn);

    /// <summary>Takes it back with the evaluation.</summary>
    public void TakeBack() => HandedIn = false;

    /// <summary>Takes it away; what was handed in stays in reviewers' sight until the school hands in again.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt = now;
}

/// <summary>An upload under way, which a lost connection doesn't end.</summary>
public sealed class EvidenceUpload : ISchoolOwned
{
    private EvidenceUpload()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public EvidenceUploadId Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Name as sent.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Bytes that the whole file has.</summary>
    public long Size { get; private set; }

    /// <summary>Codes of the leaves that it is to prove.</summary>
    public IReadOnlyList<string> Nodes { get; private set; } = [];

    /// <summary>First day that it speaks of.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day that it speaks of, inclusive.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>When it began (UTC); after a day it is forgotten.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>File that it is to replace; null: it is a new one.</summary>
    public EvidenceId? Replaces { get; private set; }

    /// <summary>Difference hash of the picture as the uploader's browser told it; null: not told.</summary>
    public long? PictureHash { get; private set; }

    /// <summary>What the file is to prove.</summary>
    public EvidencePurpose Purpose => new(Nodes, From, To);

    /// <summary>Begins an upload.</summary>
    public static EvidenceUpload Start(
        DistrictId district, RoundId round, SchoolId school, string name, long size, EvidencePurpose purpose, EvidenceId? replaces, long? pictureHash, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        return new EvidenceUpload
        {
            DistrictId = district,
            Id = EvidenceUploadId.New(),
            RoundId = round,
            SchoolId = school,
            Name = name,
            Size = size,
            Nodes = purpose.Nodes,
            From = purpose.From,
            To = purpose.To,
            StartedAt = now,
            Replaces = replaces,
            PictureHash = pictureHash,
        };
    }
}
