using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>
/// Has files looked at for viruses, outside any transaction that waits. What is known belongs to the bytes, so it holds for
/// evidence, scans of papers and photos alike.
/// </summary>
public sealed class FileScans(IUnionDb db, ITenantContext tenant, IUnitOfWork unitOfWork, IEvidenceStore store, IFileScanner scanner, TimeProvider clock)
{
    /// <summary>Whether there is a scanner.</summary>
    public bool AreOn => scanner.IsConfigured;

    /// <summary>Has a file that arrived looked at before anything refers to it; the refusal of a bad one.</summary>
    public async Task<ValidationError?> TakeAsync(KeptFile file, CancellationToken cancellationToken) =>
        scanner.IsConfigured && await LookAsync(file.Hash, cancellationToken) == ScanState.Infected ? ValidationError.Of("file", "evidence.infected") : null;

    /// <summary>Has kept bytes looked at and notes the answer.</summary>
    public async Task<ScanState> LookAsync(string hash, CancellationToken cancellationToken)
    {
        var district = tenant.RequireCaller().DistrictId;
        ScanVerdict verdict;
        await using (var content = store.Open(district, hash))
            verdict = content is null ? new ScanVerdict(ScanState.Pending) : await scanner.ScanAsync(content, cancellationToken);
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return (await unitOfWork.WriteUnauditedAsync(() => NoteAsync(district, hash, verdict, cancellationToken), cancellationToken)).Value;
            }
            catch (ConcurrentChangeException) when (isFirst)
            {
                // The same bytes came twice in this moment; the other's note is there now.
            }
        }
    }

    /// <summary>The refusal to hand a file out; null when it may be.</summary>
    public async Task<ConflictError?> RefuseAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var state = (await unitOfWork.ReadAsync(async () => (Result<ScanState>)await StateOfAsync(db, file.Hash, cancellationToken), cancellationToken)).Value;
        return state switch
        {
            ScanState.Infected => new ConflictError("evidence.quarantined", Words.Camel(state), []),
            ScanState.Pending when !file.IsOwn => new ConflictError("evidence.unscanned", Words.Camel(state), []),
            _ => null,
        };
    }

    internal static async Task<ScanState> StateOfAsync(IUnionDb db, string hash, CancellationToken cancellationToken) =>
        await db.FileScans.AsNoTracking().Where(s => s.Hash == hash).Select(s => s.State).SingleOrDefaultAsync(cancellationToken);

    private async Task<Result<ScanState>> NoteAsync(DistrictId district, string hash, ScanVerdict verdict, CancellationToken cancellationToken)
    {
        var scan = await db.FileScans.SingleOrDefaultAsync(s => s.Hash == hash, cancellationToken);
        if (scan is null)
        {
            scan = FileScan.Of(district, hash);
            db.FileScans.Add(scan);
        }

        scan.Note(verdict.State, verdict.Threat, clock.GetUtcNow());
        return scan.State;
    }
}
