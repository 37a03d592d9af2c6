using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Opens a file of a congress.</summary>
public sealed record OpenCongressFile(CongressId Congress, string File) : IQuery<EvidenceFile>;

internal sealed class OpenCongressFileHandler(IUnionDb db) : IHandler<OpenCongressFile, EvidenceFile>
{
    public async Task<Result<EvidenceFile>> Handle(OpenCongressFile request, CancellationToken cancellationToken)
    {
        var congress = await db.Congresses.AsNoTracking().SingleAsync(c => c.Id == request.Congress, cancellationToken);
        return Guid.TryParse(request.File, out var id) && congress.Files.FirstOrDefault(f => f.Id == id) is { } found
            ? new EvidenceFile(found.File.Name, found.File.MediaType, found.File.Hash, true)
            : new NotFoundError();
    }
}
