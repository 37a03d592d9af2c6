using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Opens a file of an application: exactly the version that it stands by. Nobody outside the school sees one of a draft.</summary>
public sealed record OpenApplicationFile(TitleApplicationId Application, string File) : IQuery<EvidenceFile>;

internal sealed class OpenApplicationFileHandler(IUnionDb db, ITenantContext tenant) : IHandler<OpenApplicationFile, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenApplicationFile request, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().IsOfSchool;
        var application = await db.TitleApplications.AsNoTracking().Where(a => a.Id == request.Application && (own || a.State != ApplicationState.Draft))
            .Select(a => new { a.Files }).SingleOrDefaultAsync(cancellationToken);
        var file = Guid.TryParse(request.File, out var id) ? application?.Files.FirstOrDefault(f => f.Evidence == id)?.File : null;
        return file is null ? new NotFoundError() : new EvidenceFile(file.Name, file.MediaType, file.Hash, own);
    }
}
