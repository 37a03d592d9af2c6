using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>Schemes by code.</summary>
public sealed record ListSchemes(PageRequest Page, DateTimeOffset? UpdatedSince) : IQuery<Page<SchemeView>>;

internal sealed class ListSchemesHandler(IUnionDb db) : IHandler<ListSchemes, Page<SchemeView>>
{
    public async Task<Result<Page<SchemeView>>> Handle(ListSchemes request, CancellationToken cancellationToken) =>
        await Common.Paging.ToPageAsync(
            db.Schemes.AsNoTracking().Where(s => request.UpdatedSince == null || s.UpdatedAt >= request.UpdatedSince).OrderBy(s => s.Code).Select(s => new SchemeView(
                s.Code,
                s.Name,
                s.Versions.Max(v => v.Number),
                s.Versions.Where(v => v.State == SchemeVersionState.Published).Select(v => (int?)v.Number).FirstOrDefault(),
                s.Versions.Where(v => v.State == SchemeVersionState.Draft).Select(v => (int?)v.Number).FirstOrDefault())),
            request.Page,
            cancellationToken);
}
