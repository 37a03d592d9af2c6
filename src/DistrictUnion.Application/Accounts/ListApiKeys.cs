using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>The district's keys, the latest first, ended ones included.</summary>
public sealed record ListApiKeys(PageRequest Page) : IQuery<Page<ApiKeyView>>;

internal sealed class ListApiKeysHandler(IUnionDb db) : IHandler<ListApiKeys, Page<ApiKeyView>>
{
    public async Task<Result<Page<ApiKeyView>>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        var total = await db.ApiKeys.CountAsync(cancellationToken);
        var keys = await db.ApiKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).ThenBy(k => k.Prefix)
            .Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new Page<ApiKeyView>([.. keys.Select(k => ApiKeyView.Of(k))], request.Page.Number, request.Page.Size, total);
    }
}
