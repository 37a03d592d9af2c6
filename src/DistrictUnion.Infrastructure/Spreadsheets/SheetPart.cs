using System.Globalization;
using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Writes one sheet. Elements are made once and written many times, so rows cost no more than their text.</summary>
internal sealed class SheetPart(OpenXmlWriter writer, CellStyles styles, ChoiceLists? lists)
{
    private const int LastRow = 1_048_576;
    private const uint A4 = 9;
    private const int MaxDigits = 15;
    private static readonly DateOnly FirstCertainDay = new(1900, 3, 1);
    private readonly Row row = new();
    private readonly Cell cell = new();
    private readonly InlineString inline = new();
    private readonly List<CellRange> merged = [];

    public void Write(SheetContent sheet)
    {
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        WriteView(sheet.FrozenRows);
        WriteColumns(sheet);
        writer.WriteStartElement(new SheetData());
        uint number = 0;
        foreach (var content in sheet.Rows)
            WriteRow(++number, content, sheet);
        writer.WriteEndElement();
        if (sheet.IsProtected)
            writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        merged.AddRange(sheet.Merged);
        if (merged.Count > 0)
            writer.WriteElement(new MergeCells(merged.Select(m => new MergeCell { Reference = ReferenceOf(m) })) { Count = (uint)merged.Count });
        WriteRules(sheet);
        writer.WriteElement(new PageMargins { Left = 0.6, Right = 0.6, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = A4,
            Orientation = sheet.Columns.Sum(c => c.Width) > 100 ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
        writer.WriteEndElement();
    }

    /// <summary>Letters of a column, from 0.</summary>
    public static string LettersOf(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    private void WriteView(int frozen)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (frozen > 0)
        {
            view.Append(new Pane
            {
                VerticalSplit = frozen,
                TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{frozen + 1}"),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        }

        writer.WriteElement(new SheetViews(view));
    }

    private void WriteColumns(SheetContent sheet)
    {
        if (sheet.Columns.Count == 0)
            return;
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = column.IsText ? styles.Of(new CellLook(RowTone.Plain, SheetCellKind.Text, false, true, column.Wraps, false, 0)) : null,
        })));
    }

    private void WriteRow(uint number, ContentRow content, SheetContent sheet)
    {
        row.RowIndex = number;
        row.Height = content.Height;
        row.CustomHeight = content.Height is null ? null : true;
        writer.WriteStartElement(row);
        var spans = content.Tone is RowTone.Title or RowTone.Line;
        var count = spans ? Math.Min(1, content.Cells.Count) : content.Cells.Count;
        for (var i = 0; i < count; i++)
            WriteCell(i, number, content.Cells[i], content.Tone, i < sheet.Columns.Count ? sheet.Columns[i] : null, sheet.HasGrid && !spans);
        if (spans && sheet.Columns.Count > 1)
            merged.Add(new CellRange((int)number, 0, (int)number, sheet.Columns.Count - 1));
        writer.WriteEndElement();
    }

    private void WriteCell(int column, uint number, SheetCell content, RowTone tone, SheetColumn? layout, bool hasGrid)
    {
        content = Storable(content);
        var isText = content.Kind is SheetCellKind.Text or SheetCellKind.Untyped;
        var look = new CellLook(
            tone,
            isText || content.Kind == SheetCellKind.Date ? content.Kind : SheetCellKind.Empty,
            isText && CellText.LooksLikeFormula(content.Text),
            layout is { IsText: true } && tone is RowTone.Plain or RowTone.Refused,
            layout?.Wraps ?? false,
            hasGrid,
            content.Indent,
            content.IsInput);
        cell.CellReference = string.Create(CultureInfo.InvariantCulture, $"{LettersOf(column)}{number}");
        cell.StyleIndex = styles.Of(look);
        cell.DataType = isText ? CellValues.InlineString : content.Kind == SheetCellKind.Boolean ? CellValues.Boolean : null;
        writer.WriteStartElement(cell);
        if (isText)
        {
            writer.WriteStartElement(inline);
            writer.WriteElement(new Text(CellText.Escape(content.Text)) { Space = SpaceProcessingModeValues.Preserve });
            writer.WriteEndElement();
        }
        else if (ValueOf(content) is { } value)
        {
            writer.WriteElement(new CellValue(value));
        }

        writer.WriteEndElement();
    }

    /// <summary>Days before the certain ones and numbers of more digits than a cell keeps are written as text, so that nothing changes.</summary>
    private static SheetCell Storable(SheetCell content) => content.Kind switch
    {
        SheetCellKind.Date when content.Text.Length > 0 && string.CompareOrdinal(content.Text, "1900-03-01") < 0 => content with { Kind = SheetCellKind.Text },
        SheetCellKind.Number when content.Text.Count(char.IsAsciiDigit) > MaxDigits || content.Text.AsSpan().ContainsAny('e', 'E') => content with { Kind = SheetCellKind.Text },
        _ => content,
    };

    private static string? ValueOf(SheetCell content) => content.Kind switch
    {
        SheetCellKind.Number => content.Text,
        SheetCellKind.Boolean => content.Text == "true" ? "1" : "0",
        SheetCellKind.Date when content.Text.Length > 0 => SerialOf(DateOnly.ParseExact(content.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static string SerialOf(DateOnly day) => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);

    private void WriteRules(SheetContent sheet)
    {
        var ofColumns = sheet.Columns.Select((column, i) => (column, i)).Where(c => c.column.Choices is not null)
            .Select(c => new ChoiceRule([new CellRange(sheet.FrozenRows + 1, c.i, LastRow, c.i)], c.column.Choices!));
        var rules = ofColumns.Concat(sheet.Rules).Where(r => r.Ranges.Count > 0).Select(ValidationOf).ToList();
        if (rules.Count > 0)
            writer.WriteElement(new DataValidations(rules) { Count = (uint)rules.Count });
    }

    private DataValidation ValidationOf(CellRule rule)
    {
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Stop,
            SequenceOfReferences = new ListValue<StringValue>(rule.Ranges.Select(r => new StringValue(ReferenceOf(r)))),
        };
        switch (rule)
        {
            case ChoiceRule choice:
                validation.Type = DataValidationValues.List;
                validation.Append(new Formula1(lists!.RangeOf(choice.Choices)));
                break;
            case NumberRule number:
                validation.Type = number.IsWhole ? DataValidationValues.Whole : DataValidationValues.Decimal;
                validation.Operator = DataValidationOperatorValues.Between;
                validation.Append(new Formula1(TextOf(number.From)), new Formula2(TextOf(number.To)));
                break;
            case DayRule:
                validation.Type = DataValidationValues.Date;
                validation.Operator = DataValidationOperatorValues.GreaterThanOrEqual;
                validation.Append(new Formula1(SerialOf(FirstCertainDay)));
                break;
            default:
                throw new InvalidOperationException($"{rule.GetType().Name} has no validation.");
        }

        return validation;
    }

    private static string TextOf(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string ReferenceOf(CellRange range)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"{LettersOf(range.Left)}{range.Top}");
        var last = string.Create(CultureInfo.InvariantCulture, $"{LettersOf(range.Right)}{range.Bottom}");
        return first == last ? first : $"{first}:{last}";
    }
}
