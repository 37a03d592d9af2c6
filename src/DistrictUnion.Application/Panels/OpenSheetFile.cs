using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>Opens a file of a school that the caller scores: handed in, for an indicator of the panel.</summary>
public sealed record OpenSheetFile(PanelId Panel, SchoolId School, EvidenceId Evidence) : IQuery<EvidenceFile>;

internal sealed class OpenSheetFileHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes) : IHandler<OpenSheetFile, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenSheetFile request, CancellationToken cancellationToken)
    {
        var judge = tenant.RequireCaller().UserName;
        var panel = await db.Panels.AsNoTracking()
            .Where(p => p.Id == request.Panel && (p.State == PanelState.Scoring || p.State == PanelState.Closed)
                && db.PanelSeats.Any(s => s.PanelId == p.Id && s.SchoolId == request.School && s.Judge == judge && s.Ending == null))
            .Join(db.Rounds, p => p.RoundId, r => r.Id, (p, r) => new { p.RoundId, p.Fact, r.SchemeVersionId }).SingleOrDefaultAsync(cancellationToken);
        if (panel is null)
            return new NotFoundError();
        var leaves = SheetLeaves.Of(await schemes.GetAsync(panel.SchemeVersionId!.Value, cancellationToken), panel.Fact);
        var file = await SheetLeaves.FilesOf(db, panel.RoundId, request.School).SingleOrDefaultAsync(f => f.Id == request.Evidence, cancellationToken);
        return file is null || !leaves.Any(l => file.Nodes.Contains(l.Code, StringComparer.Ordinal)) ? new NotFoundError() : new EvidenceFile(file.Name, file.MediaType, file.Hash, false);
    }
}
