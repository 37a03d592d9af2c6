using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Congresses;

/// <summary>The rules that a district gives its schools' congresses; one that is planned already keeps those that it was planned by.</summary>
public sealed class CongressRule : AggregateRoot, ITenantOwned
{
    private CongressRule()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>The rules.</summary>
    public CongressTerms Terms { get; private set; } = CongressTerms.Default;

    /// <summary>States the rules for the first time.</summary>
    public static CongressRule State(DistrictId district, CongressTerms terms) => new() { DistrictId = district, Terms = terms };

    /// <summary>States them anew.</summary>
    public void Change(CongressTerms terms) => Terms = terms;
}
