using DistrictUnion.Domain.Schemes;
using DistrictUnion.UnitTests.Scoring;
using Xunit;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.UnitTests.Schemes;

/// <summary>What refuses the publication of a scheme (scoring semantics, section 2).</summary>
public sealed class SchemeChecksTests
{
    private const string Publishable =
        """
        { "code": "checked", "name": "待查", "basis": "区工发〔2026〕3号", "missing": "zero", "bonus": { "cap": 10 },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "quality", "name": "质量", "type": "decimal", "level": "branch", "rollup": "weightedMean", "weight": "members" },
            { "code": "held", "name": "召开", "type": "boolean", "level": "school" },
            { "code": "judges", "name": "评委", "type": "scores", "level": "district" },
            { "code": "vote", "name": "测评", "type": "ballots", "level": "district", "options": ["very", "not"] },
            { "code": "awards", "name": "获奖", "type": "awards", "level": "school", "levels": ["city", "province"] } ],
          "sections": [
            { "code": "A", "name": "甲", "max": 10, "items": [
              { "code": "A1", "name": "一", "max": 4, "rule": { "type": "tiers", "rate": { "of": "quality", "to": "members" }, "bands": [{ "atLeast": 90, "points": 4 }, { "atLeast": 80, "points": 2 }] } },
              { "code": "A2", "name": "二", "max": 6, "rule": { "type": "rateStep", "rate": { "of": "members", "to": "members" }, "target": 85, "step": 5, "points": 1 } } ] },
            { "code": "B", "name": "乙", "max": 10, "rule": { "type": "panel", "scores": "judges", "outOf": 100 } },
            { "code": "C", "name": "丙", "max": 10, "rule": { "type": "surveyIndex", "ballots": "vote", "weights": { "very": 100, "not": 0 } } },
            { "code": "D", "name": "丁", "max": 10, "rule": { "type": "rateLinear", "rate": { "of": "members", "to": "members" }, "zeroAt": 60 } },
            { "code": "E", "name": "戊", "max": 10, "rule": { "type": "value", "fact": "quality", "outOf": 100 } },
            { "code": "F", "name": "己", "max": 10, "rule": { "type": "checklist", "parts": [{ "fact": "held", "points": 10 }] } } ],
          "bonuses": [{ "code": "Z", "name": "加分", "awards": "awards", "cap": "none", "levels": { "city": 3, "province": 5 } }],
          "vetoes": [{ "code": "V", "name": "否决", "fact": "held", "caps": "good" }],
          "gates": [{ "type": "zeroNodeFails", "depth": 2 }],
          "grades": [{ "code": "best", "name": "模范", "min": 90, "holds": "good" }, { "code": "good", "name": "合格", "min": 80 }],
          "ranking": { "ties": ["fact:quality", "rate:vote.very/vote.returned", "section:A1"] } }
        """;

    [Fact]
    public void A_sound_scheme_has_no_problems_and_no_warnings()
    {
        Assert.Empty(Check(Publishable));
        Assert.Empty(SchemeChecks.Warnings(TestScheme.Parse(Publishable).Definition!));
    }

    [Fact]
    public void A_scheme_without_an_approving_document_is_only_warned_about()
    {
        var definition = TestScheme.Parse(Publishable.Replace("\"basis\": \"区工发〔2026〕3号\", ", "", StringComparison.Ordinal)).Definition!;
        Assert.Empty(SchemeChecks.Check(definition));
        Assert.Equal(("basis", Codes.BasisMissing), PathAndCode(Assert.Single(SchemeChecks.Warnings(definition))));
    }

    [Theory]
    [InlineData("\"max\": 6", "\"max\": 5", "sections[0].max", Codes.MaximaDoNotAddUp)]
    [InlineData("\"code\": \"B\"", "\"code\": \"A1\"", "sections[1].code", Codes.DuplicateCode)]
    [InlineData("\"code\": \"B\"", "\"code\": \"held\"", "sections[1].code", Codes.DuplicateCode)]
    [InlineData("\"code\": \"E\", \"name\": \"戊\", \"max\": 10", "\"code\": \"E\", \"name\": \"戊\", \"max\": 0", "sections[4].max", Codes.OutOfRange)]
    [InlineData("\"code\": \"E\", \"name\": \"戊\", \"max\": 10", "\"code\": \"E\", \"name\": \"戊\", \"max\": 9.999", "sections[4].max", Codes.TooManyDecimals)]
    [InlineData(", \"rule\": { \"type\": \"value\", \"fact\": \"quality\", \"outOf\": 100 }", "", "sections[4].rule", Codes.LeafWithoutRule)]
    [InlineData("\"type\": \"boolean\", \"level\": \"school\"", "\"type\": \"boolean\", \"level\": \"school\", \"congress\": \"congressesHeld\"", "facts[2].congress", Codes.UnfitProperty)]
    [InlineData("\"counts\": \"people\"", "\"congress\": \"delegates\"", "facts[0].congress", Codes.UnfitFactLevel)]
    [InlineData("\"fact\": \"quality\"", "\"fact\": \"unknown\"", "sections[4].rule.fact", Codes.UnknownFact)]
    [InlineData("\"fact\": \"quality\"", "\"fact\": \"held\"", "sections[4].rule.fact", Codes.UnfitFactType)]
    [InlineData("\"fact\": \"quality\", \"outOf\": 100", "\"fact\": \"quality\", \"outOf\": 0", "sections[4].rule.outOf", Codes.OutOfRange)]
    [InlineData("\"atLeast\": 80", "\"atLeast\": 90", "sections[0].items[0].rule.bands[1].atLeast", Codes.BandsAscend)]
    [InlineData("\"atLeast\": 80, \"points\": 2", "\"atLeast\": 80, \"points\": 5", "sections[0].items[0].rule.bands[1].points", Codes.BandPointsAscend)]
    [InlineData("\"step\": 5", "\"step\": 0", "sections[0].items[1].rule.step", Codes.OutOfRange)]
    [InlineData("\"zeroAt\": 60", "\"zeroAt\": 100", "sections[3].rule.zeroAt", Codes.LineReversed)]
    [InlineData("\"very\": 100", "\"very\": 101", "sections[2].rule.weights.very", Codes.OutOfRange)]
    [InlineData("\"very\": 100", "\"other\": 100", "sections[2].rule.weights.other", Codes.UnknownOption)]
    [InlineData("\"not\": 0 }", "\"not\": 0 }, \"quorum\": \"4/3\"", "sections[2].rule.quorum", Codes.QuorumOutOfRange)]
    [InlineData("\"not\": 0 }", "\"not\": 0 }, \"quorum\": 0", "sections[2].rule.quorum", Codes.QuorumOutOfRange)]
    [InlineData("\"scores\": \"judges\", \"outOf\": 100", "\"scores\": \"judges\", \"outOf\": 100, \"trimFrom\": 2", "sections[1].rule.trimFrom", Codes.OutOfRange)]
    [InlineData("[{ \"fact\": \"held\", \"points\": 10 }]", "[]", "sections[5].rule.parts", Codes.EmptyList)]
    [InlineData("\"rollup\": \"sum\", ", "", "facts[0].rollup", Codes.RollupMissing)]
    [InlineData("\"rollup\": \"sum\"", "\"rollup\": \"any\"", "facts[0].rollup", Codes.UnfitRollup)]
    [InlineData("\"type\": \"boolean\", \"level\": \"school\"", "\"type\": \"boolean\", \"level\": \"school\", \"rollup\": \"any\"", "facts[2].rollup", Codes.RollupWithoutBranches)]
    [InlineData(", \"weight\": \"members\"", "", "facts[1].weight", Codes.WeightMissing)]
    [InlineData("\"weight\": \"members\"", "\"weight\": \"nobody\"", "facts[1].weight", Codes.UnknownFact)]
    [InlineData("\"level\": \"branch\", \"rollup\": \"sum\", \"counts\"", "\"level\": \"school\", \"counts\"", "facts[1].weight", Codes.UnfitFactLevel)]
    [InlineData("\"counts\": \"people\"", "\"counts\": \"people\", \"range\": [9, 1]", "facts[0].range", Codes.RangeReversed)]
    [InlineData("[\"very\", \"not\"]", "[\"very\", \"not\", \"valid\"]", "facts[4].options[2]", Codes.ReservedOption)]
    [InlineData("\"type\": \"scores\"", "\"type\": \"scores\", \"options\": [\"x\"]", "facts[3].options", Codes.UnfitProperty)]
    [InlineData("\"province\": 5", "\"national\": 5", "bonuses[0].levels.national", Codes.UnknownLevel)]
    [InlineData("\"province\": 5", "\"province\": 2", "bonuses[0].levels.province", Codes.LevelsDescend)]
    [InlineData("\"caps\": \"good\"", "\"caps\": \"fine\"", "vetoes[0].caps", Codes.UnknownGrade)]
    [InlineData("\"holds\": \"good\"", "\"holds\": \"fine\"", "grades[0].holds", Codes.UnknownGrade)]
    [InlineData("\"min\": 80", "\"min\": 91", "grades[1].min", Codes.GradesAscend)]
    [InlineData("\"depth\": 2", "\"depth\": 3", "gates[0].depth", Codes.NoNodeAtDepth)]
    [InlineData("fact:quality", "fact:held", "ranking.ties[0]", Codes.UnknownTie)]
    [InlineData("fact:quality", "chance", "ranking.ties[0]", Codes.InvalidTie)]
    [InlineData("rate:vote.very", "rate:vote.other", "ranking.ties[1]", Codes.UnknownTie)]
    [InlineData("section:A1", "section:X", "ranking.ties[2]", Codes.UnknownTie)]
    public void A_flaw_refuses_publication_and_names_its_place(string given, string instead, string path, string code)
    {
        var problems = Check(Publishable.Replace(given, instead, StringComparison.Ordinal));
        Assert.Contains((path, code), problems);
    }

    [Fact]
    public void A_scheme_without_sections_is_refused() =>
        Assert.Contains(
            ("sections", Codes.EmptyList),
            Check("""{ "code": "empty", "name": "空", "missing": "zero", "bonus": { "cap": 1 }, "sections": [] }"""));

    private static List<(string Path, string Code)> Check(string json)
    {
        var parsed = TestScheme.Parse(json);
        Assert.Empty(parsed.Problems);
        return [.. SchemeChecks.Check(parsed.Definition!).Select(PathAndCode)];
    }

    private static (string Path, string Code) PathAndCode(SchemeProblem problem) => (problem.Path, problem.Message.Code);
}
