using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>
/// Where EF Core keeps the model, and each query and its SQL once they are made. Its own cache has room for about five hundred queries; the
/// product has about nine hundred, so a service that is used on all sides would throw out and compile again without end. One for the
/// process, as EF Core's own is: contexts with different ones build the model twice. All contexts of one type must be set up alike.
/// </summary>
internal static class QueryCache
{
    /// <summary>In EF Core's units: 10 for a query, 10 for each form of its SQL, 100 for a model. A bound, because a query made of constants would never be asked again.</summary>
    private const int Limit = 100_000;

    private static readonly MemoryCache Shared = new(new MemoryCacheOptions { SizeLimit = Limit });

    /// <summary>Keeps models and queries here.</summary>
    public static TBuilder UseQueryCache<TBuilder>(this TBuilder options)
        where TBuilder : DbContextOptionsBuilder
    {
        options.UseMemoryCache(Shared);
        return options;
    }
}
