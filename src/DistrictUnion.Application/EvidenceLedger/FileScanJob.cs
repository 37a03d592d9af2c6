using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What came of asking again.</summary>
/// <param name="Scanned">Files that the scanner answered for.</param>
/// <param name="Infected">Those of them that are bad.</param>
/// <param name="Pending">Files that still wait.</param>
public sealed record FileScanOutcome(int Scanned, int Infected, int Pending);

/// <summary>Asks the scanner again for files that came while it was down; the first without an answer ends the attempt.</summary>
internal sealed class FileScanJob(IUnionDb db, IUnitOfWork unitOfWork, FileScans scans) : IJobHandler
{
    public const string Name = "evidence.scan";

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var waiting = (await unitOfWork.ReadAsync(
            async () => (Result<List<string>>)await db.FileScans.AsNoTracking().Where(s => s.State == ScanState.Pending).OrderBy(s => s.AskedAt).Select(s => s.Hash).ToListAsync(cancellationToken),
            cancellationToken)).Value;
        var (scanned, infected) = (0, 0);
        foreach (var hash in waiting)
        {
            var state = await scans.LookAsync(hash, cancellationToken);
            if (state == ScanState.Pending)
                break;
            scanned++;
            infected += state == ScanState.Infected ? 1 : 0;
            await progress.ReportAsync(scanned, waiting.Count, cancellationToken);
        }

        return new FileScanOutcome(scanned, infected, waiting.Count - scanned);
    }
}
