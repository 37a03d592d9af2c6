using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Cases;

/// <summary>Worked case 1: leaf rules in one school.</summary>
public sealed class Case01LeafRulesTests
{
    private static readonly CompiledScheme Scheme = TestScheme.Compile(Json("floor"));

    [Theory]
    [InlineData("A1", "4.00")]
    [InlineData("A2", "0.00")]
    [InlineData("A3", "4.00")]
    [InlineData("A4", "2.00")]
    [InlineData("A5", "1.25")]
    [InlineData("A", "11.25")]
    [InlineData("B1", "5.00")]
    [InlineData("B2", "4.50")]
    [InlineData("B3", "8.05")]
    [InlineData("B4", "8.00")]
    [InlineData("B", "25.55")]
    [InlineData("C1", "9.09")]
    [InlineData("C2", "6.88")]
    [InlineData("C3", "6.00")]
    [InlineData("C4", "6.00")]
    [InlineData("C", "27.97")]
    [InlineData("D1", "10.73")]
    [InlineData("D2", "7.04")]
    [InlineData("D", "17.77")]
    [InlineData("Z1", "12.00")]
    public void Every_node_has_the_points_of_the_worked_case(string node, string expected) =>
        Assert.Equal(expected, TestScheme.Text(Scheme.Node(ScoringEngine.Score(Scheme, Input()), node).Final));

    [Fact]
    public void Base_bonus_and_total_are_those_of_the_worked_case()
    {
        var result = ScoringEngine.Score(Scheme, Input());
        Assert.Equal((82.54m, 10m, 92.54m), (result.Base, result.Bonus, result.Total));
    }

    [Theory]
    [InlineData("ceil", "3.00")]
    [InlineData("linear", "3.25")]
    public void Steps_can_count_whole_or_in_proportion(string steps, string expected)
    {
        var scheme = TestScheme.Compile(Json(steps));
        Assert.Equal(expected, TestScheme.Text(scheme.Node(ScoringEngine.Score(scheme, Input()), "A3").Final));
    }

    [Fact]
    public void Nothing_out_of_nothing_is_flagged_as_not_triggered() =>
        Assert.Equal(NodeFlags.NotTriggered, Scheme.Node(ScoringEngine.Score(Scheme, Input()), "C4").Flags);

    internal static ScoringInput Input() => new TestInput()
        .Fact("reelected", true).Fact("unclearDuties", 1).Fact("absences", 5)
        .Fact("joined", 61).Fact("staff", 80).Fact("homes", 6).Fact("units", 10).Fact("articles", 2.5m)
        .Fact("congressHeld", true).Fact("p1", true).Fact("p2", true).Fact("p3", true).Fact("p4", false)
        .Fact("closed", 17).Fact("proposals", 19).Fact("content", 134).Fact("asked", 149)
        .Fact("visited", 20).Fact("visitsDue", 22).Fact("insured", 118).Fact("members", 125).Fact("events", 5)
        .Fact("helped", 0).Fact("hardship", 0)
        .Fact("judges", new[] { 88m, 92m, 95m, 79m, 92m, 90m, 85m })
        .Fact("ballots", TestInput.Ballots(100, 100, 0, ("very", 60), ("mostly", 25), ("basically", 10), ("not", 5)))
        .Fact("awards", new[]
        {
            new Award("模范单位", "province", new(2025, 9, 10)), new Award("模范单位", "city", new(2025, 9, 5)),
            new Award("技能竞赛", "competition", new(2025, 10, 1)), new Award("全国征文", "national", new(2025, 10, 20)),
        })
        .Build();

    internal static string Json(string steps) =>
        $$"""
        { "code": "case-1", "name": "案例一", "missing": "zero", "bonus": { "cap": 10 },
          "facts": [
            { "code": "reelected", "name": "按期换届", "type": "boolean", "level": "school" },
            { "code": "unclearDuties", "name": "职责不清", "type": "integer", "level": "school" },
            { "code": "absences", "name": "缺席", "type": "integer", "level": "school" },
            { "code": "joined", "name": "参与人数", "type": "integer", "level": "school", "counts": "people" },
            { "code": "staff", "name": "教职工数", "type": "integer", "level": "school", "counts": "people" },
            { "code": "homes", "name": "建家数", "type": "integer", "level": "school" },
            { "code": "units", "name": "基层单位数", "type": "integer", "level": "school" },
            { "code": "articles", "name": "信息篇数", "type": "decimal", "level": "school" },
            { "code": "congressHeld", "name": "召开教代会", "type": "boolean", "level": "school" },
            { "code": "p1", "name": "通知", "type": "boolean", "level": "school" },
            { "code": "p2", "name": "签到", "type": "boolean", "level": "school" },
            { "code": "p3", "name": "记录", "type": "boolean", "level": "school" },
            { "code": "p4", "name": "决议", "type": "boolean", "level": "school" },
            { "code": "closed", "name": "办结提案", "type": "integer", "level": "school" },
            { "code": "proposals", "name": "提案", "type": "integer", "level": "school" },
            { "code": "content", "name": "满意人数", "type": "integer", "level": "school" },
            { "code": "asked", "name": "测评人数", "type": "integer", "level": "school" },
            { "code": "visited", "name": "已访", "type": "integer", "level": "school" },
            { "code": "visitsDue", "name": "应访", "type": "integer", "level": "school" },
            { "code": "insured", "name": "参加互助", "type": "integer", "level": "school" },
            { "code": "members", "name": "会员数", "type": "integer", "level": "school" },
            { "code": "events", "name": "文体活动", "type": "integer", "level": "school" },
            { "code": "helped", "name": "已帮扶", "type": "integer", "level": "school" },
            { "code": "hardship", "name": "困难职工", "type": "integer", "level": "school" },
            { "code": "judges", "name": "评委打分", "type": "scores", "level": "district", "range": [0, 100] },
            { "code": "ballots", "name": "民主测评票", "type": "ballots", "level": "district", "options": ["very", "mostly", "basically", "not"] },
            { "code": "awards", "name": "获奖", "type": "awards", "level": "school", "levels": ["competition", "city", "province", "national"] }
          ],
          "sections": [
            { "code": "A", "name": "组织建设", "max": 20, "items": [
              { "code": "A1", "name": "换届与组织", "max": 6, "rule": { "type": "deduct", "gate": "reelected", "misses": "unclearDuties", "points": 2 } },
              { "code": "A2", "name": "会议培训", "max": 4, "rule": { "type": "deduct", "misses": "absences", "points": 1 } },
              { "code": "A3", "name": "参与面", "max": 5, "rule": { "type": "rateStep", "rate": { "of": "joined", "to": "staff" }, "target": 85, "step": 5, "points": 1, "steps": "{{steps}}" } },
              { "code": "A4", "name": "建家率", "max": 3, "rule": { "type": "tiers", "rate": { "of": "homes", "to": "units" },
                "bands": [{ "atLeast": 70, "points": 3 }, { "atLeast": 60, "points": 2 }, { "atLeast": 50, "points": 1 }] } },
              { "code": "A5", "name": "信息", "max": 2, "rule": { "type": "count", "count": "articles", "points": 0.5 } }
            ] },
            { "code": "B", "name": "民主管理", "max": 30, "items": [
              { "code": "B1", "name": "教代会召开", "max": 5, "rule": { "type": "boolean", "fact": "congressHeld" } },
              { "code": "B2", "name": "程序四要素", "max": 6, "rule": { "type": "checklist", "parts": [
                { "fact": "p1", "points": 1.5 }, { "fact": "p2", "points": 1.5 }, { "fact": "p3", "points": 1.5 }, { "fact": "p4", "points": 1.5 }] } },
              { "code": "B3", "name": "提案办结率", "max": 9, "rule": { "type": "rateLinear", "rate": { "of": "closed", "to": "proposals" } } },
              { "code": "B4", "name": "校务公开满意", "max": 10, "rule": { "type": "tiers", "rate": { "of": "content", "to": "asked" },
                "bands": [{ "atLeast": 90, "points": 10 }, { "atLeast": 80, "points": 8 }, { "atLeast": 70, "points": 6 }] } }
            ] },
            { "code": "C", "name": "服务职工", "max": 30, "items": [
              { "code": "C1", "name": "五必访", "max": 10, "rule": { "type": "rateLinear", "rate": { "of": "visited", "to": "visitsDue" } } },
              { "code": "C2", "name": "医疗互助", "max": 8, "rule": { "type": "rateLinear", "rate": { "of": "insured", "to": "members" }, "zeroAt": 60 } },
              { "code": "C3", "name": "文体", "max": 6, "rule": { "type": "count", "count": "events", "points": 1.5 } },
              { "code": "C4", "name": "困难帮扶", "max": 6, "rule": { "type": "rateLinear", "rate": { "of": "helped", "to": "hardship" } } }
            ] },
            { "code": "D", "name": "评价", "max": 20, "items": [
              { "code": "D1", "name": "特色", "max": 12, "rule": { "type": "panel", "scores": "judges", "outOf": 100 } },
              { "code": "D2", "name": "民主测评", "max": 8, "rule": { "type": "surveyIndex", "ballots": "ballots",
                "weights": { "very": 100, "mostly": 80, "basically": 60, "not": 40 } } }
            ] }
          ],
          "bonuses": [{ "code": "Z1", "name": "荣誉加分", "awards": "awards", "cap": "none", "levels": { "competition": 2, "city": 3, "province": 5, "national": 5 } }]
        }
        """;
}
