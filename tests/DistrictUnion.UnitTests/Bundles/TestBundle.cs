using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Properties;

namespace DistrictUnion.UnitTests.Bundles;

/// <summary>Bundles of drawn rounds, and bundles that somebody changed and chained anew.</summary>
internal static class TestBundle
{
    public static readonly BundleHeader Header = BundleHeader.Of(BundleKind.Round, "1.0.0", "d1", "r1", 1, new DateTimeOffset(2025, 11, 13, 2, 0, 0, TimeSpan.Zero));

    /// <summary>The bundle of a drawn round as the product publishes it.</summary>
    public static byte[] Drawn(Draw draw, int changes = 25)
    {
        var ledger = new Ledger(draw, SchemeDraw.Scheme(draw));
        for (var step = changes; step > 0; step--) ledger.Change(draw);
        return Of(ledger, isNormalised: draw.Chance(40));
    }

    /// <summary>Takes a bundle apart by the framework's own reader.</summary>
    public static Dictionary<string, string> Unpack(byte[] bundle)
    {
        using var archive = new ZipArchive(new MemoryStream(bundle), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd(), StringComparer.Ordinal);
    }

    /// <summary>Puts files together and chains them as the product would: what an attacker does who knows the format.</summary>
    public static byte[] Chained(IReadOnlyDictionary<string, string> files)
    {
        using var target = new MemoryStream();
        var bundle = new BundleWriter(target);
        foreach (var name in BundleFormat.FilesOf(BundleKind.Round))
        {
            var lines = files[name].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
            Wait(bundle.AddLinesAsync(name, lines.ToAsyncEnumerable(), CancellationToken.None));
        }

        Wait(bundle.FinishAsync(Header, CancellationToken.None));
        return target.ToArray();
    }

    public static BundleReport Verify(byte[] bundle, string? head = null) => BundleVerifier.Verify(new MemoryStream(bundle), head);

    /// <summary>Whether the verifier finds that a file isn't what was published.</summary>
    public static bool IsFound(byte[] bundle)
    {
        try
        {
            return !Verify(bundle).IsSame;
        }
        catch (BundleUnreadableException)
        {
            return true;
        }
    }

    private static byte[] Of(Ledger ledger, bool isNormalised)
    {
        var scheme = ledger.Scheme;
        var groupsByZone = scheme.Definition.Ranking.GroupBy == RankingGroup.Zone;
        var schools = Ledger.Schools.Select((code, i) => new SchoolPart(code, $"{code}学校", $"z{i % 2}", groupsByZone ? $"z{i % 2}" : null, 10 * i)).ToList();
        var results = schools.ToDictionary(s => s.Code, s => ScoringEngine.Score(scheme, ledger.Input(s.Code)));
        var adjusted = isNormalised
            ? ZoneNormalisation.Adjust(
                [.. schools.Where(s => results[s.Code].Outcome != Outcome.NotSubmitted).Select(s => new ZoneTotal(s.Code, s.Zone, results[s.Code].Total))],
                scheme.TopSections.Sum(i => scheme.Nodes[i].Max!.Value))
            : null;
        var ranking = RankingRules.Rank(schools.Select(s => new RankedSchool(
            s.Code, adjusted?.GetValueOrDefault(s.Code) ?? results[s.Code].Total, results[s.Code].Outcome, results[s.Code].TieValues, s.Group ?? ""))).ToDictionary(l => l.School.Code);
        var content = SchemeDocument.Write(scheme.Definition);
        using var definition = JsonDocument.Parse(content);
        var people = new Pseudonyms();
        using var target = new MemoryStream();
        var bundle = new BundleWriter(target);
        Wait(bundle.AddAsync(BundleFormat.Scheme, new SchemePart("drawn", 1, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), definition.RootElement), CancellationToken.None));
        Wait(bundle.AddAsync(BundleFormat.Organisation, new OrganisationPart(schools), CancellationToken.None));
        Wait(bundle.AddAsync(BundleFormat.Decisions, new DecisionsPart(null, null, isNormalised, [], [], [], []), CancellationToken.None));
        Wait(bundle.AddAsync(BundleFormat.Summary, SummaryOf(schools, results), CancellationToken.None));
        Wait(bundle.AddLinesAsync(
            BundleFormat.Inputs, schools.Select(s => new WrittenInput(s.Code, people.Redact(Json.Write(ledger.Input(s.Code))))).ToAsyncEnumerable(), CancellationToken.None));
        Wait(bundle.AddLinesAsync(
            BundleFormat.Results,
            schools.Select(s => LineOf(scheme, s.Code, results[s.Code], ranking[s.Code], RankingRules.IsRanked(results[s.Code].Outcome) ? adjusted?[s.Code] : null)).ToAsyncEnumerable(),
            CancellationToken.None));
        Wait(bundle.FinishAsync(Header, CancellationToken.None));
        return target.ToArray();
    }

    private static SummaryView SummaryOf(List<SchoolPart> schools, Dictionary<string, ScoreResult> results)
    {
        MeansView Means(IReadOnlyCollection<SchoolPart> of)
        {
            var means = ScopeSummary.Of(of.Select(s => new ScopeSchool(results[s.Code].Total, results[s.Code].Outcome != Outcome.NotSubmitted, s.Members)));
            return new(of.Count, of.Count(s => results[s.Code].Outcome != Outcome.NotSubmitted), means.Mean, means.Coverage, means.MeanOfSubmitted, means.MemberWeightedMean);
        }

        return new(Means(schools), [.. schools.GroupBy(s => s.Zone).OrderBy(z => z.Key, StringComparer.Ordinal).Select(z =>
        {
            var means = Means([.. z]);
            return new ZoneMeansView(z.Key, means.InScope, means.Submitted, means.Mean, means.Coverage, means.MeanOfSubmitted, means.MemberWeightedMean);
        })]);
    }

    private static ResultLine LineOf(CompiledScheme scheme, string school, ScoreResult result, RankingLine line, decimal? adjusted) => new(
        school, result.Total, result.Base, result.Bonus, result.Late, result.SelfTotal, result.Outcome, result.Grade, result.Vetoes,
        TieKey.Values(TieKey.Encode(result.TieValues)), adjusted, line.Position, line.Rank, line.Ties,
        [.. result.Nodes.Select((n, i) => new NodePart(scheme.Nodes[i].Code, n.Self, n.Review, n.Final, n.Flags))]);

    /// <summary>Memory only: nothing here ever waits for anything.</summary>
    private static void Wait(Task work) => work.GetAwaiter().GetResult();
}
