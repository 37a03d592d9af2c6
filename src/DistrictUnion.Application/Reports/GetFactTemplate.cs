using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>The template for a round's facts. Once the round has its scheme, the facts are there to choose from, and explained.</summary>
public sealed record GetFactTemplate(RoundId Round) : IQuery<ExportedFile>;

internal sealed class GetFactTemplateHandler(IUnionDb db, SchemeCatalogue schemes, IMessages messages) : IHandler<GetFactTemplate, ExportedFile>
{
    private static readonly string[] Explained = ["code", "name", "type", "level"];

    public async Task<Result<ExportedFile>> Handle(GetFactTemplate request, CancellationToken cancellationToken)
    {
        var version = await db.Rounds.AsNoTracking().Where(r => r.Id == request.Round).Select(r => r.SchemeVersionId).SingleAsync(cancellationToken);
        if (version is not { } pinned)
            return ImportTemplate.Of(FactColumns.Table, messages);
        var facts = (await schemes.GetAsync(pinned, cancellationToken)).Definition.Facts;
        var explained = new SheetContent(
            messages.Of("sheet.facts"),
            [new SheetColumn(20, IsText: true), new SheetColumn(30, IsText: true), new SheetColumn(14, IsText: true), new SheetColumn(14, IsText: true)],
            [
                new ContentRow([.. Explained.Select(c => SheetCell.Of(messages.Of($"column.schemeFacts.{c}")))], RowTone.Heading),
                .. facts.Select(f => new ContentRow(
                    [SheetCell.Of(f.Code), SheetCell.Of(f.Name), SheetCell.Of(messages.Word("factType", f.Type)), SheetCell.Of(messages.Word("factLevel", f.Level))])),
            ]);
        return ImportTemplate.Of(
            FactColumns.Table,
            messages,
            new Dictionary<ImportColumn, IReadOnlyList<string>> { [FactColumns.FactColumn] = [.. facts.Select(f => f.Code)] },
            [explained]);
    }
}
