using System.Globalization;
using System.Text.Json;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>Properties that always hold (scoring semantics, section 5), on drawn schemes, organisations and histories.</summary>
public sealed class ScoringProperties
{
    [Fact]
    public void Incremental_results_equal_a_recomputation_from_nothing() => Seeds.Hold(draw =>
    {
        var ledger = new Ledger(draw, SchemeDraw.Scheme(draw));
        var stored = Ledger.Schools.ToDictionary(school => school, school => Digest(ledger, school));
        for (var step = draw.Int(10, 40); step > 0; step--)
        {
            foreach (var school in ledger.Change(draw)) stored[school] = Digest(ledger, school);
        }

        foreach (var school in Ledger.Schools) Assert.Equal(Digest(ledger, school), stored[school]);
    });

    [Fact]
    public void The_order_of_branches_facts_and_events_does_not_change_a_result() => Seeds.Hold(draw =>
    {
        var ledger = Grown(draw);
        foreach (var school in Ledger.Schools)
        {
            var shuffled = ScoringEngine.Score(ledger.Scheme, ledger.Input(school, draw));
            Assert.Equal(Digest(ledger, school), Digest(shuffled));
        }
    });

    [Fact]
    public void Replaying_scheme_facts_and_reviews_from_their_texts_reproduces_every_number_and_rank() => Seeds.Hold(draw =>
    {
        var ledger = Grown(draw);
        var replayedScheme = CompiledScheme.Compile(TestScheme.Parse(SchemeDocument.Write(ledger.Scheme.Definition)).Definition!);
        var originals = Ledger.Schools.Select(school => (school, ScoringEngine.Score(ledger.Scheme, ledger.Input(school)))).ToList();
        var replays = Ledger.Schools.Select(school => (school, ScoringEngine.Score(replayedScheme, Replayed(replayedScheme, ledger.Input(school))))).ToList();
        Assert.Equal(originals.Select(pair => Digest(pair.Item2)), replays.Select(pair => Digest(pair.Item2)));
        Assert.Equal(Ranks(originals), Ranks(draw.Shuffled(replays)));
    });

    [Fact]
    public void Every_leaf_lies_between_zero_and_its_maximum_and_totals_are_sums() => Seeds.Hold(draw =>
    {
        var ledger = Grown(draw);
        foreach (var school in Ledger.Schools)
        {
            var result = ScoringEngine.Score(ledger.Scheme, ledger.Input(school));
            foreach (var node in ledger.Scheme.Nodes.Where(node => node.Kind != NodeKind.Bonus))
                Assert.True(result.Nodes[node.Index].Final is null or >= 0 && (result.Nodes[node.Index].Final ?? 0) <= node.Max);
            Assert.Equal(ledger.Scheme.TopSections.Sum(index => result.Nodes[index].Final ?? 0), result.Base);
            Assert.Equal(Math.Max(result.Base + result.Bonus - result.Late, 0), result.Total);
        }
    });

    [Fact]
    public void An_explanation_agrees_with_the_score() => Seeds.Hold(draw =>
    {
        var ledger = Grown(draw);
        foreach (var school in Ledger.Schools)
            Assert.Equal(Digest(ledger, school), Digest(ScoringEngine.Explain(ledger.Scheme, ledger.Input(school)).Result));
    });

    [Fact]
    public void Raising_a_positive_fact_never_lowers_the_leaf_and_more_misses_never_raise_it() => Seeds.Hold(draw =>
    {
        var (low, high) = (draw.Decimal(0, 120, 2), draw.Decimal(0, 120, 2));
        if (low > high) (low, high) = (high, low);
        var (rule, isMisses) = MonotonicRule(draw);
        var scheme = TestScheme.OneLeaf("10", rule, Monotonic);
        decimal Points(decimal value) => scheme
            .Node(ScoringEngine.Score(scheme, new TestInput().Fact("n", value).Fact("whole", 97).Fact("spread", new[] { 50m, 60m, 70m, value }).Build()), "L")
            .Final!.Value;

        if (isMisses) Assert.True(Points(high) <= Points(low));
        else Assert.True(Points(high) >= Points(low));
    });

    [Fact]
    public void A_written_scheme_reads_back_to_itself_and_can_be_published() => Seeds.Hold(draw =>
    {
        var scheme = SchemeDraw.Scheme(draw);
        Assert.Empty(SchemeChecks.Check(scheme));
        var text = SchemeDocument.Write(scheme);
        var parsed = TestScheme.Parse(text);
        Assert.Empty(parsed.Problems);
        Assert.Equal(text, SchemeDocument.Write(parsed.Definition!));
        Assert.Equivalent(scheme, parsed.Definition, strict: true);
    });

    [Fact]
    public void A_value_reads_back_from_its_canonical_text_and_equal_values_have_equal_text() => Seeds.Hold(draw =>
    {
        var fact = draw.One(SchemeDraw.Scheme(draw).Facts);
        var value = FactDraw.Value(draw, fact);
        var text = FactValueWriter.Write(value);
        Assert.DoesNotContain("E", text.Replace("甲事", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(text, FactValueWriter.Write(Reread(fact, text)));
        if (value is NumberValue { Value: var number })
            Assert.Equal(text, FactValueWriter.Write(new NumberValue(number * 1.000m)));
    });

    private const string Monotonic =
        """
        { "code": "n", "name": "数", "type": "decimal", "level": "school" }, { "code": "whole", "name": "总数", "type": "integer", "level": "school" },
        { "code": "spread", "name": "打分", "type": "scores", "level": "school" }
        """;

    private static (string Rule, bool IsMisses) MonotonicRule(Draw draw)
    {
        const string Bands = """[{ "atLeast": 80, "points": 10 }, { "atLeast": 60.5, "points": 6 }, { "atLeast": 20, "points": 1.5 }]""";
        const string Rate = "\"rate\": { \"of\": \"n\", \"to\": \"whole\" }";
        return draw.Int(1, 8) switch
        {
            1 => ("""{ "type": "count", "count": "n", "points": 0.15 }""", false),
            2 => ($$"""{ "type": "tiers", "value": "n", "bands": {{Bands}} }""", false),
            3 => ($$"""{ "type": "tiers", {{Rate}}, "bands": {{Bands}} }""", false),
            4 => ($$"""{ "type": "rateStep", {{Rate}}, "target": 85, "step": 7, "points": 1, "steps": "{{draw.One("floor", "ceil", "linear")}}" }""", false),
            5 => ($$"""{ "type": "rateLinear", {{Rate}}, "zeroAt": 30, "fullAt": 95 }""", false),
            6 => ("""{ "type": "value", "fact": "n", "outOf": 110 }""", false),
            7 => ($$"""{ "type": "panel", "scores": "spread", "outOf": 120, "trimFrom": {{draw.Int(3, 5)}} }""", false),
            _ => ("""{ "type": "deduct", "misses": "n", "points": 0.2 }""", true),
        };
    }

    private static Ledger Grown(Draw draw)
    {
        var ledger = new Ledger(draw, SchemeDraw.Scheme(draw));
        for (var step = 0; step < 40; step++) ledger.Change(draw);
        return ledger;
    }

    private static ScoringInput Replayed(CompiledScheme scheme, ScoringInput input)
    {
        IReadOnlyDictionary<string, RecordedFact> Reread(IReadOnlyDictionary<string, RecordedFact> facts) => facts.ToDictionary(
            pair => pair.Key,
            pair => pair.Value with { Value = ScoringProperties.Reread(scheme.FactOf(pair.Key)!, FactValueWriter.Write(pair.Value.Value)) });

        return input with
        {
            Facts = Reread(input.Facts),
            Branches = [.. input.Branches.Select(branch => branch with { Facts = Reread(branch.Facts) })],
        };
    }

    private static FactValue Reread(FactDefinition fact, string text)
    {
        using var document = JsonDocument.Parse(text);
        return FactValueReader.Read(fact, document.RootElement, fact.Code).Value!;
    }

    private static IEnumerable<(string, int?, int)> Ranks(IEnumerable<(string School, ScoreResult Result)> results) =>
        RankingRules.Rank(results.Select(pair => new RankedSchool(pair.School, pair.Result.Total, pair.Result.Outcome, pair.Result.TieValues)))
            .Select(line => (line.School.Code, line.Rank, line.Ties));

    private static string Digest(Ledger ledger, string school) => Digest(ScoringEngine.Score(ledger.Scheme, ledger.Input(school)));

    private static string Digest(ScoreResult result) => string.Join(
        '|',
        string.Join(',', result.Nodes),
        string.Create(CultureInfo.InvariantCulture, $"{result.Base} {result.Bonus} {result.Late} {result.Total} {result.SelfTotal}"),
        result.Outcome,
        result.Grade,
        string.Join(',', result.Vetoes),
        string.Join(',', result.TieValues));
}
