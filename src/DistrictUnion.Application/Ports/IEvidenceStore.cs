using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Application.Ports;

/// <summary>Limits of evidence, configurable under <c>Evidence</c>.</summary>
public sealed class EvidenceLimits
{
    /// <summary>Largest file, bytes.</summary>
    public long FileBytes { get; set; } = 50L << 20;

    /// <summary>What one school may keep for one round, bytes.</summary>
    public long SchoolBytes { get; set; } = 1L << 30;

    /// <summary>Files of one school in one round.</summary>
    public int SchoolFiles { get; set; } = 500;
}

/// <summary>
/// Keeps the bytes of evidence outside the database, by their content: a file is looked into before it is kept, and what it is
/// called plays no part in where it lies (security rule 10).
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Takes a whole file. What can't be kept leaves nothing behind.</summary>
    Task<Result<KeptFile>> TakeAsync(DistrictId district, string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Bytes of an upload that arrived so far.</summary>
    long Received(DistrictId district, EvidenceUploadId upload);

    /// <summary>Adds bytes to an upload where they follow those that arrived; otherwise nothing is added.</summary>
    /// <returns>Bytes that arrived in all.</returns>
    Task<Result<long>> AppendAsync(DistrictId district, EvidenceUploadId upload, long offset, long size, Stream content, CancellationToken cancellationToken);

    /// <summary>Looks into an upload that is complete and keeps it; it stays an upload until it is discarded.</summary>
    Task<Result<KeptFile>> KeepAsync(DistrictId district, EvidenceUploadId upload, string name, CancellationToken cancellationToken);

    /// <summary>Forgets an upload.</summary>
    void Discard(DistrictId district, EvidenceUploadId upload);

    /// <summary>Hashes of kept files that came, or came again, before an instant.</summary>
    IReadOnlyList<string> KeptBefore(DistrictId district, DateTimeOffset before);

    /// <summary>Removes a kept file unless the same bytes came again since that instant.</summary>
    /// <returns>Whether it is gone.</returns>
    bool Remove(DistrictId district, string hash, DateTimeOffset before);

    /// <summary>Removes what uploads left that nobody has gone on with since an instant.</summary>
    /// <returns>How many.</returns>
    int RemoveLeftovers(DistrictId district, DateTimeOffset before);

    /// <summary>Opens a kept file; null where the disk lost it.</summary>
    Stream? Open(DistrictId district, string hash);
}
