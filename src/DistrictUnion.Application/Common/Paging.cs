using DistrictUnion.Application.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Common;

/// <summary>Cuts pages out of ordered queries.</summary>
internal static class Paging
{
    /// <summary>One page of an ordered query, with the number of all rows: two statements at any size.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> ordered, PageRequest page, CancellationToken cancellationToken)
    {
        var total = await ordered.CountAsync(cancellationToken);
        var items = await ordered.Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        return new Page<T>(items, page.Number, page.Size, total);
    }
}
