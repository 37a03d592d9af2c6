using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The title programmes of the district by code.</summary>
public sealed record ListProgrammes(PageRequest Page) : IQuery<Page<ProgrammeView>>;

internal sealed class ListProgrammesHandler(IUnionDb db) : IHandler<ListProgrammes, Page<ProgrammeView>>
{
    public async Task<Result<Page<ProgrammeView>>> Handle(ListProgrammes request, CancellationToken cancellationToken)
    {
        var page = await db.TitleProgrammes.AsNoTracking().OrderBy(p => p.Code).Select(p => new { p.Code, p.Definition }).ToPageAsync(request.Page, cancellationToken);
        return new Page<ProgrammeView>([.. page.Items.Select(p => new ProgrammeView(p.Code, Json.Read<ProgrammeDefinition>(p.Definition)))], page.Number, page.PageSize, page.Total);
    }
}
