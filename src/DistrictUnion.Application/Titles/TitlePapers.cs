using System.Globalization;
using System.Text.RegularExpressions;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What notices and circulars of a campaign say.</summary>
/// <param name="Title">Title.</param>
/// <param name="Award">Title that is conferred.</param>
/// <param name="Campaign">Name of the campaign.</param>
/// <param name="Basis">Document that the programme rests on.</param>
/// <param name="Count">How many units are named.</param>
/// <param name="Date">Day in words.</param>
internal sealed record PaperFrame(string Title, string Award, string Campaign, string Basis, string Count, string Date);

/// <summary>A line of a list of units.</summary>
/// <param name="Name">Unit.</param>
/// <param name="School">Its school.</param>
/// <param name="Note">Why it is named, or the number of its certificate.</param>
internal sealed record PaperUnit(string Name, string School, string Note);

/// <summary>
/// Lays out the documents of titles: by the district's template where it has one, else by the built-in layout, whose fields a template
/// knows too. They say nothing that a notice or the register doesn't.
/// </summary>
internal sealed partial class TitlePapers(IUnionDb db, ITenantContext tenant, DistrictNames districts, IEvidenceStore store, IMessages messages)
{
    /// <summary>The district's union as it signs.</summary>
    public async Task<string> IssuerAsync(CancellationToken cancellationToken)
    {
        var name = (await districts.OfAsync(db, tenant.RequireCaller().DistrictId, cancellationToken)).Name;
        return name.EndsWith("工会", StringComparison.Ordinal) ? name : messages.Of("paper.issuer", ("district", name));
    }

    /// <summary>A day in words, digits in Arabic without leading zeros (GB/T 9704—2012, 7.3.5.4).</summary>
    public string Day(DateOnly day) => messages.Of("paper.day", ("year", day.Year), ("month", day.Month), ("day", day.Day));

    /// <summary>A number of a document with the year in hexagonal brackets (7.2.5).</summary>
    public static string NumberOf(string text) => Year().Replace(text.Trim(), "〔${year}〕");

    /// <summary>A file laid out by the district's template where it has one.</summary>
    public async Task<Result<ExportedFile>> FileAsync(
        DocumentKind kind, string name, string plainName, TextDocument builtIn, IReadOnlyList<TemplateValues> copies, CancellationToken cancellationToken)
    {
        var template = await db.DocumentTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind, cancellationToken);
        if (template is null)
            return new ExportedDocument(name, plainName, builtIn);
        if (await FileScans.StateOfAsync(db, template.File.Hash, cancellationToken) == ScanState.Infected)
            return new ConflictError("evidence.quarantined", Words.Camel(ScanState.Infected), []);
        await using var content = store.Open(template.DistrictId, template.File.Hash) ?? throw new FileNotFoundException($"The file {template.File.Hash} has a row and isn't there.");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return new ExportedTemplate(name, plainName, bytes.ToArray(), copies);
    }

    /// <summary>The notice of who is to get a title (公示).</summary>
    public (TextDocument Document, TemplateValues Values) Notice(PaperFrame frame, string issuer, (string Start, string End, string Days) publicity, string address, IReadOnlyList<PaperUnit> units)
    {
        var list = messages.Of("paper.noticeList", ("award", frame.Award));
        var document = new TextDocument(
        [
            new DocumentTitle(frame.Title),
            new DocumentAddressee(messages.Of("paper.addressee")),
            new DocumentParagraph(messages.Of("paper.noticeText", ("basis", frame.Basis), ("campaign", frame.Campaign), ("count", frame.Count), ("award", frame.Award))),
            new DocumentHeading(messages.Of("paper.noticeDays")),
            new DocumentParagraph(messages.Of("paper.noticeDaysText", ("start", publicity.Start), ("end", publicity.End), ("days", publicity.Days))),
            new DocumentHeading(messages.Of("paper.objecting")),
            new DocumentHeading(messages.Of("paper.objectingHow"), Level: 2),
            new DocumentParagraph(messages.Of("paper.objectingHowText", ("address", address))),
            new DocumentHeading(messages.Of("paper.objectingWhat"), Level: 2),
            new DocumentParagraph(messages.Of("paper.objectingWhatText")),
            new DocumentAttachmentNote(messages.Of("paper.attachmentNote", ("name", list))),
            new DocumentSignOff(issuer, frame.Date),
            new DocumentAttachment(messages.Of("paper.attachment"), list),
            ListOf(units, messages.Of("paper.reasonColumn"), noteShare: 40),
        ]);
        var texts = TextsOf(frame, issuer);
        (texts["start"], texts["end"], texts["days"], texts["address"]) = (publicity.Start, publicity.End, publicity.Days, address);
        return (document, new TemplateValues(texts, RowsOf(units, "reason")));
    }

    /// <summary>The circular that confers titles (命名表彰决定).</summary>
    public (TextDocument Document, TemplateValues Values) Circular(PaperFrame frame, string issuer, string number, IReadOnlyList<PaperUnit> units)
    {
        var list = messages.Of("paper.awardList", ("award", frame.Award));
        var document = new TextDocument(
        [
            new DocumentLetterhead(messages.Of("paper.letterhead", ("issuer", issuer)), number),
            new DocumentTitle(frame.Title),
            new DocumentAddressee(messages.Of("paper.addressee")),
            new DocumentParagraph(messages.Of("paper.awardText", ("basis", frame.Basis), ("campaign", frame.Campaign), ("count", frame.Count), ("award", frame.Award))),
            new DocumentParagraph(messages.Of("paper.awardWish")),
            new DocumentAttachmentNote(messages.Of("paper.attachmentNote", ("name", list))),
            new DocumentSignOff(issuer, frame.Date),
            new DocumentAttachment(messages.Of("paper.attachment"), list),
            ListOf(units, messages.Of("paper.certificateColumn"), noteShare: 40),
        ]);
        var texts = TextsOf(frame, issuer);
        texts["documentNumber"] = number;
        return (document, new TemplateValues(texts, RowsOf(units, "certificate")));
    }

    /// <summary>A certificate.</summary>
    /// <param name="unit">Holder.</param>
    /// <param name="award">Title.</param>
    /// <param name="number">Number.</param>
    /// <param name="date">Day in words.</param>
    /// <param name="issuer">Issuer.</param>
    /// <param name="address">Public page to check it at.</param>
    public (DocumentCertificate Page, TemplateValues Values) Certificate(string unit, string award, string number, string date, string issuer, string address)
    {
        var heading = messages.Of("paper.certificate");
        var page = new DocumentCertificate(
            heading,
            messages.Of("paper.certificateUnit", ("unit", unit)),
            [messages.Of("paper.certificateText", ("award", award)), messages.Of("paper.certificateGiven")],
            address,
            [messages.Of("paper.certificateScan"), messages.Of("paper.certificateNumber", ("number", number))],
            issuer,
            messages.Of("paper.sealHere"),
            date);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = heading,
            ["award"] = award,
            ["district"] = issuer,
            ["date"] = date,
            ["unit"] = unit,
            ["number"] = number,
            ["address"] = address,
            [TemplateFields.Code] = address,
        };
        return (page, new TemplateValues(texts, []));
    }

    /// <summary>A unit with its school, unless its name tells it.</summary>
    public static string Holder(string unit, string school) => unit.StartsWith(school, StringComparison.Ordinal) ? unit : $"{school} {unit}";

    private DocumentTable ListOf(IReadOnlyList<PaperUnit> units, string note, int noteShare) => new(
        [
            new DocumentColumn(messages.Of("paper.numberColumn"), 9, ColumnAlignment.Centre),
            new DocumentColumn(messages.Of("paper.unitColumn"), 30),
            new DocumentColumn(messages.Of("paper.schoolColumn"), 30),
            new DocumentColumn(note, noteShare),
        ],
        [.. units.Select((u, i) => (IReadOnlyList<string>)[Text(i + 1), u.Name, u.School, u.Note])]);

    private static Dictionary<string, string> TextsOf(PaperFrame frame, string issuer) => new(StringComparer.Ordinal)
    {
        ["title"] = frame.Title,
        ["award"] = frame.Award,
        ["district"] = issuer,
        ["date"] = frame.Date,
        ["campaign"] = frame.Campaign,
        ["basis"] = frame.Basis,
        ["count"] = frame.Count,
    };

    private static List<IReadOnlyDictionary<string, string>> RowsOf(IReadOnlyList<PaperUnit> units, string note) =>
        [.. units.Select((u, i) => new Dictionary<string, string>(StringComparer.Ordinal) { ["units.number"] = Text(i + 1), ["units.name"] = u.Name, ["units.school"] = u.School, [$"units.{note}"] = u.Note })];

    /// <summary>A number as text.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\[［\(（【〔]\s*(?<year>[0-9]{4})\s*[\]］\)）】〕]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();
}
