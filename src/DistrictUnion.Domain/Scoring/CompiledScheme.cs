using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// A publishable scheme, resolved once into flat arrays: nodes in document order with parents before their items, bonus nodes
/// last. Immutable and shared by every school and thread that is scored under the version.
/// </summary>
public sealed class CompiledScheme
{
    private readonly Dictionary<string, int> _nodeIndexes;
    private readonly Dictionary<string, CompiledFact> _facts;

    internal CompiledScheme(SchemeDefinition definition, SchemeCompiler compiler)
    {
        Definition = definition;
        CompiledFacts = compiler.Facts;
        Facts = [.. CompiledFacts.Select(fact => fact.Definition)];
        Nodes = compiler.Nodes;
        Rules = compiler.Rules;
        Maxima = compiler.Maxima;
        Bonuses = compiler.Bonuses;
        Ties = compiler.Ties;
        FirstBonus = Nodes.Count - Bonuses.Count;
        TopSections = [.. Nodes.Where(node => node.Depth == 1).Select(node => node.Index)];
        RatePairs = compiler.RatePairs;
        _facts = CompiledFacts.ToDictionary(fact => fact.Definition.Code, StringComparer.Ordinal);
        _nodeIndexes = Nodes.ToDictionary(node => node.Code, node => node.Index, StringComparer.Ordinal);
        NeededFacts = compiler.NeededFacts();
    }

    /// <summary>The scheme as its author wrote it.</summary>
    public SchemeDefinition Definition { get; }

    /// <summary>Nodes in compiled order.</summary>
    public IReadOnlyList<CompiledNode> Nodes { get; }

    /// <summary>Index of the first bonus node; equals the number of nodes when there are none.</summary>
    public int FirstBonus { get; }

    /// <summary>Indexes of the top sections.</summary>
    public IReadOnlyList<int> TopSections { get; }

    /// <summary>Facts in the order of the file.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>Codes of the facts that leaves, bonuses, vetoes or ties read, weights included.</summary>
    public IReadOnlySet<string> NeededFacts { get; }

    /// <summary>The rates that rules form, each once; head counts are checked by them (N5).</summary>
    public IReadOnlyList<RatePair> RatePairs { get; }

    internal CompiledFact[] CompiledFacts { get; }

    /// <summary>By node index; null for inner and bonus nodes.</summary>
    internal LeafRule?[] Rules { get; }

    /// <summary>Exact maxima by node index; 0 for bonus nodes.</summary>
    internal Fraction[] Maxima { get; }

    internal IReadOnlyList<CompiledBonus> Bonuses { get; }

    internal IReadOnlyList<TieSource> Ties { get; }

    /// <summary>Compiles a scheme that <see cref="SchemeChecks"/> finds publishable.</summary>
    /// <exception cref="ArgumentException">The scheme refers to something that doesn't exist.</exception>
    public static CompiledScheme Compile(SchemeDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(definition, new SchemeCompiler(definition));
    }

    /// <summary>Index of a node, or −1.</summary>
    public int IndexOf(string nodeCode) => _nodeIndexes.GetValueOrDefault(nodeCode, -1);

    /// <summary>Definition of a fact, or null.</summary>
    public FactDefinition? FactOf(string factCode) => _facts.GetValueOrDefault(factCode)?.Definition;

    internal CompiledFact? FindFact(string factCode) => _facts.GetValueOrDefault(factCode);
}
