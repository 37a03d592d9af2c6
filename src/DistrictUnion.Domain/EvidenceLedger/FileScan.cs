using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.EvidenceLedger;

/// <summary>What a virus scanner says of a file.</summary>
public enum ScanState
{
    /// <summary>No scanner is configured, or none was when it came.</summary>
    NotConfigured,

    /// <summary>The scanner couldn't be asked yet.</summary>
    Pending,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>A virus was found; the file is handed out to nobody.</summary>
    Infected,
}

/// <summary>What a virus scanner said of bytes, whatever rows refer to them.</summary>
public sealed class FileScan : ITenantOwned, IDerived
{
    private FileScan()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>SHA-256 of the bytes.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What it said last.</summary>
    public ScanState State { get; private set; }

    /// <summary>Name of what was found.</summary>
    public string? Threat { get; private set; }

    /// <summary>When it was asked last (UTC).</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Notes bytes that are to be looked at.</summary>
    public static FileScan Of(DistrictId district, string hash) => new() { DistrictId = district, Hash = hash };

    /// <summary>
    /// Notes an answer. A scanner that is down takes no earlier answer back, and bytes that were found bad once stay bad.
    /// </summary>
    public void Note(ScanState state, string? threat, DateTimeOffset now)
    {
        AskedAt = now;
        if (State == ScanState.Infected || (state == ScanState.Pending && State == ScanState.Clean))
            return;
        (State, Threat) = (state, threat);
    }
}
