namespace DistrictUnion.Application.Ports;

/// <summary>A part of a document, from top to bottom.</summary>
public abstract record DocumentBlock;

/// <summary>The title.</summary>
public sealed record DocumentTitle(string Text) : DocumentBlock;

/// <summary>A heading.</summary>
/// <param name="Text">Text.</param>
/// <param name="Level">1 for 一、 or 2 for （一）.</param>
public sealed record DocumentHeading(string Text, int Level = 1) : DocumentBlock;

/// <summary>The head of an official document (版头): who issues it, its number, a red line below.</summary>
/// <param name="Issuer">The issuer's mark, such as 某区教育工会文件.</param>
/// <param name="Number">Number of the document (发文字号).</param>
public sealed record DocumentLetterhead(string Issuer, string Number) : DocumentBlock;

/// <summary>Whom it is to (主送机关), with its colon.</summary>
public sealed record DocumentAddressee(string Text) : DocumentBlock;

/// <summary>The note below the text that names what is attached (附件说明).</summary>
public sealed record DocumentAttachmentNote(string Text) : DocumentBlock;

/// <summary>Issuer and day at the end (署名, 成文日期), with room for the seal.</summary>
/// <param name="Issuer">Issuer.</param>
/// <param name="Date">Day in words.</param>
public sealed record DocumentSignOff(string Issuer, string Date) : DocumentBlock;

/// <summary>Begins an attachment on a new page.</summary>
/// <param name="Mark">The word 附件.</param>
/// <param name="Title">Its title.</param>
public sealed record DocumentAttachment(string Mark, string Title) : DocumentBlock;

/// <summary>A certificate that fills a page of its own.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Unit">Holder.</param>
/// <param name="Paragraphs">What it says.</param>
/// <param name="Address">Public page to check it at, shown as a picture to scan.</param>
/// <param name="CodeLines">Lines beside the picture.</param>
/// <param name="Issuer">Issuer.</param>
/// <param name="SealNote">Where the seal goes.</param>
/// <param name="Date">Day in words.</param>
public sealed record DocumentCertificate(
    string Heading, string Unit, IReadOnlyList<string> Paragraphs, string Address, IReadOnlyList<string> CodeLines, string Issuer, string SealNote, string Date) : DocumentBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Text.</param>
/// <param name="IsCentred">Whether it stands in the middle, without the indent of running text.</param>
public sealed record DocumentParagraph(string Text, bool IsCentred = false) : DocumentBlock;

/// <summary>How the text of a table's column stands.</summary>
public enum ColumnAlignment
{
    /// <summary>On the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>On the right.</summary>
    Right,
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Heading; empty where the table has none.</param>
/// <param name="Share">Share of the width, in any unit.</param>
/// <param name="Alignment">How its text stands.</param>
public sealed record DocumentColumn(string Heading, int Share, ColumnAlignment Alignment = ColumnAlignment.Left);

/// <summary>A table; its heading is repeated on every page, and no row is torn apart.</summary>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Texts by row.</param>
public sealed record DocumentTable(IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock;

/// <summary>Places to sign and seal, side by side, never torn apart.</summary>
/// <param name="Parties">Lines of each party, from top to bottom.</param>
public sealed record DocumentSignatures(IReadOnlyList<IReadOnlyList<string>> Parties) : DocumentBlock;

/// <summary>How the pages of a document are laid out.</summary>
public enum PageLayout
{
    /// <summary>As official papers are: A4 upright, page numbers.</summary>
    Official,

    /// <summary>A4 across with a frame, without page numbers.</summary>
    Certificate,
}

/// <summary>A document to write.</summary>
/// <param name="Blocks">Its parts.</param>
/// <param name="Layout">How its pages are laid out.</param>
public sealed record TextDocument(IReadOnlyList<DocumentBlock> Blocks, PageLayout Layout = PageLayout.Official);

/// <summary>Writes documents (.docx) in the layout of official papers.</summary>
public interface IDocumentWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="stream">Where to; it must be able to seek.</param>
    void Write(TextDocument document, Stream stream);
}
