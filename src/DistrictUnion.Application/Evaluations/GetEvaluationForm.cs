using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>
/// The self-evaluation of a school as a form to fill in (自评表): the scheme of the round with a cell for each input, what is known
/// already in it, everything else locked. <see cref="ImportEvaluationForm"/> takes it back.
/// </summary>
public sealed record GetEvaluationForm(RoundId Round, SchoolId School) : IQuery<ExportedFile>;

internal sealed class GetEvaluationFormHandler(
    IUnionDb db, ITenantContext tenant, EvaluationForms forms, IHandler<PreviewEvaluation, EvaluationPreview> preview, IMessages messages)
    : IHandler<GetEvaluationForm, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(GetEvaluationForm request, CancellationToken cancellationToken)
    {
        var found = await forms.FindAsync(request.Round, request.School, cancellationToken);
        if (!found.IsSuccess)
            return found.As<ExportedFile>();
        var form = found.Value;

        // Who enters for a school sees only what that school may be seen to have; then the form has no figures of its branches.
        var known = await preview.Handle(new PreviewEvaluation(request.Round, request.School), cancellationToken);
        var traces = (known.IsSuccess ? known.Value.Nodes : []).SelectMany(n => n.Explanation?.Facts ?? [])
            .DistinctBy(t => t.Code).ToDictionary(t => t.Code, StringComparer.Ordinal);
        var names = await db.Schools.AsNoTracking().Where(s => s.Id == request.School).Select(s => s.Name).SingleAsync(cancellationToken);
        var writer = new EvaluationFormWriter(form, names, tenant.RequireCaller().IsOfSchool, messages);
        return new ExportedWorkbook(
            messages.Of("file.evaluationForm", ("round", form.Identity.Round), ("school", form.Identity.School)),
            $"self-evaluation-{form.Identity.Round}-{form.Identity.School}",
            writer.Write(traces));
    }
}

/// <summary>Lays a form out in the sheets of a workbook.</summary>
internal sealed class EvaluationFormWriter(EvaluationFormBasis form, string school, bool isOfSchool, IMessages messages)
{
    private const int TitleHeight = 34;
    private const int LineHeight = 22;

    /// <summary>The workbook.</summary>
    /// <param name="traces">What is reported already, by the code of the data item.</param>
    public WorkbookContent Write(IReadOnlyDictionary<string, FactTrace> traces)
    {
        var (formName, awardsName, flagsName, yesName) = (messages.Of("sheet.evaluationForm"), messages.Of("sheet.awards"), messages.Of("form.flags"), FormColumns.NotApplicable.In(messages));
        var sheet = new EvaluationFormSheet(form.Scheme, form.Content, traces, messages, awardsName);
        List<ContentRow> rows =
        [
            new([SheetCell.Of(messages.Of("form.title", ("round", form.RoundName)))], RowTone.Title, TitleHeight),
            new([SheetCell.Of(messages.Of("form.about", ("school", school), ("code", form.Identity.School), ("round", form.RoundName), ("scheme", form.Scheme.Definition.Name), ("version", form.Identity.Version)))], RowTone.Line, LineHeight),
            new([SheetCell.Of(messages.Of(isOfSchool ? "form.how" : "form.howOnBehalf"))], RowTone.Line, LineHeight * 2),
            sheet.Headings,
            .. sheet.Rows,
            new([SheetCell.Of(messages.Of("form.signatures"))], RowTone.Line, LineHeight * 2),
        ];
        var main = new SheetContent(formName, sheet.Columns, rows, FrozenRows: EvaluationFormSheet.HeadingRow, HasGrid: true)
        {
            IsProtected = true,
            Merged = sheet.Merged,
            Rules = sheet.RulesWith(flagsName, yesName),
        };
        List<ChoiceList> lists = [new(flagsName, new FormValues(messages).YesAndNo), new(yesName, [messages.Of("template.yes")])];
        var awards = sheet.Awards.Select(code => form.Scheme.FactOf(code)!).ToList();
        List<SheetContent> sheets = [main];
        if (awards.Count > 0)
            sheets.Add(new FormAwardsSheet(awards, form.Content, messages).Write(awardsName, lists));
        sheets.Add(RecordOf(formName, rows, sheet, awardsName));
        return new WorkbookContent(sheets, lists, messages.Of("sheet.choices"), SheetVisibility.Hidden);
    }

    private SheetContent RecordOf(string formName, List<ContentRow> rows, EvaluationFormSheet sheet, string awardsName)
    {
        static ContentRow Line(string kind, string name, string? value = null) => new([SheetCell.Of(kind), SheetCell.Of(name), SheetCell.Of(value)]);

        List<ContentRow> lines =
        [
            .. form.Properties(formName, awardsName).Select(p => Line(FormRecord.Property, p.Name, p.Value)),
            .. sheet.Awards.Select(code => Line(FormRecord.Awards, code)),
            .. sheet.Inputs.Select(i => Line(FormRecord.Input, CellNames.Of(i.Cell.Left, i.Cell.Top), i.Key.ToString())),
        ];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Cells.Count; column++)
            {
                if (rows[row].Cells[column] is { IsInput: false, Kind: not SheetCellKind.Empty } cell)
                    lines.Add(Line(FormRecord.Label, CellNames.Of(column, row + 1), cell.Text));
            }
        }

        return new SheetContent(FormRecord.Sheet, [new SheetColumn(10, IsText: true), new SheetColumn(20, IsText: true), new SheetColumn(60, IsText: true)], lines, FrozenRows: 0)
        {
            IsProtected = true,
            Visibility = SheetVisibility.VeryHidden,
        };
    }
}

/// <summary>The list of awards beside the form: as many rows as a school may need.</summary>
internal sealed class FormAwardsSheet(IReadOnlyList<FactDefinition> facts, EvaluationContent content, IMessages messages)
{
    private static readonly int[] Widths = [22, 44, 16, 14];

    public SheetContent Write(string name, List<ChoiceList> lists)
    {
        var (factList, levelList) = ($"{name}·{messages.Of("form.awardFact")}", $"{name}·{messages.Of("form.awardLevel")}");
        lists.Add(new ChoiceList(factList, [.. facts.Select(f => f.Name)]));
        lists.Add(new ChoiceList(levelList, [.. facts.SelectMany(f => f.Levels).Distinct(StringComparer.Ordinal).Select(messages.LevelWord)]));
        List<ContentRow> rows = [new([.. FormAwards.Table.Columns.Select(c => SheetCell.Of(messages.AreChinese ? c.Heading : c.Name))], RowTone.Heading)];
        rows.AddRange(facts.SelectMany(Known));
        var last = rows.Count + FormAwards.Rows;
        while (rows.Count < last)
            rows.Add(new ContentRow([Input(SheetCell.Empty), Input(SheetCell.Empty), Input(SheetCell.Empty), Input(new SheetCell(SheetCellKind.Date, ""))]));
        CellRange Column(int column) => new(2, column, last, column);
        return new SheetContent(name, [.. Widths.Select((w, i) => new SheetColumn(w, IsText: i < 3, Wraps: i == 1))], rows, HasGrid: true)
        {
            IsProtected = true,
            Rules = [new ChoiceRule([Column(0)], factList), new ChoiceRule([Column(2)], levelList), new DayRule([Column(3)])],
        };
    }

    private IEnumerable<ContentRow> Known(FactDefinition fact) =>
        content.Facts is { } known && known.TryGetValue(fact.Code, out var value) && FactValueReader.Read(fact, value, fact.Code).Value is AwardsValue awards
            ? awards.Awards.Select(a => new ContentRow(
                [Input(SheetCell.Of(fact.Name)), Input(SheetCell.Of(a.Matter)), Input(SheetCell.Of(messages.LevelWord(a.Level))), Input(SheetCell.Of((DateOnly?)a.Date))]))
            : [];

    private static SheetCell Input(SheetCell cell) => cell with { IsInput = true };
}
