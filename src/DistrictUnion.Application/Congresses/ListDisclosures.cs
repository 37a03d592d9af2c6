using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>What schools made public, the latest first.</summary>
/// <param name="School">Code of a school; null: any.</param>
/// <param name="Category">Category; null: any.</param>
/// <param name="From">First day; null: any.</param>
/// <param name="To">Last day; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListDisclosures(string? School, DisclosureCategory? Category, DateOnly? From, DateOnly? To, PageRequest Page) : IQuery<Page<DisclosureView>>;

internal sealed class ListDisclosuresHandler(IUnionDb db, ITenantContext tenant, DisclosureViews views) : IHandler<ListDisclosures, Page<DisclosureView>>
{
    public async Task<Result<Page<DisclosureView>>> Handle(ListDisclosures request, CancellationToken cancellationToken)
    {
        var found = DisclosureSight.Of(db, tenant.RequireCaller()).AsNoTracking()
            .Where(d => (request.School == null || db.Schools.Any(s => s.Id == d.SchoolId && s.Code == request.School)) && (request.Category == null || d.Category == request.Category)
                && (request.From == null || d.PostedOn >= request.From) && (request.To == null || d.PostedOn <= request.To));
        var page = await views.Rows(found).OrderByDescending(r => r.Disclosure.PostedOn).ThenByDescending(r => r.Disclosure.RecordedAt).ThenBy(r => r.Disclosure.Id).ToPageAsync(request.Page, cancellationToken);
        return new Page<DisclosureView>([.. page.Items.Select(DisclosureViews.ViewOf)], page.Number, page.PageSize, page.Total);
    }
}
