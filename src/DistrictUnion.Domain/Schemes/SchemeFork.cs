using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Schemes;

/// <summary>A number of a scheme that is to be another.</summary>
/// <param name="Path">Path in the scheme file, as problems name it: <c>sections[1].items[0].max</c>, <c>grades[1].min</c>, <c>late.perDay</c>.</param>
/// <param name="Value">The new number; for a cap also <c>none</c>, for a quorum a fraction such as <c>"2/3"</c>.</param>
public sealed record SchemeChange(string Path, JsonElement Value);

/// <summary>Makes a changed copy of a scheme to try it; the scheme itself stays.</summary>
public static class SchemeFork
{
    /// <summary>A change names nothing that the scheme has.</summary>
    public const string UnknownPath = "lab.path.unknown";

    /// <summary>A change names something other than a number.</summary>
    public const string NotANumber = "lab.path.notNumber";

    /// <summary>Two changes name the same.</summary>
    public const string RepeatedPath = "lab.path.repeated";

    private static readonly string[] NumbersAsText = ["cap", "quorum"];

    /// <summary>Changes numbers; what the result then lacks is a matter of the reader and of <see cref="SchemeChecks"/>.</summary>
    /// <param name="canonicalText">The scheme as <see cref="SchemeDocument.Write"/> wrote it.</param>
    /// <param name="changes">Changes.</param>
    /// <returns>The changed scheme, or every problem with its path.</returns>
    public static SchemeParseResult Change(string canonicalText, IReadOnlyList<SchemeChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var root = JsonNode.Parse(canonicalText)!;
        var problems = new List<SchemeProblem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (Change(root, change, seen) is { } code)
                problems.Add(new(change.Path, Statement.Of(code, ("path", change.Path))));
        }

        return problems.Count > 0 ? new(null, problems) : SchemeDocument.Parse(JsonElement.Parse(root.ToJsonString()));
    }

    /// <summary>
    /// Lets what is counted in points follow the maxima: where a leaf has another maximum, the points of its rule grow or shrink with it, so that a section that is to weigh more does.
    /// A rule that was itself changed is taken as it is.
    /// </summary>
    /// <param name="before">The scheme.</param>
    /// <param name="after">Its changed copy.</param>
    public static SchemeDefinition FollowMaxima(SchemeDefinition before, SchemeDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var leaves = LeavesOf(before).ToDictionary(leaf => leaf.Code, StringComparer.Ordinal);
        return after with { Sections = [.. after.Sections.Select(section => Follow(section, leaves))] };
    }

    /// <summary>The leaves of a scheme in document order.</summary>
    public static IEnumerable<IndicatorDefinition> LeavesOf(SchemeDefinition scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Sections.SelectMany(Leaves);

        static IEnumerable<IndicatorDefinition> Leaves(IndicatorDefinition node) => node.Rule is null ? node.Items.SelectMany(Leaves) : [node];
    }

    private static IndicatorDefinition Follow(IndicatorDefinition node, Dictionary<string, IndicatorDefinition> before) => node.Rule is not { } rule
        ? node with { Items = [.. node.Items.Select(item => Follow(item, before))] }
        : before.TryGetValue(node.Code, out var leaf) && leaf.Max != node.Max && Text(leaf.Rule!) == Text(rule)
            ? node with { Rule = Scale(rule, node.Max, leaf.Max) }
            : node;

    private static RuleDefinition Scale(RuleDefinition rule, decimal max, decimal before)
    {
        decimal Scaled(decimal points) => (Fraction.From(points) * Fraction.From(max) / Fraction.From(before)).RoundHalfAwayFromZero(NumberText.MaxFractionDigits);
        List<BandDefinition> Bands(IReadOnlyList<BandDefinition> bands) => [.. bands.Select(band => band with { Points = Scaled(band.Points) })];
        return rule switch
        {
            ChecklistRule checklist => new ChecklistRule([.. checklist.Parts.Select(part => part with { Points = Scaled(part.Points) })]),
            DeductRule deduct => deduct with { Points = Scaled(deduct.Points) },
            CountRule count => count with { Points = Scaled(count.Points) },
            TiersRule tiers => tiers with { Bands = Bands(tiers.Bands) },
            RateStepRule step => step with { Points = Scaled(step.Points) },
            SurveyRateRule { Bands: { } bands } survey => survey with { Bands = Bands(bands) },
            _ => rule,
        };
    }

    private static string Text(RuleDefinition rule) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        SchemeRuleWriter.Write(writer, rule);
        writer.WriteEndObject();
    });

    private static string? Change(JsonNode root, SchemeChange change, HashSet<string> seen)
    {
        if (Find(root, change.Path) is not JsonValue found)
            return UnknownPath;
        if (!seen.Add(found.GetPath()))
            return RepeatedPath;
        if (found.GetValueKind() != JsonValueKind.Number && !(found.Parent is JsonObject && NumbersAsText.Contains(found.GetPropertyName(), StringComparer.Ordinal)))
            return NotANumber;
        found.ReplaceWith(JsonNode.Parse(change.Value.GetRawText()));
        return null;
    }

    /// <summary>The value at a path. Names may hold points (an option of a ballot), so at each object the longest name that fits is taken.</summary>
    private static JsonNode? Find(JsonNode? node, ReadOnlySpan<char> path)
    {
        if (path.IsEmpty)
            return node;
        if (node is JsonArray list)
        {
            var end = path.IndexOf(']');
            return end > 1 && path[0] == '[' && int.TryParse(path[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count
                ? Find(list[index], WithoutPoint(path[(end + 1)..]))
                : null;
        }

        if (node is not JsonObject parent)
            return null;
        var name = "";
        foreach (var (candidate, _) in parent)
        {
            if (candidate.Length > name.Length && path.StartsWith(candidate, StringComparison.Ordinal) && (path.Length == candidate.Length || path[candidate.Length] is '.' or '['))
                name = candidate;
        }

        return name.Length == 0 ? null : Find(parent[name], WithoutPoint(path[name.Length..]));
    }

    private static ReadOnlySpan<char> WithoutPoint(ReadOnlySpan<char> path) => path is ['.', .. var rest] ? rest : path;
}
