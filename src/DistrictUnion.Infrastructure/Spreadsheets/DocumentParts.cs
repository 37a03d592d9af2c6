using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Fonts, measures and paragraphs of documents. GB/T 9704—2012 sets them: A4 (5.1), margins and type area (5.2.1), type (5.2.2), 22 lines of 28 characters (5.2.3).</summary>
internal static class DocumentParts
{
    /// <summary>Font of titles.</summary>
    public const string TitleFont = "方正小标宋简体";

    /// <summary>Font of first-level headings (7.3.3).</summary>
    public const string HeadingFont = "黑体";

    /// <summary>Font of second-level headings (7.3.3).</summary>
    public const string SubheadingFont = "楷体_GB2312";

    /// <summary>Font of running text (5.2.2).</summary>
    public const string BodyFont = "仿宋_GB2312";

    /// <summary>Font of page numbers (7.5).</summary>
    public const string PlainFont = "宋体";

    /// <summary>Half points: title 二号 (7.3.1), running text 三号 (5.2.2), page number 四号 (7.5), tables 小四.</summary>
    public const int TitleSize = 44;

    /// <summary>三号.</summary>
    public const int BodySize = 32;

    /// <summary>小四.</summary>
    public const int TableSize = 24;

    /// <summary>四号.</summary>
    public const int NumberSize = 28;

    /// <summary>Twentieths of a point from line to line: 225 mm for 22 lines, cut so that the 22nd still fits (5.2.3).</summary>
    public const int GridPitch = 579;

    /// <summary>The same as text.</summary>
    public const string BodyLine = "579";

    /// <summary>
    /// 28 characters in 156 mm are 15.79 points each, 0.21 less than the type (5.2.3); in twentieths of a point. The spacing of the type says it, not the
    /// grid: programs differ in what a character wider than its cell does.
    /// </summary>
    private const int Tighter = -5;

    private const string LatinFont = "Times New Roman";

    /// <summary>Fonts that the documents name, each with the one to take where it isn't installed.</summary>
    public static Fonts Fonts() => new(
        FontOf(TitleFont, "宋体"), FontOf(HeadingFont, "SimHei"), FontOf(SubheadingFont, "楷体"), FontOf(BodyFont, "仿宋"), FontOf(PlainFont, "SimSun"));

    /// <summary>Styles: running text is the default.</summary>
    public static Styles Styles() => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = BodyFont }, new FontSize { Val = Text(BodySize) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault()));

    /// <summary>A paragraph of one run.</summary>
    public static Paragraph ParagraphOf(
        string text,
        string font,
        int size,
        JustificationValues justification,
        string? line = null,
        string? after = null,
        int firstLineChars = 0,
        bool keepsWithNext = false,
        bool bold = false,
        string? color = null,
        bool startsPage = false)
    {
        var properties = new ParagraphProperties();
        if (keepsWithNext)
            properties.Append(new KeepNext());
        if (startsPage)
            properties.Append(new PageBreakBefore());
        if (size == TableSize)
            properties.Append(new SnapToGrid { Val = false });
        var spacing = new SpacingBetweenLines { Before = "0", After = after ?? "0" };
        if (line is not null)
            (spacing.Line, spacing.LineRule) = (line, LineSpacingRuleValues.Exact);
        properties.Append(spacing);
        if (firstLineChars > 0)
            properties.Append(new Indentation { FirstLineChars = firstLineChars, FirstLine = Text(firstLineChars * size / 10) });
        properties.Append(new Justification { Val = justification });
        return new Paragraph(properties, RunOf(text, font, size, bold, color));
    }

    /// <summary>A run; line feeds become breaks.</summary>
    public static Run RunOf(string text, string font, int size, bool bold = false, string? color = null)
    {
        var properties = new RunProperties(new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = font, Hint = FontTypeHintValues.EastAsia });
        if (bold)
            properties.Append(new Bold());
        if (color is not null)
            properties.Append(new Color { Val = color });
        if (size == BodySize)
            properties.Append(new Spacing { Val = Tighter });
        properties.Append(new FontSize { Val = Text(size) }, new FontSizeComplexScript { Val = Text(size) });
        var run = new Run(properties);
        var lines = Plain(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static Font FontOf(string name, string instead) => new(new AltName { Val = instead }, new FontCharSet { Val = "86" }) { Name = name };

    /// <summary>Text without what XML can't hold.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)))
                plain.Append(rune);
        }

        return plain.ToString();
    }

    /// <summary>A number as text.</summary>
    public static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
