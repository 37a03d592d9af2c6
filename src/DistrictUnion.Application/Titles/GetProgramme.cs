using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One title programme.</summary>
public sealed record GetProgramme(TitleProgrammeId Programme) : IQuery<Tagged<ProgrammeView>>;

internal sealed class GetProgrammeHandler(IUnionDb db) : IHandler<GetProgramme, Tagged<ProgrammeView>>
{
    public async Task<Result<Tagged<ProgrammeView>>> Handle(GetProgramme request, CancellationToken cancellationToken) =>
        ProgrammeView.Of(await db.TitleProgrammes.AsNoTracking().SingleAsync(p => p.Id == request.Programme, cancellationToken));
}
