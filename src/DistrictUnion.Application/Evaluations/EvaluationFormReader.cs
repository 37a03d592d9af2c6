using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Evaluations;

/// <summary>
/// Reads the product's own form back. The sheet that nobody sees tells what was handed out: of which round, school and version,
/// where the inputs stand, and every cell that had to stay as it was.
/// </summary>
internal sealed class EvaluationFormReader
{
    private const string IdentityCell = "A2";

    /// <summary>Rows with a changed layout that are told; the first ones say it all.</summary>
    private const int MaxChangedRows = 10;

    private readonly EvaluationFormBasis basis;
    private readonly Dictionary<string, string> properties = new(StringComparer.Ordinal);
    private readonly List<(string Cell, string Text)> labels = [];
    private readonly Dictionary<string, FormKey> inputs = new(StringComparer.Ordinal);
    private readonly List<string> awards = [];
    private readonly List<FieldError> problems = [];
    private bool isDamaged;

    private EvaluationFormReader(EvaluationFormBasis basis, Sheet record)
    {
        this.basis = basis;
        foreach (var row in record.Rows)
            Read([.. row.Cells.Select(c => c.Text)]);
    }

    /// <summary>Whether a workbook is such a form.</summary>
    public static bool IsForm(IReadOnlyList<Sheet> sheets) => sheets.Any(s => s.Name == FormRecord.Sheet);

    /// <summary>Reads the sheets of a form. What is wrong with the form as a whole is refused; what is wrong with a cell is that cell's problem.</summary>
    public static Result<FilledForm> Read(IReadOnlyList<Sheet> sheets, EvaluationFormBasis basis)
    {
        var reader = new EvaluationFormReader(basis, sheets.First(s => s.Name == FormRecord.Sheet));
        return reader.CheckIdentity() is { } other ? other : reader.ReadSheets(sheets);
    }

    private void Read(IReadOnlyList<string> line)
    {
        var (kind, name, value) = (At(line, 0), At(line, 1), At(line, 2));
        switch (kind)
        {
            case FormRecord.Property:
                properties[name] = value;
                break;
            case FormRecord.Label:
                labels.Add((name, value));
                break;
            case FormRecord.Awards when basis.Scheme.FactOf(name) is not null:
                awards.Add(name);
                break;
            case FormRecord.Input when FormKey.Parse(value) is { } key && Exists(key):
                inputs[name] = key;
                break;
            default:
                isDamaged = true;
                break;
        }
    }

    private static string At(IReadOnlyList<string> line, int place) => place < line.Count ? line[place] : "";

    private bool Exists(FormKey key) => key.Field is FormField.Fact or FormField.Note ? basis.Scheme.FactOf(key.Code) is not null : basis.Scheme.IndexOf(key.Code) >= 0;

    private ValidationError? CheckIdentity()
    {
        if (properties.GetValueOrDefault("form") != "self-evaluation" || properties.GetValueOrDefault("layout") != FormRecord.Layout)
            return ValidationError.Of(IdentityCell, "form.otherLayout");
        foreach (var (name, value, code) in basis.Identifying)
        {
            if (properties.GetValueOrDefault(name) != value)
            {
                return ValidationError.Of(
                    IdentityCell, code, ("cell", IdentityCell), ("expected", value), ("found", properties.GetValueOrDefault(name, "")), ("version", basis.Identity.Version));
            }
        }

        return isDamaged ? ValidationError.Of(IdentityCell, "form.otherLayout") : null;
    }

    private Result<FilledForm> ReadSheets(IReadOnlyList<Sheet> sheets)
    {
        if (Find(sheets, "sheet") is not { } sheet)
            return ValidationError.Of("A1", "form.sheetMissing", ("sheet", properties.GetValueOrDefault("sheet", "")));
        Dictionary<string, (SheetCell Cell, int Row)> cells = new(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            for (var column = 0; column < row.Cells.Count; column++)
                cells[CellNames.Of(column, row.Number)] = (row.Cells[column], row.Number);
        }

        if (LayoutProblems(cells) is { Count: > 0 } changed)
            return new ValidationError(changed);
        problems.AddRange(sheet.Rows.Where(r => r.IsHidden).Select(r => FieldError.Of(CellNames.Of(0, r.Number), "sheet.hiddenRow", ("row", r.Number))));
        var filled = inputs.Select(i => new FormInput(i.Value, new FormPlace(i.Key, RowOf(i.Key)), cells.TryGetValue(i.Key, out var found) ? found.Cell : SheetCell.Empty)).ToList();
        var listed = ReadAwards(sheets);
        return listed.IsSuccess
            ? new FilledForm(FormSource.Form, filled, listed.Value, [], problems, basis.ChangedSince(properties))
            : listed.As<FilledForm>();
    }

    private Sheet? Find(IReadOnlyList<Sheet> sheets, string property) =>
        sheets.FirstOrDefault(s => !s.IsHidden && s.Name == properties.GetValueOrDefault(property));

    private static int RowOf(string cell) => int.Parse(cell.AsSpan(cell.AsSpan().IndexOfAnyInRange('0', '9')), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Cells that don't hold what was handed out, the first of each row; changed headings explain everything below them.</summary>
    private List<FieldError> LayoutProblems(Dictionary<string, (SheetCell Cell, int Row)> cells)
    {
        SortedDictionary<int, FieldError> changed = [];
        foreach (var (name, text) in labels)
        {
            var found = cells.TryGetValue(name, out var cell) && cell.Cell.Kind != SheetCellKind.Refused ? cell.Cell.Text : "";
            if (FormValues.Plain(found) != FormValues.Plain(text))
                changed.TryAdd(RowOf(name), FieldError.Of(name, "form.layoutChanged", ("cell", name), ("expected", text), ("found", found)));
        }

        var known = labels.Select(l => l.Cell).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, (cell, row)) in cells)
        {
            if (cell.Kind != SheetCellKind.Empty && !known.Contains(name) && !inputs.ContainsKey(name))
                changed.TryAdd(row, FieldError.Of(name, "form.notAnInput", ("cell", name), ("found", cell.Shown ?? cell.Text)));
        }

        var headings = changed.Where(c => c.Key <= EvaluationFormSheet.HeadingRow).Select(c => c.Value).ToList();
        return headings.Count > 0 ? headings : [.. changed.Values.Take(MaxChangedRows)];
    }

    private Result<IReadOnlyDictionary<string, IReadOnlyList<FilledAward>>> ReadAwards(IReadOnlyList<Sheet> sheets)
    {
        var byFact = awards.ToDictionary(a => a, _ => new List<FilledAward>(), StringComparer.Ordinal);
        if (awards.Count > 0)
        {
            if (Find(sheets, "awardsSheet") is not { } sheet)
                return ValidationError.Of("A1", "form.sheetMissing", ("sheet", properties.GetValueOrDefault("awardsSheet", "")));
            var read = FormAwards.Table.OfSheet(sheet);
            if (!read.IsSuccess || sheet.Rows[0].Number != 1)
                return ValidationError.Of($"{sheet.Name}!A1", "form.awardsLayout", ("sheet", sheet.Name), ("known", FormAwards.Table.Columns.Select(c => c.Heading).ToList()));
            foreach (var line in read.Value.Lines)
                Take(line, sheet.Name, byFact);
        }

        return byFact.ToDictionary(a => a.Key, a => (IReadOnlyList<FilledAward>)a.Value, StringComparer.Ordinal);
    }

    private void Take(ImportLine<FormAward> line, string sheet, Dictionary<string, List<FilledAward>> byFact)
    {
        var row = line.Number + 1;
        if (line.Row is not { } award)
        {
            var problem = line.Problem!;
            problems.Add(problem with { Path = $"{sheet}!{problem.Arguments.GetValueOrDefault("cell") ?? CellNames.Of(0, row)}" });
            return;
        }

        var named = (award.Fact ?? "").Trim();
        var fact = named.Length == 0 && awards.Count == 1 ? awards[0] : awards.Find(a => a == named || basis.Scheme.FactOf(a)!.Name == named);
        var place = CellNames.Of(0, row);
        if (fact is null)
            problems.Add(FieldError.Of($"{sheet}!{place}", "sheet.wordExpected", ("cell", place), ("column", FormAwards.Table.Columns[0].Heading), ("allowed", awards.Select(a => basis.Scheme.FactOf(a)!.Name).ToList())));
        else
            byFact[fact].Add(new FilledAward(award, sheet, row));
    }
}
