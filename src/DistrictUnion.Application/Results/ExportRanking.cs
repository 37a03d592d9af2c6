using System.Globalization;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Results;

/// <summary>The ranking as a file: the same rows that <see cref="GetRanking"/> shows this caller, all pages at once.</summary>
public sealed record ExportRanking(RoundId Round, string? Group, OfficeFormat Format) : IQuery<ExportedFile>;

internal sealed class ExportRankingHandler(
    IUnionDb db, SchemeCatalogue schemes, IHandler<GetRanking, Page<RankingRow>> ranking, IMessages messages)
    : IHandler<ExportRanking, ExportedFile>
{
    /// <summary>More schools than any district has.</summary>
    private const int Everything = 1_000_000;

    public async Task<Result<ExportedFile>> Handle(ExportRanking request, CancellationToken cancellationToken)
    {
        var shown = await ranking.Handle(new GetRanking(request.Round, request.Group, new PageRequest(1, Everything)), cancellationToken);
        if (!shown.IsSuccess)
            return shown.As<ExportedFile>();
        var names = await ResultNames.LoadAsync(db, schemes, request.Round, cancellationToken);
        var (name, plainName) = (messages.Of("file.ranking", ("round", names.Round)), $"ranking-{names.Round}");
        return request.Format == OfficeFormat.Xlsx
            ? new ExportedWorkbook(name, plainName, WorkbookOf(shown.Value.Items, names))
            : new ExportedDocument(name, plainName, DocumentOf(shown.Value.Items, names));
    }

    private WorkbookContent WorkbookOf(IReadOnlyList<RankingRow> rows, ResultNames names)
    {
        var adjusted = rows.Any(r => r.Adjusted is not null);
        string[] columns = ["rank", "ties", "schoolCode", "school", "zone", "group", "total", .. adjusted ? ["adjusted"] : Array.Empty<string>(), "grade", "outcome"];
        return new WorkbookContent(
        [
            new SheetContent(
                messages.Of("sheet.ranking"),
                [
                    new SheetColumn(8), new SheetColumn(8), new SheetColumn(14, IsText: true), new SheetColumn(30, IsText: true), new SheetColumn(14, IsText: true),
                    new SheetColumn(14, IsText: true), new SheetColumn(10), .. adjusted ? [new SheetColumn(10)] : Array.Empty<SheetColumn>(), new SheetColumn(12, IsText: true), new SheetColumn(12, IsText: true),
                ],
                rows.Select(r => new ContentRow(
                [
                    SheetCell.Of((decimal?)r.Rank),
                    SheetCell.Of((decimal?)r.Ties),
                    SheetCell.Of(r.School),
                    SheetCell.Of(r.Name),
                    SheetCell.Of(names.Zone(r.Zone)),
                    SheetCell.Of(names.Group(r.Group, messages)),
                    SheetCell.Of(r.Total),
                    .. adjusted ? [SheetCell.Of(r.Adjusted)] : Array.Empty<SheetCell>(),
                    SheetCell.Of(names.Grade(r.Grade)),
                    SheetCell.Of(r.Outcome is { } outcome ? messages.Word("outcome", outcome) : null),
                ])).Prepend(new ContentRow([.. columns.Select(c => SheetCell.Of(messages.Of($"result.{c}")))], RowTone.Heading)),
                HasGrid: true),
        ]);
    }

    private TextDocument DocumentOf(IReadOnlyList<RankingRow> rows, ResultNames names)
    {
        var (grouped, adjusted) = (rows.Any(r => r.Group is not null), rows.Any(r => r.Adjusted is not null));
        DocumentColumn[] columns =
        [
            new(messages.Of("result.rank"), 9, ColumnAlignment.Centre),
            new(messages.Of("result.school"), 30),
            new(messages.Of("result.zone"), 15, ColumnAlignment.Centre),
            .. grouped ? [new DocumentColumn(messages.Of("result.group"), 14, ColumnAlignment.Centre)] : Array.Empty<DocumentColumn>(),
            new(messages.Of("result.total"), 12, ColumnAlignment.Right),
            .. adjusted ? [new DocumentColumn(messages.Of("result.adjusted"), 12, ColumnAlignment.Right)] : Array.Empty<DocumentColumn>(),
            new(messages.Of("result.grade"), 12, ColumnAlignment.Centre),
            new(messages.Of("result.outcome"), 12, ColumnAlignment.Centre),
        ];
        return new TextDocument(
        [
            new DocumentTitle(messages.Of("paper.ranking", ("round", names.RoundName))),
            new DocumentParagraph(messages.Of("paper.scheme", ("scheme", names.Scheme.Name)), IsCentred: true),
            new DocumentTable(
                columns,
                [.. rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Rank?.ToString(CultureInfo.InvariantCulture) ?? messages.Of("paper.none"),
                    r.Name,
                    names.Zone(r.Zone),
                    .. grouped ? [names.Group(r.Group, messages) ?? ""] : Array.Empty<string>(),
                    ResultTexts.Points(r.Total) ?? messages.Of("paper.none"),
                    .. adjusted ? [ResultTexts.Points(r.Adjusted) ?? messages.Of("paper.none")] : Array.Empty<string>(),
                    names.Grade(r.Grade) ?? messages.Of("paper.none"),
                    r.Outcome is { } outcome ? messages.Word("outcome", outcome) : messages.Of("paper.none"),
                ])]),
        ]);
    }
}

/// <summary>Numbers of results as text.</summary>
internal static class ResultTexts
{
    /// <summary>Points with two decimals; null for none.</summary>
    public static string? Points(decimal? points) => points?.ToString("0.00", CultureInfo.InvariantCulture);
}
