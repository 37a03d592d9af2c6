using System.Globalization;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Checks the indicator tree: maxima add up everywhere, every leaf has a rule.</summary>
internal static class IndicatorChecks
{
    public static void Check(SchemeCheckContext context)
    {
        if (context.Scheme.Sections.Count == 0) context.Report("sections", Codes.EmptyList, ("name", "sections"));
        foreach (var (index, section) in context.Scheme.Sections.Index()) CheckNode(context, section, Item("sections", index));
    }

    private static void CheckNode(SchemeCheckContext context, IndicatorDefinition node, string path)
    {
        context.ClaimCode(node.Code, $"{path}.code");
        context.RequirePositive(node.Max, $"{path}.max");
        context.RequirePublishable(node.Max, $"{path}.max");
        switch (node)
        {
            case { Rule: null, Items.Count: 0 }:
                context.Report($"{path}.rule", Codes.LeafWithoutRule, ("node", node.Code));
                break;
            case { Rule: not null, Items.Count: > 0 }:
                context.Report($"{path}.rule", Codes.RuleOnInnerNode, ("node", node.Code));
                break;
            case { Rule: { } rule }:
                RuleChecks.Check(context, rule, $"{path}.rule");
                break;
            default:
                var sum = node.Items.Sum(item => item.Max);
                if (sum != node.Max) context.Report($"{path}.max", Codes.MaximaDoNotAddUp, ("node", node.Code), ("max", node.Max), ("sum", sum));
                break;
        }

        foreach (var (index, item) in node.Items.Index()) CheckNode(context, item, Item($"{path}.items", index));
    }

    private static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
