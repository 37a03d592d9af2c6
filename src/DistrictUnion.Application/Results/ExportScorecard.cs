using System.Globalization;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Results;

/// <summary>A scorecard as a workbook: what <see cref="GetScorecard"/> shows this caller, explanations included.</summary>
public sealed record ExportScorecard(RoundId Round, SchoolId School) : IQuery<ExportedFile>;

internal sealed class ExportScorecardHandler(IUnionDb db, SchemeCatalogue schemes, IHandler<GetScorecard, ScorecardView> scorecard, IMessages messages)
    : IHandler<ExportScorecard, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportScorecard request, CancellationToken cancellationToken)
    {
        var shown = await scorecard.Handle(new GetScorecard(request.Round, request.School), cancellationToken);
        if (!shown.IsSuccess)
            return shown.As<ExportedFile>();
        var (card, names) = (shown.Value, await ResultNames.LoadAsync(db, schemes, request.Round, cancellationToken));
        return new ExportedWorkbook(
            messages.Of("file.scorecard", ("round", names.Round), ("school", card.School)),
            $"scorecard-{names.Round}-{card.School}",
            new WorkbookContent([Summary(card, names), Nodes(card), Facts(card), Changes(card)]));
    }

    private SheetContent Summary(ScorecardView card, ResultNames names)
    {
        ContentRow Row(string code, SheetCell value) => new([SheetCell.Of(messages.Of($"result.{code}")), value]);
        return new SheetContent(
            messages.Of("sheet.summary"),
            [new SheetColumn(18, IsText: true), new SheetColumn(60, Wraps: true)],
            [
                Row("round", SheetCell.Of(names.RoundName)),
                Row("schoolCode", SheetCell.Of(card.School)),
                Row("state", SheetCell.Of(messages.Word("roundState", card.State))),
                Row("selfTotal", SheetCell.Of(card.SelfTotal)),
                Row("total", SheetCell.Of(card.Total)),
                Row("base", SheetCell.Of(card.Base)),
                Row("bonus", SheetCell.Of(card.Bonus)),
                Row("late", SheetCell.Of(card.Late)),
                Row("outcome", SheetCell.Of(card.Outcome is { } outcome ? messages.Word("outcome", outcome) : null)),
                Row("grade", SheetCell.Of(names.Grade(card.Grade))),
                Row("rank", SheetCell.Of((decimal?)card.Rank)),
                Row("ties", SheetCell.Of((decimal?)card.Ties)),
                Row("vetoes", SheetCell.Of(card.Vetoes is { Count: > 0 } vetoes ? string.Join('\n', vetoes) : null)),
                Row("flags", SheetCell.Of(FlagsOf(card.Flags))),
                Row("explanation", SheetCell.Of(card.Explanation is { Count: > 0 } steps ? TextOf(steps) : null)),
            ],
            FrozenRows: 0,
            HasGrid: true);
    }

    private SheetContent Nodes(ScorecardView card)
    {
        var depths = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var node in card.Nodes)
            depths[node.Code] = node.Parent is { } parent ? (byte)(depths.GetValueOrDefault(parent) + 1) : (byte)0;
        return Sheet(
            "sheet.nodes",
            ["node", "name", "max", "self", "review", "final", "flags", "arithmetic"],
            [
                new SheetColumn(10, IsText: true), new SheetColumn(30, IsText: true, Wraps: true), new SheetColumn(8), new SheetColumn(9), new SheetColumn(9), new SheetColumn(9),
                new SheetColumn(16, IsText: true, Wraps: true), new SheetColumn(60, IsText: true, Wraps: true),
            ],
            card.Nodes.Select(n => new ContentRow(
            [
                SheetCell.Of(n.Code),
                SheetCell.Of(n.Name) with { Indent = depths[n.Code] },
                SheetCell.Of(n.Max),
                SheetCell.Of(n.SelfScore),
                SheetCell.Of(n.ReviewScore),
                SheetCell.Of(n.FinalScore),
                SheetCell.Of(FlagsOf(n.Flags)),
                SheetCell.Of(n.Explanation is { Arithmetic.Count: > 0 } reason ? TextOf(reason.Arithmetic) : null),
            ])));
    }

    private SheetContent Facts(ScorecardView card) => Sheet(
        "sheet.sources",
        ["node", "fact", "name", "branch", "date", "value", "note", "route", "actor", "at"],
        [
            new SheetColumn(10, IsText: true), new SheetColumn(16, IsText: true), new SheetColumn(24, IsText: true), new SheetColumn(16, IsText: true), new SheetColumn(12),
            new SheetColumn(20, Wraps: true), new SheetColumn(30, IsText: true, Wraps: true), new SheetColumn(12, IsText: true), new SheetColumn(18, IsText: true), new SheetColumn(18, IsText: true),
        ],
        from node in card.Nodes
        from fact in node.Explanation?.Facts ?? []
        from part in fact.Parts
        select new ContentRow(
        [
            SheetCell.Of(node.Code),
            SheetCell.Of(fact.Code),
            SheetCell.Of(fact.Name),
            SheetCell.Of(part.Branch),
            SheetCell.Of(part.Date),
            ValueOf(part.Value),
            SheetCell.Of(part.Note),
            SheetCell.Of(messages.Word("route", part.Source.Route)),
            SheetCell.Of(part.Source.Actor.Length == 0 ? null : part.Source.Actor),
            SheetCell.Of(InstantOf(part.Source.At)),
        ]));

    private SheetContent Changes(ScorecardView card) => Sheet(
        "sheet.changes",
        ["node", "level", "before", "after", "reason", "actor", "at"],
        [
            new SheetColumn(10, IsText: true), new SheetColumn(10, IsText: true), new SheetColumn(10), new SheetColumn(10), new SheetColumn(50, IsText: true, Wraps: true),
            new SheetColumn(18, IsText: true), new SheetColumn(18, IsText: true),
        ],
        from node in card.Nodes
        from change in node.Explanation?.Changes ?? []
        select new ContentRow(
        [
            SheetCell.Of(node.Code),
            SheetCell.Of(messages.Word("reviewLevel", change.Level)),
            SheetCell.Of(change.OldScore),
            SheetCell.Of(change.NewScore),
            SheetCell.Of(change.Reason),
            SheetCell.Of(change.Actor),
            SheetCell.Of(InstantOf(change.At)),
        ]));

    private SheetContent Sheet(string name, IReadOnlyList<string> headings, IReadOnlyList<SheetColumn> columns, IEnumerable<ContentRow> rows) => new(
        messages.Of(name),
        columns,
        rows.Prepend(new ContentRow([.. headings.Select(h => SheetCell.Of(messages.Of($"result.{h}")))], RowTone.Heading)),
        HasGrid: true);

    private string? FlagsOf(IReadOnlyList<string> flags) =>
        flags.Count == 0 ? null : string.Join(messages.AreChinese ? "、" : ", ", flags.Select(f => messages.Of($"word.flag.{f}")));

    private string TextOf(IEnumerable<Statement> steps) => string.Join('\n', steps.Select(s => messages.Format(s.Code, s.Arguments)));

    private SheetCell ValueOf(FactValue value) => value switch
    {
        NumberValue number => SheetCell.Of((decimal?)number.Value),
        BooleanValue yes => SheetCell.Of(messages.Of(yes.Value ? "template.yes" : "template.no")),
        _ => SheetCell.Of(FactValueWriter.Write(value)),
    };

    private static string InstantOf(DateTimeOffset at) => BusinessTime.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
