using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static DistrictUnion.Infrastructure.Spreadsheets.DocumentParts;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>
/// Writes .docx: A4 with the margins, fonts and page numbers of GB/T 9704—2012. Where a font isn't installed, the file names the
/// one to take instead.
/// </summary>
internal sealed class DocumentWriter : IDocumentWriter
{
    /// <summary>
    /// Twentieths of a point: page 210 × 297 mm (5.1); margins 37 above and 28 left with a type area of 156 × 225 mm leave 35 below and 26
    /// right (5.2.1). The dashes of the page number are 7 mm below the text (7.5); they stand in the middle of their line, half of which is 3.2 mm.
    /// </summary>
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int TopMargin = 2098;
    private const int BottomMargin = 1984;
    private const int LeftMargin = 1587;
    private const int RightMargin = 1474;
    private const int FooterMargin = 1406;
    private const int TextWidth = PageWidth - LeftMargin - RightMargin;

    public void Write(TextDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<FontTablePart>().Fonts = Fonts();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
        if (document.Layout == PageLayout.Certificate)
        {
            main.Document = new Document(CertificateLayout.BodyOf(main, document.Blocks.OfType<DocumentCertificate>()));
            return;
        }

        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        var odd = FooterOf(main, JustificationValues.Right);
        var even = FooterOf(main, JustificationValues.Left);
        var body = new Body();
        foreach (var block in document.Blocks)
            body.Append(PartsOf(block).ToArray());
        if (body.LastChild is Table)
            body.Append(new Paragraph());
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = odd },
            new FooterReference { Type = HeaderFooterValues.Even, Id = even },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = TopMargin, Bottom = BottomMargin, Left = LeftMargin, Right = RightMargin, Header = 851, Footer = FooterMargin, Gutter = 0 },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = GridPitch }));
        main.Document = new Document(body);
    }

    private static IEnumerable<OpenXmlElement> PartsOf(DocumentBlock block) => block switch
    {
        DocumentTitle title => [ParagraphOf(title.Text, TitleFont, TitleSize, JustificationValues.Center, line: "640", after: "360")],
        DocumentHeading { Level: 1 } heading => [ParagraphOf(heading.Text, HeadingFont, BodySize, JustificationValues.Left, BodyLine, firstLineChars: 200, keepsWithNext: true)],
        DocumentHeading heading => [ParagraphOf(heading.Text, SubheadingFont, BodySize, JustificationValues.Left, BodyLine, firstLineChars: 200, keepsWithNext: true)],
        DocumentParagraph { IsCentred: true } centred => [ParagraphOf(centred.Text, BodyFont, BodySize, JustificationValues.Center, BodyLine)],
        DocumentParagraph running => [ParagraphOf(running.Text, BodyFont, BodySize, JustificationValues.Both, BodyLine, firstLineChars: 200)],
        DocumentTable table => [TableOf(table)],
        DocumentSignatures signatures => [SignaturesOf(signatures)],
        _ => OfficialLayout.PartsOf(block),
    };

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
            new ParagraphProperties(new Indentation { LeftChars = 100, Left = Text(NumberSize * 10), RightChars = 100, Right = Text(NumberSize * 10) }, new Justification { Val = side }),
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
}
