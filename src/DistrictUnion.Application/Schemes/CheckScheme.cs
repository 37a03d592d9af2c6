using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Application.Schemes;

/// <summary>A scheme that is being designed, as the scheme file's JSON.</summary>
public sealed record SchemeDraft(JsonElement Definition);

/// <summary>What a scheme that is being designed lacks.</summary>
/// <param name="Problems">What keeps it from being published, or from being read at all.</param>
/// <param name="Warnings">What should be looked at.</param>
public sealed record SchemeCheck(IReadOnlyList<SchemeProblemView> Problems, IReadOnlyList<SchemeProblemView> Warnings);

/// <summary>Checks a scheme without storing it.</summary>
public sealed record CheckScheme(JsonElement Definition) : IQuery<SchemeCheck>;

internal sealed class CheckSchemeHandler : IHandler<CheckScheme, SchemeCheck>
{
    public Task<Result<SchemeCheck>> Handle(CheckScheme request, CancellationToken cancellationToken)
    {
        var parsed = SchemeDocument.Parse(request.Definition);
        return Task.FromResult<Result<SchemeCheck>>(parsed.Definition is { } definition
            ? new SchemeCheck(SchemeViews.Of(SchemeChecks.Check(definition)), SchemeViews.Of(SchemeChecks.Warnings(definition)))
            : new SchemeCheck(SchemeViews.Of(parsed.Problems), []));
    }
}
