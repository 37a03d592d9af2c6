using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>Makes templates to begin with of the same layouts that documents have without one.</summary>
internal static class StarterTemplates
{
    /// <summary>The built-in layout of a document, its fields in place of what they stand for.</summary>
    public static TextDocument Starter(this TitlePapers papers, DocumentKind kind)
    {
        var document = kind switch
        {
            DocumentKind.PublicityNotice => papers.Notice(Frame, Field("district"), (Field("start"), Field("end"), Field("days")), Field("address"), [Row("reason")]).Document,
            DocumentKind.AwardCircular => papers.Circular(Frame, Field("district"), Field("documentNumber"), [Row("certificate")]).Document,
            _ => new TextDocument([papers.Certificate(Field("unit"), Field("award"), Field("number"), Field("date"), Field("district"), Field(TemplateFields.Code)).Page], PageLayout.Certificate),
        };
        return new TextDocument([.. document.Blocks.Select(Named)], document.Layout);
    }

    private static PaperFrame Frame => new(Field("title"), Field("award"), Field("campaign"), Field("basis"), Field("count"), Field("date"));

    private static PaperUnit Row(string note) => new(Field("units.name"), Field("units.school"), Field($"units.{note}"));

    private static string Field(string name) => $"{{{{{name}}}}}";

    /// <summary>What the layout makes itself, a row's number and a heading; here their fields take its place.</summary>
    private static DocumentBlock Named(DocumentBlock block) => block switch
    {
        DocumentTable table => table with { Rows = [.. table.Rows.Select(r => (IReadOnlyList<string>)[Field("units.number"), .. r.Skip(1)])] },
        DocumentCertificate certificate => certificate with { Heading = Field("title") },
        _ => block,
    };
}
