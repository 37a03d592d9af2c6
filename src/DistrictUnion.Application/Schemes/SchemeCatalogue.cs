using System.Collections.Concurrent;
using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>
/// Compiled schemes of pinned versions. A version that a round pins never changes, so it is compiled once for the life of the
/// service; the key carries the district.
/// </summary>
public sealed class CompiledSchemeCache
{
    private readonly ConcurrentDictionary<(DistrictId, SchemeVersionId), CompiledScheme> schemes = new();

    internal CompiledScheme? Find(DistrictId district, SchemeVersionId version) => schemes.GetValueOrDefault((district, version));

    internal void Keep(DistrictId district, SchemeVersionId version, CompiledScheme scheme) => schemes[(district, version)] = scheme;
}

/// <summary>Finds compiled schemes.</summary>
public sealed class SchemeCatalogue(IUnionDb db, ITenantContext tenant, CompiledSchemeCache cache)
{
    /// <summary>The compiled scheme of a published version.</summary>
    public async Task<CompiledScheme> GetAsync(SchemeVersionId version, CancellationToken cancellationToken)
    {
        var district = tenant.RequireCaller().DistrictId;
        if (cache.Find(district, version) is { } known)
            return known;
        var content = await db.SchemeVersions.AsNoTracking().Where(v => v.Id == version && v.State != SchemeVersionState.Draft)
            .Select(v => v.Content).SingleAsync(cancellationToken);
        var compiled = CompiledScheme.Compile(Read(content));
        cache.Keep(district, version, compiled);
        return compiled;
    }

    /// <summary>Reads a stored definition.</summary>
    /// <exception cref="InvalidOperationException">The stored text isn't a scheme: it was changed behind the product's back.</exception>
    public static SchemeDefinition Read(string content)
    {
        using var document = JsonDocument.Parse(content);
        return SchemeDocument.Parse(document.RootElement).Definition ?? throw new InvalidOperationException("A stored scheme can't be read.");
    }
}
