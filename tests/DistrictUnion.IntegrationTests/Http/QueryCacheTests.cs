using DistrictUnion.Infrastructure.Persistence;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Http;

/// <summary>What EF Core keeps of queries that it compiled.</summary>
public sealed class QueryCacheTests(TestService service) : IClassFixture<TestService>
{
    /// <summary>What EF Core counts for a compiled query, and again for each form of its SQL.</summary>
    private const int SizeOfQuery = 10;

    [Fact]
    public void There_is_room_for_twice_the_queries_that_the_product_has_so_that_none_is_compiled_again()
    {
        using var scope = service.Services.CreateScope();
        var cache = scope.ServiceProvider.GetRequiredService<UnionDbContext>().GetService<IMemoryCache>();
        var entries = Enumerable.Range(0, 2 * 2 * 900).Select(_ => new object()).ToList();
        try
        {
            foreach (var entry in entries)
                cache.Set(entry, entry, new MemoryCacheEntryOptions { Size = SizeOfQuery });

            Assert.Equal(entries.Count, entries.Count(entry => cache.TryGetValue(entry, out _)));
        }
        finally
        {
            foreach (var entry in entries)
                cache.Remove(entry);
        }
    }
}
