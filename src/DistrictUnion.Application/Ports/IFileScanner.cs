using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Application.Ports;

/// <summary>What a scanner says.</summary>
/// <param name="State">Clean or infected; pending when it couldn't be asked.</param>
/// <param name="Threat">Name of what was found.</param>
public readonly record struct ScanVerdict(ScanState State, string? Threat = null);

/// <summary>Looks for viruses. Whoever can't answer says "pending", never "clean".</summary>
public interface IFileScanner
{
    /// <summary>Whether there is one.</summary>
    bool IsConfigured { get; }

    /// <summary>Looks at a file.</summary>
    Task<ScanVerdict> ScanAsync(Stream file, CancellationToken cancellationToken);
}
