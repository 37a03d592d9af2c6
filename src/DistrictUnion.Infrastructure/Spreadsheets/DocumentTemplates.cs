using System.Xml;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Checks and fills templates. Text, headers and footers are filled; a table row with a unit's field is repeated for every unit.</summary>
internal sealed class DocumentTemplates : IDocumentTemplates
{
    private const int MaxCharactersInPart = 10_000_000;
    private const string Unusable = "template.unusable";

    public Error? Check(Stream file, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        if (TemplateGuard.Refuse(file) is { } code)
            return new UnprocessableError(Unusable, [FieldError.Of("file", code)]);
        try
        {
            file.Position = 0;
            using var package = WordprocessingDocument.Open(file, false, new OpenSettings { MaxCharactersInPart = MaxCharactersInPart });
            if (package.DocumentType != WordprocessingDocumentType.Document || package.MainDocumentPart?.Document?.Body is not { } body)
                return new UnprocessableError(Unusable, [FieldError.Of("file", "template.notDocx")]);
            var fields = RootsOf(package.MainDocumentPart).SelectMany(TornText.FieldsOf).ToHashSet(StringComparer.Ordinal);
            var inRows = body.Descendants<TableRow>().SelectMany(TornText.FieldsOf).ToHashSet(StringComparer.Ordinal);
            List<FieldError> problems =
            [
                .. fields.Where(f => !known.Contains(f)).Order(StringComparer.Ordinal).Select(f => FieldError.Of("file", "template.unknownField", ("field", f), ("known", known))),
                .. required.Where(f => !fields.Contains(f)).Select(f => FieldError.Of("file", "template.missingField", ("field", f))),
                .. fields.Where(f => IsOfUnit(f) && known.Contains(f) && !inRows.Contains(f)).Select(f => FieldError.Of("file", "template.outsideRow", ("field", f))),
            ];
            return problems.Count == 0 ? null : new UnprocessableError(Unusable, problems);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or InvalidOperationException)
        {
            return new UnprocessableError(Unusable, [FieldError.Of("file", "template.damaged")]);
        }
    }

    public void Fill(byte[] template, IReadOnlyList<TemplateValues> copies, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(copies);
        stream.Write(template);
        using var package = WordprocessingDocument.Open(stream, true, new OpenSettings { MaxCharactersInPart = MaxCharactersInPart });
        var main = package.MainDocumentPart!;
        var body = main.Document.Body!;
        foreach (var part in main.HeaderParts)
            TornText.Fill(part.Header, copies[0].Texts, PictureOf(part));
        foreach (var part in main.FooterParts)
            TornText.Fill(part.Footer, copies[0].Texts, PictureOf(part));

        var end = body.Elements<SectionProperties>().LastOrDefault();
        var content = body.ChildElements.Where(e => e != end).ToList();
        content.ForEach(e => e.Remove());
        for (var i = 0; i < copies.Count; i++)
        {
            var copy = new Body([.. content.Select(e => e.CloneNode(true))]);
            if (i > 0)
                StartPage(copy);
            if (copies.Count > 1)
                DropMarks(copy);
            Repeat(copy, copies[i].Rows);
            TornText.Fill(copy, copies[i].Texts, PictureOf(main));
            foreach (var element in copy.ChildElements.ToList())
            {
                element.Remove();
                if (end is null)
                    body.Append(element);
                else
                    end.InsertBeforeSelf(element);
            }
        }

        Number(main);
    }

    private static bool IsOfUnit(string field) => field.StartsWith(TemplateFields.RowPrefix, StringComparison.Ordinal);

    private static IEnumerable<OpenXmlElement> RootsOf(MainDocumentPart main) =>
        [main.Document, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer)];

    /// <summary>Numbers of pictures are given anew at the end, so any will do.</summary>
    private static Func<string, string, Run?> PictureOf(OpenXmlPart part) => (field, address) => field == TemplateFields.Code ? CodePicture.RunOf(part, address, 1) : null;

    private static void Repeat(Body body, IReadOnlyList<IReadOnlyDictionary<string, string>> units)
    {
        // The innermost row, where tables stand in tables.
        foreach (var row in body.Descendants<TableRow>().Where(r => !r.Descendants<TableRow>().Any() && TornText.FieldsOf(r).Any(IsOfUnit)).ToList())
        {
            foreach (var unit in units)
            {
                var own = (TableRow)row.CloneNode(true);
                row.InsertBeforeSelf(own);
                TornText.Fill(own, unit, (_, _) => null);
            }

            row.Remove();
        }
    }

    private static void StartPage(Body copy)
    {
        if (copy.FirstChild is Paragraph first)
            (first.ParagraphProperties ??= new ParagraphProperties()).PageBreakBefore = new PageBreakBefore();
        else
            copy.PrependChild(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
    }

    /// <summary>Names of places may be there once only.</summary>
    private static void DropMarks(Body copy)
    {
        foreach (var mark in copy.Descendants<BookmarkStart>().Cast<OpenXmlElement>().Concat(copy.Descendants<BookmarkEnd>()).ToList())
            mark.Remove();
    }

    private static void Number(MainDocumentPart main)
    {
        uint number = 0;
        foreach (var drawing in RootsOf(main).SelectMany(r => r.Descendants<Wp.DocProperties>()))
            drawing.Id = ++number;
    }
}
