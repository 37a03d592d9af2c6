using System.Globalization;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Application.Obligations;

/// <summary>The whole compliance board as a workbook: state in words, counts and next due day in each cell.</summary>
public sealed record ExportBoard(int? Year, string? Zone, ObligationState? State) : IQuery<ExportedFile>;

internal sealed class ExportBoardHandler(ComplianceBoard board, IMessages messages, TimeProvider clock) : IHandler<ExportBoard, ExportedFile>
{
    private const int NameWidth = 28;
    private const int CodeWidth = 12;
    private const int CellWidth = 18;

    public async Task<Result<ExportedFile>> Handle(ExportBoard request, CancellationToken cancellationToken)
    {
        if (request.Year is < 2000 or > 2100)
            return ValidationError.Of("year", "calendar.yearRange");
        var view = await board.ReadAsync(request.Year ?? clock.Today().Year, request.Zone, request.State, null, cancellationToken);
        IReadOnlyList<SheetColumn> columns = [new(CodeWidth, IsText: true), new(NameWidth), new(CodeWidth, IsText: true), .. view.Columns.Select(_ => new SheetColumn(CellWidth, Wraps: true))];
        var heading = new ContentRow(
            [
                SheetCell.Of(messages.Of("board.unit")), SheetCell.Of(messages.Of("board.name")), SheetCell.Of(messages.Of("board.zone")),
                .. view.Columns.Select(c => SheetCell.Of($"{c.Template} {(messages.AreChinese ? c.Name : c.EnglishName)}")),
            ],
            RowTone.Heading);
        var rows = view.Items.Select(r => r.Cells.ToDictionary(c => c.Template, StringComparer.Ordinal) is var cells
            ? new ContentRow([SheetCell.Of(r.Unit), SheetCell.Of(r.Level == UnitLevel.District ? messages.Of("board.district") : r.Name), SheetCell.Of(r.Zone), .. view.Columns.Select(c => SheetCell.Of(cells.TryGetValue(c.Template, out var cell) ? TextOf(cell) : null))])
            : null!);
        var name = string.Create(CultureInfo.InvariantCulture, $"obligations-{view.Year}");
        return new ExportedWorkbook(name, name, new WorkbookContent([new SheetContent(messages.Of("board.sheet", ("year", view.Year)), columns, [heading, .. rows], HasGrid: true)]));
    }

    private string TextOf(BoardCell cell)
    {
        var (counts, done) = (cell.Counts, cell.Counts.Fulfilled + cell.Counts.FulfilledLate);
        var total = counts.NotStarted + counts.InProgress + done + counts.Overdue;
        var text = messages.Word("obligationState", cell.Worst);
        if (total > 1)
            text += string.Create(CultureInfo.InvariantCulture, $" {done}/{total}");
        if (cell.NextDueOn is { } due)
            text += string.Create(CultureInfo.InvariantCulture, $" {due:yyyy-MM-dd}");
        if (counts.WithoutDueDay > 0)
            text += $" {messages.Of("board.withoutDueDay")}";
        return cell.HasNoOwner && cell.NextDueOn is not null ? $"{text} {messages.Of("board.noOwner")}" : text;
    }
}
