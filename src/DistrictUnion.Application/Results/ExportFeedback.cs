using System.Globalization;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>
/// The feedback sheet (反馈单) that the district hands a school: result, indicators, the reviewers' reasons, places to sign and
/// seal. It shows what <see cref="GetScorecard"/> shows this caller, and names no reviewer, whoever asks. A school gets it once the
/// round's results are published.
/// </summary>
public sealed record ExportFeedback(RoundId Round, SchoolId School, OfficeFormat Format) : IQuery<ExportedFile>;

internal sealed class ExportFeedbackHandler(
    IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, IHandler<GetScorecard, ScorecardView> scorecard, IMessages messages)
    : IHandler<ExportFeedback, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportFeedback request, CancellationToken cancellationToken)
    {
        var shown = await scorecard.Handle(new GetScorecard(request.Round, request.School), cancellationToken);
        if (!shown.IsSuccess)
            return shown.As<ExportedFile>();

        // A paper with places to sign must not be about as a draft; the district may look at what it is going to hand out.
        if (tenant.RequireCaller().IsOfSchool && shown.Value.State != RoundState.Published)
            return new ConflictError("feedback.notPublished", Words.Camel(shown.Value.State), []);
        var names = await ResultNames.LoadAsync(db, schemes, request.Round, cancellationToken);
        var school = await db.Schools.AsNoTracking().Where(s => s.Id == request.School).Select(s => s.Name).SingleAsync(cancellationToken);
        var own = tenant.RequireCaller().DistrictId;
        var district = await db.Districts.AsNoTracking().Where(d => d.Id == own).Select(d => d.Name).SingleAsync(cancellationToken);
        var paper = new FeedbackPaper(shown.Value, names, school, district, messages);
        var (name, plainName) = (
            messages.Of("file.feedback", ("round", names.Round), ("school", shown.Value.School)), $"feedback-{names.Round}-{shown.Value.School}");
        return request.Format == OfficeFormat.Xlsx
            ? new ExportedWorkbook(name, plainName, paper.ToWorkbook())
            : new ExportedDocument(name, plainName, paper.ToDocument());
    }
}

/// <summary>One feedback sheet in words.</summary>
internal sealed class FeedbackPaper(ScorecardView card, ResultNames names, string school, string district, IMessages messages)
{
    /// <summary>As a document.</summary>
    public TextDocument ToDocument() => new(
    [
        new DocumentTitle(messages.Of("paper.feedback")),
        new DocumentTable(
            [new DocumentColumn("", 16, ColumnAlignment.Centre), new DocumentColumn("", 34), new DocumentColumn("", 16, ColumnAlignment.Centre), new DocumentColumn("", 34)],
            [.. Facts().Select(f => (IReadOnlyList<string>)[f.First.Name, f.First.Value, f.Second.Name, f.Second.Value])]),
        new DocumentHeading(messages.Of("paper.indicators")),
        new DocumentTable(
            [
                new DocumentColumn(messages.Of("result.indicator"), 32),
                new DocumentColumn(messages.Of("result.max"), 10, ColumnAlignment.Right),
                new DocumentColumn(messages.Of("result.self"), 11, ColumnAlignment.Right),
                new DocumentColumn(messages.Of("result.review"), 11, ColumnAlignment.Right),
                new DocumentColumn(messages.Of("result.final"), 11, ColumnAlignment.Right),
                new DocumentColumn(messages.Of("result.reasons"), 35),
            ],
            [.. card.Nodes.Select(n => (IReadOnlyList<string>)
            [
                $"{n.Code}　{n.Name}", PointsOf(n.Max, ""), PointsOf(n.SelfScore, ""), PointsOf(n.ReviewScore, ""), PointsOf(n.FinalScore, ""), ReasonsOf(n),
            ])]),
        new DocumentParagraph(""),
        new DocumentSignatures([DistrictLines(), SchoolLines()]),
    ]);

    /// <summary>As a workbook.</summary>
    public WorkbookContent ToWorkbook() => new(
    [
        new SheetContent(
            messages.Of("sheet.feedback"),
            [new SheetColumn(10, IsText: true), new SheetColumn(30, IsText: true, Wraps: true), new SheetColumn(10), new SheetColumn(10), new SheetColumn(10), new SheetColumn(10), new SheetColumn(40, IsText: true, Wraps: true)],
            Rows(),
            FrozenRows: 0,
            HasGrid: true),
    ]);

    private IEnumerable<ContentRow> Rows()
    {
        yield return new ContentRow([SheetCell.Of(messages.Of("paper.feedback"))], RowTone.Title, Height: 36);
        foreach (var (first, second) in Facts())
            yield return new ContentRow([SheetCell.Of(string.Join("　　　　", new[] { first, second }.Where(f => f.Name.Length > 0).Select(f => messages.Of("paper.fact", ("name", f.Name), ("value", f.Value)))))], RowTone.Line, Height: 22);
        string[] headings = ["node", "indicator", "max", "self", "review", "final", "reasons"];
        yield return new ContentRow([.. headings.Select(h => SheetCell.Of(messages.Of($"result.{h}")))], RowTone.Heading);
        foreach (var node in card.Nodes)
        {
            yield return new ContentRow(
            [
                SheetCell.Of(node.Code), SheetCell.Of(node.Name), SheetCell.Of(node.Max), SheetCell.Of(node.SelfScore), SheetCell.Of(node.ReviewScore),
                SheetCell.Of(node.FinalScore), SheetCell.Of(ReasonsOf(node)),
            ]);
        }

        yield return new ContentRow([SheetCell.Of("")], RowTone.Line);
        foreach (var (left, right) in DistrictLines().Zip(SchoolLines()))
            yield return new ContentRow([SheetCell.Of($"{left}　　　　　　　　　　　　{right}")], RowTone.Line, Height: 32);
    }

    /// <summary>What the sheet is about, two facts in each line.</summary>
    private IEnumerable<((string Name, string Value) First, (string Name, string Value) Second)> Facts()
    {
        (string Name, string Value) Fact(string code, string? value) => (messages.Of($"result.{code}"), value ?? messages.Of("paper.notShown"));

        yield return (Fact("school", school), Fact("schoolCode", card.School));
        yield return (Fact("round", names.RoundName), Fact("scheme", names.Scheme.Name));
        yield return (Fact("selfTotal", PointsOf(card.SelfTotal, messages.Of("paper.none"))), Fact("total", ResultTexts.Points(card.Total)));
        yield return (Fact("grade", card.Total is null ? null : names.Grade(card.Grade) ?? messages.Of("paper.none")), Fact("outcome", card.Outcome is { } outcome ? messages.Word("outcome", outcome) : null));
        yield return (Fact("rank", card.Rank is { } rank ? RankOf(rank) : card.Total is null ? null : messages.Of("paper.none")), Fact("late", ResultTexts.Points(card.Late)));
    }

    private string RankOf(long rank) => card.Ties > 1
        ? messages.Of("paper.sharedRank", ("rank", rank), ("ties", card.Ties))
        : rank.ToString(CultureInfo.InvariantCulture);

    /// <summary>The last reason of each level; who gave it stays out.</summary>
    private string ReasonsOf(NodeView node)
    {
        List<string> reasons = [];
        foreach (var level in Enum.GetValues<ReviewLevel>())
        {
            if (node.Explanation?.Changes.LastOrDefault(c => c.Level == level) is { } change)
                reasons.Add(messages.Of("paper.reason", ("level", messages.Word("reviewLevel", level)), ("reason", change.Reason)));
        }

        return string.Join('\n', reasons);
    }

    private IReadOnlyList<string> DistrictLines() =>
        [messages.Of("paper.districtSeal", ("district", district)), messages.Of("paper.signature"), messages.Of("paper.date")];

    private IReadOnlyList<string> SchoolLines() => [messages.Of("paper.schoolSeal"), messages.Of("paper.chairSignature"), messages.Of("paper.date")];

    private static string PointsOf(decimal? points, string absent) => ResultTexts.Points(points) ?? absent;
}
