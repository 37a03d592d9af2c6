using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>What a trial was made by, so that it can be taken over as a draft.</summary>
/// <param name="Scheme">The changed scheme, as the scheme file's JSON.</param>
/// <param name="Programme">The changed programme; null: no campaign was selected again.</param>
public sealed record LabDefinition(JsonElement Scheme, ProgrammeDefinition? Programme);

/// <summary>The changed definitions of a trial.</summary>
public sealed record GetLabDefinition(LabRunId Run) : IQuery<LabDefinition>;

internal sealed class GetLabDefinitionHandler(IUnionDb db) : IHandler<GetLabDefinition, LabDefinition>
{
    public async Task<Result<LabDefinition>> Handle(GetLabDefinition request, CancellationToken cancellationToken)
    {
        var found = await db.LabResults.AsNoTracking().Where(r => r.RunId == request.Run).Select(r => new { r.Scheme, r.Programme }).SingleAsync(cancellationToken);
        return new LabDefinition(JsonElement.Parse(found.Scheme), found.Programme is { } programme ? Json.Read<ProgrammeDefinition>(programme) : null);
    }
}
