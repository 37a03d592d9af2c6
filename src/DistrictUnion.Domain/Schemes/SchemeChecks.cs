namespace DistrictUnion.Domain.Schemes;

/// <summary>What a scheme must satisfy before it is published (scoring semantics, section 2).</summary>
public static class SchemeChecks
{
    /// <summary>Everything that refuses publication, in file order within each part; empty when the scheme can be published.</summary>
    public static IReadOnlyList<SchemeProblem> Check(SchemeDefinition definition) => throw new NotSupportedException();

    /// <summary>What the author should know but may leave as it is.</summary>
    public static IReadOnlyList<SchemeProblem> Warnings(SchemeDefinition definition) => throw new NotSupportedException();
}
