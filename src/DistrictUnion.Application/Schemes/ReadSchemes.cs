using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>A scheme in the list.</summary>
public sealed record SchemeView(string Code, string Name, int LatestVersion, int? PublishedVersion, int? DraftVersion);

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

/// <summary>A problem of a scheme file: where, what, and what to do.</summary>
public sealed record SchemeProblemView(string Path, string Code, IReadOnlyDictionary<string, object?> Arguments);

/// <summary>A version of a scheme with its whole content.</summary>
public sealed record SchemeVersionView(
    string Code,
    int Version,
    SchemeVersionState State,
    string Name,
    DateTimeOffset ImportedAt,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<SchemeProblemView> Problems,
    IReadOnlyList<SchemeProblemView> Warnings,
    JsonElement Definition);

/// <summary>One version of a scheme.</summary>
public sealed record GetSchemeVersion(SchemeId Scheme, int Number) : IQuery<Tagged<SchemeVersionView>>;

internal sealed class GetSchemeVersionHandler(IUnionDb db) : IHandler<GetSchemeVersion, Tagged<SchemeVersionView>>
{
    public async Task<Result<Tagged<SchemeVersionView>>> Handle(GetSchemeVersion request, CancellationToken cancellationToken)
    {
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions.Where(v => v.Number == request.Number))
            .SingleAsync(s => s.Id == request.Scheme, cancellationToken);
        return scheme.Versions.Count == 0 ? new NotFoundError() : SchemeViews.Of(scheme, scheme.Versions[0]);
    }
}

/// <summary>Makes views of scheme versions.</summary>
internal static class SchemeViews
{
    public static Tagged<SchemeVersionView> Of(Scheme scheme, SchemeVersion version)
    {
        var definition = SchemeCatalogue.Read(version.Content);
        return new Tagged<SchemeVersionView>(
            new SchemeVersionView(
                scheme.Code,
                version.Number,
                version.State,
                version.Name,
                version.ImportedAt,
                version.PublishedAt,
                Of(SchemeChecks.Check(definition)),
                Of(SchemeChecks.Warnings(definition)),
                JsonElement.Parse(version.Content)),
            scheme.Version);
    }

    public static IReadOnlyList<SchemeProblemView> Of(IEnumerable<SchemeProblem> problems) =>
        [.. problems.Select(p => new SchemeProblemView(p.Path, p.Message.Code, p.Message.Arguments))];
}
