using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.UnitTests.Cases;
using Xunit;

namespace DistrictUnion.UnitTests.Scoring;

/// <summary>Every code that the engine can say has words in both languages.</summary>
public sealed partial class ScoringMessagesTests
{
    private static readonly Dictionary<string, string> Chinese = Read("zh-CN");
    private static readonly Dictionary<string, string> English = Read("en");

    [Fact]
    public void Every_code_has_words_and_no_words_are_left_over()
    {
        var codes = new[] { typeof(SchemeProblemCodes), typeof(FactProblemCodes), typeof(SchemeProblem).Assembly.GetType("DistrictUnion.Domain.Scoring.ExplanationCodes")! }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(codes, Chinese.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(codes, English.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        Assert.All(Chinese, pair => Assert.Equal(Placeholders(pair.Value), Placeholders(English[pair.Key])));

    [Fact]
    public void Every_placeholder_of_an_explanation_has_an_argument()
    {
        var scheme = TestScheme.Compile(Case01LeafRulesTests.Json("linear"));
        var explanation = ScoringEngine.Explain(scheme, Case01LeafRulesTests.Input());
        var statements = explanation.Nodes.SelectMany(node => node.Arithmetic).Concat(explanation.Total).ToList();
        Assert.All(statements, statement => Assert.Subset(statement.Arguments.Keys.ToHashSet(), Placeholders(Chinese[statement.Code])));
    }

    [Fact]
    public void Every_placeholder_of_a_problem_has_an_argument()
    {
        var parsed = TestScheme.Parse("""{ "code": "X", "name": "", "missing": "no", "missing": 1, "late": { "perDay": -1 }, "extra": 1, "sections": 1 }""");
        var scheme = TestScheme.Parse(TestScheme.OneLeafJson(
            "1.001",
            """{ "type": "tiers", "value": "x", "bands": [] }""",
            """{ "code": "f", "name": "f", "type": "scores", "level": "branch", "options": ["a", "a"], "range": [2, 1], "weight": "g", "counts": "times" }"""));
        var problems = parsed.Problems.Concat(SchemeChecks.Check(scheme.Definition!)).ToList();
        Assert.True(problems.Count > 12);
        Assert.All(problems, problem => Assert.Subset(problem.Message.Arguments.Keys.ToHashSet(), Placeholders(Chinese[problem.Message.Code])));
    }

    private static SortedSet<string> Placeholders(string words) => [.. Placeholder().Matches(words).Select(match => match.Groups["name"].Value)];

    private static Dictionary<string, string> Read(string culture)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "DistrictUnion.sln"))) root = root.Parent;
        var path = Path.Combine(root.FullName, "src", "DistrictUnion.Api", "Messages", culture, "scoring.json");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
