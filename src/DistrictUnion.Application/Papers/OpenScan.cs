using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Papers;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Papers;

/// <summary>Opens a scan within the caller's reach.</summary>
public sealed record OpenScan(RoundId Round, SchoolId School, PaperKind Kind, string Scan) : IQuery<EvidenceFile>;

internal sealed class OpenScanHandler(IUnionDb db, ITenantContext tenant, PaperSight sight) : IHandler<OpenScan, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenScan request, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.Scan, out var id) || await sight.IsHiddenAsync(request.Round, request.Kind, cancellationToken))
            return new NotFoundError();
        var paper = await db.Papers.AsNoTracking()
            .SingleOrDefaultAsync(p => p.RoundId == request.Round && p.SchoolId == request.School && p.Kind == request.Kind, cancellationToken);
        var scan = paper?.Scans.FirstOrDefault(s => s.Id == id);
        return scan is null ? new NotFoundError() : new EvidenceFile(scan.File.Name, scan.File.MediaType, scan.File.Hash, scan.Actor == tenant.RequireCaller().UserName);
    }
}
