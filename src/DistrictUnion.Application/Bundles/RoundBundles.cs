using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Writes what a publication was made of, from what closing and publishing froze. Nothing that can change afterwards is read, a
/// school's name included, so the same publication is the same file as long as it stands.
/// </summary>
internal sealed class RoundBundles(IUnionDb db, ITenantContext tenant)
{
    /// <summary>Version of the product that publishes.</summary>
    public static string Product { get; } = typeof(RoundBundles).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes the bundle of a publication of a closed or published round.</summary>
    /// <returns>The table of contents; null when a result was stored without what it was computed from.</returns>
    public async Task<BundleManifest?> WriteAcrossSchoolsAsync(AssessmentRound round, RoundPublication publication, Stream target, CancellationToken cancellationToken)
    {
        var cards = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.SchoolCode)
            .Select(c => new { c.SchoolCode, c.Members, c.TiePosition, IsKept = c.FrozenInput != null }).ToListAsync(cancellationToken);
        if (cards.Exists(c => !c.IsKept))
            return null;
        var version = await db.SchemeVersions.AsNoTracking().Where(v => v.Id == round.SchemeVersionId)
            .Select(v => new { v.Number, v.Content, Scheme = db.Schemes.Where(s => s.Id == v.SchemeId).Select(s => s.Code).First() }).SingleAsync(cancellationToken);
        var scheme = CompiledScheme.Compile(SchemeCatalogue.Read(version.Content));
        var rows = PlacedRow.Of(Json.Read<List<RankingRow>>(publication.Ranking));
        var people = new Pseudonyms();
        var bundle = new BundleWriter(target);
        using (var definition = JsonDocument.Parse(version.Content))
            await bundle.AddAsync(BundleFormat.Scheme, new SchemePart(version.Scheme, version.Number, Sha256(version.Content), definition.RootElement), cancellationToken);
        await bundle.AddAsync(
            BundleFormat.Organisation,
            new OrganisationPart([.. cards.Select(c => SchoolOf(rows[c.SchoolCode].Row, c.Members))]),
            cancellationToken);
        var places = cards.Where(c => c.TiePosition is not null).Select(c => new PlacePart(c.SchoolCode, c.TiePosition!.Value)).ToList();
        await bundle.AddAsync(BundleFormat.Decisions, await DecisionsOfAsync(round, publication, places, people, cancellationToken), cancellationToken);
        using (var summary = JsonDocument.Parse(publication.Summary))
            await bundle.AddAsync(BundleFormat.Summary, summary.RootElement, cancellationToken);
        await bundle.AddLinesAsync(BundleFormat.Inputs, InputsAcrossSchoolsAsync(round, people, cancellationToken), cancellationToken);
        await bundle.AddLinesAsync(BundleFormat.Results, ResultsAcrossSchoolsAsync(round, scheme, rows, cancellationToken), cancellationToken);
        var header = BundleHeader.Of(BundleKind.Round, publication.Product ?? Product, tenant.RequireCaller().DistrictCode, round.Code, publication.Number, publication.At);
        return await bundle.FinishAsync(header, cancellationToken);
    }

    private async Task<DecisionsPart> DecisionsOfAsync(
        AssessmentRound round, RoundPublication publication, IReadOnlyList<PlacePart> places, Pseudonyms people, CancellationToken cancellationToken)
    {
        var amendments = await db.RoundAmendments.AsNoTracking().Where(a => a.RoundId == round.Id).OrderBy(a => a.Number).ToListAsync(cancellationToken);
        var reopenings = await db.RoundReopenings.AsNoTracking().Where(r => r.RoundId == round.Id).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        var resolutions = await db.TieResolutions.AsNoTracking().Where(t => t.RoundId == round.Id).OrderBy(t => t.Number).ToListAsync(cancellationToken);
        return new DecisionsPart(
            round.Visibility,
            round.Top,
            publication.Normalised,
            [.. amendments.Select(a => new AmendmentPart(a.Number, a.At, people.Of(a.Actor), a.Reason, a.Scope, a.SchemeVersion))],
            [.. reopenings.Select(r => new ReopeningPart(r.Number, r.At, people.Of(r.Actor), r.Reason))],
            [.. resolutions.Select(t => new TieResolutionPart(t.Number, t.At, people.Of(t.Actor), t.Reason, t.Schools))],
            places);
    }

    private async IAsyncEnumerable<WrittenInput> InputsAcrossSchoolsAsync(AssessmentRound round, Pseudonyms people, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stored = db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.SchoolCode).Select(c => new { c.SchoolCode, c.FrozenInput });
        await foreach (var card in stored.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new WrittenInput(card.SchoolCode, people.Redact(card.FrozenInput!));
    }

    private async IAsyncEnumerable<ResultLine> ResultsAcrossSchoolsAsync(
        AssessmentRound round, CompiledScheme scheme, IReadOnlyDictionary<string, PlacedRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stored = db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.SchoolCode)
            .Select(c => new { c.SchoolCode, c.Total, c.Base, c.Bonus, c.Late, c.SelfTotal, c.Outcome, c.Grade, c.Vetoes, c.TieKey, c.Nodes });
        await foreach (var card in stored.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (row, position) = rows[card.SchoolCode];
            yield return new ResultLine(
                card.SchoolCode,
                Points(card.Total),
                Points(card.Base),
                Points(card.Bonus),
                Points(card.Late),
                card.SelfTotal is { } self ? Points(self) : null,
                card.Outcome,
                card.Grade,
                card.Vetoes,
                TieKey.Values(card.TieKey),
                row.Adjusted,
                position,
                row.Rank,
                row.Ties ?? 0,
                [.. NodeValues.Read(card.Nodes).Select((n, i) => new NodePart(scheme.Nodes[i].Code, n.Self, n.Review, n.Final, n.Flags))]);
        }
    }

    private static SchoolPart SchoolOf(RankingRow row, int members) => new(row.School, row.Name, row.Zone, row.Group, members);

    private static decimal Points(long hundredths) => Scorecard.Points(hundredths);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A published row with its place in the list of its group.</summary>
    private sealed record PlacedRow(RankingRow Row, int Position)
    {
        public static Dictionary<string, PlacedRow> Of(IEnumerable<RankingRow> published) => published
            .GroupBy(r => r.Group, StringComparer.Ordinal)
            .SelectMany(group => group.Select((row, i) => new PlacedRow(row, i + 1)))
            .ToDictionary(r => r.Row.School, StringComparer.Ordinal);
    }
}
