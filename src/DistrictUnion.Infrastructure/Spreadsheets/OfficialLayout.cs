using DistrictUnion.Application.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static DistrictUnion.Infrastructure.Spreadsheets.DocumentParts;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Parts that only official documents have, each by its clause of GB/T 9704—2012.</summary>
internal static class OfficialLayout
{
    private const string Red = "FF0000";

    /// <summary>35 mm from the type area's upper edge to the issuer's mark (7.2.4), in twentieths of a point.</summary>
    private const int AboveMark = 1984;

    /// <summary>4 mm from the document's number to the red line (7.2.7), in points.</summary>
    private const int AboveLine = 11;

    /// <summary>The issuer's mark is as large as fits on one line, up to this (7.2.4 leaves it open), in half points.</summary>
    private const int MarkSize = 88;

    /// <summary>Width of the type area, in half points.</summary>
    private const int HalfPoints = 884;

    /// <summary>The day is four characters from the right edge when a seal goes over it (7.3.5.1), in hundredths of a character.</summary>
    private const int FromRight = 400;

    /// <summary>The elements of a block.</summary>
    public static IEnumerable<OpenXmlElement> PartsOf(DocumentBlock block) => block switch
    {
        DocumentLetterhead head => LetterheadOf(head),

        // One line below the title, from the left edge (7.3.2); the title's own spacing is that line.
        DocumentAddressee addressee => [ParagraphOf(addressee.Text, BodyFont, BodySize, JustificationValues.Left, BodyLine)],

        // One line below the text, two characters in (7.3.4).
        DocumentAttachmentNote note => [Empty(keepsWithNext: true), ParagraphOf(note.Text, BodyFont, BodySize, JustificationValues.Left, BodyLine, firstLineChars: 200, keepsWithNext: true)],
        DocumentSignOff signOff => SignOffOf(signOff),

        // On a page of its own; the mark on the first line, the title in the middle of the third (7.3.7).
        DocumentAttachment attachment =>
        [
            ParagraphOf(attachment.Mark, HeadingFont, BodySize, JustificationValues.Left, BodyLine, keepsWithNext: true, startsPage: true),
            Empty(),
            ParagraphOf(attachment.Title, TitleFont, TitleSize, JustificationValues.Center, line: "640", after: "360", keepsWithNext: true),
        ],
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no layout."),
    };

    /// <summary>The issuer's mark in red; two lines below it the number; the red line as wide as the text; two lines to the title (7.2.4, 7.2.5, 7.2.7, 7.3.1).</summary>
    private static IEnumerable<OpenXmlElement> LetterheadOf(DocumentLetterhead head)
    {
        var size = Math.Clamp(HalfPoints / Math.Max(head.Issuer.Length, 1), TitleSize, MarkSize);
        var mark = ParagraphOf(head.Issuer, TitleFont, size, JustificationValues.Center, color: Red);
        mark.ParagraphProperties!.SpacingBetweenLines!.Before = Text(AboveMark);
        var number = ParagraphOf(head.Number, BodyFont, BodySize, JustificationValues.Center, BodyLine);
        number.ParagraphProperties!.InsertBefore(
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = AboveLine, Color = Red }), number.ParagraphProperties.SpacingBetweenLines);
        return [mark, Empty(), Empty(), number, Empty(), Empty()];
    }

    /// <summary>Room for the seal above; the issuer stands over the middle of the day (7.3.5.1).</summary>
    private static IEnumerable<OpenXmlElement> SignOffOf(DocumentSignOff signOff)
    {
        var fromRight = Math.Max(0, FromRight + ((WidthOf(signOff.Date) - WidthOf(signOff.Issuer)) / 2));
        return [Empty(keepsWithNext: true), Empty(keepsWithNext: true), Right(signOff.Issuer, fromRight, keepsWithNext: true), Right(signOff.Date, FromRight, keepsWithNext: false)];
    }

    private static Paragraph Right(string text, int fromRight, bool keepsWithNext)
    {
        var paragraph = ParagraphOf(text, BodyFont, BodySize, JustificationValues.Right, BodyLine, keepsWithNext: keepsWithNext);
        paragraph.ParagraphProperties!.InsertAfter(
            new Indentation { RightChars = fromRight, Right = Text(fromRight * BodySize / 10) }, paragraph.ParagraphProperties.SpacingBetweenLines);
        return paragraph;
    }

    private static Paragraph Empty(bool keepsWithNext = false) => ParagraphOf("", BodyFont, BodySize, JustificationValues.Left, BodyLine, keepsWithNext: keepsWithNext);

    /// <summary>Width in hundredths of a Chinese character; Latin letters and digits are half as wide.</summary>
    private static int WidthOf(string text) => text.Sum(c => c < 0x2E80 ? 50 : 100);
}
