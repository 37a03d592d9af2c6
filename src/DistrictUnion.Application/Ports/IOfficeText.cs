using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>Text of an Office file, to read without the program that made it.</summary>
/// <param name="Parts">Its parts in order: the document, each sheet that people see, or each slide.</param>
/// <param name="IsCut">Whether the file has more text than this.</param>
public sealed record OfficeText(IReadOnlyList<OfficeTextPart> Parts, bool IsCut);

/// <summary>A part of an Office file.</summary>
/// <param name="Name">Name of a sheet; null: it has none.</param>
/// <param name="Text">Text; paragraphs and rows end with a line feed, cells are parted by tabs.</param>
public sealed record OfficeTextPart(string? Name, string Text);

/// <summary>Reads the text of Office files. Nothing in them is executed, followed or looked up elsewhere.</summary>
public interface IOfficeText
{
    /// <summary>The first 200,000 characters; refused where the file has no text to read this way.</summary>
    Result<OfficeText> Read(Stream file, string mediaType);
}
