using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Application.Schemes;

/// <summary>A scheme in the list.</summary>
public sealed record SchemeView(string Code, string Name, int LatestVersion, int? PublishedVersion, int? DraftVersion);

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
