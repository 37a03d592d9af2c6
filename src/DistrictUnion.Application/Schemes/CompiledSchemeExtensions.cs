using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Schemes;

/// <summary>Look-ups by what people type.</summary>
internal static class CompiledSchemeExtensions
{
    /// <summary>The leaf of a code; null when there is none.</summary>
    public static CompiledNode? LeafOf(this CompiledScheme scheme, string code) =>
        scheme.IndexOf(code) is var index and >= 0 && scheme.Nodes[index].Kind == NodeKind.Leaf ? scheme.Nodes[index] : null;

    /// <summary>The fact of a code when a school's people can vote on it; null otherwise.</summary>
    public static FactDefinition? VoteFactOf(this CompiledScheme scheme, string code) =>
        scheme.FactOf(code) is { Type: FactType.Ballots, Level: not FactLevel.Branch } fact ? fact : null;

    /// <summary>The highest total that the scheme allows: its maximum and the cap of all bonuses.</summary>
    public static decimal HighestTotal(this CompiledScheme scheme) =>
        scheme.TopSections.Sum(i => scheme.Nodes[i].Max ?? 0) + (scheme.Definition.Bonus.Cap ?? 0);

    /// <summary>Place of a grade in the scheme, the best first; no grade comes last.</summary>
    public static int GradeOrder(this CompiledScheme scheme, string? code)
    {
        var index = scheme.Definition.Grades.TakeWhile(g => g.Code != code).Count();
        return code is null ? int.MaxValue : index;
    }

    /// <summary>Name of a grade; null for none.</summary>
    public static string? GradeName(this CompiledScheme scheme, string? code) =>
        scheme.Definition.Grades.FirstOrDefault(g => g.Code == code)?.Name;
}
