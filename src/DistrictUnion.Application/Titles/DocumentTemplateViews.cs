using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>How a document is laid out.</summary>
/// <param name="Kind">Document.</param>
/// <param name="IsOwn">Whether the district laid it out itself; otherwise the rest is empty.</param>
/// <param name="FileName">Name of the district's file.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="ChangedBy">Who put it there.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Fields">Fields that a template may name between double braces.</param>
/// <param name="Required">Those that it must name.</param>
public sealed record DocumentTemplateView(
    DocumentKind Kind, bool IsOwn, string? FileName, long? Size, string? ChangedBy, DateTimeOffset? ChangedAt, IReadOnlyList<string> Fields, IReadOnlyList<string> Required)
{
    internal static DocumentTemplateView Of(DocumentKind kind, DocumentTemplate? template) => new(
        kind,
        template is not null,
        template?.File.Name,
        template?.File.Size,
        template?.Actor,
        BusinessTime.Local(template?.ChangedAt),
        TemplateFields.Known(kind),
        TemplateFields.Required(kind));
}
