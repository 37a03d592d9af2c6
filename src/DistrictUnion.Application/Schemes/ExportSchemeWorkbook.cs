using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>One version of a scheme as a workbook; importing it again changes nothing.</summary>
public sealed record ExportSchemeWorkbook(SchemeId Scheme, int Number) : IQuery<ExportedFile>;

internal sealed class ExportSchemeWorkbookHandler(IUnionDb db, IMessages messages) : IHandler<ExportSchemeWorkbook, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportSchemeWorkbook request, CancellationToken cancellationToken)
    {
        var version = await db.SchemeVersions.AsNoTracking().Where(v => v.SchemeId == request.Scheme && v.Number == request.Number)
            .Select(v => new { v.Content, Scheme = db.Schemes.Where(s => s.Id == v.SchemeId).Select(s => s.Code).First() }).SingleOrDefaultAsync(cancellationToken);
        if (version is null)
            return new NotFoundError();
        var name = string.Create(CultureInfo.InvariantCulture, $"{version.Scheme}-v{request.Number}");
        return new ExportedWorkbook(name, name, SchemeWorkbookWriter.Write(JsonElement.Parse(version.Content), messages));
    }
}
