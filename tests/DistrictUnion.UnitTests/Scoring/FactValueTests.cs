using System.Text.Json;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Xunit;
using Codes = DistrictUnion.Domain.Scoring.FactProblemCodes;

namespace DistrictUnion.UnitTests.Scoring;

/// <summary>Reading reported values (scoring semantics, N5) and their canonical text.</summary>
public sealed class FactValueTests
{
    private static readonly FactDefinition Whole = Fact(FactType.Integer);
    private static readonly FactDefinition Number = Fact(FactType.Decimal);
    private static readonly FactDefinition Percent = Fact(FactType.Decimal) with { Range = new(0, 100) };
    private static readonly FactDefinition Balance = Fact(FactType.Decimal) with { Range = new(-10, 10) };
    private static readonly FactDefinition Yes = Fact(FactType.Boolean);
    private static readonly FactDefinition Judges = Fact(FactType.Scores) with { Range = new(0, 100) };
    private static readonly FactDefinition Vote = Fact(FactType.Ballots) with { Options = ["very", "not"] };
    private static readonly FactDefinition Awards = Fact(FactType.Awards) with { Levels = ["city"] };

    public static TheoryData<FactType, string, string> Canonical => new()
    {
        { FactType.Boolean, "true", "true" },
        { FactType.Integer, "12", "12" },
        { FactType.Integer, "12.0", "12" },
        { FactType.Integer, "999999999999", "999999999999" },
        { FactType.Decimal, "12.340000", "12.34" },
        { FactType.Decimal, "0.000001", "0.000001" },
        { FactType.Scores, "[ 88, 92.50 ]", "[88,92.5]" },
        { FactType.Ballots, """{ "invalid": 1, "counts": { "very": 4, "not": 0 }, "eligible": 10, "returned": 8.0 }""", """{"eligible":10,"returned":8,"invalid":1,"counts":{"not":0,"very":4}}""" },
        { FactType.Awards, """[{ "level": "city", "date": "2025-09-10", "matter": "模范\"单位\"" }]""", """[{"matter":"模范\"单位\"","level":"city","date":"2025-09-10"}]""" },
    };

    public static TheoryData<FactType, string, string, string> Refused => new()
    {
        { FactType.Boolean, "1", "f", Codes.NotBoolean },
        { FactType.Integer, "\"12\"", "f", Codes.NotANumber },
        { FactType.Integer, "null", "f", Codes.NotANumber },
        { FactType.Integer, "1.5", "f", Codes.NotWhole },
        { FactType.Integer, "1e2", "f", Codes.InvalidNumber },
        { FactType.Integer, "-1", "f", Codes.Negative },
        { FactType.Integer, "-0", "f", Codes.Negative },
        { FactType.Integer, "1234567890123", "f", Codes.InvalidNumber },
        { FactType.Decimal, "0.0000001", "f", Codes.InvalidNumber },
        { FactType.Scores, "[88, 101]", "f[1]", Codes.OutOfRange },
        { FactType.Scores, "88", "f", Codes.NotAList },
        { FactType.Ballots, """{ "eligible": 10, "returned": 11, "invalid": 0, "counts": {} }""", "f.returned", Codes.ReturnedAboveEligible },
        { FactType.Ballots, """{ "eligible": 10, "returned": 8, "invalid": 9, "counts": {} }""", "f.invalid", Codes.InvalidAboveReturned },
        { FactType.Ballots, """{ "eligible": 10, "returned": 8, "invalid": 1, "counts": { "very": 8 } }""", "f.counts", Codes.CountsAboveValid },
        { FactType.Ballots, """{ "eligible": 10, "returned": 8, "invalid": 1, "counts": { "maybe": 1 } }""", "f.counts.maybe", Codes.UnknownOption },
        { FactType.Ballots, """{ "eligible": 10, "returned": 8, "invalid": 1, "counts": { "very": 1, "very": 1 } }""", "f.counts.very", Codes.DuplicateProperty },
        { FactType.Ballots, """{ "eligible": 10, "returned": 8, "counts": {} }""", "f.invalid", Codes.MissingProperty },
        { FactType.Ballots, """{ "eligible": 10, "returned": 8, "invalid": 0, "counts": {}, "voter": 7 }""", "f.voter", Codes.UnknownProperty },
        { FactType.Ballots, """{ "eligible": 10, "returned": -8, "invalid": 0, "counts": {} }""", "f.returned", Codes.Negative },
        { FactType.Awards, """[{ "matter": "m", "level": "moon", "date": "2025-09-10" }]""", "f[0].level", Codes.UnknownLevel },
        { FactType.Awards, """[{ "matter": "m", "level": "city", "date": "2025-02-29" }]""", "f[0].date", Codes.InvalidDate },
        { FactType.Awards, """[{ "matter": " ", "level": "city", "date": "2025-09-10" }]""", "f[0].matter", Codes.InvalidText },
    };

    [Theory]
    [MemberData(nameof(Canonical))]
    public void A_value_has_one_canonical_text(FactType type, string json, string expected)
    {
        var text = FactValueWriter.Write(Read(Definition(type), json).Value!);
        Assert.Equal(expected, text);
        Assert.Equal(expected, FactValueWriter.Write(Read(Definition(type), text).Value!));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_value_names_its_path(FactType type, string json, string path, string code)
    {
        var result = Read(Definition(type), json);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((path, code), (problem.Path, problem.Message.Code));
        Assert.Null(result.Value);
    }

    [Theory]
    [InlineData("100", true)]
    [InlineData("100.01", false)]
    public void A_range_includes_its_ends(string json, bool isRead) => Assert.Equal(isRead, Read(Percent, json).Value is not null);

    [Theory]
    [InlineData("-10", true)]
    [InlineData("-10.5", false)]
    public void A_range_below_zero_allows_negative_numbers(string json, bool isRead) => Assert.Equal(isRead, Read(Balance, json).Value is not null);

    [Theory]
    [InlineData("people", 41, null, 1, 0)]
    [InlineData("people", 40, null, 0, 0)]
    [InlineData("times", 41, "另有退休教师参加", 0, 1)]
    [InlineData("times", 41, " ", 1, 1)]
    [InlineData("times", 41, null, 1, 1)]
    [InlineData("times", 40, null, 0, 0)]
    public void Heads_stay_within_the_whole_and_person_times_need_a_note(string counts, int part, string? note, int errors, int warnings)
    {
        var scheme = TestScheme.OneLeaf(
            "5",
            """{ "type": "rateLinear", "rate": { "of": "part", "to": "whole" } }""",
            $$"""
            { "code": "part", "name": "参加", "type": "integer", "level": "branch", "rollup": "sum", "counts": "{{counts}}" },
            { "code": "whole", "name": "会员", "type": "integer", "level": "branch", "rollup": "sum", "counts": "people" }
            """);
        var findings = HeadCountRules.Check(
            scheme,
            new Dictionary<string, FactValue> { ["part"] = new NumberValue(part), ["whole"] = new NumberValue(40) },
            note is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["part"] = note });
        Assert.Equal((errors, warnings), (findings.Errors.Count, findings.Warnings.Count));
        Assert.All(findings.Errors, problem => Assert.Equal("facts.part", problem.Path));
    }

    private static FactDefinition Definition(FactType type) => type switch
    {
        FactType.Boolean => Yes,
        FactType.Integer => Whole,
        FactType.Decimal => Number,
        FactType.Scores => Judges,
        FactType.Ballots => Vote,
        _ => Awards,
    };

    private static FactDefinition Fact(FactType type) => new() { Code = "f", Name = "数据", Type = type, Level = FactLevel.School };

    private static FactReadResult Read(FactDefinition fact, string json)
    {
        using var document = JsonDocument.Parse(json);
        return FactValueReader.Read(fact, document.RootElement, "f");
    }
}
