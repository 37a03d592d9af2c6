using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Application.Schemes;

/// <summary>The words of the scheme file for rules.</summary>
public static class SchemeRules
{
    /// <summary>The <c>type</c> of a rule as the scheme file writes it, for example <c>rateStep</c>.</summary>
    public static string WordOf(RuleDefinition rule)
    {
        var name = rule.GetType().Name;
        return char.ToLowerInvariant(name[0]) + name[1..^"Rule".Length];
    }
}
