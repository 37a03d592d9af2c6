namespace DistrictUnion.Domain.Titles;

/// <summary>What a template of a document may and must name between pairs of braces.</summary>
public static class TemplateFields
{
    /// <summary>Begins fields of a unit; a table row that has one is repeated for every unit.</summary>
    public const string RowPrefix = "units.";

    /// <summary>Stands for the picture that leads to the public page of a certificate.</summary>
    public const string Code = "qr";

    private static readonly string[] Common = ["title", "award", "district", "date"];

    /// <summary>Fields that the documents of a kind know.</summary>
    public static IReadOnlyList<string> Known(DocumentKind kind) => kind switch
    {
        DocumentKind.PublicityNotice => [.. Common, "campaign", "basis", "start", "end", "days", "count", "address", .. Row("number", "name", "school", "reason")],
        DocumentKind.AwardCircular => [.. Common, "campaign", "basis", "documentNumber", "count", .. Row("number", "name", "school", "certificate")],
        _ => [.. Common, "unit", "number", "address", Code],
    };

    /// <summary>Fields without which a document of the kind wouldn't say what it is for.</summary>
    public static IReadOnlyList<string> Required(DocumentKind kind) => kind switch
    {
        DocumentKind.PublicityNotice => ["start", "end", .. Row("name")],
        DocumentKind.AwardCircular => ["award", .. Row("name")],
        _ => ["unit", "award", "number", Code],
    };

    private static IEnumerable<string> Row(params string[] fields) => fields.Select(f => RowPrefix + f);
}
