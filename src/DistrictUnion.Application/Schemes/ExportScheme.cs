using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>One version of a scheme as a YAML file; importing it again changes nothing.</summary>
public sealed record ExportScheme(SchemeId Scheme, int Number) : IQuery<string>;

internal sealed class ExportSchemeHandler(IUnionDb db, ISchemeFileWriter yaml) : IHandler<ExportScheme, string>
{
    public async Task<Result<string>> Handle(ExportScheme request, CancellationToken cancellationToken)
    {
        var content = await db.SchemeVersions.AsNoTracking().Where(v => v.SchemeId == request.Scheme && v.Number == request.Number)
            .Select(v => v.Content).SingleOrDefaultAsync(cancellationToken);
        if (content is null)
            return new NotFoundError();
        using var document = JsonDocument.Parse(content);
        return yaml.WriteYaml(document.RootElement);
    }
}
