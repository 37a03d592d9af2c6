using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Bundles;

/// <summary>Computes a published round again: every school's score from scheme and input, ranks with ties and decided orders, means.</summary>
internal sealed class RoundReplay(BundleReader bundle, BundleFindings findings)
{
    private readonly List<Replayed> schools = [];

    /// <summary>Computes and compares.</summary>
    public void Run()
    {
        CompiledScheme? scheme = null;
        OrganisationPart? organisation = null;
        DecisionsPart? decisions = null;
        findings.Try(new Spot(BundleFormat.Scheme), () => scheme = ReadScheme());
        findings.Try(new Spot(BundleFormat.Organisation), () => organisation = bundle.Read<OrganisationPart>(BundleFormat.Organisation));
        findings.Try(new Spot(BundleFormat.Decisions), () => decisions = bundle.Read<DecisionsPart>(BundleFormat.Decisions));
        if (scheme is null || organisation is null || decisions is null)
            return;
        findings.Try(new Spot(BundleFormat.Decisions), () => CheckPlaces(decisions));
        findings.Try(new Spot(BundleFormat.Results), () => ScoreSchools(scheme, organisation));
        findings.Units = schools.Count;
        findings.Try(new Spot(BundleFormat.Results), () => Rank(scheme, decisions));
        findings.Try(new Spot(BundleFormat.Summary), CheckSummary);
    }

    private CompiledScheme? ReadScheme()
    {
        var part = bundle.Read<SchemePart>(BundleFormat.Scheme);
        var parsed = SchemeDocument.Parse(part.Definition);
        if (parsed.Definition is not { } definition)
        {
            findings.Differ(new Spot(BundleFormat.Scheme), "definition", null, parsed.Problems[0].Path);
            return null;
        }

        findings.Compare(new Spot(BundleFormat.Scheme), "sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SchemeDocument.Write(definition)))), part.Sha256);
        return CompiledScheme.Compile(definition);
    }

    /// <summary>A place is decided by the latest resolution that names the school.</summary>
    private void CheckPlaces(DecisionsPart decisions)
    {
        foreach (var (school, place) in decisions.Places)
        {
            var latest = decisions.TieResolutions.OrderBy(t => t.Number).LastOrDefault(t => t.Schools.Contains(school, StringComparer.Ordinal));
            var decided = latest?.Schools.TakeWhile(s => s != school).Count() + 1;
            findings.Compare(new Spot(BundleFormat.Decisions, null, school), "place", decided, place);
        }
    }

    private void ScoreSchools(CompiledScheme scheme, OrganisationPart organisation)
    {
        using var inputs = bundle.ReadLines(BundleFormat.Inputs).GetEnumerator();
        using var results = bundle.ReadLines(BundleFormat.Results).GetEnumerator();
        for (var line = 1; ; line++)
        {
            var school = line <= organisation.Schools.Count ? organisation.Schools[line - 1] : null;
            var (hasInput, hasResult) = (inputs.MoveNext(), results.MoveNext());
            if (school is null && !hasInput && !hasResult)
                return;
            if (school is null || !hasInput || !hasResult)
            {
                findings.Differ(new Spot(hasInput ? BundleFormat.Results : BundleFormat.Inputs, line, school?.Code), "school", school?.Code, null);
                return;
            }

            InputLine? input = null;
            findings.Try(new Spot(BundleFormat.Inputs, line, school.Code), () => input = BundleReader.Parse<InputLine>(inputs.Current));
            if (input is not null)
                findings.Try(new Spot(BundleFormat.Results, line, school.Code), () => Score(scheme, school, line, input, BundleReader.Parse<ResultLine>(results.Current)));
        }
    }

    private void Score(CompiledScheme scheme, SchoolPart school, int line, InputLine input, ResultLine found)
    {
        var spot = new Spot(BundleFormat.Results, line, school.Code);
        findings.Compare(new Spot(BundleFormat.Inputs, line, school.Code), "school", school.Code, input.School);
        findings.Compare(spot, "school", school.Code, found.School);
        if (scheme.Definition.Ranking.GroupBy != RankingGroup.Stage)
            findings.Compare(new Spot(BundleFormat.Organisation, null, school.Code), "group", scheme.Definition.Ranking.GroupBy == RankingGroup.Zone ? school.Zone : null, school.Group);
        var result = ScoringEngine.Score(scheme, input.Input);
        findings.CompareAll(spot, "nodes", [.. scheme.Nodes.Select(n => n.Code)], [.. found.Nodes.Select(n => n.Code)]);
        foreach (var (node, value, told) in scheme.Nodes.Zip(result.Nodes, found.Nodes))
        {
            findings.Compare(spot, $"{node.Code}.self", value.Self, told.Self);
            findings.Compare(spot, $"{node.Code}.review", value.Review, told.Review);
            findings.Compare(spot, $"{node.Code}.final", value.Final, told.Final);
            findings.Compare(spot, $"{node.Code}.flags", value.Flags, told.Flags);
        }

        findings.Compare(spot, "base", result.Base, found.Base);
        findings.Compare(spot, "bonus", result.Bonus, found.Bonus);
        findings.Compare(spot, "late", result.Late, found.Late);
        findings.Compare(spot, "total", result.Total, found.Total);
        findings.Compare(spot, "selfTotal", result.SelfTotal, found.SelfTotal);
        findings.Compare(spot, "outcome", result.Outcome, found.Outcome);
        findings.Compare(spot, "grade", result.Grade, found.Grade);
        findings.CompareAll(spot, "vetoes", result.Vetoes, found.Vetoes);
        findings.CompareAll(spot, "tieValues", TieKey.Values(TieKey.Encode(result.TieValues)), found.TieValues);
        schools.Add(new Replayed(school, line, result.Total, result.Outcome, result.TieValues, found with { Nodes = [] }));
    }

    private void Rank(CompiledScheme scheme, DecisionsPart decisions)
    {
        var places = decisions.Places.ToDictionary(p => p.School, p => p.Place, StringComparer.Ordinal);
        var adjusted = decisions.Normalised ? Adjust(scheme) : null;
        var lines = RankingRules.Rank(schools.Select(s => new RankedSchool(
            s.School.Code,
            adjusted?.GetValueOrDefault(s.School.Code) ?? s.Total,
            s.Outcome,
            s.TieValues,
            s.School.Group ?? "",
            places.TryGetValue(s.School.Code, out var place) ? place : null))).ToDictionary(l => l.School.Code, StringComparer.Ordinal);
        foreach (var (school, line, _, outcome, _, found) in schools)
        {
            var (spot, ranked) = (new Spot(BundleFormat.Results, line, school.Code), lines[school.Code]);
            findings.Compare(spot, "adjusted", adjusted is not null && RankingRules.IsRanked(outcome) ? adjusted[school.Code] : (decimal?)null, found.Adjusted);
            findings.Compare(spot, "rank", ranked.Rank, found.Rank);
            findings.Compare(spot, "ties", ranked.Ties, found.Ties);
            findings.Compare(spot, "position", ranked.Position, found.Position);
        }
    }

    private IReadOnlyDictionary<string, decimal> Adjust(CompiledScheme scheme) => ZoneNormalisation.Adjust(
        [.. schools.Where(s => s.Outcome != Outcome.NotSubmitted).Select(s => new ZoneTotal(s.School.Code, s.School.Zone, s.Total))],
        scheme.TopSections.Sum(index => scheme.Nodes[index].Max ?? 0));

    private void CheckSummary()
    {
        var found = bundle.Read<SummaryView>(BundleFormat.Summary);
        Compare(null, schools, found.District);
        var zones = schools.GroupBy(s => s.School.Zone, StringComparer.Ordinal).OrderBy(z => z.Key, StringComparer.Ordinal).ToList();
        findings.CompareAll(new Spot(BundleFormat.Summary), "zones", [.. zones.Select(z => z.Key)], [.. found.Zones.Select(z => z.Zone)]);
        foreach (var (zone, told) in zones.Zip(found.Zones))
            Compare(zone.Key, [.. zone], new MeansView(told.InScope, told.Submitted, told.Mean, told.Coverage, told.MeanOfSubmitted, told.MemberWeightedMean));
    }

    private void Compare(string? zone, List<Replayed> of, MeansView? found)
    {
        var spot = new Spot(BundleFormat.Summary, null, zone);
        var means = ScopeSummary.Of(of.Select(s => new ScopeSchool(s.Total, s.Outcome != Outcome.NotSubmitted, s.School.Members)));
        findings.Compare(spot, "inScope", of.Count, found?.InScope);
        findings.Compare(spot, "submitted", of.Count(s => s.Outcome != Outcome.NotSubmitted), found?.Submitted);
        findings.Compare(spot, "mean", means.Mean, found?.Mean);
        findings.Compare(spot, "coverage", means.Coverage, found?.Coverage);
        findings.Compare(spot, "meanOfSubmitted", means.MeanOfSubmitted, found?.MeanOfSubmitted);
        findings.Compare(spot, "memberWeightedMean", means.MemberWeightedMean, found?.MemberWeightedMean);
    }

    /// <summary>A school that was computed again, with what the file says of it.</summary>
    private sealed record Replayed(SchoolPart School, int Line, decimal Total, Outcome Outcome, IReadOnlyList<Fraction?> TieValues, ResultLine Found);
}
