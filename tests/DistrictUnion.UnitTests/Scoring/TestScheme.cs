using System.Globalization;
using System.Text.Json;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Xunit;

namespace DistrictUnion.UnitTests.Scoring;

/// <summary>Reads scheme files written in tests.</summary>
internal static class TestScheme
{
    public static SchemeParseResult Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SchemeDocument.Parse(document.RootElement);
    }

    /// <summary>Reads, checks and compiles a scheme that must be publishable.</summary>
    public static CompiledScheme Compile(string json)
    {
        var parsed = Parse(json);
        Assert.Empty(parsed.Problems);
        Assert.Empty(SchemeChecks.Check(parsed.Definition!));
        return CompiledScheme.Compile(parsed.Definition!);
    }

    /// <summary>A scheme of one leaf L in one section S.</summary>
    public static CompiledScheme OneLeaf(string max, string rule, string facts, string extra = "") =>
        Compile(OneLeafJson(max, rule, facts, extra));

    public static string OneLeafJson(string max, string rule, string facts, string extra = "") =>
        $$"""
        { "code": "one-leaf", "name": "一项", "missing": "zero", "bonus": { "cap": "none" }, "facts": [{{facts}}],
          "sections": [{ "code": "S", "name": "S", "max": {{max}}, "items": [{ "code": "L", "name": "L", "max": {{max}}, "rule": {{rule}} }] }]
          {{(extra.Length == 0 ? "" : ", " + extra)}} }
        """;

    public static NodeScore Node(this CompiledScheme scheme, ScoreResult result, string code) => result.Nodes[scheme.IndexOf(code)];

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The value with the decimals it carries, so that a test sees whether it was published with two.</summary>
    public static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
