using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>What a scheme must satisfy before it is published (scoring semantics, section 2).</summary>
public static class SchemeChecks
{
    /// <summary>
    /// Everything that refuses publication: facts first, then nodes, bonuses, vetoes, gates, grades and ties. Empty when the
    /// scheme can be published and compiled.
    /// </summary>
    public static IReadOnlyList<SchemeProblem> Check(SchemeDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var context = new SchemeCheckContext(definition);
        FactChecks.Check(context);
        IndicatorChecks.Check(context);
        OutcomeChecks.Check(context);
        return context.Problems;
    }

    /// <summary>What the author should know but may leave as it is.</summary>
    public static IReadOnlyList<SchemeProblem> Warnings(SchemeDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var problems = new SchemeCheckContext(definition);
        if (string.IsNullOrWhiteSpace(definition.Basis)) problems.Report("basis", Codes.BasisMissing);
        return problems.Problems;
    }
}
