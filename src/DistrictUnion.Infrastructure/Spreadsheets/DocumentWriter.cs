using System.Text;
using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>
/// Writes .docx: A4 with the margins, fonts and page numbers of GB/T 9704—2012. Where a font isn't installed, the file names the
/// one to take instead.
/// </summary>
internal sealed class DocumentWriter : IDocumentWriter
{
    private const string TitleFont = "方正小标宋简体";
    private const string HeadingFont = "黑体";
    private const string BodyFont = "仿宋_GB2312";
    private const string PlainFont = "宋体";
    private const string LatinFont = "Times New Roman";

    /// <summary>Twentieths of a point: page 210 × 297 mm, margins 37 above, 35 below, 28 left, 26 right, page number 7 mm below the text.</summary>
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int TopMargin = 2098;
    private const int BottomMargin = 1984;
    private const int LeftMargin = 1587;
    private const int RightMargin = 1474;
    private const int FooterMargin = 1588;
    private const int TextWidth = PageWidth - LeftMargin - RightMargin;

    /// <summary>Half points: title 二号, running text 三号, tables 小四, page number 四号.</summary>
    private const int TitleSize = 44;
    private const int BodySize = 32;
    private const int TableSize = 24;
    private const int NumberSize = 28;
    private const string BodyLine = "560";

    public void Write(TextDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<FontTablePart>().Fonts = new Fonts(
            FontOf(TitleFont, "宋体"), FontOf(HeadingFont, "SimHei"), FontOf(BodyFont, "仿宋"), FontOf(PlainFont, "SimSun"));
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = BodyFont }, new FontSize { Val = Text(BodySize) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()));
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        var odd = FooterOf(main, JustificationValues.Right);
        var even = FooterOf(main, JustificationValues.Left);
        var body = new Body();
        foreach (var block in document.Blocks)
            body.Append(PartOf(block));
        if (body.LastChild is Table)
            body.Append(new Paragraph());
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = odd },
            new FooterReference { Type = HeaderFooterValues.Even, Id = even },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = TopMargin, Bottom = BottomMargin, Left = LeftMargin, Right = RightMargin, Header = 851, Footer = FooterMargin, Gutter = 0 }));
        main.Document = new Document(body);
    }

    private static OpenXmlElement PartOf(DocumentBlock block) => block switch
    {
        DocumentTitle title => ParagraphOf(title.Text, TitleFont, TitleSize, JustificationValues.Center, line: "640", after: "360"),
        DocumentHeading heading => ParagraphOf(heading.Text, HeadingFont, BodySize, JustificationValues.Left, BodyLine, keepsWithNext: true),
        DocumentParagraph { IsCentred: true } centred => ParagraphOf(centred.Text, BodyFont, BodySize, JustificationValues.Center, BodyLine),
        DocumentParagraph running => ParagraphOf(running.Text, BodyFont, BodySize, JustificationValues.Both, BodyLine, firstLineChars: 200),
        DocumentTable table => TableOf(table),
        DocumentSignatures signatures => SignaturesOf(signatures),
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no layout."),
    };

    private static Paragraph ParagraphOf(
        string text,
        string font,
        int size,
        JustificationValues justification,
        string? line = null,
        string? after = null,
        int firstLineChars = 0,
        bool keepsWithNext = false,
        bool bold = false)
    {
        var properties = new ParagraphProperties();
        if (keepsWithNext)
            properties.Append(new KeepNext());
        var spacing = new SpacingBetweenLines { Before = "0", After = after ?? "0" };
        if (line is not null)
            (spacing.Line, spacing.LineRule) = (line, LineSpacingRuleValues.Exact);
        properties.Append(spacing);
        if (firstLineChars > 0)
            properties.Append(new Indentation { FirstLineChars = firstLineChars, FirstLine = Text(firstLineChars * size / 20) });
        properties.Append(new Justification { Val = justification });
        return new Paragraph(properties, RunOf(text, font, size, bold));
    }

    private static Run RunOf(string text, string font, int size, bool bold = false)
    {
        var properties = new RunProperties(new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = font, Hint = FontTypeHintValues.EastAsia });
        if (bold)
            properties.Append(new Bold());
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

    private static Table TableOf(DocumentTable content)
    {
        var widths = WidthsOf([.. content.Columns.Select(c => c.Share)]);
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Text(TextWidth) },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = 70 }, new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = 70 })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        if (content.Columns.Any(c => c.Heading.Length > 0))
        {
            table.Append(new TableRow(
                [new TableRowProperties(new CantSplit(), new TableHeader()),
                .. content.Columns.Select((c, i) => CellOf(c.Heading, widths[i], ColumnAlignment.Centre, isHeading: true))]));
        }

        foreach (var row in content.Rows)
        {
            table.Append(new TableRow(
                [new TableRowProperties(new CantSplit()), .. row.Select((text, i) => CellOf(text, widths[i], content.Columns[i].Alignment, isHeading: false))]));
        }

        return table;
    }

    private static TableCell CellOf(string text, int width, ColumnAlignment alignment, bool isHeading) => new(
        new TableCellProperties(
            new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(width) },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        ParagraphOf(
            text,
            isHeading ? HeadingFont : BodyFont,
            TableSize,
            alignment switch { ColumnAlignment.Centre => JustificationValues.Center, ColumnAlignment.Right => JustificationValues.Right, _ => JustificationValues.Left }));

    /// <summary>Every party has its column; every line keeps with the next, so that a name never stands on another page than its seal.</summary>
    private static Table SignaturesOf(DocumentSignatures signatures)
    {
        var widths = WidthsOf([.. signatures.Parties.Select(_ => 1)]);
        return new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Text(TextWidth) },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })),
            new TableRow(
                [new TableRowProperties(new CantSplit()),
                .. signatures.Parties.Select((lines, i) => new TableCell(
                    [new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(widths[i]) }),
                    .. lines.Select(line => ParagraphOf(line, BodyFont, BodySize, JustificationValues.Left, BodyLine, keepsWithNext: true))]))]));
    }

    private static List<int> WidthsOf(IReadOnlyList<int> shares)
    {
        var whole = shares.Sum();
        return [.. shares.Select(s => TextWidth * s / whole)];
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0 };

    /// <summary>The page number between dashes, on the outer side.</summary>
    private static string FooterOf(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Indentation { LeftChars = 100, Left = Text(NumberSize * 5), RightChars = 100, Right = Text(NumberSize * 5) }, new Justification { Val = side }),
            RunOf("— ", PlainFont, NumberSize),
            new Run(NumberProperties(), new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(NumberProperties(), new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(NumberProperties(), new FieldChar { FieldCharType = FieldCharValues.Separate }),
            RunOf("1", PlainFont, NumberSize),
            new Run(NumberProperties(), new FieldChar { FieldCharType = FieldCharValues.End }),
            RunOf(" —", PlainFont, NumberSize)));
        return main.GetIdOfPart(part);
    }

    private static RunProperties NumberProperties() =>
        new(new RunFonts { Ascii = PlainFont, HighAnsi = PlainFont, EastAsia = PlainFont }, new FontSize { Val = Text(NumberSize) });

    private static Font FontOf(string name, string instead) => new(new AltName { Val = instead }, new FontCharSet { Val = "86" }) { Name = name };

    /// <summary>Text without what XML can't hold.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)))
                plain.Append(rune);
        }

        return plain.ToString();
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
