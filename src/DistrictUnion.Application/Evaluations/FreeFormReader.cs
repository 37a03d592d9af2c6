using System.Globalization;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Evaluations;

/// <summary>
/// Reads anybody's own table: headings in any order, a row for each indicator by code or exact name. Nothing is guessed: a row
/// that doesn't stand for one indicator for certain is listed and left out, and an empty cell changes nothing.
/// </summary>
internal sealed class FreeFormReader
{
    private const int MaxHeadingRow = 20;
    private static readonly FormColumn[] Known = [FormColumns.Sequence, FormColumns.Indicator, FormColumns.Max, FormColumns.Claim, FormColumns.Comment];

    private readonly CompiledScheme scheme;
    private readonly Dictionary<FormColumn, int> places;
    private readonly ILookup<string, CompiledNode> byName;
    private readonly List<FormInput> inputs = [];
    private readonly List<FormRow> unmatched = [];
    private readonly List<FieldError> problems = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    private FreeFormReader(CompiledScheme scheme, Dictionary<FormColumn, int> places)
    {
        (this.scheme, this.places) = (scheme, places);
        byName = scheme.Nodes.Where(n => n.Kind == NodeKind.Leaf).ToLookup(n => FormValues.Plain(n.Name), StringComparer.Ordinal);
    }

    /// <summary>Reads the first sheet that has such headings.</summary>
    public static Result<FilledForm> Read(IReadOnlyList<Sheet> sheets, CompiledScheme scheme)
    {
        foreach (var sheet in sheets.Where(s => !s.IsHidden))
        {
            if (sheet.Rows.TakeWhile(r => r.Number <= MaxHeadingRow).FirstOrDefault(IsHeading) is not { } heading)
                continue;
            var columns = PlacesOf(heading);
            if (!columns.IsSuccess)
                return columns.As<FilledForm>();
            var reader = new FreeFormReader(scheme, columns.Value);
            foreach (var row in sheet.Rows.Where(r => r.Number > heading.Number))
                reader.Take(row);
            return new FilledForm(FormSource.FreeForm, reader.inputs, new Dictionary<string, IReadOnlyList<FilledAward>>(), reader.unmatched, reader.problems);
        }

        return ValidationError.Of("A1", "form.notRecognised", ("known", Known.Select(c => c.Heading).ToList()));
    }

    private static bool IsHeading(SheetRow row)
    {
        bool Has(FormColumn column) => row.Cells.Any(c => column.IsHeadedBy(FormValues.Plain(c.Text)));

        return (Has(FormColumns.Sequence) || Has(FormColumns.Indicator)) && (Has(FormColumns.Claim) || Has(FormColumns.Comment));
    }

    private static Result<Dictionary<FormColumn, int>> PlacesOf(SheetRow heading)
    {
        Dictionary<FormColumn, int> found = [];
        for (var i = 0; i < heading.Cells.Count; i++)
        {
            var text = FormValues.Plain(heading.Cells[i].Text);
            if (Array.Find(Known, c => c.IsHeadedBy(text)) is { } column && !found.TryAdd(column, i))
                return ValidationError.Of(CellNames.Of(i, heading.Number), "columns.twice", ("column", text));
        }

        return found;
    }

    private void Take(SheetRow row)
    {
        var (claim, comment) = (CellOf(row, FormColumns.Claim), CellOf(row, FormColumns.Comment));
        if (claim.Kind == SheetCellKind.Empty && comment.Kind == SheetCellKind.Empty)
            return;
        if (row.IsHidden)
        {
            problems.Add(FieldError.Of(CellNames.Of(0, row.Number), "sheet.hiddenRow", ("row", row.Number)));
            return;
        }

        var (leaf, reason) = Match(row);
        if (leaf is null)
            LeaveOut(row, reason!);
        else if (!read.Add(leaf.Code))
            problems.Add(FieldError.Of(PlaceOf(row, FormColumns.Indicator).Name, "form.twice", ("node", leaf.Code)));
        else
            Take(row, leaf, claim, comment);
    }

    private void Take(SheetRow row, CompiledNode leaf, SheetCell claim, SheetCell comment)
    {
        if (claim.Kind != SheetCellKind.Empty)
        {
            if (leaf.Rule is ManualRule)
                inputs.Add(new FormInput(new FormKey(FormField.Claim, leaf.Code), PlaceOf(row, FormColumns.Claim), claim));
            else
                LeaveOut(row, "form.notClaimed", leaf);
        }

        if (comment.Kind != SheetCellKind.Empty)
            inputs.Add(new FormInput(new FormKey(FormField.Comment, leaf.Code), PlaceOf(row, FormColumns.Comment), comment));
    }

    /// <summary>The one leaf that a row names by code or exact name, its maximum agreeing where it is told.</summary>
    private (CompiledNode? Leaf, string? Reason) Match(SheetRow row)
    {
        var (code, name) = (TextOf(row, FormColumns.Sequence), TextOf(row, FormColumns.Indicator));
        if (code.Length == 0 && name.Length == 0)
            return (null, "form.noIndicator");
        var byCode = scheme.LeafOf(code) ?? scheme.LeafOf(name);
        var named = byCode is null ? [.. byName[name]] : new List<CompiledNode> { byCode };
        if (named.Count != 1)
            return (null, named.Count == 0 ? "form.unknownIndicator" : "form.ambiguous");
        var leaf = named[0];
        if (name.Length > 0 && name != leaf.Code && name != FormValues.Plain(leaf.Name))
            return (null, "form.nameDiffers");
        var max = TextOf(row, FormColumns.Max);
        return max.Length > 0 && !(decimal.TryParse(max, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var told) && told == leaf.Max)
            ? (null, "form.maxDiffers")
            : (leaf, null);
    }

    private void LeaveOut(SheetRow row, string reason, CompiledNode? leaf = null)
    {
        var text = string.Join(' ', new[] { TextOf(row, FormColumns.Sequence), TextOf(row, FormColumns.Indicator) }.Where(t => t.Length > 0));
        unmatched.Add(new FormRow(
            PlaceOf(row, leaf is null ? FormColumns.Indicator : FormColumns.Claim).Name, text, reason, new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = text, ["row"] = row.Number }));
    }

    private SheetCell CellOf(SheetRow row, FormColumn column) => places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : SheetCell.Empty;

    private string TextOf(SheetRow row, FormColumn column) => CellOf(row, column) is { Kind: not SheetCellKind.Refused } cell ? FormValues.Plain(cell.Text) : "";

    private FormPlace PlaceOf(SheetRow row, FormColumn column) => FormPlace.Of(places.GetValueOrDefault(column), row.Number);
}
