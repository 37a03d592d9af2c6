using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>A version of a scheme in the list.</summary>
public sealed record SchemeVersionSummary(int Version, SchemeVersionState State, string Name, DateTimeOffset ImportedAt, DateTimeOffset? PublishedAt);

/// <summary>The versions of a scheme, the latest first.</summary>
public sealed record ListSchemeVersions(SchemeId Scheme, PageRequest Page) : IQuery<Page<SchemeVersionSummary>>;

internal sealed class ListSchemeVersionsHandler(IUnionDb db) : IHandler<ListSchemeVersions, Page<SchemeVersionSummary>>
{
    public async Task<Result<Page<SchemeVersionSummary>>> Handle(ListSchemeVersions request, CancellationToken cancellationToken)
    {
        var page = await db.SchemeVersions.AsNoTracking().Where(v => v.SchemeId == request.Scheme).OrderByDescending(v => v.Number)
            .Select(v => new SchemeVersionSummary(v.Number, v.State, v.Name, v.ImportedAt, v.PublishedAt)).ToPageAsync(request.Page, cancellationToken);
        return page with
        {
            Items = [.. page.Items.Select(v => v with { ImportedAt = BusinessTime.Local(v.ImportedAt), PublishedAt = BusinessTime.Local(v.PublishedAt) })],
        };
    }
}
