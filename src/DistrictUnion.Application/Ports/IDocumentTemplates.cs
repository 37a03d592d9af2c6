using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>What a copy of a template says.</summary>
/// <param name="Texts">Texts by field.</param>
/// <param name="Rows">Texts by field of every unit.</param>
public sealed record TemplateValues(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);

/// <summary>Reads and fills templates (.docx): fields stand between double braces, whatever runs the text is torn into.</summary>
public interface IDocumentTemplates
{
    /// <summary>Looks into a template: what runs or reaches outside, what is too large unpacked, fields that nobody knows or that are missing, all refused.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">Fields that may be there.</param>
    /// <param name="required">Fields that must be there.</param>
    /// <returns>The refusal; null when it can be used.</returns>
    Error? Check(Stream file, IReadOnlyList<string> known, IReadOnlyList<string> required);

    /// <summary>Fills a template.</summary>
    /// <param name="template">A template that was checked.</param>
    /// <param name="copies">What each copy says.</param>
    /// <param name="stream">Where to; it must be able to seek.</param>
    void Fill(byte[] template, IReadOnlyList<TemplateValues> copies, Stream stream);
}
