using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static DistrictUnion.Infrastructure.Spreadsheets.DocumentParts;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Certificates: A4 across, a red frame, a page each, as the print page shows them.</summary>
internal static class CertificateLayout
{
    private const string Red = "A8231B";
    private const string FrameColor = "C8432F";
    private const string Grey = "8C8C8C";

    /// <summary>Twentieths of a point: 297 × 210 mm, 30 mm to the text.</summary>
    private const int PageWidth = 16838;
    private const int PageHeight = 11906;
    private const int Margin = 1701;
    private const int TextWidth = PageWidth - (2 * Margin);
    private const int CodeWidth = TextWidth * 45 / 100;

    /// <summary>Half points.</summary>
    private const int HeadingSize = 96;
    private const int UnitSize = 48;
    private const int TextSize = 44;
    private const int FootSize = 36;
    private const int SmallSize = 21;

    /// <summary>All certificates.</summary>
    public static Body BodyOf(MainDocumentPart main, IEnumerable<DocumentCertificate> certificates)
    {
        var body = new Body();
        uint count = 0;
        foreach (var certificate in certificates)
        {
            count++;
            body.Append(ParagraphOf(certificate.Heading, TitleFont, HeadingSize, JustificationValues.Center, after: "360", bold: true, color: Red, startsPage: count > 1));
            body.Append(ParagraphOf(certificate.Unit, PlainFont, UnitSize, JustificationValues.Left, after: "120", bold: true));
            foreach (var text in certificate.Paragraphs)
                body.Append(ParagraphOf(text, PlainFont, TextSize, JustificationValues.Both, after: "120", firstLineChars: 200));
            body.Append(ParagraphOf("", PlainFont, SmallSize, JustificationValues.Left));
            body.Append(FootOf(main, certificate, count));
            body.Append(ParagraphOf("", PlainFont, 2, JustificationValues.Left, line: "20"));
        }

        body.Append(new SectionProperties(
            new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 851, Footer = 851, Gutter = 0 },
            new PageBorders(Side<TopBorder>(), Side<LeftBorder>(), Side<BottomBorder>(), Side<RightBorder>()) { OffsetFrom = PageBorderOffsetValues.Page },
            new VerticalTextAlignmentOnPage { Val = VerticalJustificationValues.Center }));
        return body;
    }

    /// <summary>Left what checks it, right who gives it and when, with the seal over both.</summary>
    private static Table FootOf(MainDocumentPart main, DocumentCertificate certificate, uint id) => new(
        new TableProperties(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Text(TextWidth) }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(new GridColumn { Width = Text(CodeWidth) }, new GridColumn { Width = Text(TextWidth - CodeWidth) }),
        new TableRow(
            new TableRowProperties(new CantSplit()),
            CellOf(
                CodeWidth,
                [
                    new Paragraph(CodeOf(main, certificate.Address, id)),
                    .. certificate.CodeLines.Select(line => ParagraphOf(line, PlainFont, SmallSize, JustificationValues.Left)),
                ]),
            CellOf(
                TextWidth - CodeWidth,
                [
                    ParagraphOf(certificate.Issuer, PlainFont, FootSize, JustificationValues.Right, after: "60"),
                    ParagraphOf(certificate.SealNote, PlainFont, SmallSize, JustificationValues.Right, after: "60", color: Grey),
                    ParagraphOf(certificate.Date, PlainFont, FootSize, JustificationValues.Right),
                ])));

    /// <summary>The picture; a field of a template to begin with stays text.</summary>
    private static Run CodeOf(MainDocumentPart main, string address, uint id) =>
        Uri.IsWellFormedUriString(address, UriKind.Absolute) ? CodePicture.RunOf(main, address, id) : RunOf(address, PlainFont, SmallSize);

    private static TableCell CellOf(int width, IEnumerable<OpenXmlElement> content) => new(
        [
            new TableCellProperties(
                new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(width) }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }),
            .. content,
        ]);

    private static T Side<T>()
        where T : BorderType, new() => new() { Val = BorderValues.ThinThickMediumGap, Size = 36, Space = 24, Color = FrameColor };
}
