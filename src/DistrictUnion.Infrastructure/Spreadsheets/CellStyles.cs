using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>How a cell looks.</summary>
/// <param name="Tone">Tone of its row.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsLiteral">Whether its text looks like a formula and must stay text even when somebody edits it.</param>
/// <param name="StaysText">Whether what is typed into it stays text.</param>
/// <param name="Wraps">Whether long text is wrapped.</param>
/// <param name="HasGrid">Whether it has borders.</param>
/// <param name="Indent">Steps of indent.</param>
/// <param name="IsInput">Whether it can be changed on a protected sheet.</param>
internal readonly record struct CellLook(
    RowTone Tone, SheetCellKind Kind, bool IsLiteral, bool StaysText, bool Wraps, bool HasGrid, byte Indent, bool IsInput = false);

/// <summary>Collects the looks that a workbook uses; the file's style sheet lists each once.</summary>
internal sealed class CellStyles
{
    private const uint GeneralFormat = 0;
    private const uint TextFormat = 49;
    private const uint DayFormat = 164;
    private readonly Dictionary<CellLook, uint> looks = new() { [default] = 0 };

    /// <summary>Number of a look.</summary>
    public uint Of(CellLook look)
    {
        if (!looks.TryGetValue(look, out var index))
            looks[look] = index = (uint)looks.Count;
        return index;
    }

    /// <summary>The style sheet.</summary>
    public Stylesheet ToStylesheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(FontOf(11, false), FontOf(11, true), FontOf(16, true)) { Count = 3 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            FillOf("FFE8EEF7"),
            FillOf("FFFFD9D9"),
            FillOf("FFFFF9E0"))
        { Count = 5 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Grid()) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(looks.OrderBy(l => l.Value).Select(l => FormatOf(l.Key))) { Count = (uint)looks.Count },
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat FormatOf(CellLook look)
    {
        var centred = look.Tone is RowTone.Title or RowTone.Heading;
        var numberFormat = look.Kind == SheetCellKind.Date ? DayFormat : look.StaysText ? TextFormat : GeneralFormat;
        return new CellFormat
        {
            NumberFormatId = numberFormat,
            ApplyNumberFormat = numberFormat != GeneralFormat,
            FontId = look.Tone switch { RowTone.Title => 2u, RowTone.Heading => 1u, _ => 0u },
            ApplyFont = true,
            FillId = look.Tone switch { RowTone.Heading => 2u, RowTone.Refused => 3u, _ => look.IsInput ? 4u : 0u },
            ApplyFill = look.Tone is RowTone.Heading or RowTone.Refused || look.IsInput,
            BorderId = look.HasGrid ? 1u : 0u,
            ApplyBorder = look.HasGrid,
            QuotePrefix = look.IsLiteral ? true : null,
            ApplyAlignment = true,
            Alignment = new Alignment
            {
                Horizontal = centred ? HorizontalAlignmentValues.Center : look.Indent > 0 ? HorizontalAlignmentValues.Left : null,
                Vertical = VerticalAlignmentValues.Center,
                WrapText = look.Wraps || look.Tone is RowTone.Title or RowTone.Line ? true : null,
                Indent = look.Indent > 0 ? look.Indent : null,
            },
            ApplyProtection = look.IsInput ? true : null,
            Protection = look.IsInput ? new Protection { Locked = false } : null,
        };
    }

    private static Font FontOf(decimal size, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = (double)size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill FillOf(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Grid() => new(
        new LeftBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Auto = true }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
