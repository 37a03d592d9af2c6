using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Obligations;

/// <summary>
/// An obligation of the district's units (工作事项), as data with its clause. Obligations that were made of it keep what it said when they
/// were made; a change holds for new ones.
/// </summary>
public sealed class ObligationTemplate : AggregateRoot, ITenantOwned
{
    private ObligationTemplate()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public ObligationTemplateId Id { get; private set; }

    /// <summary>Code such as <c>OB01</c>, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What it says.</summary>
    public ObligationDefinition Definition { get; private set; } = null!;

    /// <summary>Counts what it said, from 1; obligations note which they were made of.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Whether obligations are made of it.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Day since which it is active; what was due before was nobody's obligation. Null: never yet.</summary>
    public DateOnly? ActiveSince { get; private set; }

    /// <summary>First due day of which obligations are made.</summary>
    public DateOnly FirstDueOn => Definition.EffectiveFrom ?? ActiveSince ?? DateOnly.MaxValue;

    /// <summary>Makes a template, not active yet.</summary>
    public static ObligationTemplate Create(DistrictId district, string code, ObligationDefinition definition) =>
        new() { DistrictId = district, Id = ObligationTemplateId.New(), Code = code, Definition = definition };

    /// <summary>Says something else from now on.</summary>
    public void Define(ObligationDefinition definition) => (Definition, Revision) = (definition, Revision + 1);

    /// <summary>Lets obligations be made of it.</summary>
    public Error? Activate(DateOnly today)
    {
        if (IsActive)
            return new ConflictError("obligationTemplate.active", "active", ["deactivate"]);
        (IsActive, ActiveSince) = (true, today);
        return null;
    }

    /// <summary>Lets no more be made of it; those that were made stay.</summary>
    public Error? Deactivate()
    {
        if (!IsActive)
            return new ConflictError("obligationTemplate.inactive", "inactive", ["activate"]);
        IsActive = false;
        return null;
    }

    /// <summary>Whether obligations with this due day before any shift are made.</summary>
    public bool Covers(DateOnly dueOn) => dueOn >= FirstDueOn && (Definition.EffectiveTo is not { } last || dueOn <= last);
}
