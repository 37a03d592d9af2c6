namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Schemes of the tests.</summary>
internal static class TestSchemes
{
    /// <summary>A bit of everything, 100 points: branch, school and district facts, claims, a bonus, a veto, lateness.</summary>
    public const string Annual =
        """
        { "code": "annual", "name": "学校工会年度考核", "sponsor": "区教育工会", "basis": "区工发〔2026〕3号", "missing": "zero",
          "bonus": { "cap": 10 }, "late": { "perDay": 1, "max": 5, "forfeitAfterDays": 5 },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "insured", "name": "参加互助人数", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" },
            { "code": "visits", "name": "走访人次", "type": "integer", "level": "branch", "rollup": "sum", "counts": "times" },
            { "code": "activities", "name": "活动次数", "type": "integer", "level": "branch", "rollup": "sum" },
            { "code": "congressHeld", "name": "召开教代会", "type": "boolean", "level": "school" },
            { "code": "awards", "name": "获奖", "type": "awards", "level": "school", "levels": ["district", "city"] },
            { "code": "satisfaction", "name": "满意度", "type": "decimal", "level": "district", "range": [0, 100] },
            { "code": "dispute", "name": "集体劳动争议", "type": "boolean", "level": "district" } ],
          "sections": [
            { "code": "A", "name": "组织建设", "max": 40, "items": [
              { "code": "A1", "name": "医疗互助", "max": 15, "rule": { "type": "rateLinear", "rate": { "of": "insured", "to": "members" } } },
              { "code": "A2", "name": "活动", "max": 10, "rule": { "type": "count", "count": "activities", "points": 1 } },
              { "code": "A3", "name": "教代会", "max": 10, "rule": { "type": "boolean", "fact": "congressHeld" } },
              { "code": "A4", "name": "走访", "max": 5, "rule": { "type": "rateLinear", "rate": { "of": "visits", "to": "members" } } } ] },
            { "code": "B", "name": "民主管理", "max": 60, "items": [
              { "code": "B1", "name": "特色工作", "max": 40, "rule": { "type": "manual" } },
              { "code": "B2", "name": "满意度", "max": 20, "rule": { "type": "value", "fact": "satisfaction", "outOf": 100 } } ] } ],
          "bonuses": [ { "code": "Z1", "name": "荣誉加分", "awards": "awards", "cap": "none", "levels": { "district": 1, "city": 3 } } ],
          "vetoes": [ { "code": "V1", "name": "集体劳动争议", "fact": "dispute" } ] }
        """;

    /// <summary>One leaf of 100 points that the school claims and a reviewer decides.</summary>
    public const string Claim =
        """
        { "code": "claim", "name": "申报考核", "basis": "区工发〔2026〕4号", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [ { "code": "activities", "name": "活动次数", "type": "integer", "level": "branch", "rollup": "sum" } ],
          "sections": [ { "code": "M", "name": "总评", "max": 100, "rule": { "type": "manual" } } ] }
        """;
}
