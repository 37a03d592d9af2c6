using System.IO.Compression;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One nominee with everything that the next level asks for.</summary>
internal sealed record Nominee(int Number, TitleApplication Application, string Unit, string School, string Held, string Reason, string Publicity, IReadOnlyList<NomineeFile> Files);

/// <summary>A file that a nominee rests on: what its application refers to, as frozen with the recommendation, or what its school handed in for the round.</summary>
/// <param name="Name">Name.</param>
/// <param name="Shows">What it shows: its purpose in the application, else the indicators it was handed in for.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="ReceivedAt">When it was received: with the recommendation, else by the ledger.</param>
internal sealed record NomineeFile(string Name, string Shows, long Size, string Hash, DateTimeOffset ReceivedAt);

/// <summary>Writes what goes to the next level: the list in order, a summary with the files' hashes, and each nominee's form with places to sign and seal.</summary>
internal sealed class NominationPackage(IUnionDb db, TitlePapers papers, IDocumentWriter documents, ISpreadsheetWriter spreadsheets, IMessages messages, TimeProvider clock)
{
    private static readonly string[] Opinions = ["nomination.partyOpinion", "nomination.unionOpinion", "nomination.districtOpinion"];

    /// <summary>Writes it as a zip file.</summary>
    public async Task WriteAsync(TitleCampaign campaign, NominationRule rule, IReadOnlyList<TitleApplication> applications, Stream target, CancellationToken cancellationToken)
    {
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        var issuer = await papers.IssuerAsync(cancellationToken);
        var nominees = await NomineesAsync(campaign, applications, cancellationToken);
        var award = TitleNames.Of(definition, campaign.Tier);
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, $"{messages.Of("nomination.listFile")}.docx", s => documents.Write(ListOf(campaign, rule, award, issuer, nominees), s));
        Add(archive, $"{messages.Of("nomination.summaryFile")}.xlsx", s => spreadsheets.Write(SummaryOf(campaign, rule, nominees), s));
        foreach (var nominee in nominees)
            Add(archive, $"{messages.Of("nomination.formFolder")}/{nominee.Number:00}-{nominee.Application.Unit}.docx", s => documents.Write(FormOf(campaign, rule, award, nominee), s));
    }

    private async Task<List<Nominee>> NomineesAsync(TitleCampaign campaign, IReadOnlyList<TitleApplication> applications, CancellationToken cancellationToken)
    {
        var (codes, units) = (applications.Select(a => a.Code).ToList(), applications.Select(a => a.Unit).ToList());
        var (schoolIds, branchIds) = (applications.Select(a => a.SchoolId).ToList(), applications.Where(a => a.BranchId is not null).Select(a => a.BranchId!.Value).ToList());
        var schools = await db.Schools.AsNoTracking().Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var branches = await db.Branches.AsNoTracking().Where(b => branchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);
        var held = (await db.HeldTitles.AsNoTracking().Where(t => units.Contains(t.Unit) && t.EndedOn == null).OrderBy(t => t.AwardedOn).Select(t => new { t.Unit, t.Title }).ToListAsync(cancellationToken))
            .ToLookup(t => t.Unit, t => t.Title, StringComparer.Ordinal);
        var notices = await db.PublicityNotices.AsNoTracking().Where(n => n.CampaignId == campaign.Id && n.CancelledFor == null).OrderBy(n => n.Number).ToListAsync(cancellationToken);
        var objections = (await db.Objections.AsNoTracking().Where(o => codes.Contains(o.Application) && o.State != ObjectionState.Complaint).GroupBy(o => o.Application)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(g => g.Key, g => g.Count, StringComparer.Ordinal);
        var files = (await db.Evidence.AsNoTracking().Where(e => e.RoundId == campaign.RoundId && schoolIds.Contains(e.SchoolId) && e.HandedIn && e.RemovedAt == null).OrderBy(e => e.ReceivedAt)
            .Select(e => new { e.SchoolId, e.Name, e.Nodes, e.Size, e.Hash, e.ReceivedAt }).ToListAsync(cancellationToken))
            .ToLookup(e => e.SchoolId, e => new NomineeFile(e.Name, string.Join('、', e.Nodes), e.Size, e.Hash, e.ReceivedAt));
        return
        [
            .. applications.Select((a, i) =>
            {
                var notice = notices.LastOrDefault(n => n.Units.Any(u => u.Application == a.Code));
                var unit = a.BranchId is { } branch ? TitlePapers.Holder(branches[branch], schools[a.SchoolId]) : schools[a.SchoolId];
                return new Nominee(
                    i + 1,
                    a,
                    unit,
                    schools[a.SchoolId],
                    string.Join('、', held[a.Unit].Distinct(StringComparer.Ordinal)) is { Length: > 0 } titles ? titles : messages.Of("paper.none"),
                    notice?.Units.First(u => u.Application == a.Code).Reason ?? "",
                    notice is null
                        ? messages.Of("paper.none")
                        : messages.Of("nomination.publicity", ("start", papers.Day(notice.StartOn)), ("end", papers.Day(notice.EndOn)), ("objections", objections.GetValueOrDefault(a.Code))),
                    FilesOf(a, files));
            }),
        ];
    }

    /// <summary>The application's own files; a school's are followed by what it handed in for the round, which a branch didn't write.</summary>
    private static List<NomineeFile> FilesOf(TitleApplication application, ILookup<SchoolId, NomineeFile> handedIn)
    {
        var received = application.ReceivedAt ?? default;
        List<NomineeFile> own = [.. application.Files.Select(f => new NomineeFile(f.File.Name, f.Purpose, f.File.Size, f.File.Hash, received))];
        return application.BranchId is not null ? own : [.. own, .. handedIn[application.SchoolId].ExceptBy(own.Select(f => f.Hash), f => f.Hash, StringComparer.Ordinal)];
    }

    private TextDocument ListOf(TitleCampaign campaign, NominationRule rule, string award, string issuer, List<Nominee> nominees) => new(
    [
        new DocumentTitle(messages.Of("nomination.title", ("level", messages.Word("titleLevel", rule.To)), ("award", award))),
        new DocumentParagraph(messages.Of("nomination.text", ("campaign", campaign.Name), ("places", rule.Places), ("count", nominees.Count))),
        new DocumentTable(
            [
                new DocumentColumn(messages.Of("paper.numberColumn"), 9, ColumnAlignment.Centre),
                new DocumentColumn(messages.Of("paper.unitColumn"), 37),
                new DocumentColumn(messages.Of("nomination.scoreColumn"), 12, ColumnAlignment.Right),
                new DocumentColumn(messages.Of("nomination.rankColumn"), 10, ColumnAlignment.Centre),
                new DocumentColumn(messages.Of("nomination.reasonColumn"), 32),
            ],
            [.. nominees.Select(n => (IReadOnlyList<string>)[TitlePapers.Text(n.Number), n.Unit, ScoreOf(n), RankOf(n), n.Reason])]),
        new DocumentParagraph(""),
        new DocumentSignOff(issuer, papers.Day(clock.Today())),
    ]);

    private WorkbookContent SummaryOf(TitleCampaign campaign, NominationRule rule, List<Nominee> nominees)
    {
        string[] headings = ["paper.numberColumn", "paper.unitColumn", "nomination.scoreColumn", "nomination.rankColumn", "nomination.heldColumn", "nomination.reasonColumn", "nomination.publicityColumn"];
        string[] fileHeadings = ["paper.numberColumn", "paper.unitColumn", "nomination.fileColumn", "nomination.showsColumn", "nomination.sizeColumn", "nomination.hashColumn", "nomination.receivedColumn"];
        return new WorkbookContent(
        [
            new SheetContent(
                messages.Of("nomination.summarySheet"),
                [new SheetColumn(6), new SheetColumn(30, IsText: true, Wraps: true), new SheetColumn(10), new SheetColumn(8), new SheetColumn(28, IsText: true, Wraps: true), new SheetColumn(36, IsText: true, Wraps: true), new SheetColumn(36, IsText: true, Wraps: true)],
                [
                    new ContentRow([SheetCell.Of(messages.Of("nomination.summaryTitle", ("campaign", campaign.Name), ("level", messages.Word("titleLevel", rule.To)), ("places", rule.Places)))], RowTone.Title, Height: 32),
                    new ContentRow([.. headings.Select(h => SheetCell.Of(messages.Of(h)))], RowTone.Heading),
                    .. nominees.Select(n => new ContentRow(
                    [
                        SheetCell.Of((decimal)n.Number), SheetCell.Of(n.Unit), SheetCell.Of(n.Application.Ranking?.Total), SheetCell.Of((decimal?)n.Application.Ranking?.Rank), SheetCell.Of(n.Held), SheetCell.Of(n.Reason),
                        SheetCell.Of(n.Publicity),
                    ])),
                ],
                FrozenRows: 2,
                HasGrid: true),
            new SheetContent(
                messages.Of("nomination.filesSheet"),
                [new SheetColumn(6), new SheetColumn(30, IsText: true, Wraps: true), new SheetColumn(40, IsText: true, Wraps: true), new SheetColumn(20, IsText: true, Wraps: true), new SheetColumn(12), new SheetColumn(68, IsText: true), new SheetColumn(20, IsText: true)],
                [
                    new ContentRow([.. fileHeadings.Select(h => SheetCell.Of(messages.Of(h)))], RowTone.Heading),
                    .. nominees.SelectMany(n => n.Files.Select(f => new ContentRow(
                    [
                        SheetCell.Of((decimal)n.Number), SheetCell.Of(n.Unit), SheetCell.Of(f.Name), SheetCell.Of(f.Shows), SheetCell.Of((decimal)f.Size), SheetCell.Of(f.Hash),
                        SheetCell.Of(BusinessTime.Local(f.ReceivedAt).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
                    ]))),
                ],
                HasGrid: true),
        ]);
    }

    /// <summary>A nominee's form: facts, what it wrote, what its school approved, and places for opinions with seals.</summary>
    private TextDocument FormOf(TitleCampaign campaign, NominationRule rule, string award, Nominee nominee)
    {
        var application = nominee.Application;
        return new TextDocument(
        [
            new DocumentTitle(messages.Of("nomination.formTitle", ("level", messages.Word("titleLevel", rule.To)))),
            new DocumentTable(
                [new DocumentColumn("", 16, ColumnAlignment.Centre), new DocumentColumn("", 34), new DocumentColumn("", 16, ColumnAlignment.Centre), new DocumentColumn("", 34)],
                [
                    [messages.Of("paper.unitColumn"), nominee.Unit, messages.Of("paper.schoolColumn"), nominee.School],
                    [messages.Of("nomination.awardRow"), award, messages.Of("nomination.heldColumn"), nominee.Held],
                    [messages.Of("nomination.scoreColumn"), ScoreOf(nominee), messages.Of("nomination.rankColumn"), RankOf(nominee)],
                    [messages.Of("nomination.reasonColumn"), nominee.Reason, messages.Of("nomination.publicityColumn"), nominee.Publicity],
                ]),
            new DocumentParagraph(""),
            new DocumentHeading(messages.Of("nomination.reportHeading")),
            .. application.Report.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => new DocumentParagraph(text.Trim())),
            new DocumentHeading(messages.Of("nomination.approvalsHeading")),
            .. application.Approvals.Select(a => new DocumentParagraph(messages.Of(
                "nomination.approval", ("step", messages.Word("approvalStep", a.Step)), ("day", papers.Day(a.On)), ("document", a.Document)))),
            .. application.Approvals.Count == 0 ? new[] { new DocumentParagraph(messages.Of("paper.none")) } : [],
            new DocumentHeading(messages.Of("nomination.opinionsHeading")),
            new DocumentTable(
                [new DocumentColumn("", 20, ColumnAlignment.Centre), new DocumentColumn("", 80, ColumnAlignment.Right)],
                [.. Opinions.Select(o => (IReadOnlyList<string>)[messages.Of(o), $"\n\n\n\n{messages.Of("nomination.sign")}\n{messages.Of("paper.date")}"])]),
        ]);
    }

    private static string ScoreOf(Nominee nominee) => nominee.Application.Ranking?.Total.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string RankOf(Nominee nominee) => nominee.Application.Ranking?.Rank is { } rank ? TitlePapers.Text(rank) : "";

    /// <summary>The writers want to seek, an entry doesn't: each part is made first, one at a time.</summary>
    private static void Add(ZipArchive archive, string name, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        content.Position = 0;
        using var entry = archive.CreateEntry(name).Open();
        content.CopyTo(entry);
    }
}
