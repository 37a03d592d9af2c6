using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Evaluations;

/// <summary>A heading over leaves: an indicator above them, or a group of the form's own.</summary>
internal sealed record FormHeading(string Code, string Text);

/// <summary>What stands once in the form with the rows of its data items.</summary>
/// <param name="Path">Headings above it.</param>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Max">Maximum.</param>
/// <param name="Rule">Rule in words.</param>
/// <param name="Evidence">Evidence policy in words.</param>
/// <param name="Facts">Data items.</param>
internal sealed record FormEntry(
    IReadOnlyList<FormHeading> Path, string Code, string Name, SheetCell Max, string Rule, string Evidence, IReadOnlyList<FactDefinition> Facts)
{
    /// <summary>The node that comments are about; null where there is none.</summary>
    public CompiledNode? Node { get; init; }

    /// <summary>Whether it is a leaf, which a school may ask to leave out.</summary>
    public bool IsLeaf => Node?.Kind == NodeKind.Leaf;
}

/// <summary>
/// Lays the inputs of a self-evaluation out in rows: indicators to the left, shown as one over their rows, then what is asked for
/// and the cells to fill in. What branches and other systems reported is shown and stays as it is.
/// </summary>
internal sealed class EvaluationFormSheet
{
    /// <summary>Title, school and round, how to fill it in; then the headings.</summary>
    public const int HeadingRow = 4;

    private const int LevelWidth = 16;
    private const int LineHeight = 15;
    private const int MinHeight = 24;
    private const int MaxHeight = 400;
    private const int MaxCellText = 30_000;
    private const decimal MostDigits = 999_999_999_999m;

    private readonly CompiledScheme scheme;
    private readonly EvaluationContent content;
    private readonly IReadOnlyDictionary<string, FactTrace> traces;
    private readonly IMessages messages;
    private readonly FormValues values;
    private readonly string awardsSheet;
    private readonly int levels;
    private readonly List<ContentRow> rows = [];
    private readonly List<CellRange> merged = [];
    private readonly List<IReadOnlyList<FormHeading>> paths = [];
    private readonly List<(CellRange Cell, FormKey Key)> inputs = [];
    private readonly Dictionary<string, string> shownAt = new(StringComparer.Ordinal);
    private readonly Dictionary<(decimal From, decimal To, bool IsWhole), List<CellRange>> numbers = [];
    private readonly List<CellRange> flags = [];
    private readonly List<CellRange> requests = [];
    private readonly List<string> awards = [];

    public EvaluationFormSheet(
        CompiledScheme scheme, EvaluationContent content, IReadOnlyDictionary<string, FactTrace> traces, IMessages messages, string awardsSheet)
    {
        (this.scheme, this.content, this.traces, this.messages, this.awardsSheet) = (scheme, content, traces, messages, awardsSheet);
        values = new FormValues(messages);
        var entries = new FormEntries(scheme, messages).All();
        levels = entries.Max(e => e.Path.Count);
        foreach (var entry in entries)
            Add(entry);
        MergeLevels();
    }

    /// <summary>Columns.</summary>
    public IReadOnlyList<SheetColumn> Columns =>
        [.. Enumerable.Repeat(new SheetColumn(LevelWidth, IsText: true, Wraps: true), levels), .. FormColumns.All.Select(c => new SheetColumn(c.Width, c.IsText, c.Wraps))];

    /// <summary>Headings.</summary>
    public ContentRow Headings => new(
        [.. Enumerable.Range(1, levels).Select(i => SheetCell.Of(messages.Of($"form.level{i}"))), .. FormColumns.All.Select(c => SheetCell.Of(c.In(messages)))], RowTone.Heading, Height: 28);

    /// <summary>Rows below the headings.</summary>
    public IReadOnlyList<ContentRow> Rows => rows;

    /// <summary>Cells shown as one.</summary>
    public IReadOnlyList<CellRange> Merged => merged;

    /// <summary>Cells for input with what they say something about.</summary>
    public IReadOnlyList<(CellRange Cell, FormKey Key)> Inputs => inputs;

    /// <summary>Data items whose awards stand in the list.</summary>
    public IReadOnlyList<string> Awards => awards;

    /// <summary>What may be typed.</summary>
    /// <param name="yesAndNo">Name of the list of yes and no.</param>
    /// <param name="yes">Name of the list of yes.</param>
    public IReadOnlyList<CellRule> RulesWith(string yesAndNo, string yes) =>
        [.. numbers.Select(n => new NumberRule(n.Value, n.Key.From, n.Key.To, n.Key.IsWhole)), new ChoiceRule(flags, yesAndNo), new ChoiceRule(requests, yes)];

    private int NextRow => HeadingRow + 1 + rows.Count;

    private void Add(FormEntry entry)
    {
        var first = NextRow;
        var lines = LinesOf(entry);
        var height = HeightOf(entry, lines.Count);
        foreach (var line in lines)
        {
            var cells = new SheetCell[levels + FormColumns.All.Count];
            if (NextRow == first)
                Describe(entry, cells);
            line(cells, NextRow);
            ShowPath(entry.Path, cells);
            rows.Add(new ContentRow(cells, Height: height));
            paths.Add(entry.Path);
        }

        if (lines.Count > 1)
        {
            foreach (var column in new[] { FormColumns.Sequence, FormColumns.Indicator, FormColumns.Max, FormColumns.Rule, FormColumns.Evidence })
                merged.Add(new CellRange(first, PlaceOf(column), first + lines.Count - 1, PlaceOf(column)));
        }
    }

    /// <summary>What stands in the first row of an indicator.</summary>
    private void Describe(FormEntry entry, SheetCell[] cells)
    {
        void Set(FormColumn column, SheetCell cell) => cells[PlaceOf(column)] = cell;

        Set(FormColumns.Sequence, SheetCell.Of(entry.Code));
        Set(FormColumns.Indicator, SheetCell.Of(entry.Name));
        Set(FormColumns.Max, entry.Max);
        Set(FormColumns.Rule, SheetCell.Of(entry.Rule));
        Set(FormColumns.Evidence, SheetCell.Of(entry.Evidence));
        if (entry.Node is not { } node)
            return;
        Set(FormColumns.Comment, TextInput(FormColumns.Comment, new FormKey(FormField.Comment, entry.Code), content.Comments?.GetValueOrDefault(entry.Code)));
        if (node.Rule is ManualRule)
        {
            Set(FormColumns.Claim, Input(FormColumns.Claim, new FormKey(FormField.Claim, entry.Code), SheetCell.Of(content.Claims is { } claims && claims.TryGetValue(entry.Code, out var claim) ? claim : null)));
            Within(0, node.Max!.Value, false, FormColumns.Claim);
        }
        else
        {
            Set(FormColumns.Claim, SheetCell.Of(messages.Of(node.ReadsDistrictFact ? "form.byDistrict" : "form.computed")));
        }

        if (!entry.IsLeaf)
            return;
        var asked = content.NotApplicable?.Contains(entry.Code) == true ? messages.Of("template.yes") : null;
        Set(FormColumns.NotApplicable, Input(FormColumns.NotApplicable, new FormKey(FormField.NotApplicable, entry.Code), SheetCell.Of(asked)));
        requests.Add(CellOf(FormColumns.NotApplicable));
    }

    /// <summary>The rows of an indicator: one for each thing that is asked for.</summary>
    private List<Action<SheetCell[], int>> LinesOf(FormEntry entry)
    {
        List<Action<SheetCell[], int>> lines = [];
        foreach (var fact in entry.Facts)
        {
            var parts = fact is { Type: FactType.Ballots, Level: FactLevel.School } ? FormKey.BallotParts(fact) : [null!];
            lines.AddRange(parts.Select(part => (Action<SheetCell[], int>)((cells, _) => ShowFact(entry, fact, part, cells))));
        }

        if (lines.Count == 0)
            lines.Add((cells, _) => cells[PlaceOf(FormColumns.Item)] = SheetCell.Of(entry.Node?.Rule is ManualRule ? messages.Of("form.claim", ("max", entry.Node.Max)) : null));
        return lines;
    }

    private void ShowFact(FormEntry entry, FactDefinition fact, string? part, SheetCell[] cells)
    {
        var key = new FormKey(FormField.Fact, fact.Code, part);
        cells[PlaceOf(FormColumns.Item)] = SheetCell.Of(part is null ? fact.Name : messages.Of("form.part", ("fact", fact.Name), ("part", WordOf(part))));
        cells[PlaceOf(FormColumns.ItemCode)] = SheetCell.Of(key.FactCode);
        var (value, note) = CellsOf(entry, fact, key);
        cells[PlaceOf(FormColumns.Value)] = value;
        cells[PlaceOf(FormColumns.Note)] = note;
    }

    private (SheetCell Value, SheetCell Note) CellsOf(FormEntry entry, FactDefinition fact, FormKey key)
    {
        var trace = traces.GetValueOrDefault(fact.Code);
        if (fact.Level == FactLevel.District)
            return (SheetCell.Empty, Told("form.byDistrict"));
        if (fact.Level == FactLevel.Branch)
            return (trace is null ? SheetCell.Empty : values.Show(trace), Told("form.fromBranches"));

        // A data item of two indicators is filled in once.
        if (shownAt.TryGetValue(key.FactCode, out var elsewhere))
            return (SheetCell.Empty, SheetCell.Of(messages.Of("form.filledInAt", ("node", elsewhere))));
        shownAt[key.FactCode] = entry.Code;
        JsonElement? known = content.Facts is { } facts && facts.TryGetValue(fact.Code, out var typed) ? typed : null;
        if (known is null && trace is { Parts: { Count: > 0 } parts } && parts.All(p => p.Source.Route == FactRoute.Import))
            return (key.Part is null ? values.Show(trace) : SheetCell.Empty, Told("form.fromImport"));
        if (fact.Type == FactType.Awards)
        {
            awards.Add(fact.Code);
            return (SheetCell.Empty, SheetCell.Of(messages.Of("form.inAwards", ("sheet", awardsSheet))));
        }

        return (ValueInput(fact, key, known), key.Part is null ? TextInput(FormColumns.Note, key with { Field = FormField.Note }, content.Notes?.GetValueOrDefault(fact.Code)) : SheetCell.Empty);
    }

    private SheetCell ValueInput(FactDefinition fact, FormKey key, JsonElement? known)
    {
        if (key.Part is { } part)
            Within(0, MostDigits, true, FormColumns.Value);
        else if (fact.Type == FactType.Boolean)
            flags.Add(CellOf(FormColumns.Value));
        else if (fact.Type is FactType.Integer or FactType.Decimal)
            Within(fact.Range?.From ?? 0, fact.Range?.To ?? MostDigits, fact.Type == FactType.Integer, FormColumns.Value);
        return Input(FormColumns.Value, key, values.Show(fact, key.Part is null ? known : FormValues.PartOf(known, key.Part)));
    }

    private SheetCell Input(FormColumn column, FormKey key, SheetCell cell)
    {
        inputs.Add((CellOf(column), key));
        return cell with { IsInput = true };
    }

    /// <summary>Text that is longer than a cell holds is shown and kept, not asked for.</summary>
    private SheetCell TextInput(FormColumn column, FormKey key, string? text) =>
        text is { Length: > MaxCellText } ? SheetCell.Of(messages.Of("form.tooLong")) : Input(column, key, SheetCell.Of(string.IsNullOrEmpty(text) ? null : text));

    private void Within(decimal from, decimal to, bool isWhole, FormColumn column)
    {
        if (!numbers.TryGetValue((from, to, isWhole), out var cells))
            numbers[(from, to, isWhole)] = cells = [];
        cells.Add(CellOf(column));
    }

    private SheetCell Told(string code) => SheetCell.Of(messages.Of(code));

    private string WordOf(string part) => part.StartsWith(FormKey.CountsPrefix, StringComparison.Ordinal)
        ? messages.OptionWord(part[FormKey.CountsPrefix.Length..])
        : messages.Of($"word.ballots.{part}");

    /// <summary>A heading stands where it begins, so that what is shown as one has its text in its first cell.</summary>
    private void ShowPath(IReadOnlyList<FormHeading> path, SheetCell[] cells)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (!Continues(paths.Count > 0 ? paths[^1] : [], path, i))
                cells[i] = SheetCell.Of(path[i].Text);
        }
    }

    private void MergeLevels()
    {
        for (var level = 0; level < levels; level++)
        {
            for (var from = 0; from < paths.Count;)
            {
                var to = from + 1;
                while (to < paths.Count && Continues(paths[from], paths[to], level))
                    to++;
                if (to > from + 1 && level < paths[from].Count)
                    merged.Add(new CellRange(HeadingRow + 1 + from, level, HeadingRow + to, level));
                from = to;
            }
        }
    }

    private static bool Continues(IReadOnlyList<FormHeading> above, IReadOnlyList<FormHeading> path, int level) =>
        level < above.Count && level < path.Count && above[level].Code == path[level].Code;

    /// <summary>Programs don't fit the height of rows to text that is shown over several, so it is told.</summary>
    private static int HeightOf(FormEntry entry, int lines)
    {
        static int Needed(string text, int width) => LineHeight * (((text.Length * 2) + width - 1) / width);

        var height = Math.Max(Needed(entry.Rule, FormColumns.Rule.Width), Needed(entry.Name, FormColumns.Indicator.Width)) + (LineHeight / 2);
        return Math.Clamp(height / lines, MinHeight, MaxHeight);
    }

    private CellRange CellOf(FormColumn column) => CellRange.Of(PlaceOf(column), NextRow);

    private int PlaceOf(FormColumn column) => levels + FormColumns.PlaceOf(column);
}
