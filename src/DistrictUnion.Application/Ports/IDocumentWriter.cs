namespace DistrictUnion.Application.Ports;

/// <summary>A part of a document, from top to bottom.</summary>
public abstract record DocumentBlock;

/// <summary>The title.</summary>
public sealed record DocumentTitle(string Text) : DocumentBlock;

/// <summary>A heading.</summary>
public sealed record DocumentHeading(string Text) : DocumentBlock;

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

/// <summary>A document to write.</summary>
/// <param name="Blocks">Its parts.</param>
public sealed record TextDocument(IReadOnlyList<DocumentBlock> Blocks);

/// <summary>Writes documents (.docx) in the layout of official papers.</summary>
public interface IDocumentWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="stream">Where to; it must be able to seek.</param>
    void Write(TextDocument document, Stream stream);
}
